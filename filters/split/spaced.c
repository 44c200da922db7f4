/* spaced.c - tables laid out with blanks; see spaced.h */
#include "split/spaced.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "split/layout.h"
#include "words/columns.h"
#include "words/kinds.h"

/* How far from the next column a full cell may end, in half-width columns: where others go on as well, and where it
 * alone does. In the last column it must be so wide. So many lines below names are looked at. */
enum { TIGHT = 4, LOOSE = 8, LAST_FULL = 20, BELOW = 2 };

/* Half-width katakana are as wide as ASCII. */
static size_t
width(uint32_t c)
{
	return c < 0x80 || (c >= 0xff61 && c <= 0xff9f) ? 1 : 2;
}

/* The runs of LINE between GAP blanks or more. Returns their number; 0 if there are too many to be a table. */
static size_t
runs(struct extent *e, struct slice line, size_t gap)
{
	size_t i, len, n = 0, column = 0, blanks = gap;

	for (i = 0; i < line.n; i += len) {
		struct slice rest = {line.p + i, line.n - i};
		uint32_t c = utf8_next(rest.p, rest.n, &len);
		size_t wide = width(c);

		if (blank_at(rest)) {
			blanks++;
		} else {
			if (blanks >= gap && n == SPACED_WORDS)
				return 0;
			if (blanks >= gap)
				e[n++] = (struct extent){.from = i, .left = column};
			blanks = 0;
			e[n - 1].to = i + len;
			e[n - 1].right = column + wide;
			e[n - 1].last = c;
		}
		column += wide;
	}
	return n;
}

/* Which column of S, from K on, the run E begins or ends with; s->n if none. */
static size_t
column_of(const struct spaced *s, size_t k, const struct extent *e)
{
	while (k < s->n && e->left != s->column[k].left && e->right != s->column[k].right)
		k++;
	return k;
}

/* Puts the words of LINE under the columns of S, in order. A word behind a single blank goes on with the cell
 * before it, unless a column begins there. False if a word stands elsewhere. */
static int
fits(struct spaced *s, struct slice line)
{
	static struct extent word[SPACED_WORDS];
	size_t i, k = 0, at, filled = 0, n = runs(word, line, 1);

	memset(s->cell, 0, sizeof(s->cell));
	for (i = 0; i < n; i++) {
		const char *gap = line.p + (i ? word[i - 1].to : 0);
		size_t blanks = utf8_count(gap, (size_t)(line.p + word[i].from - gap));

		at = column_of(s, filled ? k + 1 : 0, &word[i]);
		if (at < s->n) {
			s->cell[k = at] = word[i];
			filled++;
		} else if (filled && blanks == 1) {
			s->cell[k].to = word[i].to;
			s->cell[k].right = word[i].right;
			s->cell[k].last = word[i].last;
		} else {
			return 0;
		}
	}
	return filled >= 2;
}

/* The next text line of the stream behind line *I, if it is one to look at. */
static int
peek_text(struct lines *in, size_t *i, struct line *l)
{
	do
		if (!lines_peek(in, (*i)++, l) || l->kind == LINE_HEADER || l->cut)
			return 0;
	while (l->kind == LINE_NOTE);
	return l->text.n && *l->text.p != '\f' && utf8_valid(l->text.p, l->text.n) == l->text.n && !memchr(l->text.p, '\t', l->text.n);
}

/* May cell K of the row go on in the next line? It fills its column, or is prose. ALONE: nothing else goes on. */
static int
may_go_on(const struct spaced *s, size_t k, int alone)
{
	size_t right = s->cell[k].right;

	if (s->cell[k].to == 0)
		return 0;
	if (s->cell[k].last == 0x3002) /* 。 */
		return 1;
	if (k + 1 == s->n)
		return right >= s->column[k].left + LAST_FULL;
	return right + (alone ? LOOSE : TIGHT) >= s->column[k + 1].left;
}

/* Is LINE the next one of the row fitted last? Puts its runs into PART, and their columns into AT; their number is
 * returned, 0 if not. */
static size_t
goes_on(const struct spaced *s, struct slice line, struct extent *part, size_t *at)
{
	size_t i, k = 1, n = runs(part, line, 2);

	for (i = 0; i < n; i++, k++) {
		while (k < s->n && s->column[k].left != part[i].left)
			k++;
		if (k >= s->n || !may_go_on(s, k, n == 1))
			return 0;
		at[i] = k;
	}
	return n;
}

