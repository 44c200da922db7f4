/* blank.c - white space; see blank.h */
#include "blank.h"

#include <string.h>
#include <utf8proc.h>

size_t
blank_at(struct slice s)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	if (s.n == 0)
		return 0;
	if ((unsigned char)*s.p < 0x80)
		return *s.p == ' ' || (*s.p >= '\t' && *s.p <= '\r');
	if ((unsigned char)*s.p >= 0xe3 && !(s.n >= 3 && memcmp(s.p, "\xe3\x80\x80", 3) == 0))
		return 0; /* U+3000 is the last of them: kana and ideographs need no look-up */
	n = utf8proc_iterate((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &c);
	return n > 0 && utf8proc_category(c) == UTF8PROC_CATEGORY_ZS ? (size_t)n : 0;
}

/* The white space at the start of FIELD, one of the record's own escapes or a character. */
static size_t
blank_in_field(struct slice field)
{
	if (*field.p == '\\' && field.n > 1)
		return field.p[1] == 't' || field.p[1] == 'n' || field.p[1] == 'r' ? 2 : 0;
	return blank_at(field);
}

int
blank_field(struct slice field)
{
	while (field.n) {
		size_t n = blank_in_field(field);

		if (n == 0)
			return 0;
		field.p += n;
		field.n -= n;
	}
	return 1;
}
