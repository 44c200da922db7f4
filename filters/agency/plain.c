/* plain.c - fields that a few looks show to hold no label; see agency/plain.h */
#include "agency/plain.h"

#include <string.h>

#include "base/scan.h"

static int
has_colon(struct slice s)
{
	size_t i = 0;

	if (s.n && memchr(s.p, ':', s.n))
		return 1;
	while ((i += scan_pair(s.p + i, s.n - i, "\xbc\x9a")) < s.n && (i == 0 || (unsigned char)s.p[i - 1] != 0xef))
		i += 2; /* 会 is E4 BC 9A */
	return i < s.n;
}

unsigned
agency_has(struct slice fields, unsigned has)
{
	return (has & ROW_COLON) && !has_colon(fields) ? has & ~(unsigned)ROW_COLON : has;
}

/* S ends with a bracket that nothing opens: ア), 1 a). Of what is not UTF-8 the caller has to know. */
static int
only_closes(struct slice s)
{
	size_t i;

	if (s.p[s.n - 1] != ')')
		return 0;
	for (i = 0; i < s.n && s.p[i] != '(' && (unsigned char)s.p[i] != 0x88; i++) /* 88 ends （ */
		;
	return i == s.n && is_utf8(s);
}

static inline int
begins(const char *p, const char *z)
{
	return p[2] == z[2] && p[1] == z[1] && p[0] == z[0];
}

int
agency_plain_line(struct slice s, unsigned has)
{
	char last;

	if ((has & ROW_ESCAPE) && memchr(s.p, '\\', s.n))
		return 0;
	for (; s.n >= 3 && begins(s.p, "・"); s.n -= 3)
		s.p += 3;
	for (; s.n >= 3 && begins(s.p + s.n - 3, "。"); s.n -= 3)
		;
	if (s.n < LABEL_SHORTEST)
		return 1;
	if (!is_letter(s.p) && !is_alnum(*s.p))
		return 0;
	if ((has & ROW_COLON) && has_colon(s))
		return 0;
	return ends_plainly(last = s.p[s.n - 1]) || (last & 0x80 && is_letter(s.p + s.n - 3)) || is_alnum(last) || only_closes(s);
}
