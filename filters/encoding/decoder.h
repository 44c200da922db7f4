/*
 * decoder.h - one encoding's bytes into UTF-8, as far as they go
 *
 * A step never fails and never says anything: it stops in front of what it
 * cannot convert and leaves the caller to decide. So the same code serves the
 * fast way (a block that converts whole is written out as it is) and the
 * careful one (a line, with its errors named and its source bytes at hand).
 *
 * The error recovery is that of the WHATWG Encoding Standard.
 */
#ifndef TZ_ENCODING_DECODER_H
#define TZ_ENCODING_DECODER_H

#include <iconv.h>
#include <stddef.h>
#include <string.h>

struct decoder {
	/* Converts from S, of N bytes; returns how many it took. OUT has DECODE_ROOM(n) bytes. */
	size_t (*step)(struct decoder *d, const unsigned char *s, size_t n, char *out);
	size_t unit; /* bytes of a code unit: 2 for UTF-16, 4 for UTF-32, 1 for nearly all others */
	int big;     /* UTF-16: the high byte comes first */
	unsigned char lf[4], cr[4]; /* the line ends, of UNIT bytes */
	int compare; /* whether a line was written canonically shows for certain only when it is encoded again */
	int eof;     /* set by the caller: nothing comes behind the N bytes */

	/* what a step leaves behind */
	size_t made; /* bytes written to OUT */
	size_t bad;  /* if it took less than N: how many bytes there are wrong together (one U+FFFD); 0: it needs more */
	int odd;     /* raised, never cleared: something was converted that encodes to other bytes */
	int doubt;   /* raised, never cleared: where lines are to be compared, something may encode to other bytes */
	int cesu;    /* raised, never cleared: UTF-8 had a character as CESU-8 or modified UTF-8 write it */
	int unended; /* raised, never cleared: a line end came in a two-byte set of ISO-2022-JP */

	int set;     /* ISO-2022-JP: the character set in force */
	int before;  /* and the one that SI goes back to */
	iconv_t cd;  /* other encodings */
};

/* The most that N bytes can become: a half-width kana of CP932 is one byte, and three in UTF-8. */
#define DECODE_ROOM(n) (3 * (n) + 16)
/* How many bytes surely have room in N. */
#define DECODE_FIT(n) (((n) - 16) / 3)

size_t decode_utf8(struct decoder *d, const unsigned char *s, size_t n, char *out);
size_t decode_cp932(struct decoder *d, const unsigned char *s, size_t n, char *out);
size_t decode_eucjp(struct decoder *d, const unsigned char *s, size_t n, char *out);
size_t decode_iso2022jp(struct decoder *d, const unsigned char *s, size_t n, char *out);
size_t decode_utf16(struct decoder *d, const unsigned char *s, size_t n, char *out);
size_t decode_iconv(struct decoder *d, const unsigned char *s, size_t n, char *out);

/* Is the code unit at P a line feed, a carriage return? */
static inline int
decoder_at_lf(const struct decoder *d, const unsigned char *p)
{
	return d->unit == 1 ? *p == *d->lf : memcmp(p, d->lf, d->unit) == 0;
}

static inline int
decoder_at_cr(const struct decoder *d, const unsigned char *p)
{
	return d->unit == 1 ? *p == *d->cr : memcmp(p, d->cr, d->unit) == 0;
}

/* Makes D ready for ENCODING, a name as in the `doc` record. 0 if nobody knows it, or if it has no lines: UTF-7
 * may hide line feeds, and UTF-16 and UTF-32 without a byte order could be read in two ways. */
int decoder_open(struct decoder *d, const char *encoding);
void decoder_close(struct decoder *d);

/* The name of `doc` records for a name that people type ("sjis", "Shift_JIS", "windows-31j", "utf8" …);
 * NAME itself if it is none of these. "UTF-16" stays: the byte order is still to be found. */
const char *encoding_name(const char *name);
/* The name of the encoding that NAME is a slip for; NULL if it is none. */
const char *encoding_meant(const char *name);

#endif
