/* roster.c - lists of persons; see roster.h */
#include "split/roster.h"

#include "base/blank.h"
#include "base/utf8.h"
#include "split/markdown.h"
#include "split/peek.h"
#include "words/kinds.h"

enum {
	PAGE = GAPS_PAGE,    /* no cell ends beyond */
	ROWS = 2, NAMES = 3, /* a list has so many lines, and names */
	TRIES = 3,           /* lines of a block at which one may begin */
	LETTERS = 3,         /* a name has so many places */
	LONGEST = 4,         /* letters of a part of one */
	LABELLED = 12,       /* characters that stand beside one, an office or a title, and no more */
	FAR_APART = 3,           /* places between two letters of one, at most */
	OFTEN = 6, KANA = 0x3041, KANJI_END = 0x9fff
};

/* A stretch of the page in which some line has a character at each place. */
struct stretch {
	size_t left, right; /* the place behind */
	size_t parts;       /* stretches that were put together */
	int letters;        /* nothing but letters of Japanese */
	int constant;       /* the same in all lines, and more than a letter that names often end with */
};

static int
is_letter(uint32_t c)
{
	return (c >= KANA && c <= KANJI_END) || c == 0x3005; /* 々 */
}

/* A letter stands alone between blanks. */
static int
has_letter_alone(struct slice line)
{
	size_t i = 0, from = 0, len, one;

	while (i < line.n) {
		len = blank_at((struct slice){line.p + i, line.n - i});
		if (len == 0) {
			i = blank_suspect(line, i + 1);
			continue;
		}
		if (i - from == 3 && is_letter(utf8_next(line.p + from, 3, &one)) && one == 3)
			return 1;
		from = i += len;
	}
	return 0;
}

/* The text of LINE from place LEFT to RIGHT, counted so, without the blanks around it. */
static struct slice
text_at(struct slice line, enum width how, size_t left, size_t right)
{
	size_t i, len, at = 0, from = line.n, to = 0;

	for (i = 0; i < line.n && at < right; i += len) {
		struct slice rest = {line.p + i, line.n - i};
		size_t wide = width_next(rest, how, &len);

		if (at >= left && !blank_at(rest)) {
			from = from < i ? from : i;
			to = i + len;
		}
		at += wide;
	}
	return to ? (struct slice){line.p + from, to - from} : (struct slice){line.p, 0};
}

static int
are_letters(struct slice s)
{
	size_t i, len;

	for (i = 0; i < s.n; i += len)
		if (!is_letter(utf8_next(s.p + i, s.n - i, &len)) && !blank_at((struct slice){s.p + i, s.n - i}))
			return 0;
	return 1;
}

/* What stands in S in the first N lines. */
static void
look(struct stretch *s, const struct pageblock *b, enum width how, size_t n)
{
	struct slice first = {"", 0};
	size_t i, filled = 0;

	s->letters = s->constant = s->parts = 1;
	for (i = 0; i < n; i++) {
		struct slice text = text_at(pageblock_line(b, i), how, s->left, s->right);

		if (text.n == 0)
			continue;
		if (filled++ == 0)
			first = text;
		s->letters &= are_letters(text);
		s->constant &= slice_eq(first, text);
	}
	s->constant &= utf8_count(first.p, first.n) > 1 || filled >= OFTEN;
}

/* The stretches of the first N lines; their number, 0 if there are too many. */
static size_t
find(struct stretch *s, const struct pageblock *b, enum width how, size_t n)
{
	char taken[PAGE];
	size_t at, k = 0;

	gaps_places(b, how, 0, n, taken);
	for (at = 0; at < PAGE; at++) {
		if (!taken[at])
			continue;
		if (k == LAYOUT_COLUMNS)
			return 0;
		s[k].left = at;
		while (at < PAGE && taken[at])
			at++;
		s[k].right = at;
		look(&s[k], b, how, n);
		k++;
	}
	return k;
}

/* The letters of a name: A and B, UNIT being the width of a letter. */
static int
are_parts(const struct stretch *a, const struct stretch *b, size_t unit)
{
	size_t x = (a->right - a->left) / unit, y = (b->right - b->left) / unit;

	if (!a->letters || !b->letters || a->constant || b->constant || b->left - a->right > unit)
		return 0;
	return (a->parts > 1 || x <= LONGEST) && y <= LONGEST && (a->parts > 1 || x == 1 || y == 1);
}

