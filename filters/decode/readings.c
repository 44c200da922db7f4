/* readings.c - what bytes cost, read as each encoding; see decode/readings.h */
#include "decode/readings.h"

#include <limits.h>

#include "base/check.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "decode/kanjipair.h"
#include "decode/modelany.h"
#include "decode/tally.h"

/* Which is weighed first is told by a GLANCE. */
enum { GLANCE = 96 };
/* Of more bytes the words alone tell whether they are kanji or kana. */
enum { FEW = 256 };
/* A byte of Japanese text costs less. */
enum { UNLIKELY = 60 };

const struct candidate candidates[CANDIDATES] = {
	[CP932] = {"CP932", score_cp932, least_any, 0, 1, 1},
	[EUCJP] = {"EUC-JP", score_eucjp, least_eucjp, BIT, 1, 1},
	[UTF8] = {"UTF-8", score_utf8, least_utf8, 0, 1, 0},
	[UTF16LE] = {"UTF-16LE", score_utf16le, least_utf16le, 6 * BIT, 2, 0},
	[UTF16BE] = {"UTF-16BE", score_utf16be, least_utf16be, 8 * BIT, 2, 0},
	{"GB2312", score_gb2312, least_chinese, 0, 1, 0},
	{"EUC-KR", score_euckr, least_korean, 0, 1, 0},
	{"Big5", score_big5, least_chinese, 0, 1, 0},
	{"KOI8-R", score_koi8r, least_russian, 0, 1, 0},
	{"windows-1251", score_cp1251, least_russian, 0, 1, 0},
	{"ISO-8859-1 or windows-1252", score_latin1, least_latin1, 0, 1, 0},
	{"an unknown 8-bit encoding", score_unknown, least_unknown, 0, 1, 0},
	{"binary", score_binary, least_any, 0, 1, 0},
};

static size_t
rest_of_character(struct score *s, const unsigned char *p, size_t n)
{
	size_t skip = 0;

	while (skip < n && skip < 3 && (p[skip] & 0xc0) == 0x80)
		skip++;
	if (skip)
		s->cost += COST_BEGUN + (long)(skip - 1) * 3 * BIT + (skip == 3 ? 15 * BIT : 0);
	return skip;
}

int
has_three(const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i + 3 <= n; i++)
		if (p[i] >= 0xe0 && p[i] < 0xf0 && utf8_bad((const char *)p + i, 3) == 3)
			return 1;
	return 0;
}

/* Does EUC-JP begin with the second byte of a character? All up to the next ASCII is then read in the wrong pairs. */
static int
begins_within(const unsigned char *p, size_t n)
{
	struct score from_first = {.limit = LONG_MAX}, from_second = {.cost = COST_BEGUN, .limit = LONG_MAX};
	size_t run = 0;

	while (run < n && run < HEAD && p[run] >= 0x80)
		run++;
	if (run < 3 || p[0] < 0xa1)
		return 0;
	score_eucjp(&from_first, p, run);
	score_eucjp(&from_second, p + 1, run - 1);
	return from_second.cost < from_first.cost && from_second.errors <= from_first.errors;
}

void
weigh_one(int candidate, struct score *s, const unsigned char *p, size_t n, long limit)
{
	struct score cut = {.cost = 10 * BIT, .limit = LONG_MAX};
	size_t skip = 0;

	*s = (struct score){.limit = limit};
	if (candidate == UTF8)
		skip = rest_of_character(s, p, n);
	else if (candidate == EUCJP && n > SHORT && begins_within(p, n)) {
		s->cost += COST_BEGUN;
		s->rest = skip = 1;
	}
	p += skip;
	n -= skip;
	candidates[candidate].score(s, p, n);
	s->first_error = candidate == UTF8 && skip ? 0 : s->first_error + skip; /* there the rest is wrong itself */
	if (skip && candidate == UTF8 && !has_three(p, n))
		s->cost += 12 * BIT; /* and nothing whole behind it */
	if (candidates[candidate].cuts && n <= SHORT && n > 1 && *p >= 0x40) {
		candidates[candidate].score(&cut, p + 1, n - 1);
		if (cut.cost < s->cost && cut.errors <= s->errors) {
			*s = cut;
			s->rest = candidate == EUCJP; /* CP932 finds back into step by itself */
		}
	}
	s->cost += candidates[candidate].prior;
	if (candidate == EUCJP && n <= FEW && all_kana(p, n))
		s->cost += kanji_extra(p, n);
}

int
best_of(const struct score *s, int from, int to, int but)
{
	int i, best = -1;

	for (i = from; i < to; i++)
		if (i != but && (best < 0 || s[i].cost < s[best].cost))
			best = i;
	return best;
}

/* Which encoding of Japanese it seems to be, by the first bytes; of which TOTAL knows what all of them cost at the least. */
static int
first_guess(const unsigned char *p, size_t n, const struct tally *total)
{
	struct score s;
	long least = LONG_MAX;
	int i, best = 0;

	for (i = 0; i < JAPANESE; i++) {
		if (n > SHORT && candidates[i].least(total) > (long)n * UNLIKELY)
			continue;
		weigh_one(i, &s, p, n < GLANCE ? n : GLANCE, n <= SHORT ? LONG_MAX : least);
		if (s.cost < least) {
			least = s.cost;
			best = i;
		}
	}
	return best;
}

/* One that costs LEAST, which is out of the question. EUC-JP and UTF-8 are read up to the first wrong place, to say where. */
static void
weigh_lost(int candidate, struct score *s, const unsigned char *p, size_t n, long least)
{
	*s = (struct score){0};
	if (candidate < UTF16LE)
		weigh_one(candidate, s, p, n, -1);
	if (s->cost < least)
		s->cost = least;
}

/* The likely one is weighed first: what costs DECIDED more than that need not be weighed to its end, or at all. */
static long
weigh_some(struct score *s, const unsigned char *p, size_t n, int *best, int all)
{
	struct tally total;
	long limit = LONG_MAX;
	int i, likely;

	tally(&total, p, n);
	likely = first_guess(p, n, &total);
	weigh_one(likely, &s[likely], p, n, limit);
	if (!all || n <= SHORT)
		limit = s[likely].cost + DECIDED;
	for (i = 0; i < CANDIDATES; i++) {
		long least = n > SHORT ? candidates[i].least(&total) : 0;

		if (i != likely && least > limit)
			weigh_lost(i, &s[i], p, n, least);
		else if (i != likely)
			weigh_one(i, &s[i], p, n, limit);
	}
	*best = best_of(s, 0, CANDIDATES, -1);
	return s[best_of(s, 0, CANDIDATES, *best)].cost - s[*best].cost;
}

long
weigh_all(struct score *s, const unsigned char *p, size_t n, int *best)
{
	long ahead = weigh_some(s, p, n, best, !KEEPS_ANSWERS);

	if (CHECKS) {
		struct score each[CANDIDATES];
		int best_of_all;

		weigh_some(each, p, n, &best_of_all, 1);
		check_same(*best == best_of_all, "the best of those weighed", (struct slice){(const char *)p, n});
	}
	return ahead;
}
