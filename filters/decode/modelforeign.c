/* modelforeign.c - what bytes cost as text of the languages that are taken for Japanese; see model.h */
#include <string.h>

#include "encoding/jistab.h"
#include "decode/model.h"

/* The classes of these: ASCII's three, which cost the same in all models, and the script. */
enum { SCRIPT = K_LETTER + 1, CLASSES };

typedef const unsigned char moves[CLASSES][CLASSES];

static moves chinese = {{14, 23, 21, 11}, {14, 9, 37, 18}, {17, 35, 5, 27}, {35, 53, 53, 1}};
static moves korean = {{14, 23, 21, 11}, {14, 9, 37, 18}, {17, 35, 5, 27}, {16, 53, 61, 4}};
static moves russian = {{14, 23, 21, 11}, {14, 9, 37, 32}, {17, 35, 5, 45}, {20, 61, 67, 2}};
static moves latin = {{14, 23, 21, 45}, {14, 9, 37, 53}, {17, 35, 5, 39}, {21, 67, 2, 42}};

/* A language has to be worth this much to be named. */
enum { COST_NAMED = 8 * BIT, COST_UNNAMED = 24 * BIT, COST_HIGH = 60 };

static inline void
add(struct score *s, moves move, int k, long cost)
{
	s->cost += move[s->prev][k] + cost;
	s->prev = k;
	s->high += k == SCRIPT;
}

static inline int
add_ascii(struct score *s, moves move, unsigned c)
{
	if (c >= 0x80)
		return 0;
	add(s, move, (int)ascii_class(c), ascii_cost(c));
	return 1;
}

/* A double-byte set in EUC: a table of costs by row and cell. */
static inline void
score_euc(struct score *to, moves move, const unsigned char *cost, long floor, const unsigned char *p, size_t n)
{
	struct score s = *to;
	size_t i;

	s.cost += COST_NAMED;
	for (i = 0; i < n && !score_given_up(&s, n - i, floor); i++) {
		unsigned c = p[i], d = i + 1 < n ? p[i + 1] : 0;
		unsigned row = c - 0xa1, cell = d - 0xa1;

		if (add_ascii(&s, move, c))
			continue;
		if (i + 1 == n) {
			s.cost += COST_CUT;
			break;
		}
		if (row < 94 && cell < 94 && cost[row * 94 + cell])
			add(&s, move, SCRIPT, cost[row * 94 + cell]);
		else
			score_wrong(&s, i);
		i += d >= 0x80;
	}
	*to = s;
}

void
score_gb2312(struct score *s, const unsigned char *p, size_t n)
{
	score_euc(s, chinese, cost_gb2312, FLOOR_CHINESE, p, n);
}

void
score_euckr(struct score *s, const unsigned char *p, size_t n)
{
	score_euc(s, korean, cost_euckr, FLOOR_KOREAN, p, n);
}

void
score_big5(struct score *to, const unsigned char *p, size_t n)
{
	struct score s = *to;
	size_t i;

	s.cost += COST_NAMED;
	for (i = 0; i < n && !score_given_up(&s, n - i, FLOOR_CHINESE); i++) {
		unsigned c = p[i], d = i + 1 < n ? p[i + 1] : 0;
		unsigned row = c - 0xa1, cell = d >= 0xa1 ? d - 0x62 : d - 0x40;

		if (add_ascii(&s, chinese, c))
			continue;
		if (i + 1 == n) {
			s.cost += COST_CUT;
			break;
		}
		if (row < 89 && (d >= 0xa1 || (d >= 0x40 && d < 0x7f)) && d < 0xff && cost_big5[row * 157 + cell])
			add(&s, chinese, SCRIPT, cost_big5[row * 157 + cell]);
		else
			score_wrong(&s, i);
		i += d >= 0x40;
	}
	*to = s;
}

/* What a small letter of Russian costs, in the order of the alphabet. */
static const unsigned char letter_usual[32] = {
	29, 48, 35, 47, 41, 28, 54, 48, 29, 52, 38, 36, 40, 31, 26, 42,
	34, 34, 32, 42, 71, 54, 62, 50, 57, 64, 90, 48, 47, 66, 60, 44,
};