/* The cells move to where they can grow. */
static void
loosen(struct spaced *s)
{
	size_t k;

	for (k = 0; k < s->n; k++) {
		buf_clear(&s->text[k]);
		buf_adds(&s->text[k], (struct slice){s->copy.p + s->cell[k].from, s->cell[k].to - s->cell[k].from});
	}
	buf_clear(&s->source);
	buf_adds(&s->source, slice_of(&s->copy));
}

/* Adds LINE to the row, if it is the next one of it. */
static int
add_line(struct spaced *s, struct slice line)
{
	static struct extent part[SPACED_WORDS];
	size_t at[SPACED_WORDS], i, n = goes_on(s, line, part, at);

	if (n == 0)
		return 0;
	if (s->lines++ == 1)
		loosen(s);
	for (i = 0; i < n; i++) {
		struct buf *b = &s->text[at[i]];

		if ((unsigned char)b->p[b->n - 1] < 0x80 && (unsigned char)line.p[part[i].from] < 0x80)
			buf_addc(b, ' '); /* between words of ASCII */
		buf_add(b, line.p + part[i].from, part[i].to - part[i].from);
		s->cell[at[i]].right = part[i].right;
		s->cell[at[i]].last = part[i].last;
	}
	buf_addc(&s->source, '\n');
	buf_adds(&s->source, line);
	return 1;
}

/* Are all cells of the line that was fitted last filled? */
static int
is_full(const struct spaced *s)
{
	size_t i;

	for (i = 0; i < s->n && s->cell[i].to; i++)
		;
	return i == s->n;
}

/* The word at the end of S, or at its beginning, is one character beyond ASCII; OTHERS: there are more words. */
static int
ends_with_letter(struct slice s, int beginning, int *others)
{
	struct place_on_page word[LAYOUT_COLUMNS], *w = word;
	size_t n = layout_words(s, WIDTH_CHARS, 1, word);

	if (n == 0)
		return 0;
	w += beginning ? 0 : n - 1;
	*others = n > 1;
	return w->right - w->left == 1 && (unsigned char)s.p[w->from] >= 0x80;
}

/* The letters of a word may stand apart, as those of persons' names do in lists: before column K and behind it stand two of them,
 * and others on one side. What parts them may be no more than the blank inside of such a word. */
static int
tears(const struct spaced *s, struct slice line, size_t k)
{
	struct slice a = {line.p + s->cell[k - 1].from, s->cell[k - 1].to - s->cell[k - 1].from};
	struct slice b = {line.p + s->cell[k].from, s->cell[k].to - s->cell[k].from};
	int more_before, more_behind;

	return ends_with_letter(a, 0, &more_before) && ends_with_letter(b, 1, &more_behind) && (more_before || more_behind);
}

/* The columns that the line fitted last may tear a word at: a bit each. */
static uint64_t
torn_at(const struct spaced *s, struct slice line)
{
	uint64_t at = 0;
	size_t k;

	for (k = 1; k < s->n && k < 64; k++)
		at |= s->cell[k].to && s->cell[k - 1].to && tears(s, line, k) ? UINT64_C(1) << k : 0;
	return at;
}

/* Where lines end, and how wide their last cells are at least. */
struct ends {
	size_t narrowest, shortest, longest;
	size_t left; /* where the last cell of the first line begins */
	int apart;   /* that of another begins elsewhere */
	int clauses; /* each is of small letters of ASCII, as a sentence goes on */
};

static void
see_end(const struct spaced *s, struct slice line, struct ends *e)
{
	size_t k = s->n - 1, wide;

	while (k && s->cell[k].to == 0)
		k--;
	wide = s->cell[k].right - s->cell[k].left;
	e->apart |= e->longest && s->cell[k].left != e->left;
	e->left = e->longest ? e->left : s->cell[k].left;
	e->clauses &= line.p[s->cell[k].from] >= 'a' && line.p[s->cell[k].from] <= 'z';
	e->narrowest = wide < e->narrowest ? wide : e->narrowest;
	e->shortest = s->cell[k].right < e->shortest ? s->cell[k].right : e->shortest;
	e->longest = s->cell[k].right > e->longest ? s->cell[k].right : e->longest;
}

/* A paragraph that is filled to its right edge, with blanks inside. */
static int
is_filled(const struct ends *e)
{
	return layout_is_filled(e->narrowest, e->shortest, e->longest) || (e->clauses && e->apart && e->shortest == e->longest);
}

/* A cell of the line fitted last stands across the column behind its own. */
static int
crosses(const struct spaced *s)
{
	size_t k;

	for (k = 0; k + 1 < s->n; k++)
		if (s->cell[k].to && s->cell[k].right > s->column[k + 1].left)
			return 1;
	return 0;
}

