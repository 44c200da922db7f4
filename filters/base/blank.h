/* blank.h - white space as the documents have it: ASCII, U+3000, no-break and the other spaces of Unicode */
#ifndef TZ_BASE_BLANK_H
#define TZ_BASE_BLANK_H

#include "base/buf.h"

/* How many bytes the white space character at the start of S takes; 0 if there is none. */
size_t blank_at(struct slice s);
/* False if S, or the field S, has no white space: at the speed of a vector. True if it may have. */
int blank_may_be_in(struct slice s);
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
