/* skeleton.c - lines and patterns without their letters; see skeleton.h */
#include "skeleton.h"

#include <string.h>

#include "hash.h"

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
	return *s == 0xe3 && end - p >= 3 && s[1] == 0x80 ? SKELETON_CJK | (s[2] & 0x3f) : -1;
}

void
skeleton_add(struct buf *to, struct slice s)
{
	const char *p = s.p, *end = p + s.n;

	buf_room(to, s.n);
	while (p < end) {
		unsigned char c = (unsigned char)*p;
		int bone = c >= 0xe4 ? -1 : bone_at(p, end); /* ideographs: nearly all there is */

		if (bone >= 0)
			to->p[to->n++] = (char)bone;
		p += length_of(c);
	}
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

static int
is_none(const struct bones *b)
{
	return (b->in[0] | b->in[1] | b->in[2]) == 0;
}

static void
put(struct bones *b, int bone)
{
	b->in[bone / 64] |= (uint64_t)1 << bone % 64;
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

/* [abc], behind its bracket: into B what it can be, if all of that are bones. */
static void
class(struct reader *r, struct bones *b)
{
	int known = 1, first = 1, from, to;

	if (next_is(r, "^")) {
		known = 0;
		r->p++;
	}
	for (; r->p < r->end && (first || *r->p != ']') && !r->lost; first = 0) {
		if (*r->p == '[')
			r->lost = 1; /* [:alpha:] */
		from = to = character(r);
		if (next_is(r, "-") && r->p + 1 < r->end && r->p[1] != ']') {
			r->p++;
			to = character(r);
		}
		if (from < 0 || to < 0 || (from < SKELETON_CJK) != (to < SKELETON_CJK))
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

/* A group, at its bracket: nothing in it is sure to be needed. */
static void
skip_group(struct reader *r)
{
	struct bones ignored = {{0}};
	int depth = 0;

	do {
		char c = *r->p;

		if (c == '(' && is_special(r->p + 1, r->end))
			r->lost = 1;
		depth += (c == '(') - (c == ')');
		if (c == '[') {
			r->p++;
			class(r, &ignored);
		} else {
			character(r);
		}
	} while (depth && r->p < r->end && !r->lost);
}

/* Behind an item: a match may do without it. */
static int
is_optional(struct reader *r)
{
	int optional = next_is(r, "?*");

	if (next_is(r, "{")) {
		if (r->p + 1 == r->end || r->p[1] < '0' || r->p[1] > '9')
			r->lost = 1;
		optional = r->p + 1 < r->end && r->p[1] == '0';
		while (r->p < r->end && *r->p != '}')
			r->p++;
	} else if (!next_is(r, "?*+")) {
		return 0;
	}
	r->p += r->p < r->end;
	if (next_is(r, "+?"))
		r->p++;
	return optional;
}

static void
item(struct reader *r, struct bones *b)
{
	int bone;

	if (next_is(r, "|?*+{)")) {
		r->lost = 1;
	} else if (next_is(r, "^$.")) {
		r->p++;
	} else if (next_is(r, "(")) {
		skip_group(r);
	} else if (next_is(r, "[")) {
		r->p++;
		class(r, b);
	} else if ((bone = character(r)) >= 0) {
		put(b, bone);
	}
}

void
needs_read(struct needs *n, struct slice pattern)
{
	struct reader r = {pattern.p, pattern.p + pattern.n, 0};

	n->n = 0;
	while (r.p < r.end && !r.lost) {
		struct bones b = {{0}};

		item(&r, &b);
		if (!is_optional(&r) && !is_none(&b) && n->n < NEEDS)
			n->of[n->n++] = b;
	}
	if (r.lost)
		n->n = 0;
}
