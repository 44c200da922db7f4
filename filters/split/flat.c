/* flat.c - cells with one blank between them; see flat.h */
#include "split/flat.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "split/loose.h"
#include "split/markdown.h"

enum {
	BLOCK_LINES = 64,
	TRIES = 3,        /* lines of a block at which a table may begin: below a title or two */
	NAMES = 3,        /* at least; and figures or marks of rows without names */
	ROWS = 2,         /* below names; without them or without a run at their ends: */
	ROWS_ALONE = 3,
	NAME_CHARS = 16,
	YEARS = 1900, YEARS_END = 2100
};

/* What the words of a line are. */
struct words {
	size_t n, typed; /* typed: at its end */
	int wide;        /* it begins with a letter beyond ASCII */
	int prose;       /* it ends with a full stop */
	unsigned char type[LAYOUT_COLUMNS];
};

static struct slice
word_of(struct slice line, const struct place_on_page *w)
{
	return (struct slice){line.p + w->from, w->to - w->from};
}

static size_t
places(struct slice line, size_t gap, struct place_on_page *at)
{
	while (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	return layout_words(line, WIDTH_WIDE, gap, at);
}

static void
read_words(struct words *w, struct slice line, size_t gap)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	size_t i, len;

	w->n = places(line, gap, at);
	for (i = 0; i < w->n; i++)
		w->type[i] = (unsigned char)wordtype(word_of(line, &at[i]));
	for (i = w->n; i && w->type[i - 1] != WORD_TEXT; i--)
		;
	w->typed = w->n - i;
	w->wide = w->n && utf8_next(line.p + at[0].from, line.n - at[0].from, &len) >= 0x80;
	w->prose = w->n && at[w->n - 1].to >= 3 && memcmp(line.p + at[w->n - 1].to - 3, "\xe3\x80\x82", 3) == 0; /* 。 */
}

/* 2024, 2024年度: a figure that names. */
static int
is_year(struct slice s)
{
	unsigned long n = 0;
	size_t i;

	for (i = 0; i < s.n && i < 4 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		n = 10 * n + (unsigned long)(s.p[i] - '0');
	return i == 4 && n >= YEARS && n < YEARS_END && (s.n == 4 || (unsigned char)s.p[4] >= 0x80);
}

/* ○：完了 is what a sign means, and no name. */
static int
explains_sign(struct slice s)
{
	size_t i, len, n;

	for (i = 0; i < s.n; i += len) {
		utf8_next(s.p + i, s.n - i, &len);
		n = i + len;
		if (wordtype((struct slice){s.p + i, len}) == WORD_GRADE && n < s.n &&
		    (strchr(":=", s.p[n]) || slice_begins((struct slice){s.p + n, s.n - n}, "\xef\xbc\x9a") ||
		     slice_begins((struct slice){s.p + n, s.n - n}, "\xef\xbc\x9d"))) /* ：＝ */
			return 1;
	}
	return 0;
}

static int
are_names(const struct words *w, struct slice line, size_t gap)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	size_t i;

	places(line, gap, at);
	if (w->n < NAMES || w->n > FLAT_WORDS || w->type[0] != WORD_TEXT)
		return 0;
	for (i = 0; i < w->n; i++) {
		struct slice s = word_of(line, &at[i]);

		if (!layout_may_be_name(s) || explains_sign(s) || utf8_count(s.p, s.n) > NAME_CHARS || w->type[i] == WORD_DASH)
			return 0;
		if (w->type[i] == WORD_FIGURE && !is_year(s))
			return 0;
	}
	return 1;
}

/* The line at hand, and the others of its block, without a rule below the first. */
struct flatblock {
	size_t n;
	int ruled;
	struct words line[BLOCK_LINES];
};

static int
ends_block(struct slice line)
{
	return markdown_is_blank(line) || *line.p == '\f' || memchr(line.p, '\t', line.n) || memchr(line.p, '|', line.n) || markdown_begins_block(line);
}

