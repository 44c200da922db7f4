/* headings.c - numbered headings, line by line; see headings.h */
#include "headings.h"

#include <stdlib.h>
#include <string.h>

#include "blank.h"
#include "builtin.h"
#include "fold.h"
#include "ordinal.h"
#include "re.h"
#include "rec.h"
#include "rules.h"
#include "utf8.h"

enum { SCHEME = 1, RANK, PATTERN }; /* fields of a rule `head` */
enum { A_FULL_LINE = 30, LONGEST_REST = 480 }; /* characters, bytes */

struct scheme {
	struct slice name;
	struct re *re;
	unsigned rank;
	enum evidence weak;
};

static struct scheme *schemes;
static size_t schemes_n;
static struct re *any_head;

/* The other tables, each rule a name and a pattern. */
enum { NOT = LINE_REST + 1, UNTITLED, TABLES };
static const char *const table_names[TABLES] = {"contents", "page", "lead", "rest", "not", "untitled"};
static struct re *tables[TABLES];

static unsigned
rank_of(const struct rule *r)
{
	struct slice f = r->f[RANK];
	unsigned rank = 0;
	size_t i;

	if (f.n == 1 && (*f.p == '-' || *f.p == '?' || *f.p == '!'))
		return 0;
	for (i = 0; i < f.n && i < 6 && f.p[i] >= '0' && f.p[i] <= '9'; i++)
		rank = rank * 10 + (unsigned)(f.p[i] - '0');
	if (rank == 0 || i < f.n)
		die("%s:%lu: a rank is a number, '-', '?' or '!'", r->at.file, r->at.line);
	return rank;
}

static void
add_scheme(struct buf *all, const struct rule *r)
{
	struct scheme *s = &schemes[schemes_n];

	if (r->n <= PATTERN)
		die("%s:%lu: a scheme needs a name, a rank and a pattern", r->at.file, r->at.line);
	s->name = r->f[SCHEME];
	s->rank = rank_of(r);
	s->weak = *r->f[RANK].p == '?' ? WEAK : *r->f[RANK].p == '!' ? WEAKEST : STRONG;
	re_check(r, PATTERN);
	s->re = re_new(r->f[PATTERN], r->at);
	schemes_n++;
	buf_addz(all, all->n ? "|(?:" : "(?:");
	buf_adds(all, r->f[PATTERN]);
	buf_addc(all, ')');
}

static void
add_alternative(struct buf *all, const struct rule *r)
{
	re_check(r, 1); /* blames the right line */
	buf_addz(all, all->n ? "|(?:" : "(?:");
	buf_adds(all, r->f[1]);
	buf_addc(all, ')');
}

