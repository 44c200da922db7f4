/* blank.c - white space; see blank.h */
#include "base/blank.h"

#include <string.h>
#include <utf8proc.h>

#include "base/scan.h"

size_t
blank_rare(struct slice s)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &c);

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

/* The white space of Unicode: up to U+0020, U+00A0 (C2), U+1680 (E1), U+2000 to U+205F (E2), and U+3000, E3 80 80. */
static int
is_suspect(const unsigned char *p, size_t n)
{
	return *p <= ' ' || *p == 0xc2 || *p == 0xe1 || *p == 0xe2 || (n >= 3 && memcmp(p, "\xe3\x80\x80", 3) == 0);
}

size_t
blank_suspect(struct slice s, size_t from)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = from;

#ifdef TZ_VECTORS
	for (; s.n >= i + 18; i += 16) {
		v16 v = v16_load(p + i), next = v16_load(p + i + 1), last = v16_load(p + i + 2);
		v16 wide = (v16)(v == 0xe3) & (v16)(next == 0x80) & (v16)(last == 0x80);

		if (v16_any((v16)(v <= ' ') | (v16)(v == 0xc2) | (v16)(v == 0xe1) | (v16)(v == 0xe2) | wide))
			break;
	}
#endif
	while (i < s.n && !is_suspect(p + i, s.n - i))
		i++;
	return i;
}

static int
is_common(const unsigned char *p, size_t n)
{
	return *p == ' ' || (n >= 3 && memcmp(p, "\xe3\x80\x80", 3) == 0);
}

size_t
blank_next(struct slice s, size_t from)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = from;

#ifdef TZ_VECTORS
	for (; s.n >= i + 18; i += 16) {
		v16 v = v16_load(p + i), wide = (v16)(v == 0xe3) & (v16)(v16_load(p + i + 1) == 0x80) & (v16)(v16_load(p + i + 2) == 0x80);

		if (v16_any((v16)(v == ' ') | wide))
			break;
	}
#endif
	while (i < s.n && !is_common(p + i, s.n - i))
		i++;
	return i;
}

int
blank_field_whole(struct slice field)
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

struct slice
blank_trim(struct slice s)
{
	size_t len, i;

	while (s.n && (len = blank_at(s)))
		s = (struct slice){s.p + len, s.n - len};
	while (s.n) {
		for (i = s.n - 1; i && ((unsigned char)s.p[i] & 0xc0) == 0x80; i--)
			; /* to the first byte of the last character */
		if (!blank_at((struct slice){s.p + i, s.n - i}))
			break;
		s.n = i;
	}
	return s;
}
