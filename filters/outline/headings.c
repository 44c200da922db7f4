/* headings.c - numbered headings, line by line; see headings.h */
#include "outline/headings.h"

#include <string.h>

#include "base/check.h"
#include "base/utf8.h"
#include "stream/rec.h"
#include "words/ordinal.h"

enum { A_FULL_LINE = 30, LONGEST_REST = 480, LONGEST_TAIL = 96 }; /* characters, bytes, bytes */

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

/* +1 for an opening bracket, -1 for a closing one. U+3008 to U+3011, U+3014 and U+3015 come in pairs: the even one
 * opens what the odd one closes. The others are ASCII, folded. */
static int
bracket(unsigned char c)
{
	if (c == '(' || c == '[')
		return 1;
	if (c == ')' || c == ']')
		return -1;
	if ((c < SKELETON_CJK + 0x08 || c > SKELETON_CJK + 0x11) && c != SKELETON_CJK + 0x14 && c != SKELETON_CJK + 0x15)
		return 0;
	return c & 1 ? -1 : 1;
}

/* How many brackets are left open in what has the skeleton S; less than 0: one is closed that was not opened, so that it is
 * the rest of something. */
static int
left_open(struct slice s)
{
	size_t i;
	int depth = 0;

	for (i = 0; i < s.n && depth >= 0; i++)
		depth += bracket((unsigned char)s.p[i]);
	return depth;
}

/* Scheme, key and the number of parts: 1-1 and 1-1-1 are two levels, 基本目標1 and 施策1 are too. */
static struct slice
id_of(struct headings *hs, const struct scheme *s, struct slice key, struct slice n)
{
	size_t i;

	buf_clear(&hs->id);
	buf_adds(&hs->id, s->name);
	buf_addc(&hs->id, ' ');
	buf_adds(&hs->id, key);
	for (i = 0; i < n.n; i++)
		if (n.p[i] == '.' || n.p[i] == '-' || (unsigned char)n.p[i] == 0xe2)
			buf_addc(&hs->id, n.n > 3 || n.p[i] == '.' || n.p[i] == '-' ? '.' : ' ');
	return slice_of(&hs->id);
}

/* Cuts the source line where the match in the folded text was cut. */
static void
cut(struct heading *h, const struct folded *f, const struct scheme *s, size_t start)
{
	struct slice mark = re_group(s->re, s->mark), gap = re_group(s->re, s->gap);
	struct slice whole = re_group(s->re, 0);
	size_t from = start, to = start + whole.n, mid;

	mid = mark.p ? (size_t)(mark.p + mark.n - f->text.p) : gap.p ? (size_t)(gap.p - f->text.p) : to;
	h->before = fold_source(f, 0, from);
	h->mark = fold_part(f, from, mid);
	h->title.p = f->source.p + fold_at(f, to);
	h->title.n = f->source.n - fold_at(f, to);
	h->after.n = h->title.n && h->title.p[h->title.n - 1] == '\r';
	h->title.n -= h->after.n;
	h->after.p = h->title.p + h->title.n;
	h->gap.p = h->mark.p + h->mark.n;
	h->gap.n = (size_t)(h->title.p - h->gap.p);
}

/* No number is written so far from what it counts: 14 日 comes out of a PDF file, 14　日程 does not. */
static int
is_wide(struct slice gap)
{
	return gap.n > 1 || (gap.n && *gap.p != ' ');
}

/* The line, with a mark and a gap of MARK bytes, may be no heading after all. */
static enum head_looks
looks_of(struct headings *hs, const struct head_line *l, size_t mark, int wide, struct place at)
{
	struct slice title = {l->text.p + mark, l->text.n - mark};
	enum head_looks looks;
	int open;

	buf_clear(&hs->of_mark);
	skeleton_add(&hs->of_mark, (struct slice){l->text.p, mark});
	open = left_open((struct slice){l->skeleton.p + hs->of_mark.n, l->skeleton.n - hs->of_mark.n});
	if (open < 0)
		return HEAD_IS_NONE;
	looks = head_looks(&hs->rules, l, title, wide, at);
	return looks == HEAD_STANDS && open ? HEAD_BREAKS_OFF : looks;
}

