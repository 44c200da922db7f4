/* weigh.c - bytes read as each of the encodings that they may be in; see weigh.h */
#include "decode/weigh.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "base/hash.h"
#include "base/scan.h"
#include "decode/kanjipair.h"
#include "decode/tally.h"
#include "decode/modelany.h"
#include "base/utf8.h"

/* The HEAD decides if it is Japanese and all of the SAMPLE goes on like it; else the SAMPLE does, and all that there is
 * only if that does not. Which is weighed first is told by a GLANCE. */
enum { GLANCE = 96, HEAD = 1 * 1024, SAMPLE = 32 * 1024, DECIDED = 100 * BIT, AMBIGUOUS = 3 * BIT };
/* Few documents begin within a character. */
enum { COST_BEGUN = 9 * BIT };
/* Of more bytes the words alone tell whether they are kanji or kana. So few may be a word of any language. */
enum { FEW = 256, WORD = 8 };
/* Lines of a document are seldom in different encodings. */
enum { COST_CHANGED = 12 * BIT };
/* A byte of Japanese text costs less. */
enum { UNLIKELY = 60 };

enum { CP932, EUCJP, UTF8, UTF16LE, UTF16BE, JAPANESE, CANDIDATES = JAPANESE + 8 };

static const struct {
	const char *name;
	void (*score)(struct score *, const unsigned char *, size_t);
	long (*least)(const struct tally *);
	long prior;    /* how much rarer it is */
	size_t unit;
	int cuts;      /* tells a text that begins in the middle of a character */
} candidates[CANDIDATES] = {
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

/* UTF-8 may begin with the rest of a character: two bytes in Japanese, hardly ever three. */
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

/* Is there a whole character of three bytes, as all of Japanese has them? */
static int
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

static void
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

static int
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

static long
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

static void
add_reason(struct guess *g, const char *fmt, ...)
{
	size_t n = strlen(g->reason);
	va_list ap;

	va_start(ap, fmt);
	if (n + 2 < sizeof(g->reason)) {
		if (n) {
			strcat(g->reason, "; ");
			n += 2;
		}
		vsnprintf(g->reason + n, sizeof(g->reason) - n, fmt, ap);
	}
	va_end(ap);
}

/* Which of the other Japanese encodings are out, and from where; by how much the others are less likely. */
static void
explain(struct guess *g, const struct score *s, int best, size_t start)
{
	int i;

	if (best < JAPANESE && s[best].errors)
		add_reason(g, "%s itself has %lu wrong places, the first at byte %lu", candidates[best].name,
		           (unsigned long)s[best].errors, (unsigned long)(start + s[best].first_error));
	for (i = 0; i < UTF16LE; i++) {
		if (i == best)
			continue;
		if (s[i].errors)
			add_reason(g, "%s wrong at byte %lu", candidates[i].name, (unsigned long)(start + s[i].first_error));
		else
			add_reason(g, "%s decodes too, less likely by %ld bits", candidates[i].name,
			           (s[i].cost - s[best].cost) / BIT);
	}
}

/* From a difference in bits to a percentage: each bit halves the doubt. */
static int
percent(long difference)
{
	long bits = difference / BIT;

	return bits > 5 ? 99 : 100 - (int)(50 >> bits);
}

/* How much more likely a foreign reading has to be. A few characters of Japanese may be anything, and a word that is taken
 * for one of another language is dropped. */
static long
enough(size_t n)
{
	return (n <= WORD ? 14 : n <= SHORT ? 7 : 6) * BIT;
}

static void
decide(struct guess *g, const struct score *s, int best, long margin, size_t n)
{
	int ours = best_of(s, 0, JAPANESE, -1), next;

	/* without a single Japanese character it needs less */
	if (best >= JAPANESE && (s[ours].cost - s[best].cost >= enough(n) || !s[ours].high)) {
		g->verdict = DETECT_FOREIGN;
		g->encoding = candidates[best].name;
		g->percent = percent(s[ours].cost - s[best].cost);
		return;
	}
	next = best_of(s, 0, CANDIDATES, ours);
	g->encoding = candidates[ours].name;
	g->wrong = s[ours].errors;
	g->rest = s[ours].rest;
	g->percent = percent(best == ours ? margin : 0);
	if (s[next].cost - s[ours].cost < AMBIGUOUS) {
		g->verdict = DETECT_AMBIGUOUS;
		g->other = candidates[next].name;
	}
}

/* Has the text of N bytes no wrong place, and does a byte cost no more than in its HEAD, but for a quarter? */
static int
goes_on(int candidate, const struct score *head, const unsigned char *p, size_t n)
{
	struct score s = *head;

	if (candidate == UTF8 || head->errors) /* which may have been the end's */
		weigh_one(candidate, &s, p, n, LONG_MAX);
	else { /* from the character on that the end cut */
		size_t from = HEAD - s.cut;

		s.cost -= s.cut_cost;
		s.limit = LONG_MAX;
		candidates[candidate].score(&s, p + from, n - from);
	}
	return !s.errors && 4 * s.cost / (long)n <= 5 * head->cost / HEAD;
}

/* Weighs the sample of N bytes; see there. */
static long
weigh_sample(struct score *s, const unsigned char *p, size_t n, int *best)
{
	if (n > HEAD) {
		long margin = weigh_all(s, p, HEAD, best);

		if (*best < JAPANESE && margin >= DECIDED && goes_on(*best, &s[*best], p, n))
			return margin;
	}
	return weigh_all(s, p, n, best);
}

/* UTF-16 that begins with half of a character: the halves make up characters of the other byte order, most of them rare. */
static void
weigh_odd(struct score *s, int *best, const unsigned char *p, size_t n)
{
	struct score least, odd;
	int even = *best, i;

	weigh_one(even, &least, p, n, LONG_MAX);
	for (i = UTF16LE; i <= UTF16BE; i++) {
		weigh_one(i, &odd, p + 1, n - 1, LONG_MAX);
		odd.cost += n > SHORT ? COST_BEGUN : 3 * COST_BEGUN;
		if (odd.cost >= least.cost)
			continue;
		least = odd;
		*best = i;
		s[i] = s[even];
		s[i].errors = odd.errors;
		s[i].first_error = odd.first_error + 1;
		s[i].rest = 1;
	}
	if (*best != even)
		s[even].cost += DECIDED;
}

/* The best reading of a line that has bytes beyond ASCII, -1 for none: right throughout, and not more likely another
 * language. NOW is the one of the lines before. */
static int
best_of_line(const unsigned char *p, size_t n, int now)
{
	struct score s;
	long least = LONG_MAX;
	int i, best = -1, wrong = 1;

	for (i = 0; i < CANDIDATES; i++) {
		if (candidates[i].unit > 1)
			continue;
		weigh_one(i, &s, p, n, least);
		if (i < JAPANESE && i != now)
			s.cost += COST_CHANGED;
		if (s.cost >= least)
			continue;
		least = s.cost;
		best = i;
		wrong = i >= JAPANESE || s.errors || s.rest;
	}
	return wrong ? -1 : best;
}

const char *
weigh_line(const unsigned char *p, size_t n, const char *now)
{
	int i = 0;

	while (i < UTF8 && strcmp(candidates[i].name, now) != 0)
		i++;
	i = best_of_line(p, n, i);
	return i < 0 ? NULL : candidates[i].name;
}

/* Is each line of the beginning, or of a hundred all but two, right in one of several encodings? The one that most of it is
 * in is that of the document. */
static int
weigh_lines(const unsigned char *p, size_t n)
{
	size_t at[UTF16LE] = {0}, lines = 0, bad = 0, from, len;
	int now = -1, main = 0, i;

	for (from = 0; from < n; from += len) {
		const unsigned char *lf = memchr(p + from, '\n', n - from);

		if (!lf && from) /* the end may cut it */
			break;
		len = lf ? (size_t)(lf - p) - from + 1 : n - from;
		if (scan_ascii(p + from, len) == len)
			continue;
		i = best_of_line(p + from, len, now);
		lines++;
		if (i < 0)
			bad++;
		else
			at[now = i] += len;
	}
	for (i = 1; i < UTF16LE; i++)
		if (at[i] > at[main])
			main = i;
	for (i = 0; i < UTF16LE; i++)
		if (i != main && at[i])
			return bad * 50 <= lines ? main : -1;
	return -1;
}

/* Text of which no encoding has all characters may have been put together of several. */
static void
decide_lines(struct guess *g, const unsigned char *p, size_t n)
{
	int main = weigh_lines(p, n);

	if (main < 0)
		return;
	g->verdict = DETECT_SURE;
	g->encoding = candidates[main].name;
	g->mixed = 1;
	g->percent = 90;
	g->rest = 0;
	add_reason(g, "not the same in all lines");
}

void
weigh(struct guess *g, const unsigned char *p, size_t n)
{
	struct score s[CANDIDATES];
	size_t start = scan_ascii(p, n);
	const unsigned char *nul = memchr(p, '\0', start);
	long margin;
	int best;

	if (nul) /* one at the end is half of a letter if all in front is UTF-16, too */
		start = nul < p + n - 1 ? (size_t)(nul - p) : 0;
	/* the line that holds the first byte which is not ASCII; UTF-16 counts from an even place */
	while (start && (p[start - 1] != '\n' || start % 2))
		start--;
	margin = weigh_sample(s, p + start, n - start < SAMPLE ? n - start : SAMPLE, &best);
	if (n - start > SAMPLE && margin < DECIDED)
		margin = weigh_all(s, p + start, n - start, &best);
	if (best == UTF16LE || best == UTF16BE)
		weigh_odd(s, &best, p + start, n - start < 2 * HEAD ? n - start : 2 * HEAD);
	if (start)
		s[EUCJP].rest = 0; /* a line never begins within a character */
	decide(g, s, best, margin, n);
	if ((g->verdict == DETECT_FOREIGN || g->wrong) && strncmp(g->encoding, "UTF-16", 6) != 0)
		decide_lines(g, p + start, n - start < SAMPLE ? n - start : SAMPLE);
	explain(g, s, best, start);
}

const char *
weigh_utf16(const unsigned char *p, size_t n)
{
	struct score le, be;

	weigh_one(UTF16LE, &le, p, n < SAMPLE ? n : SAMPLE, LONG_MAX);
	weigh_one(UTF16BE, &be, p, n < SAMPLE ? n : SAMPLE, LONG_MAX);
	return candidates[be.cost < le.cost ? UTF16BE : UTF16LE].name;
}

/* What valid UTF-8 costs: all ASCII is Japanese as well. */
static long
cost_as_utf8(const unsigned char *p, size_t n)
{
	struct score s;

	if (scan_ascii(p, n) < n)
		return any_utf8_cost(p, n);
	weigh_one(UTF8, &s, p, n, LONG_MAX);
	return s.cost;
}

int
weigh_short_utf8(struct guess *g, const unsigned char *p, size_t n)
{
	struct score s;
	int three = has_three(p, n), i; /* which nothing else has often by chance */
	long cost = cost_as_utf8(p, n) - (three ? 8 * BIT : 0);

	for (i = 0; i < JAPANESE; i++) {
		if (i == UTF8 || n % candidates[i].unit)
			continue;
		weigh_one(i, &s, p, n, LONG_MAX);
		if (!s.errors && s.cost < cost)
			break;
	}
	if (i == JAPANESE)
		return 0;
	weigh(g, p, n);
	return g->verdict != DETECT_FOREIGN && strcmp(g->encoding, "UTF-8") != 0 &&
	       (g->verdict == DETECT_SURE || strcmp(g->other, "UTF-8") != 0);
}
