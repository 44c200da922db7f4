/*
 * tally.h - how often bytes of some kinds are in a text, and what it costs at the least therefore
 *
 * Most readings that are wrong are wrong in every second byte. To count those
 * takes a tenth of the time of reading them.
 */
#ifndef TZ_DECODE_TALLY_H
#define TZ_DECODE_TALLY_H

#include <stddef.h>

/* Kinds of bytes, as ranges: the controls of ISO/IEC 2022, which EUC goes without but for the single shifts; what begins
 * two, three and four bytes of UTF-8; and high bytes of UTF-16 that are kanji, or nothing Japanese on either side of the
 * surrogates. */
enum byte_kind { B_HIGH, B_CONTROL, B_SHIFT, B_LEAD2, B_LEAD3, B_LEAD4, B_KANJI, B_NOTHING, B_BEYOND, B_FF, BYTE_KINDS };

struct tally {
	size_t n; /* bytes in all */
	size_t at[BYTE_KINDS][2]; /* of each kind, at even places and at odd ones */
};

void tally(struct tally *t, const unsigned char *p, size_t n);

/* What the score_… of model.h is at the least. In EUC-JP and UTF-8 it is that of wrong places alone. */
long least_eucjp(const struct tally *t);
long least_utf8(const struct tally *t);
long least_utf16le(const struct tally *t);
long least_utf16be(const struct tally *t);
long least_chinese(const struct tally *t);
long least_korean(const struct tally *t);
long least_russian(const struct tally *t);
long least_latin1(const struct tally *t);
long least_unknown(const struct tally *t);
/* Of which nothing is known in advance. */
long least_any(const struct tally *t);

#endif
