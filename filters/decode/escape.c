/*
 * escape.c - text of seven bits that calls its character sets; see escape.h
 *
 * RFC 1468 and RFC 2237 have the calls of ISO-2022-JP, RFC 1557 and RFC 1922
 * those of Korean and Chinese; JIS X 0213, annex 2, those of its planes.
 */
#include "decode/escape.h"

#include <string.h>

#include "base/scan.h"
#include "encoding/decoder.h"
#include "encoding/iso2022jp.h"

enum { ESC = 0x1b, SO = 0x0e, SI = 0x0f };

/* JIS X 0213: plane 1 of 2000, plane 2, plane 1 of 2004; and what is not Japanese. */
static const struct {
	const char *call, *encoding;
} others[] = {
	{"\033$(O", "ISO-2022-JP-3"},
	{"\033$(P", "ISO-2022-JP-3"},
	{"\033$(Q", "ISO-2022-JP-3"},
	{"\033$)C", "ISO-2022-KR"},
	{"\033$)A", "ISO-2022-CN"},
};

static const char *
other_called(const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (n >= 4 && memcmp(p, others[i].call, 4) == 0)
			return others[i].encoding;
	return NULL;
}

/* iconv(3) has JIS X 0213, but not everywhere. */
static int
is_known(const char *encoding)
{
	struct decoder d;

	if (!decoder_open(&d, encoding))
		return 0;
	decoder_close(&d);
	return 1;
}

/* Escape sequences: one that only goes back to ASCII is a terminal's, and no evidence. */
static const char *
by_call(const unsigned char *p, size_t n, size_t *at)
{
	const unsigned char *esc = p, *end = p + n;
	const char *found = NULL;
	size_t len;

	for (; (esc = memchr(esc, ESC, (size_t)(end - esc))); esc++) {
		const char *other = other_called(esc, (size_t)(end - esc));
		int set = jset_called(esc, (size_t)(end - esc), &len);

		if (!other && (set == JSET_ASCII || set == -1 || end - esc < 2))
			continue;
		if (!found)
			*at = (size_t)(esc - p);
		if (other && is_known(other))
			return other;
		found = other && strncmp(other, "ISO-2022-JP", 11) != 0 ? other : "ISO-2022-JP";
		if (found == other)
			return other;
	}
	return found;
}

/* Kana of JIS X 0201 between SO and SI, and SO and SI nowhere else: in what a terminal draws lines with, letters stand
 * there. */
static const char *
by_shift(const unsigned char *p, size_t n, size_t *at)
{
	const unsigned char *so = memchr(p, SO, n), *end = p + n, *kana;

	if (!so || memchr(p, SI, (size_t)(so - p)))
		return NULL;
	*at = (size_t)(so - p);
	while (so) {
		for (kana = so + 1; kana < end && *kana > ' ' && *kana < 0x60; kana++)
			;
		if (kana == so + 1 || (kana < end && *kana != SI))
			return NULL;
		so = memchr(kana, SO, (size_t)(end - kana));
	}
	return "ISO-2022-JP";
}

/* Are the bytes beyond ASCII nothing but kana of eight bits, and two-byte sets called beside them? */
static int
is_jis8(const unsigned char *p, size_t n)
{
	size_t i;

	for (i = scan_ascii(p, n); i < n; i++)
		if (p[i] >= 0x80 && (p[i] < 0xa1 || p[i] > 0xdf))
			return 0;
	return scan_pair(p, n, "\033$") < n;
}

const char *
escape_encoding(const unsigned char *p, size_t n, size_t *at)
{
	const char *called;

	if (scan_ascii(p, n) < n)
		return is_jis8(p, n) ? by_call(p, n, at) : NULL;
	called = by_call(p, n, at);
	return called ? called : by_shift(p, n, at);
}
