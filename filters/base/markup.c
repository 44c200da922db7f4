/* markup.c - a cell as it reads; see markup.h */
#include "base/markup.h"

#include <string.h>

#include "base/blank.h"
#include "base/emphasis.h"
#include "base/utf8.h"

/* So far a bracket, a code span or a tag is looked for its end: longer ones are none, and no text takes long. */
enum { SPAN = 4096, LINKS_DEEP = 4 };

/* How many bytes a character at the start of S takes that is not seen: a blank, or one of no width. */
static size_t
unseen_at(struct slice s)
{
	size_t len = s.n ? blank_at(s) : 0;

	if (len)
		return len;
	if (s.n >= 3 && (memcmp(s.p, "\xef\xbb\xbf", 3) == 0 || memcmp(s.p, "\xe2\x80\x8b", 3) == 0))
		return 3;
	return 0;
}

static struct slice
trimmed(struct slice s)
{
	size_t i, len;

	while ((len = unseen_at(s)))
		s = (struct slice){s.p + len, s.n - len};
	while (s.n) {
		for (i = s.n - 1; i && ((unsigned char)s.p[i] & 0xc0) == 0x80; i--)
			; /* to the first byte of the last character */
		if (!unseen_at((struct slice){s.p + i, s.n - i}))
			break;
		s.n = i;
	}
	return s;
}

/* Something unseen besides blanks stands at an end of S. */
static int
ends_unseen(struct slice s)
{
	struct slice t = trimmed(s);
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		size_t len = 1;

		if (p == t.p)
			p += t.n;
		if (p >= end)
			break;
		if (*p != ' ' && memcmp(p, "\xe3\x80\x80", end - p < 3 ? (size_t)(end - p) : 3) != 0)
			return 1;
		if (*p != ' ')
			len = 3;
		p += len;
	}
	return 0;
}

struct reader {
	struct slice s;
	size_t at;
	struct buf *to;
	size_t from; /* where its text begins in TO */
	enum markup how;
	int deep; /* links that it is inside of */
	struct emphasis emphasis;
};

static struct slice
rest(const struct reader *r)
{
	return (struct slice){r->s.p + r->at, r->s.n - r->at};
}

static struct slice
near_rest(const struct reader *r)
{
	struct slice s = rest(r);

	s.n = s.n < SPAN ? s.n : SPAN;
	return s;
}

static int
is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static size_t
run_of(struct slice s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == *s.p)
		n++;
	return n;
}

/* The text of a code span: a blank at both ends goes, and \| is a pipe, as in all cells. */
static void
add_code(struct reader *r, struct slice code)
{
	size_t i;

	if (code.n > 2 && *code.p == ' ' && code.p[code.n - 1] == ' ')
		code = (struct slice){code.p + 1, code.n - 2};
	for (i = 0; i < code.n; i++)
		if (!(code.p[i] == '\\' && i + 1 < code.n && code.p[i + 1] == '|'))
			buf_addc(r->to, code.p[i]);
}

static void
code_span(struct reader *r)
{
	struct slice s = near_rest(r);
	size_t n = run_of(s), i, k;

	for (i = n; i < s.n; i += k) {
		k = 1;
		if (s.p[i] != '`')
			continue;
		k = run_of((struct slice){s.p + i, s.n - i});
		if (k == n) {
			add_code(r, (struct slice){s.p + n, i - n});
			r->at += i + n;
			return;
		}
	}
	buf_add(r->to, s.p, n);
	r->at += n;
}

/* Where the bracket at the start of S is closed; 0 if nowhere. */
static size_t
closing(struct slice s, char open, char close)
{
	size_t i, depth = 0;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == open)
			depth++;
		else if (s.p[i] == close && --depth == 0)
			return i;
	}
	return 0;
}

/* [text](target): only the text is left, which is read on. Where it ends, *SKIP and *TO say what to leave out. */
static size_t
link_target(struct slice s, size_t close)
{
	size_t end;

	if (close + 1 >= s.n || s.p[close + 1] != '(')
		return 0;
	end = closing((struct slice){s.p + close + 1, s.n - close - 1}, '(', ')');
	return end ? close + 1 + end + 1 : 0;
}

static void read_on(struct reader *r, size_t end);

/* At an opening bracket, or at the ! of an image. */
static int
link_at(struct reader *r)
{
	size_t image = r->s.p[r->at] == '!', close, end;
	struct slice s = near_rest(r);

	if (r->deep == LINKS_DEEP || (image && (s.n < 2 || s.p[1] != '[')))
		return 0;
	s = (struct slice){s.p + image, s.n - image};
	close = closing(s, '[', ']');
	end = close ? link_target(s, close) : 0;
	if (end == 0)
		return 0;
	r->at += image + 1;
	r->deep++;
	read_on(r, r->at + close - 1);
	r->deep--;
	r->at += end - close;
	return 1;
}

