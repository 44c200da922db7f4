/* quick.c - the commonest form of a date; see date/quick.h */
#include "date/quick.h"

#include <string.h>

#include "date/char.h"
#include "base/hash.h"

enum { NAME = 6, UNIT = 3 }; /* bytes of 平成 and of 年 */

static int
is_number(char c)
{
	return c >= '0' && c <= '9';
}

/* One or two digits at byte I, where one is, behind zeros, and UNIT behind them; the index behind that, or 0. */
static size_t
number_and(struct slice s, size_t i, const char *unit, int *value)
{
	while (s.n - i > 1 + UNIT && s.p[i] == '0' && is_number(s.p[i + 1]))
		i++;
	if (s.n - i < 1 + UNIT)
		return 0;
	*value = s.p[i++] - '0';
	if (is_number(s.p[i]))
		*value = 10 * *value + (s.p[i++] - '0');
	return s.n - i < UNIT || memcmp(s.p + i, unit, UNIT) != 0 ? 0 : i + UNIT;
}

/* The era whose name ends before byte AT; ERA_NONE if none does. */
static int
era_before(struct slice s, size_t at)
{
	int i;

	for (i = era_count - 1; at >= NAME && i >= 0; i--)
		if (eras[i].name.n == NAME && memcmp(eras[i].name.p, s.p + at - NAME, NAME) == 0)
			return i;
	return ERA_NONE;
}

/* As win_before, where an ideograph, kana or punctuation stands before AT, as nearly always. */
static inline uint32_t
char_before(struct slice s, size_t at, size_t *begin)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	if (at < UNIT || p[-3] < 0xe3 || p[-3] > 0xe9 || (p[-3] == 0xe3 && p[-2] == 0x80 && p[-1] == 0x80))
		return win_before(s, at, begin);
	*begin = at - UNIT;
	return (p[-3] & 15u) << 12 | (p[-2] & 63u) << 6 | (p[-1] & 63u);
}

/* What may stand between two dates, or two years of a list. */
static inline int
is_between(uint32_t c)
{
	return c == U'、' || c == '(' || c == U'と' || c == U'・' || c == U'び' || c == U'及' || c == ' ';
}

/* True if what ends at byte AT has nothing to do with a date that begins there. */
static int
is_clear_before(struct slice s, size_t done, size_t at)
{
	enum { MOST = 4 };
	size_t begin = at;
	uint32_t c = 0;
	int between = 0;

	for (;; between++) {
		if (at == done)
			return 1;
		c = char_before(s, at, &begin);
		if (begin < done)
			return 1;
		if (between == MOST || !is_between(c))
			break;
		at = begin;
	}
	if (between)
		return between < MOST && !char_is(c, DC_LEAD);
	return !char_is(c, DC_LEAD) && c != U'約' && c != U'ね' && c != U'そ';
}

/* True if kana or punctuation stands at byte I, or nothing, that neither goes on with a date nor is said about it. */
static int
is_clear_behind(struct slice s, size_t i, enum part part)
{
	const unsigned char *p = (const unsigned char *)s.p + i;
	uint32_t c;

	if (i == s.n)
		return 1;
	if (*p != 0xe3 || s.n - i < 3)
		return 0;
	c = (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
	if (part == PART_YEAR && (c == U'に' || c == U'と')) /* 平成18年度に引き続き */
		return 0;
	/* katakana may be part of a name: 平成17年12月サイバー会議決定 */
	return c > 0x3000 && (c < 0x30a1 || c > 0x30fa) && !char_is(c, DC_PART | DC_BEHIND | DC_NUMBER | DC_HOLE);
}

/* What is written, as numbers. */
struct quick {
	int era, year, fiscal, month, day;
	enum part part;
};

/* 度, or month and day, behind 年; the index behind them. */
static size_t
quick_rest(struct slice s, size_t i, struct quick *q)
{
	size_t end;

	if (s.n - i >= UNIT && memcmp(s.p + i, "度", UNIT) == 0) {
		q->fiscal = 1;
		return i + UNIT;
	}
	if (i == s.n || !is_number(s.p[i]) || !(end = number_and(s, i, "月", &q->month)))
		return i;
	q->part = PART_MONTH;
	i = end;
	if (i == s.n || !is_number(s.p[i]) || !(end = number_and(s, i, "日", &q->day)))
		return i;
	q->part = PART_DAY;
	return end;
}

static void
value_of(const struct quick *q, struct dvalue *v)
{
	static const struct datelook nothing;
	struct dexpr e = {.kind = YEAR_ERA, .era = q->era, .year = q->year, .fiscal = q->fiscal, .part = q->part,
	    .month = q->month, .day = q->day};

	date_value(&e, &nothing, v);
}

/* The value of Q. Plans name the same few days and years again and again: each slot keeps the last value that fell into
 * it, which takes a tenth of the time of working it out. */
static const struct dvalue *
value_again(const struct quick *q)
{
	enum { SLOTS = 1024 };
	static struct {
		uint32_t key; /* 0 if nothing is kept: a year is never 0 */
		struct dvalue v;
	} kept[SLOTS];
	uint32_t key = (((((uint32_t)q->era * 128 + (uint32_t)q->year) * 2 + (uint32_t)q->fiscal) * 8 + (uint32_t)q->part) * 16 +
	    (uint32_t)q->month) * 128 + (uint32_t)q->day;
	size_t i = (key ^ key >> 7 ^ key >> 12) % SLOTS;

	if (!KEEPS_ANSWERS || kept[i].key != key) {
		value_of(q, &kept[i].v);
		kept[i].key = key;
	}
	return &kept[i].v;
}

size_t
date_quick(const struct datescan *sc, size_t at, struct date *d)
{
	struct quick q = {.part = PART_YEAR};
	struct slice s = sc->s;
	size_t i = at, end;

	while (i > sc->done && at - i < 2 && is_number(s.p[i - 1]))
		i--;
	if (i == at || i < sc->done + NAME || (q.era = era_before(s, i)) == ERA_NONE)
		return 0;
	q.year = s.p[at - 1] - '0' + (at - i == 2 ? 10 * (s.p[i] - '0') : 0);
	end = quick_rest(s, at + UNIT, &q);
	if (q.year < 1 || q.year > eras[q.era].last || q.month > 12 || (q.part > PART_YEAR && q.month < 1) ||
	    !is_clear_behind(s, end, q.part) || !is_clear_before(s, sc->done, i - NAME))
		return 0;
	d->v = *value_again(&q);
	d->now.kind = CTX_NONE;
	d->raw = (struct slice){s.p + i - NAME, end - (i - NAME)};
	return end;
}
