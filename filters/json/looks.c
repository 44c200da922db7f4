/* looks.c - what a document without a row looks like; see looks.h */
#include "json/looks.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

/* Separators that a line of cells has, at least; lines of a run; bytes of a line that are looked at; one line of so many
 * begins with a tag in the source of a page. */
enum { SEPARATORS = 2, A_RUN = 3, LONGEST = 2000, TAGS_IN = 5 };

void
looks_begin(struct likeness *l)
{
	memset(l, 0, sizeof(*l));
}

static size_t
count(struct slice s, char c)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

/* A line that has LIKE in common with the one before it, or 0: none of this sort. */
static void
add(struct likeness *l, enum like sort, size_t like)
{
	struct alike *r = &l->run[sort];

	r->n = like && (r->n == 0 || r->like == like) ? r->n + 1 : like != 0;
	r->like = like;
	if (r->n == A_RUN)
		l->n[sort] += A_RUN;
	else if (r->n > A_RUN)
		l->n[sort]++;
}

/* The column at which what stands behind the last gap of two or more blanks begins, by how wide characters look: kana and
 * ideographs count two. 0: there is none. */
static size_t
last_cell(struct slice s)
{
	size_t i, len, column = 0, blanks = 0, last = 0, text = 0;

	for (i = 0; i < s.n; i += len) {
		int blank = s.p[i] == ' ' || (s.n - i >= 3 && memcmp(s.p + i, "\xe3\x80\x80", 3) == 0);

		utf8_next(s.p + i, s.n - i, &len);
		if (!blank && blanks >= 2 && text)
			last = column;
		blanks = blank ? blanks + 1 : 0;
		text |= !blank;
		column += len == 3 ? 2 : 1;
	}
	return last;
}

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int
begins_tag(struct slice s)
{
	size_t i = 0;

	while (i < s.n && (s.p[i] == ' ' || (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == 't' && ++i)))
		i++;
	if (i + 1 >= s.n || s.p[i] != '<')
		return 0;
	i += s.p[i + 1] == '/' || s.p[i + 1] == '!';
	return i + 1 < s.n && lower(s.p[i + 1]) >= 'a' && lower(s.p[i + 1]) <= 'z' && memchr(s.p + i, '>', s.n - i) != NULL;
}

/* <td, <tr or <th: a table stands in the source. */
static int
has_cells(struct slice s)
{
	size_t i;

	for (i = 0; i + 3 < s.n; i++)
		if (s.p[i] == '<' && lower(s.p[i + 1]) == 't' && strchr("drh", lower(s.p[i + 2])) && strchr(" >", s.p[i + 3]))
			return 1;
	return 0;
}

/* Tabs between words of S, a field. */
static size_t
count_tabs(struct slice s)
{
	size_t i, n = 0, between = 0, words = 0;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n && s.p[++i] == 't') {
			n += words > 0;
		} else if (s.p[i] != ' ') {
			words = 1;
			between = n;
		}
	}
	return between;
}

static size_t
enough(size_t separators)
{
	return separators >= SEPARATORS ? separators : 0;
}

void
looks_line(struct likeness *l, struct slice s)
{
	if (blank_field(s))
		return;
	if (++l->lines > LOOKS_AT || s.n > LONGEST)
		return;
	add(l, LOOK_COMMAS, s.n > 3 && memcmp(s.p + s.n - 3, "。", 3) == 0 ? 0 : enough(count(s, ',')));
	add(l, LOOK_SEMICOLONS, enough(count(s, ';')));
	add(l, LOOK_PIPES, enough(count(s, '|')));
	add(l, LOOK_COLUMNS, last_cell(s));
	add(l, LOOK_TABS, count_tabs(s));
	if (begins_tag(s)) {
		l->n[LOOK_TAGS]++;
		l->cells |= has_cells(s);
	}
}

int
looks_like(const struct likeness *l, unsigned long *n, const char **so, const char **try)
{
	static const struct {
		const char *so, *try;
	} says[] = {
		[LOOK_COMMAS] = {"comma-separated", "tanzaku split -d , reads it so"},
		[LOOK_SEMICOLONS] = {"semicolon-separated", "tanzaku split -d ';' reads it so"},
		[LOOK_PIPES] = {"like cells between pipes", "rows need as many cells each, and a rule |---| below the header"},
		[LOOK_COLUMNS] = {"like columns between blanks", "tanzaku split -d space reads them so"},
		[LOOK_TABS] = {"like columns between tabs", "tanzaku split -d with a tab takes each for one, as does a name in .tsv"},
		[LOOK_TAGS] = {"like the source of a web page", "copy what a browser shows of it, or convert it"},
	};
	int most = LOOK_COMMAS, i;

	for (i = LOOK_COMMAS + 1; i < LOOK_SORTS; i++)
		if (l->n[i] > l->n[most] && (i != LOOK_TAGS || l->cells || l->n[i] * TAGS_IN >= l->lines))
			most = i;
	*n = l->n[most];
	*so = says[most].so;
	*try = says[most].try;
	if (*n == 0) {
		*n = l->lines;
		*so = "like prose";
		*try = "a table must be copied with its tabs, or drawn";
		return 0;
	}
	return most != LOOK_TAGS || l->cells;
}