static void
add_char(struct buf *to, unsigned long c)
{
	char p[4];

	buf_add(to, p, utf8_put(p, (uint32_t)c));
}

/* <https://…>: what is between. */
static int
autolink(struct reader *r)
{
	struct slice s = near_rest(r);
	const char *end = memchr(s.p, '>', s.n);

	if (!end || !(slice_begins(s, "<http://") || slice_begins(s, "<https://") || slice_begins(s, "<mailto:")) ||
	    memchr(s.p, ' ', (size_t)(end - s.p)))
		return 0;
	buf_add(r->to, s.p + 1, (size_t)(end - s.p) - 1);
	r->at += (size_t)(end - s.p) + 1;
	return 1;
}

static int
tag_at(struct reader *r)
{
	int breaks;
	size_t n = markup_tag(near_rest(r), &breaks);

	if (n == 0)
		return r->how == MARKUP_GFM && autolink(r);
	if (breaks)
		buf_addc(r->to, '\n');
	r->at += n;
	return 1;
}

static int
entity_at(struct reader *r)
{
	size_t len;
	unsigned long c = markup_entity(rest(r), &len);

	if (c == 0)
		return 0;
	add_char(r->to, c);
	r->at += len;
	return 1;
}

/* The characters on both sides of the N bytes at hand. */
static void
emphasis_at(struct reader *r)
{
	struct slice s = rest(r);
	size_t n = run_of(s), len, back = r->at;
	unsigned long before = 0, after = n < s.n ? utf8_next(s.p + n, s.n - n, &len) : 0;

	while (back > 0 && ((unsigned char)r->s.p[--back] & 0xc0) == 0x80)
		;
	if (r->at)
		before = utf8_next(r->s.p + back, r->at - back, &len);
	emphasis_run(&r->emphasis, r->to->n - r->from, n, *s.p, before, after);
	buf_add(r->to, s.p, n);
	r->at += n;
}

/* Markup at the place at hand: true if it was some, and is read. */
static int
read_markup(struct reader *r)
{
	char c = r->s.p[r->at];

	if (c == '<')
		return tag_at(r);
	if (c == '&')
		return entity_at(r);
	if (r->how != MARKUP_GFM)
		return 0;
	if (c == '\\' && r->at + 1 < r->s.n && is_punctuation(r->s.p[r->at + 1])) {
		buf_addc(r->to, r->s.p[r->at + 1]);
		r->at += 2;
		return 1;
	}
	if (c == '[' || c == '!')
		return link_at(r);
	if (c == '`')
		code_span(r);
	else if (c == '*' || c == '_' || c == '~')
		emphasis_at(r);
	else
		return 0;
	return 1;
}

static void
read_on(struct reader *r, size_t end)
{
	size_t whole = r->s.n;

	r->s.n = end;
	while (r->at < end)
		if (!read_markup(r))
			buf_addc(r->to, r->s.p[r->at++]);
	r->s.n = whole;
}

/* Bold around all of a cell. */
static struct slice
without_stars(struct slice s)
{
	struct slice in = {s.p + 2, s.n - 4};

	if (s.n < 5 || memcmp(s.p, "**", 2) != 0 || memcmp(s.p + s.n - 2, "**", 2) != 0 || memchr(in.p, '*', in.n))
		return s;
	return blank_at(in) || trimmed(in).n != in.n ? s : in;
}

/* S, what is left of TEXT, has markup in it. */
static int
clean(struct buf *to, struct slice text, struct slice s, enum markup how)
{
	struct reader r;
	struct buf part;
	struct slice end;

	r.s = s;
	r.at = r.emphasis.n = 0;
	r.to = to;
	r.from = to->n;
	r.how = how;
	r.deep = 0;
	read_on(&r, r.s.n);
	part = (struct buf){to->p + r.from, to->n - r.from, 0};
	emphasis_drop(&r.emphasis, &part);
	to->n = r.from + part.n;
	if (r.s.n != text.n || !slice_eq(text, (struct slice){to->p + r.from, part.n})) {
		end = trimmed((struct slice){to->p + r.from, part.n}); /* what an entity or a tag has left there */
		memmove(to->p + r.from, end.p, end.n);
		to->n = r.from + end.n;
		return 1;
	}
	return 0;
}

int
markup_clean(struct buf *to, struct slice text, enum markup how)
{
	struct slice s = how == MARKUP_GFM || ends_unseen(text) ? trimmed(text) : text;

	if (how == MARKUP_CELLS)
		s = without_stars(s);
	if (markup_may_be_in(s, how))
		return clean(to, text, s, how);
	buf_adds(to, s);
	return s.n != text.n;
}
