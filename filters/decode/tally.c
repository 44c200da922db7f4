/* tally.c - kinds of bytes in a text, and what it costs at the least; see tally.h
 *
 * The bounds follow from the models, and change with them. Each has to hold for any bytes: then what is not read because
 * of it could not have won.
 */
#include "decode/tally.h"

#include "decode/model.h"
#include "base/scan.h"

static const unsigned char kinds[BYTE_KINDS][2] = {
	[B_HIGH] = {0x80, 0xff},
	[B_CONTROL] = {0x80, 0xa0},
	[B_SHIFT] = {0x8e, 0x8f},
	[B_LEAD2] = {0xc0, 0xff},
	[B_LEAD3] = {0xe0, 0xff},
	[B_LEAD4] = {0xf0, 0xff},
	[B_KANJI] = {0x4e, 0x9f},
	[B_NOTHING] = {0xa0, 0xd7},
	[B_BEYOND] = {0xe0, 0xf8},
	[B_FF] = {0xff, 0xff},
};

/* Counts as many of the N bytes at P as it can. Returns how many those are, an even number. */
static size_t
tally_fast(struct tally *t, const unsigned char *p, size_t n)
{
	size_t i = 0;
#ifdef TZ_VECTORS
	const v16 even = {255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0};

	while (n - i >= 16) {
		v16 sum[BYTE_KINDS] = {{0}};
		size_t rounds;
		int k;

		/* a comparison gives -1 in a lane: 255 rounds fit in its byte */
		for (rounds = 0; rounds < 255 && n - i >= 16; rounds++, i += 16)
			for (k = 0; k < BYTE_KINDS; k++)
				sum[k] -= v16_in(v16_load(p + i), kinds[k][0], kinds[k][1]);
		for (k = 0; k < BYTE_KINDS; k++) {
			t->at[k][0] += v16_sum(sum[k] & even);
			t->at[k][1] += v16_sum(sum[k] & ~even);
		}
	}
#else
	(void)t;
	(void)p;
	(void)n;
#endif
	return i;
}

void
tally(struct tally *t, const unsigned char *p, size_t n)
{
	size_t i;
	int k;

	*t = (struct tally){.n = n};
	for (i = tally_fast(t, p, n); i < n; i++)
		for (k = 0; k < BYTE_KINDS; k++)
			t->at[k][i % 2] += p[i] >= kinds[k][0] && p[i] <= kinds[k][1];
}

static long
count(const struct tally *t, enum byte_kind k)
{
	return (long)(t->at[k][0] + t->at[k][1]);
}

/* A wrong place takes no more than one of them. */
long
least_eucjp(const struct tally *t)
{
	return (count(t, B_CONTROL) - count(t, B_SHIFT)) * COST_WRONG;
}

/* A byte that goes on a character is wrong by itself if none is begun. But the first three may be the rest of one. */
long
least_utf8(const struct tally *t)
{
	long going_on = count(t, B_HIGH) - count(t, B_LEAD2);

	return (going_on - count(t, B_LEAD2) - count(t, B_LEAD3) - count(t, B_LEAD4) - 3) * COST_WRONG;
}

/* HIGH: where the high bytes are. U+FEFF costs nothing. */
static long
least_utf16(const struct tally *t, int high)
{
	long kanji = (long)t->at[B_KANJI][high], nothing = (long)(t->at[B_NOTHING][high] + t->at[B_BEYOND][high]);
	long others = (long)(t->n / 2) - kanji - nothing, cut = t->n % 2; /* that one was counted, and is no unit */

	return kanji * LEAST_KANJI + (nothing - cut) * LEAST_FOREIGN + others * (count(t, B_FF) ? 0 : 2 * FLOOR_UTF16);
}

long
least_utf16le(const struct tally *t)
{
	return least_utf16(t, 1);
}

long
least_utf16be(const struct tally *t)
{
	return least_utf16(t, 0);
}

/* A double-byte set without the controls: a wrong place takes two of them, all else has its price. One may be last. */
static long
least_double(const struct tally *t, long floor)
{
	return floor * (long)t->n + (count(t, B_CONTROL) / 2 - 1) * (COST_WRONG - 2 * floor);
}

long
least_chinese(const struct tally *t)
{
	return least_double(t, FLOOR_CHINESE);
}

long
least_korean(const struct tally *t)
{
	return least_double(t, FLOOR_KOREAN);
}

/* No letters are among the controls. */
long
least_russian(const struct tally *t)
{
	return FLOOR_RUSSIAN * (long)t->n + count(t, B_CONTROL) * (LEAST_NO_LETTER - FLOOR_RUSSIAN);
}

long
least_latin1(const struct tally *t)
{
	return FLOOR_LATIN * (long)t->n + count(t, B_CONTROL) * (LEAST_NO_LETTER - FLOOR_LATIN);
}

long
least_unknown(const struct tally *t)
{
	return FLOOR_UNKNOWN * (long)t->n + count(t, B_HIGH) * (LEAST_HIGH - FLOOR_UNKNOWN);
}

long
least_any(const struct tally *t)
{
	(void)t;
	return 0;
}
