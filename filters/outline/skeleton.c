/* skeleton.c - lines and patterns without their letters; see skeleton.h */
#include "outline/skeleton.h"

#include <string.h>

#include "base/hash.h"

static size_t
length_of(unsigned char c)
{
	return (c & 0xf0) == 0xe0 ? 3 : c < 0x80 ? 1 : c < 0xe0 ? 2 : 4;
}

/* The byte for the character at P; -1 if it has none. */
static int
bone_at(const char *p, const char *end)
{
	const unsigned char *s = (const unsigned char *)p;

	if (*s < 0x80)
		return *s;
	if (*s != 0xe3)
		return *s >= 0xe4 && *s <= 0xed ? -1 : SKELETON_OTHER;
	if (end - p < 3)
		return -1;
	return s[1] == 0x80 ? SKELETON_CJK | (s[2] & 0x3f) : s[1] == 0x83 && s[2] == 0xbb ? SKELETON_DOT : -1;
}

void
skeleton_add(struct buf *to, struct slice s)
{
	const char *p = s.p, *end = p + s.n;
	char *bones;

	buf_room(to, s.n);
	bones = to->p + to->n;
	while (p < end) {
		unsigned char c = (unsigned char)*p;
		int bone;

		if (c >= 0xe4 && c <= 0xed) { /* ideographs: nearly all there is */
			p += 3;
			continue;
		}
		if ((bone = bone_at(p, end)) >= 0)
			*bones++ = (char)bone;
		p += length_of(c);
	}
	to->n = (size_t)(bones - to->p);
}

int
needs_met(const struct needs *n, struct slice skeleton)
{
	size_t i, k = 0;

	for (i = 0; n->n <= skeleton.n && i < skeleton.n && k < n->n; i++) {
		unsigned char c = (unsigned char)skeleton.p[i];

		k += n->of[k].in[c / 64] >> c % 64 & 1;
	}
	return k == n->n || !KEEPS_ANSWERS; /* the plain build matches them all */
}

static void
put(struct bones *b, int bone)
{
	b->in[bone / 64] |= (uint64_t)1 << bone % 64;
}

static int
is_in(const struct bones *b, int bone)
{
	return b->in[bone / 64] >> bone % 64 & 1;
}

/* Nearly every line that is asked about has these. */
static int
is_common(const struct bones *b)
{
	static const char common[] = " ().0123456789";
	size_t i;

	for (i = 0; common[i]; i++)
		if (is_in(b, common[i]))
			return 1;
	return 0;
}

void
needs_index(struct needs_index *x, const struct needs *n, uint64_t bit)
{
	size_t k = 0;
	int bone;

	if (n->n == 0 || !KEEPS_ANSWERS) {
		x->always |= bit;
		return;
	}
	while (k + 1 < n->n && is_common(&n->of[k]))
		k++;
	for (bone = 0; bone < BONES; bone++)
		if (is_in(&n->of[k], bone))
			x->of[bone] |= bit;
}

static int
is_none(const struct bones *b)
{
	return (b->in[0] | b->in[1] | b->in[2] | b->in[3]) == 0;
}

/* A pattern, read item by item. */
struct reader {
	const char *p, *end;
	int lost; /* it has something that is not known here */
};

static int
next_is(const struct reader *r, const char *set)
{
	return r->p < r->end && *r->p && strchr(set, *r->p);
}

/* Behind a backslash, at a letter or a digit: one of several characters, or a place between two. */
static void
skip_kind(struct reader *r)
{
	if (!next_is(r, "dDsSwWhHvVbBAzZRXpP"))
		r->lost = 1;
	else if (next_is(r, "pP") && r->end - r->p > 1 && r->p[1] == '{')
		while (r->p < r->end && *r->p != '}')
			r->p++;
	else if (next_is(r, "pP"))
		r->p++;
	r->p += r->p < r->end;
}

static int
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The character at R->p, as a byte of a skeleton; -1 if it is another, or one of several. */
static int
character(struct reader *r)
{
	const char *p = r->p;

	if (*p == '\\') {
		p = ++r->p;
		if (p == r->end || is_alnum(*p)) {
			skip_kind(r);
			return -1;
		}
	}
	r->p += length_of((unsigned char)*p);
	return bone_at(p, r->end);
}

/* Between two bones of a kind is nothing but such. */
static int
kind_of(int bone)
{
	return (bone >= SKELETON_CJK) + (bone >= SKELETON_DOT) + (bone >= SKELETON_OTHER);
}

/* [abc], behind its bracket: into B what it can be, if all of that are bones. */
static void
class(struct reader *r, struct bones *b)
{
	int known = 1, first = 1, from, to;
	unsigned char low, high;

