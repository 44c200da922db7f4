/* before.c - what stands before a line; see outline/before.h */
#include "outline/before.h"

#include <string.h>

#include "base/blank.h"
#include "outline/levels.h"
#include "stream/rec.h"
#include "base/utf8.h"

/* Bytes: of a line that was cut by the width of a page, at least; of a line of contents, at most; of what
 * is kept of a line; of the title of a list of contents, at most. */
enum { A_FULL_LINE = 75, A_LINE = 480, KEPT = 180, CONTENTS_TITLE = 40, MAX_ID = 64 };

static struct {
	int open;          /* nothing, a blank line or a heading: a new thing may begin */
	int adjacent;      /* the line before this one is text */
	size_t n;          /* its length */
	struct buf tail;   /* the end of the last text that is not blank */
} before;

static struct {
	int on, paged;  /* inside a list of contents; its lines have page numbers */
	unsigned first; /* the number of its first heading */
	char id[MAX_ID];
	size_t n;       /* 0: no heading in it yet */
} contents;

void
before_reset(void)
{
	before.open = 1;
	before.adjacent = 0;
	buf_clear(&before.tail);
	contents.on = 0;
}

void
before_head(void)
{
	before.open = 1;
	before.adjacent = 0;
	buf_clear(&before.tail);
}

void
before_other(void)
{
	levels_text();
	before.open = 0;
	before.adjacent = 0;
	buf_clear(&before.tail);
	contents.on = 0;
}

void
before_text(struct slice text)
{
	size_t from = text.n > KEPT ? text.n - KEPT : 0;

	before.open = blank_field(text);
	before.adjacent = !before.open;
	before.n = text.n;
	if (before.open)
		return;
	if (text.n && !strchr(" \t-*+", *text.p)) /* no item's own */
		levels_text();
	while (from < text.n && ((unsigned char)text.p[from] & 0xc0) == 0x80)
		from++;
	buf_clear(&before.tail);
	buf_add(&before.tail, text.p + from, text.n - from);
}

static int
ends_with(struct slice s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && memcmp(s.p + s.n - n, z, n) == 0;
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
	return (ends_with(mark, ")") || ends_with(mark, "）")) && !slice_begins(mark, "(") && !slice_begins(mark, "（");
}

/* A line that breaks off goes on in the next one. One that begins フ) may close a bracket of it. A long line of prose that ends in hiragana was cut by the
 * width of its page. */
int
before_broke_off(const struct heading *h)
{
	static const char *const cuts[] = {"、", "，", "・", "「", "（", "(", "『"};
	struct slice s = slice_of(&before.tail);
	size_t i, len;
	uint32_t last;

	if (!before.adjacent || s.n < 3)
		return 0;
	for (i = 0; i < sizeof(cuts) / sizeof(*cuts); i++)
		if (ends_with(s, cuts[i]))
			return 1;
	if (closes(h->mark) && is_open(s))
		return 1;
	if (h->rank || before.n < A_FULL_LINE || ((unsigned char)s.p[s.n - 3] & 0xf0) != 0xe0)
		return 0;
	last = utf8_next(s.p + s.n - 3, 3, &len);
	return last >= 0x3041 && last <= 0x3093;
}

/* A sentence, and behind it 1., where the section itself is numbered so: the items of what it speaks of. */
int
before_lists(const struct heading *h)
{
	return h->weak != STRONG && before.adjacent && ends_with(slice_of(&before.tail), "。") && level_restarts(h);
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

int
before_allows(const struct heading *h)
{
	if (before_broke_off(h) || before_lists(h) || level_repeats(h))
		return 0;
	return h->weak == STRONG || level_follows(h) || (h->weak == WEAK && before.open && !has_comma(h->title));
}

int
before_doubts(const struct heading *h)
{
	return h->weak == WEAK && !before_broke_off(h) && !before_lists(h) && !level_repeats(h);
}

int
before_leads(struct place at)
{
	struct slice s = slice_of(&before.tail);

	return s.n && is_utf8(s) && line_is(LINE_LEAD, s, at);
}

static int
begins_contents(struct slice line, struct place at)
{
	size_t i;

	if (line.n > CONTENTS_TITLE)
		return 0;
	for (i = 0; i + 2 < line.n; i++)
		if (memcmp(line.p + i, "次", 3) == 0 || memcmp(line.p + i, "じ", 3) == 0 || (line.p[i] | 0x20) == 'c')
			return is_utf8(line) && line_is(LINE_CONTENTS, line, at);
	return 0;
}

static int
is_first_again(const struct heading *h)
{
	size_t n = h->id.n < MAX_ID ? h->id.n : MAX_ID;

	if (contents.n)
		return contents.first == h->number && contents.n == n && memcmp(contents.id, h->id.p, n) == 0;
	contents.first = h->number;
	contents.n = n;
	memcpy(contents.id, h->id.p, n);
	return 0;
}

int
before_in_contents(const struct heading *h, struct slice line, struct place at)
{
	if (!contents.on) {
		if (h || !begins_contents(line, at))
			return 0;
		contents.on = 1;
		contents.paged = 0;
		contents.n = 0;
		return 1;
	}
	if (line.n <= A_LINE && is_utf8(line) && line_is(LINE_PAGE, line, at))
		return contents.paged = 1;
	if (h && (contents.paged || is_first_again(h)))
		contents.on = 0;
	else if (!h && ends_with(line, "。"))
		contents.on = 0;
	return contents.on;
}
