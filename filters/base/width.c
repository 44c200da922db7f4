/* width.c - the width of characters; see width.h */
#include "base/width.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum { CJK = 0x2e80, /* what is wide in all versions of Unicode begins there */
       NO_BREAK_SPACE = 0xa0 };

static int
is_picture(struct slice behind)
{
	return behind.n >= 3 && behind.p[0] == '\xef' && behind.p[1] == '\xb8' && behind.p[2] == '\x8f'; /* U+FE0F */
}

static size_t
narrow(uint32_t c)
{
	int w = width_is_wide(c) ? 2 : utf8proc_charwidth((utf8proc_int32_t)c);

	return w < 0 ? 0 : (size_t)w;
}

int
width_is_told(struct slice s)
{
	size_t i, len;
	uint32_t c;

	for (i = 0; i < s.n; i += len) {
		c = utf8_next(s.p + i, s.n - i, &len);
		if (c >= 0x80 && !width_is_wide(c) && !(c >= 0xff61 && c <= 0xff9f))
			return 0;
	}
	return 1;
}

size_t
width_rare(struct slice s, enum width how, size_t *len)
{
	uint32_t c = utf8_next(s.p, s.n, len);
	int picture;

	picture = is_picture((struct slice){s.p + *len, s.n - *len});
	if (picture)
		*len += 3;
	switch (how) {
	case WIDTH_WIDE:
		return (c >= 0xff61 && c <= 0xff9f) || c == NO_BREAK_SPACE || narrow(c) == 0 ? narrow(c) : 2;
	case WIDTH_NARROW:
		return narrow(c);
	case WIDTH_OLD:
		return c < CJK && narrow(c) > 1 ? 1 : narrow(c);
	case WIDTH_PICTURES:
		return picture ? 2 : narrow(c);
	case WIDTH_CHARS:
	case WIDTHS:
		break;
	}
	return picture ? 2 : 1;
}
