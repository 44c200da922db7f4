/* modelja.c - what bytes cost as Japanese text in CP932 and EUC-JP; see model.h */
#include <string.h>

#include "base/hash.h"
#include "decode/modelja.h"
#include "base/scan.h"

const signed char klass_move[KLASSES][ROW] = {
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

/*
 * Kanji, kana and ASCII, nearly all of a Japanese text, take a few steps each once they have been seen. By its first two
 * bytes, of which ASCII takes but one, a character is known to be of a kind: those of a class that cost the same. There
 * are some forty. Detection takes a third of the time by it. A mark may cost less where it repeats; other pairs go by
 * twos.
 */
enum { UNKNOWN, ONE, MARK = 32, PAIR = 64, KINDS = 128, PAIRS = 1 << 16, NO_CODE = 0xffff };
struct known {
	unsigned first; /* the first pair of the set, from which codes count */
	unsigned char kind[PAIRS];
};
static struct {
	struct known cp932, eucjp;
	unsigned char cost[KINDS];   /* of a kind */
	unsigned short row[KINDS];   /* of its class, in MOVE */
	short move[KLASSES * KINDS]; /* what a kind costs behind a class */
} seen = {.cp932 = {.first = 0x8140}, .eucjp = {.first = 0xa1a1}};

static inline unsigned
pair_at(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

/* The kind of class K and COST, from FROM to TO - 1, which may be a new one. UNKNOWN: there are too many. */
static unsigned
kind_of(unsigned from, unsigned to, enum klass k, unsigned cost)
{
	unsigned kind = from, before;

	while (kind < to && seen.cost[kind] && (seen.cost[kind] != cost || seen.row[kind] != k * KINDS))
		kind++;
	if (kind == to || !KEEPS_ANSWERS)
		return UNKNOWN;
	seen.cost[kind] = (unsigned char)cost;
	seen.row[kind] = (unsigned short)(k * KINDS);
	for (before = 0; before < KLASSES; before++)
		seen.move[before * KINDS + kind] = (short)(klass_move[before][k] + (int)cost);
	return kind;
}

/* The character at P, in a row and cell from 0. Returns 0 if there is none. */
static int
add_new_jis(struct score *s, const unsigned char *p, unsigned at, struct known *known)
{
	unsigned cost = cost_eucjp[at], pair = pair_at(p);
	enum klass k = class_of(at / 94, at % 94, cost);

	if (!cost)
		return 0;
	add_jis(s, k, cost, pair - known->first);
	known->kind[pair] = (unsigned char)(may_repeat(k, cost) ? kind_of(MARK, PAIR, k, cost) : kind_of(PAIR, KINDS, k, cost));
	return 1;
}

/* C, of ASCII, which is then known whatever stands behind it. */
static void
add_new_ascii(struct score *s, unsigned c, struct known *known)
{
	add_ascii(s, c);
	if (!known->kind[c << 8])
		memset(known->kind + (c << 8), (int)kind_of(ONE, MARK, ascii_class(c), (unsigned)ascii_cost(c)), 256);
}

/* Adds to *COST what the PAIRs from P on cost behind a character of *ROW. Returns where the first other is. */
static inline const unsigned char *
add_pairs(long *cost, size_t *row, const unsigned char *p, const unsigned char *end, const struct known *known)
{
	size_t before = *row, a, b;
	long sum = *cost;

	for (end -= 3; p < end; p += 4) {
		uint32_t two = (uint32_t)pair_at(p) << 16 | pair_at(p + 2);

		a = known->kind[two >> 16];
		b = known->kind[two & 0xffff];
		if (!(a & b & PAIR))
			break;
		sum += seen.move[before + a];
		sum += seen.move[seen.row[a] + b];
		before = seen.row[b];
	}
	*row = before;
	*cost = sum;
	return p;
}

/* Are the bytes from P to END nothing but ASCII? */
static int
all_ascii(const unsigned char *p, const unsigned char *end)
{
	return scan_ascii(p, (size_t)(end - p)) == (size_t)(end - p);
}

/* Adds the characters from P on that are known. Returns how many bytes they are. */
static size_t
add_known(struct score *s, const unsigned char *p, size_t n, const struct known *known)
{
	const unsigned char *at = p, *end = p + n, *behind = p; /* the last mark, MARK */
	unsigned mark = s->code + known->first;
	size_t row = (size_t)s->prev * KINDS, kind;
	long cost = s->cost;

	for (; end - (at = add_pairs(&cost, &row, at, end, known)) > 1; at += kind < MARK ? 1 : 2) {
		unsigned pair = pair_at(at);

		kind = known->kind[pair];
		if (kind == UNKNOWN)
			break;
		cost += seen.move[row + kind];
		row = seen.row[kind];
		if (kind >= MARK && kind < PAIR) {
			if (pair == mark && all_ascii(behind, at))
				cost += COST_AGAIN - seen.cost[kind];
			mark = pair;
			behind = at + 2;
		}
	}
	if (at == p)
		return 0;
	s->cost = cost;
	s->prev = (int)(row / KINDS);
	s->before = 0;
	s->high += !all_ascii(p, at);
	s->code = all_ascii(behind, at) ? mark - known->first : NO_CODE;
	return (size_t)(at - p);
}

static int
add_pair_cp932(struct score *s, unsigned lead, const unsigned char *p)
{
	unsigned trail = p[1], at = lead * 188 + trail - (trail < 0x7f ? 0x40 : 0x41);

	if (at < 94 * 94)
		return add_new_jis(s, p, at, &seen.cp932);
	if (lead >= 0x2f && lead <= 0x38) /* F0 to F9: the user's own */
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

	for (; i < n && !hopeless(s, n > SHORT ? n - i : 0, FLOOR_CP932); i += took) {
		unsigned c = p[i], lead = (c ^ 0x20) - 0xa1, trail;

		if (n > SHORT && (took = add_known(s, p + i, n - i, &seen.cp932)))
			continue;
		took = 1;
		if (c < 0x80)
			add_new_ascii(s, c, &seen.cp932);
		else if (c >= 0xa1 && c <= 0xdf)
			add_kana(s, c);
		else if (lead >= 60)
			score_wrong(s, i);
		else if (i + 1 == n) /* the common rows, level 1, all else */
			score_cut(s, 1, c <= 0x83 ? 5 * BIT : c <= 0x97 ? 6 * BIT : 15 * BIT);
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
	if (is_double(c) && is_double(d) && add_new_jis(s, p, (c - 0xa1) * 94 + d - 0xa1, &seen.eucjp))
		return 2;
	score_wrong(s, offset);
	return d >= 0x80 && (is_double(c) || c == 0x8e || c == 0x8f) ? 2 : 1;
}

void
score_eucjp(struct score *s, const unsigned char *p, size_t n)
{
	size_t i = 0, took;

	for (; i < n && !hopeless(s, n > SHORT ? n - i : 0, FLOOR_EUCJP); i += took) {
		if (n > SHORT && (took = add_known(s, p + i, n - i, &seen.eucjp)))
			continue;
		took = 1;
		if (p[i] < 0x80)
			add_new_ascii(s, p[i], &seen.eucjp);
		else if (!(took = add_eucjp(s, p + i, n - i, i))) {
			int usual = p[i] == 0xa1 || p[i] == 0xa4 || p[i] == 0xa5;

			score_cut(s, n - i, usual ? 5 * BIT : p[i] >= 0xb0 && p[i] < 0xd0 ? 6 * BIT : 15 * BIT);
			return;
		}
	}
}
