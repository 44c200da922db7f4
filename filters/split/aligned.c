/* aligned.c - columns that hold over a block; see aligned.h */
#include "split/aligned.h"

#include "base/blank.h"
#include "base/utf8.h"
#include "split/edges.h"
#include "split/loose.h"
#include "split/markdown.h"
#include "split/peek.h"

enum {
	BLOCK_BYTES = 16 * 1024,
	TRIES = 2   /* lines of a block at which a table may begin: below a title or two */
};

static int
ends_block(struct slice line)
{
	/* or a page does: pdftotext puts the form feed behind the last line */
	return markdown_is_blank(line) || *line.p == '\f' || memchr(line.p, '\t', line.n) || markdown_heading(line) || markdown_fence(line);
}

static int
is_ascii(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n && (unsigned char)s.p[i] < 0x80; i++)
		;
	return i == s.n;
}

/* The next way to count behind HOW, all of which are to be tried: where no character is ambiguous, they come to the same, but for
 * the one that counts characters. */
static int
next_way(const struct aligned *a, int how)
{
	if (a->block.ascii)
		return WIDTHS;
	return a->block.told && how < WIDTH_CHARS ? WIDTH_CHARS : how + 1;
}

static void
see_characters(struct aligned *a)
{
	a->block.ascii = is_ascii(slice_of(&a->block.text));
	a->block.told = width_is_told(slice_of(&a->block.text));
}

/* The lines that there are so far may have columns, by one of the ways to count. */
static int
may_have_columns(struct aligned *a)
{
	struct layout l;
	int how;

	see_characters(a);
	for (how = 0; how < WIDTHS; how = next_way(a, how))
		if (gaps_columns(&a->block, (enum width)how, &l))
			return 1;
	return 0;
}

/* - 1 -: the number of the page, below its last row. */
static int
is_page_number(struct slice line)
{
	enum { CHARS = 10 };
	struct slice s = blank_trim(line);
	size_t i, digits = 0;

	for (i = 0; i < s.n; i++) {
		if (!strchr("0123456789- ", s.p[i]))
			return 0;
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	}
	return digits && s.n <= CHARS && s.p > line.p && s.p[0] == '-' && s.p[s.n - 1] == '-';
}

/* The lines from LINE to the end of the block, without a rule below the first: there is one in *RULED. Most paragraphs show in
 * their first lines that they have no columns: of them there is no more. */
static void
read_block(struct aligned *a, struct lines *in, struct slice line, int *ruled)
{
	struct line l;
	size_t i = 0, seen = 0;

	*ruled = 0;
	buf_clear(&a->block.text);
	buf_adds(&a->block.text, line);
	a->block.end[0] = a->block.text.n;
	a->block.n = 1;
	a->loose = loose_blanks(in);
	while (a->block.n < PAGEBLOCK_LINES && a->block.text.n < BLOCK_BYTES && loose_next(in, &i, &l, a->loose)) {
		if (seen++ == 0 && (*ruled = layout_is_rule(l.text)))
			continue;
		if (layout_is_rule(l.text) || markdown_is_break(l.text)) {
			if (layout_is_rule(l.text) && *ruled && a->block.n == 2 && peek_line(in, &i, &l) && !markdown_is_blank(l.text))
				a->block.n = 1; /* one line between two rules, and more behind: names, and what stands above them a title */
			break;
		}
		if (is_page_number(l.text))
			break;
		buf_adds(&a->block.text, l.text);
		a->block.end[a->block.n++] = a->block.text.n;
		if (a->block.n == 2 && !blank_may_be_in(l.text))
			return; /* of one word: no row */
		if (a->block.n == GAPS_FIRST + 1 && !may_have_columns(a)) {
			a->block.n = 1;
			return;
		}
	}
	see_characters(a);
}

/* A and B are the same words: on another page the columns may be as wide as its own cells ask for. */
static int
has_words(struct slice a, struct slice b)
{
	struct place_on_page x[LAYOUT_COLUMNS], y[LAYOUT_COLUMNS];
	size_t i, n = layout_parts(a, x);

	if (n == 0 || n != layout_parts(b, y))
		return 0;
	for (i = 0; i < n; i++)
		if (!slice_eq((struct slice){a.p + x[i].from, x[i].to - x[i].from}, (struct slice){b.p + y[i].from, y[i].to - y[i].from}))
			return 0;
	return 1;
}