/* One letter, and the name beside it, from which it stands further apart than those of other names do. */
static int
is_last_letter(const struct stretch *a, const struct stretch *b, size_t unit)
{
	int alone = (a->parts == 1 && a->right - a->left == unit) || (b->parts == 1 && b->right - b->left == unit);

	return alone && a->letters && b->letters && !a->constant && !b->constant && b->left - a->right <= FAR_APART * unit;
}

/* One letter is left alone: it is of a word whose others may have gone elsewhere. */
static int
has_letter_left(const struct stretch *s, size_t n, size_t unit)
{
	size_t k;

	for (k = 0; k < n && !(s[k].letters && !s[k].constant && s[k].right - s[k].left == unit); k++)
		;
	return k < n;
}

static size_t
put_together(struct stretch *s, size_t n, size_t unit, int (*are)(const struct stretch *, const struct stretch *, size_t))
{
	size_t i, k = 0;

	for (i = 1; i < n; i++)
		if (are(&s[k], &s[i], unit)) {
			s[k].right = s[i].right;
			s[k].parts += s[i].parts;
		} else {
			s[++k] = s[i];
		}
	return n ? k + 1 : 0;
}

/* What the cells of a column show. */
struct rostered {
	size_t filled, left, right, at_left, at_right; /* the edges of the first, and how many have them */
	size_t letters, apart, others; /* nothing but letters; some that stand apart; not the same as the first */
	size_t longest;                /* characters */
	struct slice first;
};

/* Column K of the first N lines. */
static struct rostered
rostered_of(const struct layout *l, const struct pageblock *b, size_t n, size_t k)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	struct rostered c = {0};
	size_t i, exact;

	for (i = 0; i < n; i++) {
		struct slice line = pageblock_line(b, i), text;

		if (!layout_cut(l, line, cell, &exact) || cell[k].to == 0)
			continue;
		text = (struct slice){line.p + cell[k].from, cell[k].to - cell[k].from};
		if (c.filled++ == 0) {
			c.left = cell[k].left;
			c.right = cell[k].right;
			c.first = text;
		}
		c.at_left += cell[k].left == c.left;
		c.at_right += cell[k].right == c.right;
		c.letters += (size_t)are_letters(text);
		c.apart += (size_t)has_letter_alone(text);
		c.others += !slice_eq(text, c.first);
		if (utf8_count(text.p, text.n) > c.longest)
			c.longest = utf8_count(text.p, text.n);
	}
	return c;
}

/* They are names: letters, most of which stand apart, from one place to another, and not the same in all. */
static int
are_names(const struct rostered *c, size_t unit)
{
	return c->filled >= ROWS && c->others && 2 * c->apart > c->filled && c->letters == c->filled && c->at_left == c->filled &&
	       c->at_right == c->filled && c->right - c->left >= LETTERS * unit;
}

/* Blanks part the columns of N stretches: one of ASCII stands between any two letters where a page was printed so. */
static int
are_parted(const struct stretch *s, size_t n, const struct pageblock *b)
{
	size_t k, least = text_has(slice_of(&b->text), slice_z("\xe3\x80\x80")) ? 1 : 2; /* U+3000 */

	for (k = 1; k < n && s[k].left >= s[k - 1].right + least; k++)
		;
	return k == n;
}

/* Letters stand apart in cells that begin and end anywhere: the columns are not these. */
static int
are_crooked(const struct rostered *c)
{
	return c->apart && c->at_left < c->filled && c->at_right < c->filled;
}

/* The first N lines are a list of persons, counted so: fills in the columns. How many names they have; 0: they are none. */
static size_t
is_list(struct roster *r, enum width how, size_t n)
{
	struct stretch s[LAYOUT_COLUMNS];
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t i, k, exact, unit = how == WIDTH_CHARS ? 1 : 2, columns = find(s, &r->block, how, n), names = 0;
	int labels = 0; /* the first column: what it may label stands in the others */

	columns = put_together(s, columns, unit, are_parts);
	columns = put_together(s, columns, unit, is_last_letter);
	if (columns < 2 || has_letter_left(s, columns, unit) || !are_parted(s, columns, &r->block))
		return 0;
	r->l = (struct layout){.n = columns, .how = how};
	for (k = 1; k < columns; k++)
		r->l.left[k] = s[k].left;
	for (i = 0; i < n; i++)
		if (!layout_cut(&r->l, pageblock_line(&r->block, i), cell, &exact) || cell[0].to == 0)
			return 0;
	for (k = 0; k < columns; k++) {
		struct rostered c = rostered_of(&r->l, &r->block, n, k);

		if (are_crooked(&c) || (labels && c.longest > LABELLED))
			return 0;
		labels |= k == 0 && are_names(&c, unit);
		names += are_names(&c, unit) ? c.filled : 0;
	}
	return names >= NAMES ? names : 0;
}

