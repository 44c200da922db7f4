/* words.c - the state that the words of a cell say; see status/words.h */
#include "status/words.h"

#include <string.h>

#include "base/memo.h"
#include "status/code.h"
#include "stream/matchlimit.h"
#include "words/marks.h"
#include "words/signs.h"

enum {
	WORD_BYTES = 60,  /* twenty kanji: no sentence */
	PART_BYTES = 30,  /* where there is more than a word, this much of it says a state, and no more */
	TEXT_BYTES = 600, /* a longer cell is prose */
	MOST_PARTS = 12
};

struct parts {
	struct slice part[MOST_PARTS];
	size_t n;
	int list;  /* some of them are items of a list */
	int signs; /* there is more than one part, or a full stop */
};

static int
is_alnum(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct slice
trim(struct slice s)
{
	while (s.n && *s.p == ' ')
		s = (struct slice){s.p + 1, s.n - 1};
	while (s.n && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

/* The slash at I of S is part of a day, 4/1, or of N/A: a digit, or one letter alone, stands on either side. */
static int
joins(struct slice s, size_t i)
{
	if (i == 0 || i + 1 >= s.n)
		return 0;
	if (is_digit(s.p[i - 1]) && is_digit(s.p[i + 1]))
		return 1;
	return is_alnum((unsigned char)s.p[i - 1]) && (i < 2 || !is_alnum((unsigned char)s.p[i - 2])) &&
	       is_alnum((unsigned char)s.p[i + 1]) && (i + 2 == s.n || !is_alnum((unsigned char)s.p[i + 2]));
}

/* The sign at I of S, and its length into *LEN. */
static enum sign
parts_at(struct slice s, size_t i, size_t *len)
{
	*len = 1;
	switch (s.p[i]) {
	case '\n': case ':': return SIGN_REMARK;
	case ',': case ';': case '|': return SIGN_LIST;
	case '/': return joins(s, i) ? SIGN_NONE : SIGN_LIST;
	case '-': return i > 0 && i + 1 < s.n && s.p[i - 1] == ' ' && s.p[i + 1] == ' ' ? SIGN_REMARK : SIGN_NONE;
	default: return sign_at(s, i, len);
	}
}

/* A bracket opens at I of S: where its inside ends, and the length of that bracket into *LEN; 0 if it does not close. */
static size_t
closes(struct slice s, size_t i, size_t *open, size_t *len)
{
	static const char *const pairs[][2] = {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"<", ">"}, {"【", "】"}, {"〔", "〕"}, {"「", "」"}};
	size_t k, j, n;

	for (k = 0; k < sizeof(pairs) / sizeof(*pairs); k++) {
		n = strlen(pairs[k][0]);
		if (n > s.n - i || memcmp(s.p + i, pairs[k][0], n) != 0)
			continue;
		*open = n;
		*len = strlen(pairs[k][1]);
		for (j = i + n; j + *len <= s.n; j++)
			if (memcmp(s.p + j, pairs[k][1], *len) == 0)
				return j;
	}
	return 0;
}

static void
add(struct parts *p, struct slice part)
{
	part = trim(part);
	if (part.n == 0)
		return;
	if (p->n < MOST_PARTS)
		p->part[p->n] = part;
	p->n++;
}

/* Cuts S at its signs. What stands in a bracket is a part of its own. */
static void
cut(struct parts *p, struct slice s)
{
	size_t from = 0, i = 0, open, len, end;
	enum sign sign;

	while (i < s.n) {
		if ((end = closes(s, i, &open, &len))) {
			add(p, (struct slice){s.p + from, i - from});
			add(p, (struct slice){s.p + i + open, end - i - open});
			i = from = end + len;
			p->signs = 1;
		} else if ((sign = parts_at(s, i, &len)) != SIGN_NONE) {
			add(p, (struct slice){s.p + from, i - from});
			i = from = i + len;
			p->list |= sign == SIGN_LIST;
			p->signs = 1;
		} else {
			i++;
		}
	}
	add(p, (struct slice){s.p + from, s.n - from});
}

/* What stands behind the last arrow of S. */
static struct slice
behind_arrow(struct slice s)
{
	static const char *const arrows[] = {"→", "⇒", "➡", "->", "=>"};
	size_t i, k, n;

	for (i = s.n; i-- > 0;)
		for (k = 0; k < sizeof(arrows) / sizeof(*arrows); k++)
			if ((n = strlen(arrows[k])) <= s.n - i && memcmp(s.p + i, arrows[k], n) == 0)
				return (struct slice){s.p + i + n, s.n - i - n};
	return s;
}

/* A word of PART says another state than CODE, which all of them together say: 未着手 完了. English ones are nothing
 * alone: Not Started. */
static int
differs(struct slice part, struct slice code, struct place at)
{
	size_t from = 0, i;

	for (i = 0; i <= part.n; i++) {
		struct slice word = {part.p + from, i - from}, other;

		if (i < part.n && part.p[i] != ' ')
			continue;
		if (word.n && word.n < part.n && (unsigned char)*word.p >= 0x80 && (other = statuscode_of(word, at)).n && !slice_eq(other, code))
			return 1;
		from = i + 1;
	}
	return 0;
}

static struct slice
code_of(struct slice part, size_t longest, struct place at)
{
	struct slice none = {"", 0}, code = part.n <= longest ? statuscode_of(part, at) : none;

	return code.n && differs(part, code, at) ? none : code;
}

static int
is_plan(struct slice code)
{
	return slice_eq(code, slice_z("planned"));
}

/* What has CODE will go on, and a plan for that is no other state. */
static int
goes_on(struct slice code)
{
	return slice_eq(code, slice_z("in-progress")) || slice_eq(code, slice_z("not-started")) || slice_eq(code, slice_z("delayed"));
}

static struct slice
words_code(struct slice text, struct place at)
{
	struct slice none = {"", 0}, code, other;
	struct parts p = {.n = 0};
	size_t i, longest;

	if (text.n > TEXT_BYTES)
		return none;
	cut(&p, behind_arrow(text));
	if (p.n == 0 || p.n > MOST_PARTS)
		return none;
	longest = p.signs ? PART_BYTES : WORD_BYTES;
	code = code_of(p.part[0], longest, at);
	for (i = 1; i < p.n && code.n; i++) {
		if (statuscode_takes_back(p.part[i], code, at))
			return none;
		other = code_of(p.part[i], longest, at);
		if (!p.list && is_plan(other) && goes_on(code))
			continue; /* 対応中（6月完了予定） */
		if (other.n ? !slice_eq(other, code) : p.list)
			return none;
	}
	return code;
}

/* What stands before the sign that ends S, and that sign; S and nothing, if it ends in none. */
static struct slice
before_sign(struct slice s, struct slice *sign)
{
	size_t i = s.n;
	enum mark_class class;

	while (i > 0 && ((unsigned char)s.p[--i] & 0xc0) == 0x80)
		;
	*sign = (struct slice){s.p + i, s.n - i};
	class = s.n > sign->n ? mark_whole(*sign) : MARK_NONE;
	if (class != MARK_SYMBOL && class != MARK_GRADE)
		*sign = (struct slice){"", 0};
	return (struct slice){s.p, s.n - sign->n};
}

/* The sign behind words says the same as they do. */
static struct slice
find_code(struct slice text, struct place at)
{
	struct slice sign, code = words_code(before_sign(trim(text), &sign), at);

	return sign.n && !slice_eq(statuscode_of_sign(sign, at), code) ? (struct slice){"", 0} : code;
}

/* The same few words stand in all rows. What is kept is where the rule has its code, which stays. */
struct slice
statuswords_code(struct slice text, struct place at)
{
	static struct memo memo;
	struct memo_entry *e = memo_find(&memo, text, 0);
	unsigned long hit = limits_hit();
	struct slice code;

	if (e && e->known)
		return (struct slice){(const char *)(uintptr_t)e->same, e->lines};
	code = find_code(text, at);
	if (e) {
		e->same = (uintptr_t)code.p;
		e->lines = code.n;
		e->known = limits_hit() == hit;
	}
	return code;
}

struct slice
statuswords_explained(struct slice text, struct place at)
{
	size_t i, len;

	for (i = 0; i < text.n && i <= PART_BYTES; i++)
		if (i && text.p[i] != '\n' && parts_at(text, i, &len) == SIGN_REMARK)
			return statuswords_code(text, at);
	return (struct slice){"", 0};
}
