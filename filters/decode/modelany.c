/*
 * modelany.c - what bytes cost as UTF-8 of any language; see modelany.h
 *
 * A few bytes may be well-formed UTF-8 by chance. What they stand for then are
 * letters of alphabets that have nothing to do with each other.
 */
#include "decode/modelany.h"

#include "base/utf8.h"
#include "decode/model.h"
#include "encoding/jistab.h"

/* Alphabets: where they are, and the letters in daily use. */
static const struct {
	unsigned first, end, usual, usual_end;
} alphabets[] = {
	{0x80, 0x250, 0xa0, 0x180},   /* Latin */
	{0x370, 0x400, 0x386, 0x3cf}, /* Greek */
	{0x400, 0x530, 0x401, 0x460}, /* Cyrillic */
	{0x530, 0x590, 0x531, 0x588}, /* Armenian */
	{0x590, 0x600, 0x5d0, 0x5eb}, /* Hebrew */
	{0x600, 0x700, 0x60c, 0x6d4}, /* Arabic */
};

/* Which of them has the letter C; -1: none. */
static int
alphabet_of(unsigned long c)
{
	int i;

	for (i = 0; i < (int)(sizeof(alphabets) / sizeof(*alphabets)); i++)
		if (c >= alphabets[i].first && c < alphabets[i].end)
			return i;
	return -1;
}

static int
is_usual(unsigned long c)
{
	int a = alphabet_of(c);

	return a >= 0 && c >= alphabets[a].usual && c < alphabets[a].usual_end;
}

/* What a character of two bytes costs behind LAST (0: behind nothing). */
static long
cost_of_two(unsigned long c, unsigned long last)
{
	int a = alphabet_of(c), beside_latin = last >= 'A' && last < 0x250;
	long rare = is_usual(c) ? 0 : 6 * BIT;

	if (c < 0xc0)
		return 7 * BIT + rare;
	if (c < 0x250)
		return (beside_latin ? 7 : last >= 0x80 ? 16 : 11) * BIT + (c < 0x100 ? 0 : 2 * BIT) + rare;
	if (a < 0)
		return 18 * BIT;
	/* letters of one alphabet follow each other */
	return (last < 0x80 ? 9 : alphabet_of(last) == a ? 5 : 16) * BIT + rare;
}

/* Of three bytes. */
static long
cost_of_three(unsigned long c, unsigned long last)
{
	unsigned code = to_jis_code[to_jis_page[c >> 8]][c & 0xff];

	if (c >= 0xff61 && c <= 0xff9f)
		return last >= 0xff61 ? 6 * BIT : 10 * BIT;
	if (code && !(code & 0x8000))
		return (last >= 0x800 ? 1 : 3) * BIT + cost_eucjp[((code >> 8) - 0x21) * 94 + (code & 0xff) - 0x21];
	if (c >= 0x2000 && c < 0x2c00)
		return 12 * BIT;
	if (c >= 0x3400 && c < 0xa000)
		return 21 * BIT;
	if (last >= 0x800 && ((last ^ c) < 0x100 || (c >= 0xac00 && c < 0xd7a4 && last >= 0xac00 && last < 0xd7a4)))
		return 7 * BIT;
	return (last >= 0x80 ? 20 : 14) * BIT;
}

static long
cost_of(unsigned long c, size_t len, unsigned long last)
{
	switch (len) {
	case 1: return ascii_cost((unsigned)c) + (last && ascii_class((unsigned)c) != ascii_class((unsigned)last) ? 2 * BIT : 0);
	case 2: return cost_of_two(c, last);
	case 3: return cost_of_three(c, last);
	default: return c >= 0x1f000 && c < 0x1fb00 ? 10 * BIT : 24 * BIT; /* emoji */
	}
}

long
any_utf8_cost(const unsigned char *p, size_t n)
{
	unsigned long last = 0, c;
	int plain = 0, twos = 0, wide = 0, mixed = 0;
	size_t i, len = 0;
	long cost = 0;

	for (i = 0; i < n; i += len) {
		if (p[i] >= 0x80 && utf8_bad((const char *)p + i, n - i) == 0) {
			cost += COST_CUT;
			break;
		}
		c = utf8_next((const char *)p + i, n - i, &len);
		cost += cost_of(c, len, last);
		plain += c < 0x80 ? ascii_class((unsigned)c) != K_START : c >= 0x250 && is_usual(c);
		twos += len == 2;
		wide += c >= 0xc0 && c < 0x250;
		mixed |= len == 2 && (!is_usual(c) || (last >= 0x80 && alphabet_of(c) != alphabet_of(last)));
		last = c;
	}
	/* a word is of one alphabet */
	if (mixed && twos * 2 == (int)n)
		cost += 12 * BIT;
	/* no language of the Latin alphabet goes without its plain letters for long, and marks stand beside something */
	return plain || len > 2 || (twos < 2 && !wide) ? cost : cost + 12 * BIT;
}