static void
look(struct flatblock *s, struct lines *in, struct slice line, const struct flat *f)
{
	struct line l;
	size_t i = 0, seen = 0;

	read_words(&s->line[0], line, f->gap);
	s->n = 1;
	s->ruled = 0;
	while (s->n < BLOCK_LINES && loose_next(in, &i, &l, f->loose)) {
		if (seen++ == 0 && (s->ruled = layout_is_rule(l.text)))
			continue;
		if (layout_is_rule(l.text) || ends_block(l.text))
			return;
		read_words(&s->line[s->n++], l.text, f->gap);
	}
}

/* The columns that a line of W has: BEFORE typed words, the others, BEHIND typed words. */
static int
fits(const struct words *w, size_t n, size_t before, size_t behind)
{
	if (w->n < n || w->typed < behind || (w->typed > behind && w->n > n))
		return 0;
	return before == 0 || w->type[0] == WORD_FIGURE;
}

/* The words of column K from the right, of lines FROM to TO that end in TYPED words, are of one type, and no dashes alone. */
static enum wordtype
type_of_column(const struct flatblock *s, size_t from, size_t to, size_t typed, size_t k)
{
	size_t i, types[WORD_DASH + 1] = {0};

	for (i = from; i < to; i++)
		if (s->line[i].typed >= typed)
			types[s->line[i].type[s->line[i].n - 1 - k]]++;
	if (types[WORD_TEXT] || (types[WORD_FIGURE] && types[WORD_GRADE]))
		return WORD_TEXT;
	return types[WORD_FIGURE] ? WORD_FIGURE : types[WORD_GRADE] ? WORD_GRADE : WORD_TEXT;
}

/* Lines from FROM on that are rows of so many columns: their number. */
static size_t
count_rows(const struct flatblock *s, size_t from, size_t n, size_t before, size_t behind)
{
	size_t i = from;

	while (i < s->n && fits(&s->line[i], n, before, behind) && !s->line[i].prose)
		i++;
	return i - from;
}

/* Lines from FROM on that end as rows do. */
static size_t
count_ends(const struct flatblock *s, size_t from, size_t behind)
{
	size_t i, n = 0;

	for (i = from; i < s->n; i++)
		n += s->line[i].typed >= behind;
	return n;
}

/* Below names: the columns of the rows, for those that are BEFORE typed words. */
static enum flat_line
below_names(struct flat *f, const struct flatblock *s, size_t before)
{
	size_t n = s->line[0].n, behind = n - 1 - before, k, contrast = 0;
	size_t rows = count_rows(s, 1, n, before, behind), ends = count_ends(s, 1, behind);

	if (behind < 2 - before || ends < ROWS || (rows < ROWS && ends < (s->n - 1) / 2))
		return FLAT_NONE;
	for (k = 0; k < behind; k++) {
		enum wordtype type = type_of_column(s, 1, s->n, behind, k);

		if (type == WORD_TEXT)
			return FLAT_NONE;
		contrast += type != s->line[0].type[n - 1 - k];
	}
	if (2 * contrast < behind)
		return FLAT_NONE;
	if (ends > rows || (1 + rows < s->n && s->line[1 + rows].n == n)) /* a cell breaks into lines, or a line stands between */
		return before ? FLAT_NONE : FLAT_UNREAD;
	f->n = n;
	f->before = before;
	f->behind = behind;
	f->rows = 1 + rows;
	return FLAT_ROW;
}

/* As many words as names in each line, and a column at least that is of another type than its name. */
static enum flat_line
word_by_word(struct flat *f, const struct flatblock *s)
{
	size_t n = s->line[0].n, k, i, contrast = 0;

	for (i = 1; i < s->n && s->line[i].n == n && !s->line[i].prose; i++)
		;
	if (i < s->n || i <= ROWS_ALONE)
		return FLAT_NONE;
	for (k = 0; k < n; k++) {
		enum wordtype type = type_of_column(s, 1, i, 0, n - 1 - k);

		contrast += type != WORD_TEXT && type != s->line[0].type[k];
	}
	if (contrast == 0)
		return FLAT_NONE;
	f->n = n;
	f->before = n - 1;
	f->behind = 0;
	f->rows = i;
	return FLAT_ROW;
}