	if (next_is(r, "^")) {
		known = 0;
		r->p++;
	}
	for (; r->p < r->end && (first || *r->p != ']') && !r->lost; first = 0) {
		if (*r->p == '[')
			r->lost = 1; /* [:alpha:] */
		low = high = (unsigned char)*r->p;
		from = to = character(r);
		if (next_is(r, "-") && r->p + 1 < r->end && r->p[1] != ']') {
			high = (unsigned char)*++r->p;
			to = character(r);
		}
		if (from < 0 || to < 0 || kind_of(from) != kind_of(to) || (low < 0xe3 && high > 0xed)) /* kana are among them */
			known = 0;
		for (; known && from <= to; from++)
			put(b, from);
	}
	r->p += r->p < r->end;
	if (!known)
		*b = (struct bones){{0}};
}

/* What is behind an opening bracket makes it a verb, an option, a comment, a condition or the like. */
static int
is_special(const char *p, const char *end)
{
	if (p == end || *p == '*')
		return 1;
	return *p == '?' && (p + 1 == end || !p[1] || !strchr(":=!<>|", p[1]));
}

/* Behind an item: how often a match has it, at least. */
static size_t
times(struct reader *r)
{
	size_t least = next_is(r, "?*") ? 0 : 1;

	if (next_is(r, "{")) {
		r->p++;
		if (r->p == r->end || *r->p < '0' || *r->p > '9')
			r->lost = 1;
		for (least = 0; r->p < r->end && *r->p >= '0' && *r->p <= '9' && least < NEEDS; r->p++)
			least = 10 * least + (size_t)(*r->p - '0');
		while (r->p < r->end && *r->p != '}')
			r->p++;
	} else if (!next_is(r, "?*+")) {
		return 1;
	}
	r->p += r->p < r->end;
	if (next_is(r, "+?"))
		r->p++;
	return least;
}

static void alternatives(struct reader *r, struct needs *n);

/* A group, at its bracket. What stands at a place is looked at and not taken. */
static void
group(struct reader *r, struct needs *n)
{
	int place;

	if (is_special(++r->p, r->end)) {
		r->lost = 1;
		return;
	}
	place = r->end - r->p > 2 && *r->p == '?' && (strchr("=!", r->p[1]) || (r->p[1] == '<' && strchr("=!", r->p[2])));
	if (r->end - r->p > 2 && *r->p == '?' && r->p[1] == '<' && !place) {
		while (r->p < r->end && *r->p != '>')
			r->p++;
		r->p += r->p < r->end;
	} else if (r->p < r->end && *r->p == '?') {
		r->p += place && r->p[1] == '<' ? 3 : 2;
	}
	alternatives(r, n);
	r->p += r->p < r->end;
	if (place)
		n->n = 0;
}

static void
item(struct reader *r, struct needs *n)
{
	struct bones b = {{0}};
	int bone;

	n->n = 0;
	if (next_is(r, "?*+{")) {
		r->lost = 1;
	} else if (next_is(r, "^$.")) {
		r->p++;
	} else if (next_is(r, "(")) {
		group(r, n);
	} else if (next_is(r, "[")) {
		r->p++;
		class(r, &b);
	} else if ((bone = character(r)) >= 0) {
		put(&b, bone);
	}
	if (!is_none(&b))
		n->of[n->n++] = b;
}

/* Up to the end of an alternative. */
static void
sequence(struct reader *r, struct needs *n)
{
	struct needs one;
	size_t i, again;

	n->n = 0;
	while (r->p < r->end && *r->p != '|' && *r->p != ')' && !r->lost) {
		item(r, &one);
		for (again = times(r); again && one.n; again--)
			for (i = 0; i < one.n && n->n < NEEDS; i++)
				n->of[n->n++] = one.of[i];
	}
}

/* Up to the end of a group, or of the pattern. Of several, a match has what any of them begins with, if each is known to
 * need something. */
static void
alternatives(struct reader *r, struct needs *n)
{
	struct needs one;
	size_t i;

	sequence(r, n);
	while (r->p < r->end && *r->p == '|' && !r->lost) {
		r->p++;
		sequence(r, &one);
		n->n = n->n && one.n;
		for (i = 0; n->n && i < sizeof(one.of[0].in) / sizeof(*one.of[0].in); i++)
			n->of[0].in[i] |= one.of[0].in[i];
	}
}

void
needs_read(struct needs *n, struct slice pattern)
{
	struct reader r = {pattern.p, pattern.p + pattern.n, 0};

	alternatives(&r, n);
	if (r.lost || r.p < r.end)
		n->n = 0;
}
