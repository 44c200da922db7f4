/*
 * model.h - how unlikely bytes are as text of one encoding and language
 *
 * The detector reads the same bytes as several kinds of text and takes the
 * one to which they are the least surprising. Surprise is counted in eighths
 * of a bit: minus the logarithm of a probability that a small model of the
 * language gives. The model is a chain of character classes (a kanji tends to
 * follow a kanji, a half-width kana hardly ever follows anything else) and,
 * within a class, how common the character is. For kanji and half-width kana
 * that was counted in a dictionary (encoding/gen/count.mjs); the rest are round
 * figures from general knowledge of the languages (frequent.txt): the
 * differences that decide are large.
 */
#ifndef TZ_DECODE_MODEL_H
#define TZ_DECODE_MODEL_H

#include <stddef.h>

enum { BIT = 8, COST_WRONG = 22 * BIT, COST_CUT = 6 * BIT /* for each byte of a character that an end cuts */ };

/* What a byte costs at the least, in Japanese: half of the long mark of katakana; half of a voicing mark where that takes
 * two bytes, a third where it takes three, and U+FEFF costs nothing. Elsewhere: half of the most frequent character behind
 * another; the most frequent letter; a blank behind a blank. */
enum { FLOOR_CP932 = 15, FLOOR_EUCJP = 8, FLOOR_UTF8 = 0, FLOOR_UTF16 = 15 /* without half-width kana and U+FEFF */ };
enum { FLOOR_CHINESE = 14, FLOOR_KOREAN = 26, FLOOR_RUSSIAN = 28, FLOOR_LATIN = 32, FLOOR_UNKNOWN = 32 };
/* What these do: a kanji, and what Japanese text does not have, in UTF-16; a high byte that is no letter, in an alphabet; a
 * high byte of an unknown encoding. */
enum { LEAST_KANJI = 48, LEAST_FOREIGN = 171, LEAST_NO_LETTER = 82, LEAST_HIGH = 62 };

/* A SHORT text may be a cut from within a document, which begins in the middle of a character: it is read from its second
 * byte on as well, and which reading is kept hangs on where the one that is wrong stopped. So it stops at the limit itself. */
enum { SHORT = 64 };

/* What is written at the end of a word in the classes of ASCII is the same in all models. Common kanji are a class of their
 * own only behind each other. */
enum klass { K_START, K_DIGIT, K_LETTER, K_HIRA, K_KATA, K_KANJI, K_PUNCT, K_WIDE, K_SYMBOL, K_KANA, K_COMMON, KLASSES };

struct score {
	long cost;
	long limit;         /* what costs more is of no interest; EUC-JP, CP932 and UTF-8 that are right so far always are */
	size_t errors;
	size_t first_error; /* its offset, if there is one */
	size_t high;        /* characters that are not ASCII */
	int prev;           /* the class of the last character */
	unsigned before;    /* half-width kana: the last one */
	int letters;        /* and how many plain letters in a row */
	unsigned code;      /* the last character of JIS X 0208, from the first one on */
	size_t cut;         /* bytes of a character that the end cuts */
	long cut_cost;      /* and what they cost */
	size_t rest;        /* bytes in front that are the end of a character, and were not read */
};

/* ASCII: its class, that of what stands beside it, and what it costs within that. */
extern const unsigned char class_of_ascii[128], cost_of_ascii[128];
static inline enum klass
ascii_class(unsigned c)
{
	return c < 0x80 ? (enum klass)class_of_ascii[c] : K_START;
}
static inline long
ascii_cost(unsigned c)
{
	return cost_of_ascii[c];
}

/* In line, so that a loop over a text keeps its score in registers. */
static inline void
score_wrong(struct score *s, size_t offset)
{
	if (!s->errors++)
		s->first_error = offset;
	s->cost += COST_WRONG;
	s->prev = K_START;
	s->before = 0;
}

static inline void
score_cut(struct score *s, size_t n, long cost)
{
	s->cost += cost;
	s->cut = n;
	s->cut_cost = cost;
}

/* Is the score beyond its limit, if each of LEFT bytes costs the FLOOR and no more? Then it is as high as they make it,
 * and what they really cost is of no interest. */
static inline int
score_given_up(struct score *s, size_t left, long floor)
{
	long least = s->cost + floor * (long)left;

	if (least <= s->limit)
		return 0;
	s->cost = least;
	return 1;
}

/* Adds what the N bytes at P cost as Japanese text in the encoding. A character that the end cuts
 * costs by its first byte. */
void score_cp932(struct score *s, const unsigned char *p, size_t n);
void score_eucjp(struct score *s, const unsigned char *p, size_t n);
void score_utf8(struct score *s, const unsigned char *p, size_t n);
void score_utf16le(struct score *s, const unsigned char *p, size_t n);
void score_utf16be(struct score *s, const unsigned char *p, size_t n);

/* And as text of the languages that are taken for Japanese. */
void score_gb2312(struct score *s, const unsigned char *p, size_t n);
void score_euckr(struct score *s, const unsigned char *p, size_t n);
void score_big5(struct score *s, const unsigned char *p, size_t n);
void score_koi8r(struct score *s, const unsigned char *p, size_t n);
void score_cp1251(struct score *s, const unsigned char *p, size_t n);
void score_latin1(struct score *s, const unsigned char *p, size_t n);
/* Some 8-bit text nobody here knows; no text at all. */
void score_unknown(struct score *s, const unsigned char *p, size_t n);
void score_binary(struct score *s, const unsigned char *p, size_t n);

#endif
