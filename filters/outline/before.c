/* before.c - what stands before a line; see outline/before.h */
#include "outline/before.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "stream/rec.h"

/* Bytes: of a line that was cut by the width of a page, at least; of a line of contents, at most; of what
 * is kept of a line; of the title of a list of contents, at most. Blanks that a title has not. */
enum { GAP = 5, A_FULL_LINE = 75, A_LINE = 480, KEPT = 180, CONTENTS_TITLE = 40 };
/* Leaders that are a line of them; between two lines with such, at most. */
enum { LEADERS = 3, LED_LINES = 8 };

void
before_reset(struct before_line *b)
{
	b->open = 1;
	b->adjacent = 0;
	buf_clear(&b->tail);
	b->contents.on = 0;
	b->contents.led = 0;
}

void
before_head(struct before_line *b)
{
	b->open = 1;
	b->adjacent = 0;
	buf_clear(&b->tail);
}

void
before_other(struct before_line *b)
{
	levels_text(b->levels);
	b->open = 0;
	b->adjacent = 0;
	buf_clear(&b->tail);
	b->contents.on = 0;
	b->contents.led = 0;
}

void
before_text(struct before_line *b, struct slice text)
{
	size_t from = text.n > KEPT ? text.n - KEPT : 0;

	b->open = blank_field(text);
	b->adjacent = !b->open;
	b->n = text.n;
	if (b->open)
		return;
	if (text.n && !strchr(" \t-*+", *text.p)) /* no item's own */
		levels_text(b->levels);
	while (from < text.n && ((unsigned char)text.p[from] & 0xc0) == 0x80)
		from++;
	buf_clear(&b->tail);
	buf_add(&b->tail, text.p + from, text.n - from);
}

/* True if a bracket in S is not closed. */
static int
is_open(struct slice s)
{
	size_t i;
	int depth = 0;

	for (i = 0; i < s.n; i++) {
		struct slice rest = {s.p + i, s.n - i};

		if (s.p[i] == '(' || slice_begins(rest, "（"))
			depth++;
		else if ((s.p[i] == ')' || slice_begins(rest, "）")) && depth)
			depth--;
	}
	return depth > 0;
}

/* MARK is フ) and not (フ). */
static int
closes(struct slice mark)
{
	return (slice_ends(mark, ")") || slice_ends(mark, "）")) && !slice_begins(mark, "(") && !slice_begins(mark, "（");
}

/* A line that breaks off goes on in the next one. One that begins フ) may close a bracket of it. A long line of prose that ends in hiragana was cut by the
 * width of its page. */
int
before_broke_off(struct before_line *b, const struct heading *h)
{
	static const char *const cuts[] = {"、", "，", "・", "「", "（", "(", "『"};
	struct slice s = slice_of(&b->tail);
	size_t i, len;
	uint32_t last;

	if (!b->adjacent || s.n < 3)
		return 0;
	for (i = 0; i < sizeof(cuts) / sizeof(*cuts); i++)
		if (slice_ends(s, cuts[i]))
			return 1;
	if (closes(h->mark) && is_open(s))
		return 1;
	if (h->rank || b->n < A_FULL_LINE || ((unsigned char)s.p[s.n - 3] & 0xf0) != 0xe0)
		return 0;
	last = utf8_next(s.p + s.n - 3, 3, &len);
	return last >= 0x3041 && last <= 0x3093;
}

/* A sentence, and behind it 1., where the section itself is numbered so: the items of what it speaks of. */
int
before_lists(struct before_line *b, const struct heading *h)
{
	return h->weak != STRONG && b->adjacent && slice_ends(slice_of(&b->tail), "。") && level_restarts(b->levels, h);
}

/* Out of order, what has several parts is more likely to be a row or a sentence. */
static int
has_comma(struct slice s)
{
	size_t i;

	for (i = 0; i + 3 <= s.n; i++)
		if (memcmp(s.p + i, "、", 3) == 0)
			return 1;
	return 0;
}

/* Something stands far behind S, that is no number of a page: the foot of a page, or a row. */
static int
has_gap(struct slice s)
{
	size_t i, blanks = 0;

	for (i = 0; i < s.n && (blanks < GAP || s.p[i] == ' '); i++)
		blanks = s.p[i] == ' ' ? blanks + 1 : 0;
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return blanks >= GAP && i < s.n;
}

int
before_allows(struct before_line *b, const struct heading *h)
{
	if (h->weak != STRONG && has_gap(h->title))
		return 0;
	if (before_broke_off(b, h) || before_lists(b, h) || level_repeats(b->levels, h))
		return 0;
	return h->weak == STRONG || level_follows(b->levels, h) || (h->weak == WEAK && b->open && !has_comma(h->title));
}

