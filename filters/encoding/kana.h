/* kana.h - half-width katakana, JIS X 0201, as UTF-8: A1 to DF stand for U+FF61 to U+FF9F */
#ifndef TZ_ENCODING_KANA_H
#define TZ_ENCODING_KANA_H

static inline char *
kana_put(char *o, unsigned char c)
{
	*o++ = (char)0xef;
	*o++ = (char)(c < 0xc0 ? 0xbd : 0xbe);
	*o++ = (char)(c < 0xc0 ? c : c - 0x40);
	return o;
}

#endif
