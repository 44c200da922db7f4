/* modelja.c - what bytes cost as Japanese text; see model.h */
#include <limits.h>

#include "hash.h"
#include "jistab.h"
#include "model.h"
#include "utf8.h"

/* What a class costs behind another: the row is the one before. Common kanji make common words. */
enum { ROW = 16 };
static const signed char move[KLASSES][ROW] = {
	[K_START] = {14, 23, 21, 32, 35, 19, 37, 48, 45, 40, 19},
	[K_DIGIT] = {14, 9, 37, 45, 48, 23, 43, 72, 61, 60, 23},
	[K_LETTER] = {17, 35, 5, 40, 56, 37, 48, 80, 72, 64, 37},
	[K_HIRA] = {37, 48, 48, 6, 35, 16, 32, 67, 72, 88, 16},
	[K_KATA] = {35, 59, 59, 23, 4, 28, 43, 80, 72, 98, 28},
	[K_KANJI] = {31, 53, 61, 13, 40, 8, 32, 72, 67, 88, 8},
	[K_PUNCT] = {16, 40, 45, 20, 29, 14, 27, 53, 48, 61, 14},
	[K_WIDE] = {29, 61, 61, 32, 45, 17, 27, 8, 53, 80, 17},
	[K_SYMBOL] = {16, 35, 40, 32, 32, 14, 32, 45, 21, 61, 14},
	[K_KANA] = {29, 59, 67, 80, 88, 64, 67, 88, 80, 1, 64},
	[K_COMMON] = {31, 53, 61, 13, 40, 8, 32, 72, 67, 88, -4},
};

/* Characters that no table lists: rare kanji, gaiji, JIS X 0212; and what Japanese text does not have at all. */
enum { COST_COMMON = 89, COST_IBM = 120, COST_RARE = 168, COST_FOREIGN = 150, COST_PRIVATE = 175 };

static inline void
add(struct score *s, enum klass k, long cost)
{
	s->cost += move[s->prev][k] + cost;
	s->prev = k;
	s->before = 0;
	s->high += k >= K_HIRA;
}

/* Of a text that is right so far it is of interest how much less likely it is. */
static inline int
hopeless(const struct score *s)
{
	return s->errors && s->cost > s->limit;
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

	add(s, K_KANA, kana_cost(c, before));
	s->before = c;
	/* n, voicing marks, long and small letters are never far in real words */
	s->letters = plain && before ? s->letters + 1 : plain;
	if (s->letters > 6)
		s->cost += BIT;
}

static enum klass
class_of(unsigned row, unsigned cell)
{
	static const unsigned char rows[] = {K_PUNCT, K_SYMBOL, K_WIDE, K_HIRA, K_KATA};
	enum klass k = row < sizeof(rows) ? rows[row] : row < 15 ? K_SYMBOL : K_KANJI;

	if (row == 0 && cell >= 23 && cell <= 27) /* kanji repeated, closing mark, zero; the long mark of katakana */
		k = cell == 27 ? K_KATA : K_KANJI;
	return k == K_KANJI && cost_eucjp[row * 94 + cell] <= COST_COMMON ? K_COMMON : k;
}

/* The character in a row and cell from 0. Returns 0 if there is none. */
static int
add_jis(struct score *s, unsigned row, unsigned cell)
{
	unsigned cost = cost_eucjp[row * 94 + cell];
	enum klass k = class_of(row, cell);

	if (!cost)
		return 0;
	if (s->cell == row * 94 + cell && (k == K_PUNCT || k == K_SYMBOL) && cost > 3 * BIT)
		cost = 3 * BIT; /* rules, frames and leaders */
	s->cell = row * 94 + cell;
	add(s, k, cost);
	return 1;
}

/*
 * Kanji, kana and ASCII, most of a Japanese text, take a few steps each once they have been seen: their cost and their
 * class are KNOWN by two bytes, of which ASCII takes but ONE. Detection takes half the time by it. Marks are not
 * among them, since they may repeat.
 */
enum { CLASS = 8, ONE = 12, PAIRS = 1 << 16, NO_CELL = 94 * 94 };
typedef unsigned short pairs[PAIRS];
static pairs known_cp932, known_eucjp;

