/* modelja.h - characters of Japanese text, whatever the encoding: what the scores of model.h add up */
#ifndef TZ_DECODE_MODELJA_H
#define TZ_DECODE_MODELJA_H

#include "encoding/jistab.h"
#include "decode/model.h"

/* What a class costs behind another: the row is the one before. Common kanji make common words. */
enum { ROW = 16 };
extern const signed char klass_move[KLASSES][ROW];

/* Characters that no table lists: rare kanji, gaiji, JIS X 0212; and what Japanese text does not have at all. */
enum { COST_COMMON = 89, COST_IBM = 120, COST_RARE = 168, COST_FOREIGN = 150, COST_PRIVATE = 175 };

/* A mark that is the last one again, as in rules, frames and leaders, costs no more. */
enum { COST_AGAIN = 3 * BIT };

static inline void
add(struct score *s, enum klass k, long cost)
{
	s->cost += klass_move[s->prev][k] + cost;
	s->prev = k;
	s->before = 0;
	s->high += k >= K_HIRA;
}

/* Of a text that is right so far it is of interest how much less likely it is. */
static inline int
hopeless(struct score *s, size_t left, long floor)
{
	return s->errors && score_given_up(s, left, floor);
}

static inline void
add_ascii(struct score *s, unsigned c)
{
	add(s, ascii_class(c), ascii_cost(c));
}

static inline void
add_kana(struct score *s, unsigned c)
{
	unsigned before = s->before;
	int plain = c >= 0xb1 && c <= 0xdc;

	add(s, K_KANA, cost_kana[before ? before - 0xa0 : 0][c - 0xa1]);
	s->before = c;
	/* n, voicing marks, long and small letters are never far in real words */
	s->letters = plain && before ? s->letters + 1 : plain;
	if (s->letters > 6)
		s->cost += BIT;
}

/* The class of the character in a row and cell from 0 that has a COST. */
static inline enum klass
class_of(unsigned row, unsigned cell, unsigned cost)
{
	static const unsigned char rows[] = {K_PUNCT, K_SYMBOL, K_WIDE, K_HIRA, K_KATA};
	enum klass k = row < sizeof(rows) ? rows[row] : row < 15 ? K_SYMBOL : K_KANJI;

	if (row == 0 && cell >= 23 && cell <= 27) /* kanji repeated, closing mark, zero; the long mark of katakana */
		k = cell == 27 ? K_KATA : K_KANJI;
	return k == K_KANJI && cost <= COST_COMMON ? K_COMMON : k;
}

static inline int
may_repeat(enum klass k, unsigned cost)
{
	return (k == K_PUNCT || k == K_SYMBOL) && cost > COST_AGAIN;
}

/* A character of class K, CODE in its set, counted from the first one. */
static inline void
add_jis(struct score *s, enum klass k, unsigned cost, unsigned code)
{
	if (s->code == code && may_repeat(k, cost))
		cost = COST_AGAIN;
	s->code = code;
	add(s, k, cost);
}

#endif
