/* weigh.c - which of the readings of bytes surprises least, and how sure that is; see weigh.h */
#include "decode/weigh.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/scan.h"
#include "decode/declared.h"
#include "decode/modelany.h"
#include "decode/readings.h"

/* The HEAD decides if it is Japanese and all of the SAMPLE goes on like it; else the SAMPLE does, and all that there is
 * only if that does not. */
enum { SAMPLE = 32 * 1024, AMBIGUOUS = 3 * BIT };
/* So few bytes may be a word of any language. */
enum { WORD = 8 };
/* A declaration is believed against less than this. */
enum { DOUBTED = 30 * BIT };
/* Lines of a document are seldom in different encodings. */
enum { COST_CHANGED = 12 * BIT };

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

/* What the page says of itself decides, if it has no wrong place and is not clearly in something else: pages are copied
 * from one encoding to another, and go on saying the old one. Returns true then; *BEST and the scores are as if it had
 * been by far the likeliest. */
static int
by_declaration(struct score *s, int *best, const unsigned char *page, size_t all, size_t start)
{
	const char *name = declared(page, all);
	struct score whole;
	int i;

	for (i = 0; name && i < UTF16LE; i++) {
		if (strcmp(candidates[i].name, name) != 0)
			continue;
		weigh_one(i, &whole, page + start, all - start, LONG_MAX);
		if (whole.errors || whole.cost - s[*best].cost > DOUBTED)
			return 0;
		s[i] = whole;
		s[i].cost = s[*best].cost - DECIDED;
		*best = i;
		return 1;
	}
	return 0;
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
	if (by_declaration(s, &best, p, n, start)) {
		margin = DECIDED;
		add_reason(g, "the page says so");
	}
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