/* By CommonMark a number, a full stop or a bracket, and a blank begin an item of a list. */
static int
is_marker(const struct heading *h)
{
	size_t i = 0;

	while (i < h->mark.n && h->mark.p[i] >= '0' && h->mark.p[i] <= '9')
		i++;
	if (i == 0)
		return 0;
	if (i == h->mark.n)
		return h->gap.n > 1 && *h->gap.p == '.' && h->gap.p[1] == ' ';
	return i + 1 == h->mark.n && h->mark.p[i] == ')' && h->gap.n && *h->gap.p == ' ';
}

/* The parts of the number N, folded, if MARK begins with it: 5.6.11, 1-2. */
static void
read_parts(struct heading *h, struct slice mark, struct slice n)
{
	size_t i;
	unsigned digits = 0;

	h->parts = 0;
	if (n.n == 0 || n.p != mark.p || *n.p < '0' || *n.p > '9')
		return;
	h->part[h->parts++] = 0;
	for (i = 0; i < n.n; i++) {
		if (n.p[i] >= '0' && n.p[i] <= '9') {
			if (digits++ == 0 && i && h->parts < HEADING_PARTS)
				h->part[h->parts++] = 0;
			h->part[h->parts - 1] = h->part[h->parts - 1] * 10 + (unsigned)(n.p[i] - '0');
		} else {
			digits = 0;
		}
	}
}

enum heading_kind
heading_read(struct headings *hs, struct heading *h, struct slice line, struct place at)
{
	struct folded *f = &hs->folded;
	enum head_looks looks;
	const struct scheme *s;
	struct head_line l;
	struct slice text;
	size_t start, mark;
	int may = head_may_begin(&hs->rules, line);

	if (!may && !CHECKS)
		return HEADING_NOT;
	fold_line(f, line);
	start = blanks(slice_of(&f->text));
	text = trimmed((struct slice){f->text.p + start, f->text.n - start});
	if (text.n == 0 || !(s = head_scheme(&hs->rules, &l, text, at)))
		return HEADING_NOT;
	if (CHECKS)
		check_same(may, "the look at what begins a line", line);
	mark = re_group(s->re, 0).n;
	cut(h, f, s, start);
	if (mark == text.n && !s->rank)
		return HEADING_NOT;
	h->rank = s->rank;
	h->weak = s->weak;
	h->id = id_of(hs, s, re_group(s->re, s->key), re_group(s->re, s->n));
	h->number = ordinal(re_group(s->re, s->n), s->roman);
	read_parts(h, re_group(s->re, s->mark), re_group(s->re, s->n));
	h->item = is_marker(h);
	h->listed = h->item ? LISTED : s->listed;
	h->rule = s->at;
	looks = looks_of(hs, &l, mark, is_wide(h->gap), at);
	h->cut = looks == HEAD_BREAKS_OFF;
	return looks == HEAD_IS_NONE || (h->cut && s->weak != STRONG) ? HEADING_NUMBERED : HEADING;
}

int
line_is(struct headings *hs, enum other_line kind, struct slice line, struct place at)
{
	struct folded *f = &hs->folded;
	size_t start;

	fold_line(f, line);
	start = blanks(slice_of(&f->text));
	return head_line_is(&hs->rules, kind, trimmed((struct slice){f->text.p + start, f->text.n - start}), at);
}

/* Two long lines of the same length were cut by the width of their page. */
int
line_is_rest(struct headings *hs, struct slice before, struct slice after, struct place at)
{
	size_t a, b;

	if (after.n == 0 || after.n > LONGEST_REST || !is_utf8(after))
		return 0;
	a = utf8_count(before.p, before.n);
	b = utf8_count(after.p, after.n);
	if (a >= A_FULL_LINE && b + 2 >= a && b <= a + 2)
		return 1;
	return line_is(hs, LINE_REST, after, at);
}

int
line_is_tail(struct headings *hs, const struct heading *before, struct slice after, struct place at)
{
	size_t n = before->mark.n + before->gap.n + before->title.n;

	return after.n && after.n <= LONGEST_TAIL && n >= A_FULL_LINE && utf8_count(before->mark.p, n) >= A_FULL_LINE &&
	       is_utf8(after) && line_is(hs, LINE_TAIL, after, at);
}
