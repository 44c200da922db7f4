/* blank.h - white space as the documents have it: ASCII, U+3000, no-break and the other spaces of Unicode */
#ifndef TZ_BASE_BLANK_H
#define TZ_BASE_BLANK_H

#include "base/buf.h"

/* blank_at of what begins with C2, E1 or E2: only there are other spaces (U+00A0, U+1680, U+2000 to U+205F). */
size_t blank_rare(struct slice s);

/* How many bytes the white space character at the start of S takes; 0 if there is none. Asked of every character. */
static inline size_t
blank_at(struct slice s)
{
	unsigned char c = s.n ? (unsigned char)*s.p : 0;

	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	if (c >= 0xe3)
		return c == 0xe3 && s.n >= 3 && s.p[1] == '\x80' && s.p[2] == '\x80' ? 3 : 0; /* U+3000 is the last of them */
	return c == 0xc2 || c >= 0xe1 ? blank_rare(s) : 0;
}
/* S without the white space at its ends. */
struct slice blank_trim(struct slice s);
/* Where a white space character of S may begin, at or behind byte FROM; s.n if there is none: at the speed of a vector. */
size_t blank_suspect(struct slice s, size_t from);
/* False if S, or the field S, has no white space. True if it may have. */
static inline int
blank_may_be_in(struct slice s)
{
	return blank_suspect(s, 0) < s.n;
}
/* Where the next U+0020 or U+3000 of S is, at or behind byte FROM; s.n if there is none: at the speed of a vector. */
size_t blank_next(struct slice s, size_t from);
/* blank_field of a field that is not known to begin with something else. */
int blank_field_whole(struct slice field);

/* True if nothing but white space is in FIELD, a field as it stands in a record: \t, \n and \r count. Nearly all
 * fields begin with a letter, a kana or an ideograph, and that is seen without a call. */
static inline int
blank_field(struct slice field)
{
	unsigned char c;

	if (field.n == 0)
		return 1;
	c = (unsigned char)*field.p;
	if (c < 0x80 ? c > ' ' && c != '\\' : c >= 0xe4 || (c == 0xe3 && field.n > 1 && field.p[1] != '\x80'))
		return 0;
	return blank_field_whole(field);
}

#endif
