/*
 * shapes.c - what words/may.h says of random patterns and texts beside what PCRE2 does
 *
 * usage: shapes N SEED
 *
 * Of a text that a pattern matches, the shape must say that it may; of one that
 * it does not match, it should say no as often as it can. Prints how many of N
 * pairs were wrong, and whether half of those without a match were known to be.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "words/may.h"

static unsigned long state;

static unsigned
below(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

static const char *const chars[] = {"a", "b", "1", "あ", "い", "漢", "。", " ", "ア", "Ａ", "𠮷"};
static const char *const sets[] = {
	"[ab]", "[^a]", "\\d", "\\p{L}", "\\P{N}", "\\p{Han}", "[\\p{Katakana}ー1]", "[あ-う]", "[^\\s。]", ".", "\\w", "\\S",
	"[[:alpha:]]", "(?i:A)", "(?i:[ab])", "[]a]", "\\x{3042}", "(?i)b", "[a\\-b]", "(?s:.)",
};
static const char *const ends[] = {"", "", "", "?", "*", "+", "{2}", "{1,2}", "{0,9}?", "++", "*?", "{2,}+"};
static const char *const places[] = {"^", "$", "\\A", "\\z", "\\b", "(?=a)", "(?!b)", "(?<=あ)", "(?<!1)", "(*MARK:x)", "(?=[ab]|漢)", "(?<=\\d)"};
static const char *const opens[] = {"(?:", "(", "(?<n>", "(?>", "(?|", "(?=", "(?!"};

#define ONE_OF(list) ((list)[below(sizeof(list) / sizeof(*(list)))])

static void
pattern(struct buf *to, int depth)
{
	unsigned n = 1 + below(4), i;

	for (i = 0; i < n; i++) {
		unsigned what = below(10);

		if (what < 5)
			buf_addz(to, ONE_OF(chars));
		else if (what < 7)
			buf_addz(to, ONE_OF(sets));
		else if (what == 7) {
			buf_addz(to, ONE_OF(places));
			continue;
		} else if (depth < 3) {
			buf_addz(to, ONE_OF(opens));
			pattern(to, depth + 1);
			buf_addz(to, below(2) ? "|" : "");
			pattern(to, depth + 1);
			buf_addc(to, ')');
		} else
			continue;
		buf_addz(to, ONE_OF(ends));
	}
}

/* Wrong: a match that the shape denies, in the whole text, at its start, or from its first byte on. */
static int
is_wrong(struct may *m, const pcre2_code *code, pcre2_match_data *data, struct slice s, unsigned long *none, unsigned long *known)
{
	int anywhere = pcre2_match(code, (PCRE2_SPTR)s.p, s.n, 0, 0, data, NULL) > 0;
	int here = pcre2_match(code, (PCRE2_SPTR)s.p, s.n, 0, PCRE2_ANCHORED, data, NULL) > 0;
	int later = pcre2_match(code, (PCRE2_SPTR)s.p, s.n, 1, PCRE2_ANCHORED, data, NULL) > 0; /* it begins with one byte */

	*none += !anywhere;
	*known += !anywhere && !may_match(m, s, 0);
	return (anywhere && !may_match(m, s, 0)) || (here && (!may_match_at(m, s, 0) || !may_begin(m, (struct slice){s.p, 1}))) ||
	       (later && !may_match_at(m, s, 1));
}

static unsigned long
try_texts(struct may *m, const pcre2_code *code, struct slice p, unsigned long *none, unsigned long *known)
{
	pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
	unsigned long wrong = 0;
	struct buf text = {0};
	unsigned i, k;

	for (i = 0; i < 20; i++) {
		buf_clear(&text);
		buf_addc(&text, "a1 b"[below(4)]);
		for (k = below(12); k; k--)
			buf_addz(&text, ONE_OF(chars));
		if (below(8) == 0)
			buf_addc(&text, '\n');
		if (!is_wrong(m, code, data, slice_of(&text), none, known))
			continue;
		wrong++;
		printf("wrong: %.*s: %.*s\n", (int)p.n, p.p, (int)text.n, text.p);
	}
	buf_free(&text);
	pcre2_match_data_free(data);
	return wrong;
}

/* What is kept to the end, and known to be. */
static struct may *
keep(struct may *m)
{
	static struct may **kept;
	static size_t n;

	kept = erealloc(kept, (n + 1) * sizeof(*kept));
	return kept[n++] = m;
}

int
main(int argc, char **argv)
{
	unsigned long n = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000, i, wrong = 0, tried = 0, none = 0, known = 0;
	struct buf p = {0};

	state = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
	for (i = 0; i < n; i++) {
		int error;
		PCRE2_SIZE at;
		pcre2_code *code;
		struct may *m;

		buf_clear(&p);
		buf_addz(&p, "(?J)");
		pattern(&p, 0);
		code = pcre2_compile((PCRE2_SPTR)p.p, p.n, PCRE2_UTF | PCRE2_UCP, &error, &at, NULL);
		m = code ? keep(may_new(slice_of(&p))) : NULL;
		if (m) {
			tried++;
			wrong += try_texts(m, code, slice_of(&p), &none, &known);
		}
		pcre2_code_free(code);
	}
	printf("%lu wrong; %s patterns understood, %s texts without a match known to be\n", wrong, 10 * tried > 9 * n ? "nearly all" : "few",
	       2 * known > none ? "most" : "few");
	return wrong > 0;
}
