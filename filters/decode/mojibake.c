/*
 * mojibake.c - UTF-8 that was read as another encoding; see mojibake.h
 *
 * Kana are E3 81, E3 82 and E3 83 in UTF-8. As CP932 these are three kanji
 * that hardly any text has, and as windows-1252 an a with a tilde and a sign
 * or a control: Japanese text read so is full of them. Read as its bytes once
 * more, a line of it is well-formed UTF-8, which no other line is by chance.
 */
#include "decode/mojibake.h"

#include <string.h>

#include "base/scan.h"
#include "base/utf8.h"
#include "encoding/encode.h"

enum { LOOKED_AT = 16 * 1024 };

/* The first two bytes of kana: as CP932, as windows-1252 and ISO-8859-1, and as the code pages 850 and 437 of DOS. */
static const struct {
	const char *sign, *as;
} signs[] = {
	{"\xe7\xb8\xba", "CP932"}, {"\xe7\xb9\xa7", "CP932"}, {"\xe7\xb9\x9d", "CP932"},
	{"\xc3\xa3\xc2\x81", "windows-1252"}, {"\xc3\xa3\xc2\x82", "windows-1252"}, {"\xc3\xa3\xc2\x83", "windows-1252"},
	{"\xc3\xa3\xe2\x80\x9a", "windows-1252"}, {"\xc3\xa3\xc6\x92", "windows-1252"},
	{"\xc3\xa3\xef\xbf\xbd", "windows-1252"}, /* which has no 81: U+FFFD stands for it */
	{"\xc3\x92\xc3\xbc", "CP850"}, {"\xc3\x92\xc3\xa9", "CP850"}, {"\xc3\x92\xc3\xa2", "CP850"},
	{"\xcf\x80\xc3\xbc", "CP437"}, {"\xcf\x80\xc3\xa9", "CP437"}, {"\xcf\x80\xc3\xa2", "CP437"},
};

enum { SIGNS = sizeof(signs) / sizeof(*signs) };

/* 80 to 9F of windows-1252; what it leaves out is a control there, as the WHATWG has it. */
static const unsigned short upper[32] = {
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
};

/* The byte that C is in windows-1252 or ISO-8859-1; -1: none. */
static int
byte_of(uint32_t c)
{
	int i;

	if (c < 0x100)
		return (int)c;
	for (i = 0; i < 32; i++)
		if (upper[i] == c)
			return 0x80 + i;
	return -1;
}

static int
to_latin(struct buf *to, struct slice text)
{
	size_t i, len;
	int byte;

	for (i = 0; i < text.n; i += len) {
		if ((byte = byte_of(utf8_next(text.p + i, text.n - i, &len))) < 0)
			return 0;
		buf_addc(to, (char)byte);
	}
	return 1;
}

static int
to_cp932(struct buf *to, struct slice text)
{
	struct encoder *e = encoder_new("CP932");
	int done = encode(e, to, text);

	encoder_free(e);
	return done;
}

/* Are there characters of three bytes in the text, and fewer others beyond ASCII? */
static int
is_japanese(const char *p, size_t n)
{
	size_t i, len, three = 0, others = 0;

	for (i = 0; i < n; i += len) {
		uint32_t c = utf8_next(p + i, n - i, &len);

		three += c >= 0x2000 && c < 0x10000;
		others += len > 1 && (c < 0x2000 || c >= 0x10000);
	}
	return three > others;
}

int
mojibake_undo(struct buf *text, const char *as)
{
	struct buf bytes = {0};
	int done = 0;

	if (scan_ascii(text->p, text->n) < text->n &&
	    (strcmp(as, "CP932") == 0 ? to_cp932(&bytes, slice_of(text)) : to_latin(&bytes, slice_of(text))))
		done = scan_ascii(bytes.p, bytes.n) < bytes.n && utf8_valid(bytes.p, bytes.n) == bytes.n &&
		       is_japanese(bytes.p, bytes.n);
	if (done) {
		buf_clear(text);
		buf_adds(text, slice_of(&bytes));
	}
	buf_free(&bytes);
	return done;
}

/* Is one of the lines certain? */
static int
has_line(const char *p, size_t n, const char *as)
{
	struct buf line = {0};
	size_t from, len;
	int found = 0;

	for (from = 0; from < n && !found; from += len + 1) {
		const char *lf = memchr(p + from, '\n', n - from);

		len = lf ? (size_t)(lf - p) - from : n - from;
		buf_clear(&line);
		buf_add(&line, p + from, len);
		found = utf8_valid(line.p, len) == len && mojibake_undo(&line, as);
	}
	buf_free(&line);
	return found;
}

static size_t
count_sign(const unsigned char *p, size_t n, const char *sign)
{
	size_t len = strlen(sign), count = 0;
	const unsigned char *end = p + n, *at = p;

	while ((size_t)(end - at) >= len && (at = memchr(at, sign[0], (size_t)(end - at) - len + 1))) {
		count += memcmp(at, sign, len) == 0;
		at++;
	}
	return count;
}

/* The bytes of all signs of AS; their number into *COUNT. */
static size_t
sign_bytes(const unsigned char *p, size_t n, const char *as, size_t *count)
{
	size_t k, found, bytes = 0;

	*count = 0;
	for (k = 0; k < SIGNS; k++)
		if (strcmp(signs[k].as, as) == 0) {
			found = count_sign(p, n, signs[k].sign);
			*count += found;
			bytes += found * strlen(signs[k].sign);
		}
	return bytes;
}

/* So many of them, and so dense, are no words of any text, though each line may have lost a byte by it. */
static int
is_full(const unsigned char *p, size_t n, const char *as)
{
	enum { MANY = 8, SHARE = 10 };
	size_t i, high = 0, count, bytes = sign_bytes(p, n, as, &count);

	for (i = 0; i < n; i++)
		high += p[i] >= 0x80;
	return count >= MANY && bytes * SHARE >= high;
}

/* The signs alone may be words of the text: one line has to be certain, or all be full of them. */
const char *
mojibake(const unsigned char *p, size_t n, int *certain)
{
	size_t k;

	n = n < LOOKED_AT ? n : LOOKED_AT;
	for (k = 0; k < SIGNS; k++) {
		if (!count_sign(p, n, signs[k].sign))
			continue;
		*certain = strncmp(signs[k].as, "CP4", 3) != 0 && strncmp(signs[k].as, "CP8", 3) != 0 &&
		           has_line((const char *)p, n, signs[k].as);
		if (*certain || is_full(p, n, signs[k].as))
			return signs[k].as;
	}
	return NULL;
}
