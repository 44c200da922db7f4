/* legendquick.c - whether a line is worth reading as a legend; see legendline.h */
#include "legendline.h"

#include <string.h>

/* All bytes here are UTF-8 (RFC 3629), not folded: E2 86-9E are arrows, boxes, circles and other
 * symbols, E2 91-93 circled numbers, E2 85 Roman ones; EF BC and EF BD full-width ASCII. */
enum { LONGEST = 4096, A_WORD = 72 };

static int
is_alnum(unsigned char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The length of a run of letters and digits at P, full-width or not, and how many CHARS it has. */
static size_t
alnum_run(const unsigned char *p, const unsigned char *end, size_t *chars)
{
	const unsigned char *start = p;

	for (*chars = 0; p < end; ++*chars) {
		if (is_alnum(*p))
			p++;
		else if (end - p > 2 && *p == 0xef && ((p[1] == 0xbc && p[2] >= 0x90 && p[2] != 0x9a && p[2] != 0x9d) ||
		                                       (p[1] == 0xbd && p[2] < 0x9b)))
			p += 3;
		else
			break;
	}
	return (size_t)(p - start);
}

static int
is_dash(const unsigned char *p, const unsigned char *end)
{
	if (*p == '-')
		return 1;
	if (end - p < 3)
		return 0;
	return memcmp(p, "\xef\xbc\x8d", 3) == 0 || memcmp(p, "\xe2\x88\x92", 3) == 0 ||
	       memcmp(p, "\xe3\x83\xbc", 3) == 0 || (p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95);
}

static int
is_strong(const unsigned char *p, const unsigned char *end)
{
	static const char *const seps[] = {"：", "＝", "…", "‥", "・・", "→", "⇒", "──", "――", "・ ・", "･･", "－－"};
	size_t i;

	if (p >= end)
		return 0;
	if (*p < 0x80)
		return *p == ':' || *p == '=' || (*p == '.' && end - p > 2 && p[1] == '.');
	for (i = 0; i < sizeof(seps) / sizeof(*seps); i++)
		if ((size_t)(end - p) >= strlen(seps[i]) && memcmp(p, seps[i], strlen(seps[i])) == 0)
			return 1;
	return 0;
}

/* What may stand between a letter and its separator: a blank, a quote, a plus, a prime. */
static const unsigned char *
skip_filling(const unsigned char *p, const unsigned char *end)
{
	static const char *const filling[] = {"　", "」", "’", "′", "＋", "－", "−", "）", "』", "”", "‐"};
	size_t i;

again:
	if (p < end && strchr(" '+-)*\"]>", *p) && *p)
		return skip_filling(p + 1, end);
	for (i = 0; i < sizeof(filling) / sizeof(*filling); i++)
		if (end - p >= 3 && memcmp(p, filling[i], 3) == 0) {
			p += 3;
			goto again;
		}
	return p;
}

/* A letter or number at P, LENGTH bytes, that a separator follows; at the start of a line, a blank will do. */
static int
letter_is_marked(const unsigned char *p, size_t length, const unsigned char *end, int at_start)
{
	const unsigned char *after = p + length, *next = skip_filling(after, end);

	if (is_strong(next, end))
		return 1;
	if (after < end && *after == '(')
		return !(*p >= '0' && *p <= '9');
	if (end - after >= 3 && memcmp(after, "（", 3) == 0)
		return 1;
	return at_start && (next > after || (end - next > 2 && memcmp(next, "、", 3) == 0) ||
	                    (end - next > 2 && (memcmp(next, "―", 3) == 0 || memcmp(next, "—", 3) == 0)));
}

static int
is_symbol(const unsigned char *p, const unsigned char *end)
{
	if (end - p < 2)
		return 0;
	switch (*p) {
	case 0xc3: return p[1] == 0x97;
	case 0xe2: return p[1] == 0x85 || (p[1] >= 0x86 && p[1] != 0x88 && p[1] != 0x94) || (p[1] == 0x88 && end - p > 2 && p[2] == 0x86);
	case 0xe3: return end - p > 2 && ((p[1] == 0x80 && p[2] == 0x87) || p[1] == 0x89 || p[1] == 0x8b);
	}
	return *p >= 0xf0;
}

static size_t
length_of(unsigned char c)
{
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

int
legend_may_be(struct slice line)
{
	const unsigned char *start = (const unsigned char *)line.p, *end = start + line.n, *p = start;
	size_t n, chars;

	if (line.n == 0 || line.n > LONGEST)
		return 0;
	while (p < end && (*p == ' ' || *p == '\t' || (end - p > 2 && memcmp(p, "　", 3) == 0)))
		p += *p < 0x80 ? 1 : 3;
	start = p;
	if (p < end && is_dash(p, end))
		return 1;
	while (p < end) {
		if (p - start < A_WORD && is_strong(p, end))
			return 1;
		if (is_symbol(p, end))
			return 1;
		n = *p < 0x80 || *p == 0xef ? alnum_run(p, end, &chars) : 0;
		if (n && chars <= 3 && letter_is_marked(p, n, end, p - start < 12))
			return 1;
		p += n ? n : length_of(*p);
	}
	return 0;
}
