/* agencyplain.c - fields that a few looks show to hold no label; see agencyplain.h */
#include "agencyplain.h"

#include <string.h>

#include "row.h"
#include "scan.h"

/* An ideograph or kana at P: neither blank nor bullet nor bracket. */
static int
is_letter(const char *p)
{
	unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1], c = (unsigned char)p[2];

	if (c < 0x80) /* not well-formed */
		return 0;
	return (a >= 0xe4 && a <= 0xe9) || (a == 0xe3 && (b == 0x81 || b == 0x82 || (b == 0x83 && c != 0xbb)));
}

#ifdef TZ_VECTORS
/* One of the 16 bytes at P is a colon; 17 are readable. */
static int
has_colon(const char *p)
{
	v16 a = v16_load(p);

	return v16_any((v16)(a == ':') | ((v16)(a == 0xbc) & (v16)(v16_load(p + 1) == 0x9a)));
}
#endif

/* Some of the first bytes of S, which does not end with one, may be a colon. */
static int
may_have_colon(struct slice s)
{
	const char *p = s.p, *end = p + (s.n < LABEL_HEAD ? s.n : LABEL_HEAD);

#ifdef TZ_VECTORS
	if (s.n > 16) {
		for (; end - p > 16; p += 16)
			if (has_colon(p))
				return 1;
		return has_colon(s.p + s.n - p < 17 ? s.p + s.n - 17 : p);
	}
#endif
	while (p < end && *p != ':' && (unsigned char)*p != 0x9a)
		p++;
	return p < end;
}

/* S ends with a bracket that nothing opens: ア), 1 a). Of what is not UTF-8 the caller has to know. */
static int
only_closes(struct slice s)
{
	return s.p[s.n - 1] == ')' && !memchr(s.p, '(', s.n) && !memchr(s.p, 0x88, s.n) && is_utf8(s); /* 88 ends （ */
}

int
agency_plain(struct slice s, unsigned has)
{
	while (s.n >= 3 && memcmp(s.p, "・", 3) == 0)
		s = (struct slice){s.p + 3, s.n - 3};
	while (s.n >= 3 && memcmp(s.p + s.n - 3, "。", 3) == 0)
		s.n -= 3;
	if ((has & ROW_ESCAPE) && memchr(s.p, '\\', s.n))
		return 0;
	if (s.n < LABEL_SHORTEST)
		return 1;
	return (is_letter(s.p) || is_alnum(*s.p)) &&
	    (is_letter(s.p + s.n - 3) || is_alnum(s.p[s.n - 1]) || only_closes(s)) &&
	    !((has & ROW_COLON) && may_have_colon(s));
}