/* The lines from LINE on to the end of the block. */
static void
read_block(struct roster *r, struct lines *in, struct slice line)
{
	struct pageblock *b = &r->block;
	struct line l;
	size_t i = 0;

	buf_clear(&b->text);
	buf_adds(&b->text, line);
	b->end[0] = b->text.n;
	b->n = 1;
	while (b->n < PAGEBLOCK_LINES && peek_line(in, &i, &l) && l.text.n && *l.text.p != '\f' && !memchr(l.text.p, '\t', l.text.n) &&
	       !markdown_is_blank(l.text) && !markdown_begins_block(l.text) && blank_may_be_in(l.text)) {
		buf_adds(&b->text, l.text);
		b->end[b->n++] = b->text.n;
	}
}

/* A line has these cells, none with another behind it, as an office has its person: it goes on with the row above. */
static int
goes_on(const struct roster *r, const struct place_on_page *cell)
{
	size_t k;

	for (k = 0; k < r->l.n; k++)
		if (cell[k].to && (k + 1 == r->l.n || cell[k + 1].to))
			return 0;
	return 1;
}

/* How many lines behind the first N go on with the last of them, from where cells above begin. */
static size_t
lines_going_on(const struct roster *r, size_t n)
{
	struct place_on_page first[LAYOUT_COLUMNS], cell[LAYOUT_COLUMNS];
	size_t i, k, exact;

	layout_cut(&r->l, pageblock_line(&r->block, 0), first, &exact);
	for (i = n; i < r->block.n && layout_cut(&r->l, pageblock_line(&r->block, i), cell, &exact) && goes_on(r, cell); i++)
		for (k = 0; k < r->l.n; k++)
			if (cell[k].to && cell[k].left != first[k].left)
				return i - n;
	return i - n;
}

/* A column of names has letters that stand alone in two lines at least: what most blocks lack is no list. */
static int
may_be_list(const struct pageblock *b)
{
	size_t i, lines = 0;

	for (i = 0; i < b->n && lines < ROWS; i++)
		lines += (size_t)has_letter_alone(pageblock_line(b, i));
	return lines == ROWS;
}

/* A list begins with LINE: the fewest lines that have most names. */
static int
begins(struct roster *r, struct lines *in, struct slice line)
{
	static const enum width ways[] = {WIDTH_CHARS, WIDTH_WIDE};
	size_t n, i, most = 0, lines = 0;
	enum width how = WIDTH_CHARS;

	read_block(r, in, line);
	if (!may_be_list(&r->block))
		return 0;
	for (n = ROWS; n <= r->block.n; n++)
		for (i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
			size_t names = is_list(r, ways[i], n);

			if (names <= most)
				continue;
			most = names;
			lines = n;
			how = ways[i];
		}
	if (most == 0)
		return 0;
	is_list(r, how, lines);
	r->rows = lines + lines_going_on(r, lines);
	r->rest = r->rows < r->block.n;
	return 1;
}

/* LINE, the one of the list at hand, and those behind it that go on with it. */
static void
take_row(struct roster *r, struct lines *in, struct slice line, size_t *more)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	struct line l;
	size_t i = 0, exact;

	layout_cut(&r->l, line, cell, &exact);
	laid_begin(&r->row, r->l.n);
	laid_add(&r->row, line, cell);
	while (--r->rows && peek_line(in, &i, &l) && layout_cut(&r->l, l.text, cell, &exact) && goes_on(r, cell)) {
		laid_add(&r->row, l.text, cell);
		*more = i;
	}
}

enum roster_line
roster_line(struct roster *r, struct lines *in, struct slice *line, size_t *more)
{
	int rest = r->rest;

	*more = 0;
	if (r->rows == 0 && (r->tries >= TRIES || !blank_may_be_in(*line) || !has_letter_alone(*line)))
		return ROSTER_NONE;
	buf_clear(&r->copy);
	buf_adds(&r->copy, *line);
	*line = slice_of(&r->copy);
	if (r->rows == 0) {
		r->tries++;
		r->rest = 0;
		if (!begins(r, in, *line))
			return rest ? ROSTER_UNREAD : ROSTER_NONE;
	}
	take_row(r, in, *line, more);
	return ROSTER_ROW;
}

void
roster_end(struct roster *r)
{
	r->rows = r->tries = 0;
	r->rest = 0;
}
