/* cellblock.c - lines that may be cells; see cellblock.h */
#include "split/cellblock.h"

#include <string.h>

#include "base/blank.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "split/layout.h"
#include "split/markdown.h"
#include "split/peek.h"
#include "split/wordtype.h"
#include "words/columns.h"
#include "words/stateword.h"

enum {
	FIRST_BYTES = 160, /* the title above a table, the names of its columns, or a cell */
	LINE_BYTES = 400,  /* a longer one is a paragraph */
	NAME_CHARS = 16,
	STATE_CHARS = 8, UNIT_CHARS = 2,
	COMMA = 0x3001,
	GAP = 2,           /* so many blank lines may stand between two cells */
	WITHIN = 14,       /* lines within which one shows a type */
	CIRCLED = 0x2460, CIRCLED_END = 0x2474 /* ① to ⑳ */
};

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A comma with no blank behind it, and not between digits, parts fields, but for those of a sentence: LINE has several cells. */
static int
has_fields(struct slice line)
{
	const char *p = line.p, *end = line.p + line.n;

	if (slice_ends(blank_trim(line), "\xe3\x80\x82"))
		return 0;
	while (p < end && (p = memchr(p, ',', (size_t)(end - p)))) {
		const char *at = p++;

		if (p < end && *p != ' ' && !(at > line.p && is_digit(at[-1]) && is_digit(*p)))
			return 1;
	}
	return 0;
}

int
cellblock_ends(struct slice line)
{
	struct slice body;

	return line.n == 0 || line.n > LINE_BYTES || *line.p == '\f' || memchr(line.p, '\t', line.n) || memchr(line.p, '|', line.n) ||
	       has_fields(line) || markdown_is_blank(line) || markdown_heading(line) || markdown_fence(line) || markdown_is_break(line) ||
	       markdown_quote(line, &body) || (line.n > 2 && strchr("-*+", *line.p) && markdown_item_width(line, 0));
}

int
cellblock_may_begin(struct slice line)
{
	return line.n && line.n <= FIRST_BYTES && !strchr(" \t|<#", *line.p) && !cellblock_ends(line);
}

static uint32_t
narrow(uint32_t c)
{
	return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

/* Behind a number, what is more than a unit: 3 池の清掃, 3.池 */
static int
is_titled(struct slice s)
{
	size_t len;

	if (s.n && !blank_at(s))
		utf8_next(s.p, s.n, &len);
	else
		len = 0;
	s = blank_trim((struct slice){s.p + len, s.n - len});
	return s.n && (unsigned char)*s.p >= 0xe3 && (len || utf8_count(s.p, s.n) > UNIT_CHARS);
}

/* (3), 3., 3 or ③ at the start of S, and what it looks like: a 3 in a longer word is none. */
static void
read_number(struct cell_line *l, struct slice s)
{
	size_t i = 0, len;
	uint32_t c = utf8_next(s.p, s.n, &len), open = 0;
	unsigned n = 0;

	if (c >= CIRCLED && c < CIRCLED_END) {
		l->number = c - CIRCLED + 1;
		l->form = CIRCLED;
		return;
	}
	if (narrow(c) == '(') {
		open = '(';
		i = len;
	}
	for (; i < s.n && n < 10000; i += len) {
		c = narrow(utf8_next(s.p + i, s.n - i, &len));
		if (c < '0' || c > '9')
			break;
		n = 10 * n + (c - '0');
	}
	if (n == 0 || n >= 10000)
		return;
	if (i == s.n || blank_at((struct slice){s.p + i, s.n - i}))
		c = ' ';
	else if (c != ')' && c != '.' && c != COMMA)
		return;
	l->number = n;
	l->form = (open << 16) + c;
	if (is_titled((struct slice){s.p + i, s.n - i}))
		l->type = WORD_TEXT;
}

/* Each word of S, and there are two at least, may name a column. */
static int
are_names(struct slice s, struct cell_line *l)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	size_t i, n = layout_parts(s, at);

	l->words = (unsigned char)n;
	for (i = 0; i < n; i++) {
		struct slice word = {s.p + at[i].from, at[i].to - at[i].from};

		if (!layout_may_be_name(word) || utf8_count(word.p, word.n) > NAME_CHARS || wordtype(word) != WORD_TEXT)
			return 0;
	}
	return n > 1;
}