/* Most columns of S, in LINE, are called as those of tables are, and words are far apart below, too: columns that do not hold. */
static int
is_unread(const struct spaced *s, struct lines *in, struct slice line)
{
	static struct extent part[SPACED_WORDS];
	size_t i = 0, k, known = 0, apart = 0;
	struct line l;

	columns_load();
	for (k = 0; k < s->n; k++) {
		enum column kind = column_kind((struct slice){line.p + s->column[k].from, s->column[k].to - s->column[k].from}, (struct place){0});

		known += kind > COL_DATA && kind != COL_STATE && kind != COL_PERIOD;
	}
	for (k = 0; k < BELOW && 2 * known > s->n; k++) {
		if (!peek_text(in, &i, &l))
			return 0;
		apart += runs(part, l.text, 2) > 1;
	}
	return apart > 0;
}

static int
begins(struct spaced *s, struct lines *in, struct slice line)
{
	size_t i = 0, k, full = 0, rows = slice_eq(line, slice_of(&s->header)) ? 1 : 2;
	struct ends ends = {.narrowest = (size_t)-1, .shortest = (size_t)-1, .clauses = 1};
	struct line l;
	uint64_t torn;

	s->n = runs(s->column, line, 2);
	if (s->n < SPACED_MIN)
		return 0;
	memcpy(s->cell, s->column, sizeof(s->cell));
	for (k = 0; k < s->n; k++)
		if (!layout_may_be_name((struct slice){line.p + s->cell[k].from, s->cell[k].to - s->cell[k].from}))
			return 0;
	see_end(s, line, &ends);
	torn = torn_at(s, line);
	for (k = 0; k < rows;) {
		static struct extent part[SPACED_WORDS];
		size_t at[SPACED_WORDS];

		if (!peek_text(in, &i, &l))
			return 0;
		if (goes_on(s, l.text, part, at))
			continue;
		if (!fits(s, l.text) || crosses(s))
			return 0;
		see_end(s, l.text, &ends);
		torn &= torn_at(s, l.text);
		full += is_full(s);
		k++;
	}
	if (full == 0 || torn || is_filled(&ends))
		return 0;
	buf_clear(&s->header);
	buf_adds(&s->header, line);
	return 1;
}

void
spaced_forget(struct spaced *s)
{
	buf_clear(&s->header);
}

/* Two blanks in a row: asked of every line of text, so it is cheap. */
static int
has_gap(struct slice s)
{
	size_t i, len;

	for (i = blank_next(s, 0); i < s.n; i = blank_next(s, i + len)) {
		len = s.p[i] == ' ' ? 1 : 3;
		if ((len > 1 || i) && i + len < s.n && (s.p[i + len] == ' ' || s.p[i + len] == '\xe3'))
			return 1;
	}
	return 0;
}

/* LINE, behind a row, is none, and begins where a column but the first does: a part of a cell that nothing gives to a row. What is
 * behind it may be rows as well. */
static int
breaks(const struct spaced *s, struct slice line)
{
	struct extent part[SPACED_WORDS];
	size_t k = 1, n = runs(part, line, 2);

	while (n && k < s->n && s->column[k].left != part[0].left)
		k++;
	return n && k < s->n;
}

int
spaced_row(struct spaced *s, struct lines *in, struct slice *line, size_t *more)
{
	struct line l;
	size_t i = 0;

	*more = 0;
	s->unread = 0;
	if (line->n == 0 || !has_gap(*line))
		return s->on = s->broken = 0;
	s->lines = 1;
	buf_clear(&s->copy);
	buf_adds(&s->copy, *line);
	*line = slice_of(&s->copy);
	if (s->broken && fits(s, *line) && is_full(s))
		s->on = 1; /* the table goes on behind the line that broke it */
	if (!s->on && !begins(s, in, *line)) {
		s->unread = !s->told && (s->n = runs(s->column, *line, 2)) >= SPACED_MIN && is_unread(s, in, *line);
		s->told |= s->unread;
		return s->broken = 0;
	}
	if (!fits(s, *line)) {
		s->broken = breaks(s, *line);
		return s->on = 0;
	}
	s->broken = 0;
	s->on = 1;
	while (peek_text(in, &i, &l) && add_line(s, l.text))
		*more = i;
	return 1;
}

struct slice
spaced_cell(const struct spaced *s, size_t i)
{
	if (s->lines > 1)
		return slice_of(&s->text[i]);
	return (struct slice){s->copy.p + s->cell[i].from, s->cell[i].to - s->cell[i].from};
}

struct slice
spaced_source(const struct spaced *s)
{
	return slice_of(s->lines > 1 ? &s->source : &s->copy);
}