int
before_doubts(struct before_line *b, const struct heading *h)
{
	return h->weak == WEAK && !has_gap(h->title) && !before_broke_off(b, h) && !before_lists(b, h) && !level_repeats(b->levels, h);
}

int
before_leads(struct before_line *b, struct place at)
{
	struct slice s = slice_of(&b->tail);

	return s.n && is_utf8(s) && line_is(b->lines, LINE_LEAD, s, at);
}

static int
begins_contents(struct before_line *b, struct slice line, struct place at)
{
	return line.n && line.n <= CONTENTS_TITLE && is_utf8(line) && line_is(b->lines, LINE_CONTENTS, line, at);
}

static int
is_first_again(struct before_line *b, const struct heading *h)
{
	size_t n = h->id.n < CONTENTS_ID ? h->id.n : CONTENTS_ID;

	if (b->contents.n)
		return b->contents.first == h->number && b->contents.n == n && memcmp(b->contents.id, h->id.p, n) == 0;
	b->contents.first = h->number;
	b->contents.n = n;
	memcpy(b->contents.id, h->id.p, n);
	return 0;
}

/* What S begins with: one code for all figures, for all brackets of ASCII and all Roman numbers. */
static uint32_t
begin_of(struct slice s)
{
	size_t len;
	uint32_t c;

	s = blank_trim(s);
	if (s.n == 0 || !is_utf8(s))
		return 0;
	c = utf8_next(s.p, s.n, &len);
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	if (c >= '0' && c <= '9')
		return '0';
	return c >= 0x2160 && c <= 0x216b ? 0x2160 : c >= 0x2474 && c <= 0x2487 ? '(' : c >= 0x2460 && c <= 0x2473 ? 0x2460 : c;
}

static int
begins_like_paged(const struct before_line *b, struct slice line)
{
	uint32_t begin = begin_of(line);
	size_t i;

	for (i = 0; i < b->contents.begins && b->contents.begin[i] != begin; i++)
		;
	return b->contents.begins == 0 || b->contents.begins == CONTENTS_BEGINS || i < b->contents.begins;
}

/* Leaders stand before the number that LINE ends with. */
static int
has_leaders(struct slice line)
{
	size_t i = line.n, leaders = 0;

	while (i && line.p[i - 1] >= '0' && line.p[i - 1] <= '9')
		i--;
	if (i == line.n)
		return 0;
	while (i && line.p[i - 1] == ' ')
		i--;
	for (; i >= 3 && leaders < LEADERS; leaders++) {
		if (line.p[i - 1] == '.') {
			i--;
			continue;
		}
		if (slice_ends((struct slice){line.p, i}, "\xe2\x80\xa6")) /* which is three points */
			leaders++;
		else if (!slice_ends((struct slice){line.p, i}, "\xe3\x83\xbb"))
			return 0;
		i -= 3;
	}
	return leaders >= LEADERS;
}

int
before_is_leaders(struct slice line)
{
	struct slice s = blank_trim(line);

	return s.n <= A_LINE && has_leaders(s) && (*s.p == '.' || slice_begins(s, "\xe2\x80\xa6") || slice_begins(s, "\xe3\x83\xbb"));
}

static void
add_paged(struct before_line *b, struct slice line)
{
	b->contents.paged = 1;
	if (!before_is_leaders(line) && (b->contents.begins == 0 || !begins_like_paged(b, line)))
		b->contents.begin[b->contents.begins++] = begin_of(line);
}

/* LINE is the second one with leaders and the number of a page, the first being near. */
static int
goes_on_contents(struct before_line *b, struct slice line)
{
	size_t led = b->contents.led;

	b->contents.led = led && led < LED_LINES ? led + 1 : 0;
	if (line.n > A_LINE || !has_leaders(line))
		return 0;
	b->contents.led = 1;
	return led > 0;
}

int
before_in_contents(struct before_line *b, const struct heading *h, struct slice line, struct place at)
{
	if (!b->contents.on) {
		int led = goes_on_contents(b, line);

		if (!led && (h || !begins_contents(b, line, at)))
			return 0;
		b->contents.on = 1;
		b->contents.paged = 0;
		b->contents.n = b->contents.begins = 0;
		if (led)
			add_paged(b, line);
		return 1;
	}
	if (line.n <= A_LINE && is_utf8(line) && line_is(b->lines, LINE_PAGE, line, at)) {
		add_paged(b, line);
		return 1;
	}
	if (h && (b->contents.paged ? begins_like_paged(b, line) : is_first_again(b, h)))
		b->contents.on = 0;
	else if (!h && slice_ends(line, "。"))
		b->contents.on = 0;
	return b->contents.on;
}