static enum looks_like
begins(struct aligned *a, struct lines *in, struct slice line)
{
	struct edges_case as = {.block = &a->block, .above = {"", 0}};
	struct view v;
	size_t most = 0;
	int how, unsure = 0;

	read_block(a, in, line, &as.ruled);
	if (a->tries || a->blanks <= a->loose)
		as.above = slice_of(&a->above);
	as.named_before = has_words(line, slice_of(&a->header));
	if (a->block.n < 2 || !blank_may_be_in(pageblock_line(&a->block, 1)))
		return LOOKS_LIKE_NONE;
	a->v.l.n = 0;
	for (how = 0; how < WIDTHS; how = next_way(a, how)) {
		enum looks_like verdict = gaps_columns(&a->block, (enum width)how, &v.l) ? edges_weigh(&as, &v) : LOOKS_LIKE_NONE;

		unsure |= verdict == LOOKS_UNSURE && v.l.n > 2;
		if (as.named_before && v.l.n != a->columns && !slice_eq(line, slice_of(&a->header)))
			continue;
		if (verdict != LOOKS_LIKE_TABLE || v.l.n < a->v.l.n || (v.l.n == a->v.l.n && v.straight <= most))
			continue;
		most = v.straight;
		a->v = v;
	}
	a->torn = a->v.l.n == 0 && unsure && as.ruled;
	if (a->v.l.n == 0)
		return unsure ? LOOKS_UNSURE : LOOKS_LIKE_NONE;
	buf_clear(&a->header);
	buf_adds(&a->header, line);
	a->columns = a->v.l.n;
	return LOOKS_LIKE_TABLE;
}

/* 、 or 。 stands in the line: a clause, and no names. */
static int
has_clause(struct slice line)
{
	const char *p = line.p, *end = p + line.n;

	for (; end - p >= 3 && (p = memchr(p, '\xe3', (size_t)(end - p - 2))); p++)
		if (p[1] == '\x80' && (p[2] == '\x81' || p[2] == '\x82'))
			return 1;
	return 0;
}

/* Two words at least, by a look at the bytes: asked of every line of text. */
static int
may_begin(const struct aligned *a, struct slice line)
{
	size_t i = 0, end = line.n;

	if (a->tries >= TRIES || !blank_may_be_in(line) || has_clause(line))
		return 0;
	while (i < end && line.p[i] == ' ')
		i++;
	return line.p[i] != '|' && !layout_is_rule(line);
}

/* The lines behind the one at hand that go on with its row. */
static size_t
add_lines(struct aligned *a, struct lines *in, struct place_on_page *above)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t i = 0, k, more = 0, exact;
	struct line l;

	while (peek_line(in, &i, &l) && a->row.lines < PAGEBLOCK_LINES && !ends_block(l.text) && layout_cut(&a->v.l, l.text, cell, &exact) &&
	       edges_goes_on(&a->v, above, l.text, cell)) {
		laid_add(&a->row, l.text, cell);
		for (k = 0; k < a->v.l.n; k++)
			if (cell[k].to)
				above[k] = cell[k];
		more = i;
	}
	return more;
}

/* LINE begins no table: it is the line above the next one. */
static void
pass(struct aligned *a, struct slice line)
{
	buf_clear(&a->above);
	a->blanks = 0;
	if (blank_may_be_in(line))
		buf_adds(&a->above, line);
}

enum aligned_line
aligned_line(struct aligned *a, struct lines *in, struct slice *line, size_t *more)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t exact, n;

	*more = 0;
	if (!a->on && !may_begin(a, *line)) {
		pass(a, *line);
		return ALIGNED_NONE;
	}
	buf_clear(&a->copy);
	buf_adds(&a->copy, *line);
	*line = slice_of(&a->copy);
	if (!a->on) {
		enum looks_like verdict = begins(a, in, *line);

		a->tries++;
		pass(a, *line);
		if (verdict == LOOKS_UNSURE)
			a->tries = TRIES;
		if (verdict != LOOKS_LIKE_TABLE)
			return verdict == LOOKS_UNSURE ? ALIGNED_UNREAD : ALIGNED_NONE;
	}
	n = layout_cut(&a->v.l, *line, cell, &exact);
	if (a->page && (n != exact || has_words(*line, slice_of(&a->header)))) {
		aligned_end(a);
		return aligned_line(a, in, line, more); /* this page has columns of its own */
	}
	a->page = 0;
	a->on = n > 0;
	a->blanks = 0;
	if (n == 0 || (n == 1 && (cell[0].to || is_page_number(*line))))
		return ALIGNED_NONE; /* the table ends, or a title, or a page's number, stands in it */
	laid_begin(&a->row, a->v.l.n);
	laid_add(&a->row, *line, cell);
	*more = add_lines(a, in, cell);
	return ALIGNED_ROW;
}

int
aligned_rule(const struct aligned *a, struct slice line)
{
	return a->on && layout_is_rule(line);
}

void
aligned_end(struct aligned *a)
{
	a->on = a->page = a->torn = 0;
	a->tries = 0;
}

void
aligned_page(struct aligned *a)
{
	a->page = a->on;
}

void
aligned_blank(struct aligned *a)
{
	a->blanks++;
	if (!a->on || (!a->page && a->blanks > a->loose))
		aligned_end(a);
}

void
aligned_forget(struct aligned *a)
{
	aligned_end(a);
	buf_clear(&a->header);
	buf_clear(&a->above);
}