static void
add_rule(const struct rule *r, struct buf *head, struct buf *others)
{
	int i;

	if (slice_eq(r->f[0], slice_z("head"))) {
		add_scheme(head, r);
		return;
	}
	for (i = 0; i < TABLES; i++)
		if (slice_eq(r->f[0], slice_z(table_names[i])) && r->n > 1) {
			add_alternative(&others[i], r);
			return;
		}
	die("%s:%lu: no rule of a heading is called '%.*s'", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

/* (?J): each scheme has groups of the same names. Without a rule, nothing matches. */
static struct re *
one_of(struct buf *alternatives)
{
	struct buf pattern = {0};
	struct re *re;

	buf_addz(&pattern, alternatives->n ? "(?J)" : "(?!)");
	buf_adds(&pattern, slice_of(alternatives));
	re = re_new(slice_of(&pattern), (struct place){"headings.tsv", 0, 0});
	buf_free(&pattern);
	buf_free(alternatives);
	return re;
}

void
headings_load(const char *file)
{
	struct buf head = {0}, others[TABLES] = {{0}};
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, file, rules_headings, "headings.tsv");
	schemes = emalloc((rules.n + 1) * sizeof(*schemes));
	for (i = 0; i < rules.n; i++)
		add_rule(&rules.r[i], &head, others);
	any_head = one_of(&head);
	for (i = 0; i < TABLES; i++)
		tables[i] = one_of(&others[i]);
	free(rules.r);
}

/* How many bytes of blanks stand at the start of S, which is folded. */
static size_t
blanks(struct slice s)
{
	size_t n = 0;

	while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
		n++;
	return n;
}

static struct slice
trimmed(struct slice s)
{
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t' || s.p[s.n - 1] == '\r'))
		s.n--;
	return s;
}

/* True if a bracket is closed in S that was not opened: S is the rest of something. */
static int
closes_more(struct slice s)
{
	static const char open[] = "「『（(【〔［[〈《", close[] = "」』）)】〕］]〉》";
	size_t i, len;
	int depth = 0;

	for (i = 0; i < s.n && depth >= 0; i += len) {
		char c[5] = {0};

		utf8_next(s.p + i, s.n - i, &len);
		memcpy(c, s.p + i, len);
		if (strstr(open, c))
			depth++;
		else if (strstr(close, c))
			depth--;
	}
	return depth < 0;
}

/* Scheme, key and the number of parts: 1-1 and 1-1-1 are two levels, 基本目標1 and 施策1 are too. */
static struct slice
id_of(const struct scheme *s, struct slice key, struct slice n)
{
	static struct buf id;
	size_t i;

	buf_clear(&id);
	buf_adds(&id, s->name);
	buf_addc(&id, ' ');
	buf_adds(&id, key);
	for (i = 0; i < n.n; i++)
		if (n.p[i] == '.' || n.p[i] == '-' || (unsigned char)n.p[i] == 0xe2)
			buf_addc(&id, n.n > 3 || n.p[i] == '.' || n.p[i] == '-' ? '.' : ' ');
	return slice_of(&id);
}

/* Cuts the source line where the match in the folded text was cut. */
static void
cut(struct heading *h, const struct folded *f, const struct re *re, size_t start)
{
	struct slice mark = re_named(re, "mark"), gap = re_named(re, "gap");
	struct slice whole = re_group(re, 0);
	size_t from = start, to = start + whole.n, mid;

	mid = mark.p ? (size_t)(mark.p + mark.n - f->text.p) : gap.p ? (size_t)(gap.p - f->text.p) : to;
	h->before = fold_source(f, 0, from);
	h->mark = fold_part(f, from, mid);
	h->title.p = f->source.p + f->at[to];
	h->title.n = f->source.n - f->at[to];
	h->gap.p = h->mark.p + h->mark.n;
	h->gap.n = (size_t)(h->title.p - h->gap.p);
}

/* Schemes called roman or …-roman count I, V and X as numerals. */
static int
is_roman(struct slice scheme)
{
	return scheme.n >= 5 && memcmp(scheme.p + scheme.n - 5, "roman", 5) == 0;
}

/* Most lines of text begin with a character that no pattern begins with. What each character of the
 * Basic Multilingual Plane can do is asked once. */
static int
may_begin(struct slice line)
{
	static unsigned char asked[0x10000 / 8], can[0x10000 / 8];
	struct buf folded = {0};
	uint32_t c;
	size_t n, len;

	while ((n = blank_at(line)))
		line = (struct slice){line.p + n, line.n - n};
	if (line.n == 0 || (c = utf8_next(line.p, line.n, &len)) >= 0x10000)
		return line.n > 0;
	if (!(asked[c / 8] & 1 << c % 8)) {
		fold(&folded, (struct slice){line.p, len});
		if (folded.n == 0 || re_may_begin(any_head, slice_of(&folded)))
			can[c / 8] |= (unsigned char)(1 << c % 8);
		asked[c / 8] |= (unsigned char)(1 << c % 8);
		buf_free(&folded);
	}
	return can[c / 8] >> c % 8 & 1;
}

/* The first scheme that TEXT begins with. Nearly all of them are turned down by its first character,
 * which re_match_at looks up: that takes half as long as one pattern with all schemes in it. */
static const struct scheme *
scheme_of(struct slice text, struct place at)
{
	size_t i;

	for (i = 0; i < schemes_n; i++)
		if (re_match_at(schemes[i].re, text, 0, at))
			return &schemes[i];
	return NULL;
}

int
heading_read(struct heading *h, struct slice line, struct place at)
{
	static struct folded f;
	const struct scheme *s;
	struct slice text, title;
	size_t start;

	if (!may_begin(line))
		return 0;
	fold_line(&f, line);
	start = blanks(slice_of(&f.text));
	text = trimmed((struct slice){f.text.p + start, f.text.n - start});
	if (text.n == 0 || !(s = scheme_of(text, at)))
		return 0;
	cut(h, &f, s->re, start);
	h->rank = s->rank;
	h->weak = s->weak;
	h->id = id_of(s, re_named(s->re, "key"), re_named(s->re, "n"));
	h->number = ordinal(re_named(s->re, "n"), is_roman(s->name));
	title = (struct slice){text.p + re_group(s->re, 0).n, text.n - re_group(s->re, 0).n};
	if (title.n == 0 && !s->rank)
		return 0;
	return !re_match(tables[NOT], text, 0, at) && !(title.n && re_match_at(tables[UNTITLED], title, 0, at)) &&
	       !closes_more(title);
}

int
line_is(enum line_kind kind, struct slice line, struct place at)
{
	static struct folded f;
	size_t start;

	fold_line(&f, line);
	start = blanks(slice_of(&f.text));
	return re_match(tables[kind], trimmed((struct slice){f.text.p + start, f.text.n - start}), 0, at);
}

/* Two long lines of the same length were cut by the width of their page. */
int
line_is_rest(struct slice before, struct slice after, struct place at)
{
	size_t a, b;

	if (after.n == 0 || after.n > LONGEST_REST || !is_utf8(after))
		return 0;
	a = utf8_count(before.p, before.n);
	b = utf8_count(after.p, after.n);
	if (a >= A_FULL_LINE && b + 2 >= a && b <= a + 2)
		return 1;
	return line_is(LINE_REST, after, at);
}