static inline unsigned
pair_at(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static void
keep(unsigned short *known, const unsigned char *p, unsigned row, unsigned cell)
{
	unsigned cost = cost_eucjp[row * 94 + cell];
	enum klass k = class_of(row, cell);

	if (KEEPS_ANSWERS && k != K_PUNCT && k != K_SYMBOL)
		known[pair_at(p)] = (unsigned short)(cost | (unsigned)k << CLASS);
}

/* C, of ASCII, which is then known whatever stands behind it. */
static void
add_new_ascii(struct score *s, unsigned c, unsigned short *known)
{
	unsigned i, what = (unsigned)ascii_cost(c) | (unsigned)ascii_class(c) << CLASS | 1U << ONE;

	add_ascii(s, c);
	if (KEEPS_ANSWERS && !known[c << 8])
		for (i = 0; i < 256; i++)
			known[c << 8 | i] = (unsigned short)what;
}

/* Adds the characters from P on that are known. Returns how many bytes they are. */
static size_t
add_known(struct score *s, const unsigned char *p, size_t n, const unsigned short *known)
{
	long cost = s->cost, limit = s->errors ? s->limit : LONG_MAX;
	unsigned k = (unsigned)s->prev, what;
	size_t i, all = 0;

	for (i = 0; n - i > 1 && cost <= limit && (what = known[pair_at(p + i)]); all++) {
		unsigned before = k;

		k = what >> CLASS & (ROW - 1);
		cost += move[before][k] + (long)(what & 0xff);
		i += 2 - (what >> ONE);
	}
	if (i) {
		s->cost = cost;
		s->prev = (int)k;
		s->before = 0;
	}
	if (i > all) {
		s->cell = NO_CELL;
		s->high += i - all; /* pairs: they take one byte more than characters */
	}
	return i;
}

static int
add_pair_cp932(struct score *s, unsigned lead, const unsigned char *p)
{
	unsigned trail = p[1], at = lead * 188 + trail - (trail < 0x7f ? 0x40 : 0x41);

	if (at < 94 * 94) {
		if (!add_jis(s, at / 94, at % 94))
			return 0;
		keep(known_cp932, p, at / 94, at % 94);
	} else if (lead >= 0x2f && lead <= 0x38) /* F0 to F9: the user's own */
		add(s, K_KANJI, COST_PRIVATE);
	else if (cp932_utf8[lead * 256 + trail][0])
		add(s, K_KANJI, COST_IBM);
	else
		return 0;
	return 1;
}

void
score_cp932(struct score *s, const unsigned char *p, size_t n)
{
	size_t i = 0, took;

	for (; i < n && !hopeless(s); i += took) {
		unsigned c = p[i], lead = (c ^ 0x20) - 0xa1, trail;

		if ((took = add_known(s, p + i, n - i, known_cp932)))
			continue;
		took = 1;
		if (c < 0x80)
			add_new_ascii(s, c, known_cp932);
		else if (c >= 0xa1 && c <= 0xdf)
			add_kana(s, c);
		else if (lead >= 60)
			score_wrong(s, i);
		else if (i + 1 == n) /* the common rows, level 1, all else */
			s->cost += c <= 0x83 ? 5 * BIT : c <= 0x97 ? 6 * BIT : 15 * BIT;
		else {
			trail = p[i + 1];
			took = 2;
			if (trail < 0x40 || trail == 0x7f || trail > 0xfc || !add_pair_cp932(s, lead, p + i)) {
				score_wrong(s, i);
				took = trail >= 0x80 ? 2 : 1;
			}
		}
	}
}

static int
is_double(unsigned c)
{
	return c >= 0xa1 && c <= 0xfe;
}

/* How many bytes the character at P takes; 0: the end cuts it. */
static inline size_t
add_eucjp(struct score *s, const unsigned char *p, size_t n, size_t offset)
{
	unsigned c = p[0], d = n > 1 ? p[1] : 0;

	if (n == 1 && (c == 0x8e || c == 0x8f || is_double(c)))
		return 0;
	if (c == 0x8f && is_double(d)) {
		if (n == 2)
			return 0;
		if (is_double(p[2]) && jisx0212_utf8[(d - 0xa1) * 94 + p[2] - 0xa1][0])
			add(s, K_KANJI, COST_RARE);
		else
			score_wrong(s, offset);
		return p[2] < 0x80 ? 2 : 3;
	}
	if (c == 0x8e && d >= 0xa1 && d <= 0xdf) {
		if (s->prev != K_KANA)
			s->cost += 3 * BIT; /* rarer than in CP932 */
		add_kana(s, d);
		return 2;
	}
	if (is_double(c) && is_double(d) && add_jis(s, c - 0xa1, d - 0xa1)) {
		keep(known_eucjp, p, c - 0xa1, d - 0xa1);
		return 2;
	}
	score_wrong(s, offset);
	return d >= 0x80 && (is_double(c) || c == 0x8e || c == 0x8f) ? 2 : 1;
}

void
score_eucjp(struct score *s, const unsigned char *p, size_t n)
{
	size_t i = 0, took;

	for (; i < n && !hopeless(s); i += took) {
		if ((took = add_known(s, p + i, n - i, known_eucjp)))
			continue;
		took = 1;
		if (p[i] < 0x80)
			add_new_ascii(s, p[i], known_eucjp);
		else if (!(took = add_eucjp(s, p + i, n - i, i))) {
			int usual = p[i] == 0xa1 || p[i] == 0xa4 || p[i] == 0xa5;

			s->cost += usual ? 5 * BIT : p[i] >= 0xb0 && p[i] < 0xd0 ? 6 * BIT : 15 * BIT;
			return;
		}
	}
}

/* A character of Unicode beyond ASCII, in Japanese text. */
static inline void
add_unicode(struct score *s, unsigned long c, size_t offset)
{
	unsigned code = c < 0x10000 ? to_jis_code[to_jis_page[c >> 8]][c & 0xff] : 0;

	if (c >= 0xff61 && c <= 0xff9f)
		add_kana(s, (unsigned)(c - 0xff61 + 0xa1));
	else if (code && !(code & 0x8000))
		add_jis(s, (code >> 8) - 0x21, (code & 0xff) - 0x21);
	else if (c == 0xfeff)
		return;
	else if (c < 0xa0 || (c >= 0xd800 && c < 0xf900) || (c >= 0xfdd0 && c < 0xfdf0) || (c & 0xfffe) == 0xfffe)
		score_wrong(s, offset);
	else if ((c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || c >= 0x20000)
		add(s, K_KANJI, COST_RARE);
	else
		add(s, K_SYMBOL, COST_FOREIGN);
}

void
score_utf8(struct score *to, const unsigned char *p, size_t n)
{
	struct score s = *to;
	size_t i = 0, len, bad;

	while (i < n && !hopeless(&s)) {
		if (p[i] < 0x80) {
			add_ascii(&s, p[i++]);
			continue;
		}
		if (p[i] < 0xc2 || p[i] > 0xf4) { /* begins nothing */
			score_wrong(&s, i++);
			continue;
		}
		bad = utf8_bad((const char *)p + i, n - i);
		len = p[i] < 0xe0 ? 2 : p[i] < 0xf0 ? 3 : 4;
		if (!bad) {
			int usual = p[i] >= 0xe3 && p[i] <= 0xe9;

			s.cost += (usual ? 5 * BIT : 10 * BIT) + (long)(n - i - 1) * 6 * BIT;
			break;
		}
		if (bad == len) {
			add_unicode(&s, utf8_next((const char *)p + i, n - i, &len), i);
			i += len;
		} else {
			score_wrong(&s, i);
			i += bad;
		}
	}
	*to = s;
}

static inline unsigned
unit_at(const unsigned char *p, int big)
{
	return (unsigned)p[!big] << 8 | p[big];
}

/* Nobody asks by how much UTF-16 is less likely than what it is not: it ends at the limit, right or wrong. */
static inline void
score_utf16(struct score *to, const unsigned char *p, size_t n, int big)
{
	struct score s = *to;
	size_t i;

	for (i = 0; i + 1 < n && s.cost <= s.limit; i += 2) {
		unsigned u = unit_at(p + i, big);

		if (u == 0)
			score_wrong(&s, i);
		else if (u < 0x80)
			add_ascii(&s, u);
		else if ((u & 0xfc00) == 0xd800 && i + 3 < n && (unit_at(p + i + 2, big) & 0xfc00) == 0xdc00) {
			add(&s, K_KANJI, COST_RARE);
			i += 2;
		} else
			add_unicode(&s, u, i);
	}
	if (i < n)
		s.cost += COST_CUT;
	*to = s;
}

void
score_utf16le(struct score *s, const unsigned char *p, size_t n)
{
	score_utf16(s, p, n, 0);
}

void
score_utf16be(struct score *s, const unsigned char *p, size_t n)
{
	score_utf16(s, p, n, 1);
}
