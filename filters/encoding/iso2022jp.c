/*
 * iso2022jp.c - ISO-2022-JP with the NEC and IBM rows, JIS X 0201 kana and JIS X 0212; see decoder.h
 *
 * RFC 1468, widened as CP50221 and the WHATWG's iso-2022-jp have it, and by
 * RFC 2237's JIS X 0212. Two rules are older than the WHATWG's: controls and
 * the space mean themselves in every set (ISO/IEC 2022), so that a tab or a
 * newline is never lost, and a line ends in ASCII (RFC 1468), so that an escape
 * lost at the end of a line does not take the next line with it.
 *
 * Half-width kana come in two more ways, both of JIS X 0201: between SO and SI
 * (seven bits), and as bytes from A1 to DF (eight).
 */
#include "encoding/iso2022jp.h"

#include <string.h>

#include "encoding/decoder.h"
#include "encoding/jispairs.h"
#include "encoding/kana.h"
#include "base/utf8.h"

enum { ESC = 0x1b, SO = 0x0e, SI = 0x0f };

const char *const jset_escape[JSET_COUNT] = {"\033(B", "\033(J", "\033(I", "\033$B", "\033$(D"};

static const struct {
	const char *escape;
	int set;
} also[] = {
	{"\033$@", JSET_0208},       /* JIS C 6226-1978 */
	{"\033&@\033$B", JSET_0208}, /* JIS X 0208-1990 announces itself */
};

int
jset_called(const unsigned char *s, size_t n, size_t *len)
{
	size_t i, more = sizeof(also) / sizeof(*also);
	int cut = 0;

	for (i = 0; i < JSET_COUNT + more; i++) {
		const char *e = i < JSET_COUNT ? jset_escape[i] : also[i - JSET_COUNT].escape;

		if (n > 1 && s[1] != (unsigned char)e[1])
			continue;
		*len = strlen(e);
		if (n >= *len && memcmp(s, e, *len) == 0)
			return i < JSET_COUNT ? (int)i : also[i - JSET_COUNT].set;
		cut |= n < *len && memcmp(s, e, n) == 0;
	}
	return cut ? -2 : -1;
}

/* Is the escape of LEN bytes at S, of N, which calls SET, the one that the encoder would write there? If what stands
 * behind it is not of the set, that raises a doubt itself. */
static int
is_canonical(const struct decoder *d, int set, const unsigned char *s, size_t len, size_t n)
{
	const char *e = jset_escape[set];

	return set != d->set && strlen(e) == len && memcmp(s, e, len) == 0 && (n == len || s[len] != ESC);
}

/* ESC at S. Returns the bytes taken; 0, with d->bad, if it calls no set or is cut. */
static size_t
escape(struct decoder *d, const unsigned char *s, size_t n)
{
	size_t len;
	int set = jset_called(s, n, &len);

	if (set >= 0) {
		d->doubt |= !is_canonical(d, set, s, len, n);
		d->set = set;
		return len;
	}
	d->bad = set == -2 && !d->eof ? 0 : 1;
	return 0;
}

/* Two bytes of JIS X 0208 or 0212. */
static size_t
two_bytes(struct decoder *d, const unsigned char *s, size_t n, char **o)
{
	const unsigned char *e;
	size_t at;

	if (n < 2) {
		d->bad = d->eof ? 1 : 0;
		return 0;
	}
	d->bad = s[1] <= ' ' || s[1] == ESC ? 1 : 2; /* those bytes have a meaning of their own */
	if (s[1] < 0x21 || s[1] > 0x7e)
		return 0;
	at = (size_t)(s[0] - 0x21) * 94 + s[1] - 0x21;
	e = d->set == JSET_0212 ? jisx0212_utf8[at] : jisx0208_utf8[at];
	if (!e[0])
		return 0;
	d->doubt |= !e[3];
	memcpy(*o, e, 4);
	*o += e[0] < 0xe0 ? 2 : 3;
	return 2;
}

/* A byte from 21 to 7E, in the set in force. */
static size_t
graphic(struct decoder *d, const unsigned char *s, size_t n, char **o)
{
	switch (d->set) {
	case JSET_ROMAN: /* JIS X 0201 has the yen sign and the overline there; all else is written as ASCII */
		d->doubt |= *s != '\\' && *s != '~';
		*o += utf8_put(*o, *s == '\\' ? 0xa5 : *s == '~' ? 0x203e : *s);
		return 1;
	case JSET_KANA:
	case JSET_SHIFTED:
		d->bad = 1;
		if (*s > 0x5f)
			return 0;
		*o = kana_put(*o, *s | 0x80);
		return 1;
	case JSET_0208:
	case JSET_0212:
		return two_bytes(d, s, n, o);
	default:
		*(*o)++ = (char)*s;
		return 1;
	}
}

/* SO calls the kana of JIS X 0201 until SI; the set that was in force before comes back with it. */
static size_t
shift(struct decoder *d, unsigned char c)
{
	if ((c == SO) == (d->set == JSET_SHIFTED)) {
		d->bad = 1;
		return 0;
	}
	if (c == SO)
		d->before = d->set;
	d->set = c == SO ? JSET_SHIFTED : d->before;
	d->doubt = 1;
	return 1;
}

static size_t
control(struct decoder *d, unsigned char c, char **o)
{
	if (c == SO || c == SI)
		return shift(d, c);
	if (c >= 0xa1 && c <= 0xdf && d->set <= JSET_ROMAN) {
		*o = kana_put(*o, c);
		d->doubt = 1;
		return 1;
	}
	/* DEL is ASCII where ASCII is in force, and belongs to no other set */
	if (c >= 0x80 || (c == 0x7f && d->set > JSET_ROMAN)) {
		d->bad = 1;
		return 0;
	}
	d->doubt |= d->set != JSET_ASCII;
	if ((c == '\n' || c == '\r') && d->set > JSET_ROMAN) {
		d->set = JSET_ASCII;
		d->unended = 1;
	}
	*(*o)++ = (char)c;
	return 1;
}

/* Copies the ASCII from P on up to an escape sequence, or what is no text. Returns where that is. */
static const unsigned char *
ascii(const unsigned char *p, const unsigned char *end, char **out)
{
	char *o = *out;

	for (; p < end && *p < 0x7f && *p != ESC && *p != SO && *p != SI; p++)
		*o++ = (char)*p;
	*out = o;
	return p;
}

/* What the hot loops leave: the bytes taken, or 0. */
static size_t
second_look(struct decoder *d, const unsigned char *s, size_t n, char **o)
{
	if (*s == ESC)
		return escape(d, s, n);
	if (*s > ' ' && *s < 0x7f)
		return graphic(d, s, n, o);
	return control(d, *s, o);
}

size_t
decode_iso2022jp(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	const unsigned char *p = s, *end = s + n;
	size_t took;
	char *o = out;

	for (; p < end; p += took) {
		if (d->set == JSET_0208)
			p = jis_pairs(p, end, 0x21, &o);
		else if (d->set == JSET_ASCII)
			p = ascii(p, end, &o);
		took = p < end ? second_look(d, p, (size_t)(end - p), &o) : 0;
		if (!took)
			break;
	}
	d->made = (size_t)(o - out);
	return (size_t)(p - s);
}
