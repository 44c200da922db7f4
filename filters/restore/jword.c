/* jword.c - what the words of JSON say; see jword.h */
#include "restore/jword.h"

#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"

/* Numbers */

static size_t
digits(struct slice s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] >= '0' && s.p[at + n] <= '9')
		n++;
	return n;
}

/* The places of a number's parts: 0 if it is none. */
static int
is_number(struct slice s, int *real)
{
	size_t at = s.n && s.p[0] == '-', n = digits(s, at);

	if (n == 0 || (n > 1 && s.p[at] == '0'))
		return 0;
	at += n;
	*real = at < s.n;
	if (at < s.n && s.p[at] == '.') {
		n = digits(s, at + 1);
		if (n == 0)
			return 0;
		at += 1 + n;
	}
	if (at < s.n && (s.p[at] == 'e' || s.p[at] == 'E')) {
		at++;
		at += at < s.n && (s.p[at] == '-' || s.p[at] == '+');
		n = digits(s, at);
		if (n == 0)
			return 0;
		at += n;
	}
	return at == s.n;
}

static enum jword
integer_of(struct slice s, long long *integer, const char **why)
{
	int minus = s.p[0] == '-';
	unsigned long long u = 0, most = (unsigned long long)LLONG_MAX + (unsigned)minus;
	size_t i;

	for (i = (size_t)minus; i < s.n; i++) {
		unsigned digit = (unsigned)(s.p[i] - '0');

		if (u > (most - digit) / 10) {
			*why = "too big an integer";
			return JWORD_NONE;
		}
		u = 10 * u + digit;
	}
	*integer = !minus ? (long long)u : u == most ? LLONG_MIN : -(long long)u;
	return JWORD_INTEGER;
}

static enum jword
real_of(struct slice s, const char **why)
{
	char *z = emalloc(s.n + 1);
	double d;

	memcpy(z, s.p, s.n);
	z[s.n] = '\0';
	d = strtod(z, NULL);
	free(z);
	*why = "too big a number";
	return d == HUGE_VAL || d == -HUGE_VAL ? JWORD_NONE : JWORD_REAL;
}

enum jword
jword_of(struct slice word, long long *integer, const char **why)
{
	int real;

	if (slice_eq(word, slice_z("null")))
		return JWORD_NULL;
	if (slice_eq(word, slice_z("true")))
		return JWORD_TRUE;
	if (slice_eq(word, slice_z("false")))
		return JWORD_FALSE;
	*why = word.n ? "a word that JSON does not have" : "a value is missing";
	if (!is_number(word, &real))
		return JWORD_NONE;
	return real ? real_of(word, why) : integer_of(word, integer, why);
}

/* Escapes */

/* The four hexadecimal digits at P, of N bytes; -1 if they are none. */
static long
four(const char *p, size_t n)
{
	long u = 0;
	size_t i;

	for (i = 0; i < 4; i++) {
		char c = i < n ? p[i] : '\0';

		if (c >= '0' && c <= '9')
			u = u << 4 | (c - '0');
		else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
			u = u << 4 | ((c | 0x20) - 'a' + 10);
		else
			return -1;
	}
	return u;
}

/* The code point behind the \u at P. Returns how many bytes say it, both halves of a pair; 0 if it is none. */
static size_t
unicode(const char *p, size_t n, uint32_t *c)
{
	long u = four(p + 2, n - 2), low;

	if (u < 0 || (u >= 0xdc00 && u <= 0xdfff))
		return 0;
	*c = (uint32_t)u;
	if (u < 0xd800 || u > 0xdbff)
		return 6;
	low = n >= 8 && p[6] == '\\' && p[7] == 'u' ? four(p + 8, n - 8) : -1;
	if (low < 0xdc00 || low > 0xdfff)
		return 0;
	*c = 0x10000 + (((uint32_t)u - 0xd800) << 10) + ((uint32_t)low - 0xdc00);
	return 12;
}

const char *
jword_unescape(struct buf *to, struct slice raw)
{
	static const char names[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
	const char *p = raw.p, *end = p + raw.n, *next, *name;

	buf_room(to, raw.n); /* no escape is shorter than what it stands for */
	for (; (next = memchr(p, '\\', (size_t)(end - p))); p = next) {
		uint32_t c;

		buf_add(to, p, (size_t)(next - p));
		if (next[1] == 'u') {
			size_t n = unicode(next, (size_t)(end - next), &c);

			if (!n)
				return "\\u without a character";
			to->n += utf8_put(to->p + to->n, c);
			next += n;
			continue;
		}
		for (name = names; *name && *name != next[1]; name += 2)
			;
		if (!*name || !next[1])
			return "a backslash before what needs none";
		buf_addc(to, name[1]);
		next += 2;
	}
	buf_add(to, p, (size_t)(end - p));
	return NULL;
}
