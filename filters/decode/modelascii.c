/* modelascii.c - what ASCII and half-width katakana cost; see model.h */
#include <string.h>

#include "decode/model.h"

/* Digits, letters, and all else: K_DIGIT, K_LETTER, K_START. */
const unsigned char class_of_ascii[128] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
	0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
	2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
	0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
	2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
};

/* 160 is a control that text has no use for; 18 a blank; 27 a digit; 46 and 36 a letter. */
const unsigned char cost_of_ascii[128] = {
	160, 160, 160, 160, 160, 160, 160, 160, 160, 18, 18, 160, 160, 18, 160, 160,
	160, 160, 160, 160, 160, 160, 160, 160, 160, 160, 160, 160, 160, 160, 160, 160,
	18, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44,
	27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 44, 44, 44, 44, 44, 44,
	44, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46,
	46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 44, 44, 44, 44, 44,
	44, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36,
	36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 44, 44, 44, 44, 160,
};

/* A1 to DF, in the order of JIS X 0201: punctuation, wo, small letters, the long mark, letters, voicing marks. */
static const unsigned char kana_usual[63] = {
	70, 76, 76, 70, 56, 74, 48, 52, 58, 50, 56, 50, 52, 44, 40, 30,
	38, 33, 37, 46, 44, 37, 41, 36, 47, 41, 43, 35, 35, 47, 52, 37,
	43, 44, 42, 35, 43, 47, 62, 52, 46, 43, 47, 43, 55, 49, 41, 45,
	47, 46, 47, 47, 53, 51, 38, 37, 37, 44, 43, 50, 29, 24, 30,
};

static int
between(unsigned c, unsigned low, unsigned high)
{
	return c >= low && c <= high;
}

/* Can the mark or small letter C stand behind BEFORE? Katakana have few exceptions here. */
static int
fits(unsigned c, unsigned before)
{
	switch (c) {
	case 0xde: /* voiced: ka to to, ha to ho, vu */
		return before == 0xb3 || between(before, 0xb6, 0xc4) || between(before, 0xca, 0xce);
	case 0xdf: /* half voiced: ha to ho */
		return between(before, 0xca, 0xce);
	case 0xb0: /* long: behind a vowel */
		return between(before, 0xa7, 0xae) || (between(before, 0xb1, 0xdf) && before != 0xdd);
	case 0xac: /* small ya, yu, yo: behind the i column, te and fu */
	case 0xad:
	case 0xae:
		return before == 0xb7 || before == 0xbc || before == 0xc1 || before == 0xc3 || before == 0xc6 ||
		       before == 0xcb || before == 0xcc || before == 0xd0 || before == 0xd8 || before >= 0xde;
	case 0xa7: /* small a: fa, va, tsa, kwa */
		return before == 0xcc || before == 0xc2 || before == 0xb8 || before >= 0xde;
	case 0xa8: /* small i: ti, di, fi, wi, vi */
		return before == 0xc3 || before == 0xcc || before == 0xb3 || before == 0xb8 || before >= 0xde;
	case 0xa9: /* small u: tu, du */
		return before == 0xc4 || before >= 0xde;
	case 0xaa: /* small e: she, che, je, fe, we, ve, ye */
		return before == 0xbc || before == 0xc1 || before == 0xcc || before == 0xb3 || before == 0xb2 ||
		       before == 0xc2 || before >= 0xde;
	case 0xab: /* small o: fo, wo, vo, kwo */
		return before == 0xcc || before == 0xb3 || before == 0xb8 || before >= 0xde;
	case 0xaf: /* small tsu: behind any vowel */
	case 0xdd: /* n */
		return before >= 0xa7 && before != 0xaf && before != 0xdd;
	default: /* behind the small tsu: the consonants that double */
		return before != 0xaf || between(c, 0xb6, 0xc4) || between(c, 0xca, 0xce) || c == 0xd8 || c == 0xd9;
	}
}

/* What u and i lengthen: ou, yuu, kyou; ei, ai. */
static int
lengthens(unsigned c, unsigned before)
{
	static const char o[] = "\xb5\xba\xbf\xc4\xc9\xce\xd3\xd6\xdb\xae\xad\xd5";
	static const char e[] = "\xb4\xb9\xbe\xc3\xc8\xcd\xd2\xda\xb6\xbb\xc0\xca\xcf\xd7\xde";

	return before && ((c == 0xb3 && strchr(o, (int)before)) || (c == 0xb2 && strchr(e, (int)before)));
}

long
kana_cost(unsigned c, unsigned before)
{
	long cost = kana_usual[c - 0xa1];

	if (lengthens(c, before))
		cost -= BIT;

	/* a voicing mark is cheap where it fits, and does not count as a letter of its own */
	if (!fits(c, before))
		cost += 9 * BIT;
	else if (c >= 0xde)
		cost -= 8;
	/* the same letter twice is rare, the same mark twice wrong */
	if (c == before)
		cost += c >= 0xde || c == 0xb0 ? 9 * BIT : BIT;
	return cost;
}