/* A byte of a Russian letter as its place in the alphabet: small from 0 on, capital from 32 on; yo counts as ye. */
static inline int
letter_koi8r(unsigned c)
{
	static const char order[] = {
		30, 0, 1, 22, 4, 5, 20, 3, 21, 8, 9, 10, 11, 12, 13, 14,
		15, 31, 16, 17, 18, 19, 6, 2, 28, 27, 7, 24, 29, 25, 23, 26,
	};

	if (c >= 0xc0)
		return order[c & 31] + (c >= 0xe0 ? 32 : 0);
	return c == 0xa3 ? 5 : c == 0xb3 ? 37 : -1;
}

static inline int
letter_cp1251(unsigned c)
{
	if (c >= 0xc0)
		return (int)(c & 31) + (c >= 0xe0 ? 0 : 32);
	return c == 0xb8 ? 5 : c == 0xa8 ? 37 : -1;
}

static inline void
score_russian(struct score *to, const unsigned char *p, size_t n, int (*letter)(unsigned))
{
	struct score s = *to;
	size_t i;
	int last = -1;

	s.cost += COST_NAMED;
	for (i = 0; i < n && !score_given_up(&s, n - i, FLOOR_RUSSIAN); i++) {
		int l = p[i] < 0x80 ? -1 : letter(p[i]);
		long cost = l < 0 ? 10 * BIT : letter_usual[l & 31];

		if (l >= 32) /* a capital: where a word begins, or in a word of capitals */
			cost += last >= 32 ? BIT : s.prev == SCRIPT ? 9 * BIT : 2 * BIT;
		last = l;
		if (!add_ascii(&s, russian, p[i]))
			add(&s, russian, SCRIPT, cost);
	}
	*to = s;
}

void
score_koi8r(struct score *s, const unsigned char *p, size_t n)
{
	score_russian(s, p, n, letter_koi8r);
}

void
score_cp1251(struct score *s, const unsigned char *p, size_t n)
{
	score_russian(s, p, n, letter_cp1251);
}

/* Letters of western Europe in ISO/IEC 8859-1, and what Windows-1252 adds: curly quotes, dashes, the dots. */
void
score_latin1(struct score *to, const unsigned char *p, size_t n)
{
	static const unsigned char usual[] = "\xe9\xe8\xe0\xe4\xf6\xfc\xdf\xe7\xf1\xf3\xed\xe1\xea\xe3\xe5\xf4\xfa\xf8\xe6\xe2\xee";
	static const unsigned char marks[] = "\x92\x93\x94\x96\x97\x85\xab\xbb\xa0\xb0\xa3\xa7\x80\xa9";
	struct score s = *to;
	size_t i;

	s.cost += COST_NAMED;
	for (i = 0; i < n && !score_given_up(&s, n - i, FLOOR_LATIN); i++) {
		unsigned c = p[i];

		if (add_ascii(&s, latin, c))
			continue;
		if (memchr(marks, (int)c, sizeof(marks) - 1)) {
			s.cost += 50 + 36; /* punctuation: the class in front does not matter */
			s.prev = K_START;
			s.high++;
		} else
			add(&s, latin, SCRIPT, memchr(usual, (int)c, sizeof(usual) - 1) ? 34 : c >= 0xc0 ? 64 : 96);
	}
	*to = s;
}

/* High bytes as they come: a text that is worse as anything else is none that is known. */
void
score_unknown(struct score *to, const unsigned char *p, size_t n)
{
	struct score s = *to;
	size_t i;

	s.cost += COST_UNNAMED;
	for (i = 0; i < n && !score_given_up(&s, n - i, FLOOR_UNKNOWN); i++)
		if (!add_ascii(&s, russian, p[i]))
			add(&s, russian, SCRIPT, COST_HIGH);
	*to = s;
}

void
score_binary(struct score *s, const unsigned char *p, size_t n)
{
	(void)p;
	s->cost += COST_UNNAMED + 8 * BIT * (long)n;
}