static int
ends_with(struct slice s, const char *end)
{
	size_t n = strlen(end);

	return s.n >= n && memcmp(s.p + s.n - n, end, n) == 0;
}

static int
is_state(struct slice s)
{
	struct buf folded = {0};
	int is;

	if (s.n == 0 || s.n > STATE_CHARS * 4 || utf8_count(s.p, s.n) > STATE_CHARS)
		return 0;
	statewords_load();
	label_fold(&folded, s);
	is = folded.n && state_word(slice_of(&folded), (struct place){"cellblock.c", 0, 0}) != STATE_WORD_NONE;
	buf_free(&folded);
	return is;
}

static int
is_wide(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n && (unsigned char)s.p[i] < 0xe3; i++)
		;
	return i < s.n;
}

static void
read_line(struct cell_line *l, struct slice line, size_t gap)
{
	struct slice s = blank_trim(line);

	*l = (struct cell_line){.hash = hash_of(s), .gap = (unsigned char)gap};
	if (s.n == 0)
		return;
	l->wide = (unsigned char)is_wide(s);
	l->type = (unsigned char)wordtype(s);
	l->state = (unsigned char)(l->type == WORD_TEXT && l->wide && is_state(s));
	l->chars = (unsigned short)utf8_count(s.p, s.n);
	l->stop = (unsigned char)(ends_with(s, "\xe3\x80\x82") || ends_with(s, "\xef\xbc\x8e"));
	l->names = (unsigned char)are_names(s, l);
	l->name = (unsigned char)(l->type == WORD_TEXT && l->chars <= NAME_CHARS && layout_may_be_name(s));
	l->note = (unsigned char)(slice_begins(s, "\xe2\x80\xbb") || slice_begins(s, "\xe6\xb3\xa8")); /* ※ 注 */
	read_number(l, s);
}

/* Whether LINE, read as a line of a block, would have a type, or be a word for a state. */
static int
shows_type(struct slice line)
{
	struct cell_line l = {0};
	struct slice s = blank_trim(line);

	l.type = (unsigned char)wordtype(s);
	if (l.type == WORD_TEXT)
		return is_wide(s) && is_state(s);
	read_number(&l, s);
	return l.type != WORD_TEXT;
}

/* The next line of the block behind stream line *I ahead, and in *GAP how many blank ones are above it. 0 where it ends. */
static int
next_line(struct lines *in, size_t *i, struct line *l, size_t *gap)
{
	*gap = 0;
	while (peek_line(in, i, l)) {
		if (!markdown_is_blank(l->text))
			return !cellblock_ends(l->text);
		if (++*gap > GAP)
			break;
	}
	return 0;
}

/* A line that shows a type is near, so that it is worth to look at more: in running text, most often, there is none. */
static int
type_is_near(struct lines *in, struct slice line)
{
	struct line l;
	size_t i = 0, gap, n;
	int shows = shows_type(line);

	for (n = 1; !shows && n < WITHIN && next_line(in, &i, &l, &gap); n++)
		shows = shows_type(l.text);
	return shows;
}

void
cellblock_read(struct cellblock *b, struct lines *in, struct slice line)
{
	struct line l;
	size_t i = 0, gap;

	b->n = 0;
	if (!type_is_near(in, line))
		return;
	read_line(&b->line[0], line, 0);
	b->n = 1;
	b->ended = 1;
	while (next_line(in, &i, &l, &gap)) {
		if (b->n == CELLBLOCK_LINES) {
			b->ended = 0;
			break;
		}
		read_line(&b->line[b->n++], l.text, gap);
	}
}