/* Rows without names: the line at hand, and all below it, end in as many figures or marks, and begin with Japanese. */
static enum flat_line
without_names(struct flat *f, const struct flatblock *s)
{
	size_t behind = s->line[0].typed, k, rows = 0;

	if (behind < NAMES || behind >= FLAT_WORDS)
		return FLAT_NONE;
	while (rows < s->n && s->line[rows].wide && s->line[rows].typed == behind && s->line[rows].n > behind && !s->line[rows].prose)
		rows++;
	if (rows < ROWS_ALONE || count_ends(s, rows, NAMES))
		return FLAT_NONE;
	for (k = 0; k < behind; k++)
		if (type_of_column(s, 0, rows, behind, k) == WORD_TEXT)
			return FLAT_NONE;
	f->n = behind + 1;
	f->before = 0;
	f->behind = behind;
	f->rows = rows;
	return FLAT_ROW;
}

/* The words that stand apart by two blanks or more: as many in each line are cells, wherever on the page they begin. */
static enum flat_line
by_gaps(struct flat *f, struct lines *in, struct slice line)
{
	struct flatblock s;

	f->gap = 2;
	look(&s, in, line, f);
	return are_names(&s.line[0], line, f->gap) ? word_by_word(f, &s) : FLAT_NONE;
}

static enum flat_line
begins(struct flat *f, struct lines *in, struct slice line)
{
	struct flatblock s;
	enum flat_line kind;

	f->loose = loose_blanks(in);
	if (by_gaps(f, in, line) == FLAT_ROW)
		return FLAT_ROW;
	f->gap = 1;
	look(&s, in, line, f);
	if (!are_names(&s.line[0], line, f->gap))
		return without_names(f, &s);
	kind = word_by_word(f, &s); /* it takes all lines, where it takes any */
	if (kind == FLAT_NONE)
		kind = below_names(f, &s, 0);
	return kind == FLAT_NONE ? below_names(f, &s, 1) : kind;
}

/* The cells of LINE. */
static void
cut(struct flat *f, struct slice line)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	size_t k, n = places(line, f->gap, at);

	for (k = 0; k < f->n; k++) {
		size_t first = k <= f->before ? k : n - (f->n - k), last = k < f->before ? k : n - (f->n - k);

		f->cell[k] = (struct slice){line.p + at[first].from, at[last].to - at[first].from};
	}
}

/* Two blanks at least, as names of three columns have between them. */
static int
may_begin(const struct flat *f, struct slice line)
{
	size_t first;

	if (f->tries >= TRIES || line.n > 1024)
		return 0;
	first = blank_next(line, 0);
	return first < line.n && blank_next(line, first + 1) < line.n && !ends_block(line);
}

enum flat_line
flat_line(struct flat *f, struct lines *in, struct slice *line)
{
	enum flat_line kind;

	if (f->rows == 0 && !may_begin(f, *line))
		return FLAT_NONE;
	buf_clear(&f->copy);
	buf_adds(&f->copy, *line);
	*line = slice_of(&f->copy);
	if (f->rows == 0) {
		kind = begins(f, in, *line);
		f->tries = kind == FLAT_UNREAD ? TRIES : f->tries + 1;
		if (kind != FLAT_ROW)
			return kind;
	}
	f->rows--;
	cut(f, *line);
	return FLAT_ROW;
}

int
flat_rule(const struct flat *f, struct slice line)
{
	return f->rows && layout_is_rule(line);
}

void
flat_blank(struct flat *f)
{
	if (f->rows == 0 || f->loose == 0)
		flat_end(f);
}

void
flat_end(struct flat *f)
{
	f->rows = f->tries = 0;
}
