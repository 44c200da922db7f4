/*
 * kanjipair.c - kanji or kana; see kanjipair.h
 *
 * Four bytes from A1 to DF are two kanji in EUC-JP and four half-width kana in
 * CP932. How common each of them is decides for most words. What else tells:
 *
 * - Of some words the bytes look like the other all the same. These are listed.
 * - Kana come in any number, kanji have two bytes each.
 * - Few kana words end in a small letter.
 * - Kana repeat themselves (kirakira). A kanji that does is written with a mark
 *   for it.
 */
#include "decode/kanjipair.h"

#include <stdlib.h>

#include "decode/model.h"
#include "encoding/jistab.h"

enum { RARER = 1 * BIT /* short kanji words in EUC-JP */, KNOWN = 6 * BIT, REPEATED = 7 * BIT, ODD = 10 * BIT, KANA_END = 63 };

int
all_kana(const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (p[i] >= 0x80 && (p[i] < 0xa1 || p[i] > 0xdf))
			return 0;
	return 1;
}

static int
by_code(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return (x > y) - (x < y);
}

static int
is_in(const unsigned *list, unsigned n, const unsigned char *p)
{
	unsigned code = (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];

	return bsearch(&code, list, n, sizeof(*list), by_code) != NULL;
}

/* The two kanji at P. */
static long
pair_extra(const unsigned char *p)
{
	if (p[0] == p[2] && p[1] == p[3])
		return REPEATED;
	return is_in(kanji_pair, kanji_pairs, p) ? -KNOWN : 0;
}

/* A run of N bytes that are not ASCII. */
static long
run_extra(const unsigned char *p, size_t n)
{
	long extra = (n % 2 ? ODD : 0) - cost_kana[p[n - 1] - 0xa0][KANA_END];
	size_t i;

	if (n == 4 && is_in(kana_four, kana_fours, p))
		return extra + KNOWN;
	for (i = 0; i + 4 <= n; i += 2)
		extra += pair_extra(p + i);
	return extra;
}

long
kanji_extra(const unsigned char *p, size_t n)
{
	long extra = RARER;
	size_t i = 0, run;

	for (; i < n; i += run ? run : 1) {
		for (run = 0; i + run < n && p[i + run] >= 0x80; run++)
			;
		extra += run ? run_extra(p + i, run) : 0;
	}
	return extra;
}
