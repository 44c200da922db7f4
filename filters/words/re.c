/* re.c - PCRE2 behind a small face; see re.h */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "words/re.h"

#include <limits.h>
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/hash.h"
#include "stream/matchlimit.h"
#include "words/may.h"

/* Ordinary lines need a few dozen backtracking points. PCRE2's own default of ten million
 * lets one hostile line hold a pattern for seconds. */
enum { MATCH_LIMIT_OF_A_LINE = 100000, DEPTH_LIMIT_OF_A_LINE = 20000, HEAP_LIMIT_OF_A_LINE = 2048 /* KiB */ };

/* Machine code takes longer to make than a short document takes to be read without it: with all
 * patterns of a filter compiled at its start, that start took 5 ms more. A pattern of 27 KB takes 5 ms and 1.4 MB by
 * itself, as long as some 2,000 of its matches take without it. */
enum { JIT_AFTER = 100, JIT_BYTES = 16, A_LINE = 64 /* bytes; longer ones count as several */ };

struct re {
	struct place from; /* of the pattern, for its errors */
	pcre2_code *code;  /* NULL: nobody has asked yet */
	pcre2_code *anchored; /* the same pattern for re_match_at, once that is in demand */
	struct buf pattern;
	int code_fast, anchored_fast;  /* they are machine code */
	unsigned long searches, tries; /* by re_match, by re_match_at */
	unsigned long worth;           /* after so many of them it is worth machine code */
	struct may *may; /* its shape; NULL: not understood or, if it is not SHAPED, not read yet */
	int shaped, alike; /* ALIKE: may_begins_alike */
	uint32_t options, shortest; /* what PCRE2 knows about it */
	pcre2_match_data *data;
	PCRE2_SIZE *ovector;
	const char *mark; /* of the last match, if that was interpreted, */
	int interpreted;  /* as this says */
	struct slice subject;
	uint32_t groups; /* of the last match */
};

static void
refuse(int error, PCRE2_SIZE offset, struct place from)
{
	PCRE2_UCHAR text[256];

	pcre2_get_error_message(error, text, sizeof(text));
	die("%s:%lu: pattern, at byte %lu: %s", from.file ? from.file : "built-in", from.line,
	    (unsigned long)offset + 1, (char *)text);
}

static pcre2_code *
compile(struct slice pattern, uint32_t options, struct place from)
{
	PCRE2_SIZE offset;
	pcre2_code *code;
	int error;

	options |= PCRE2_UTF | PCRE2_UCP;
	code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, options, &error, &offset, NULL);
	if (!code)
		refuse(error, offset, from);
	return code;
}

/* A library without JIT goes on interpreting the pattern, slower. */
static int
make_fast(pcre2_code *code)
{
	return pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
}

struct re *
re_new(struct slice pattern, struct place from)
{
	struct re *re = emalloc(sizeof(*re));

	*re = (struct re){.from = from};
	buf_adds(&re->pattern, pattern);
	return re;
}

/* The built-in rules are known to be right: the tests hand them over as a user's. */
void
re_check(const struct rule *r, size_t field)
{
	if (r->own)
		pcre2_code_free(compile(r->f[field], 0, r->at));
}

static pcre2_match_context *limits; /* of all patterns */

static void
set_limits(void)
{
	limits = pcre2_match_context_create(NULL);
	if (!limits)
		die("no memory for a pattern");
	pcre2_set_match_limit(limits, MATCH_LIMIT_OF_A_LINE);
	pcre2_set_depth_limit(limits, DEPTH_LIMIT_OF_A_LINE);
	pcre2_set_heap_limit(limits, HEAP_LIMIT_OF_A_LINE);
}

/* A short document asks few of a filter's patterns: to compile them all took longer than to read it. */
static void
prepare(struct re *re)
{
	size_t size = 0;

	re->code = compile(slice_of(&re->pattern), 0, re->from);
	re->data = pcre2_match_data_create_from_pattern(re->code, NULL);
	if (!re->data)
		die("no memory for a pattern");
	if (!limits)
		set_limits();
	pcre2_pattern_info(re->code, PCRE2_INFO_SIZE, &size);
	re->worth = JIT_AFTER + size / JIT_BYTES;
	pcre2_pattern_info(re->code, PCRE2_INFO_ALLOPTIONS, &re->options);
	pcre2_pattern_info(re->code, PCRE2_INFO_MINLENGTH, &re->shortest);
	re->ovector = pcre2_get_ovector_pointer(re->data);
}

/* Its shape is read when it is first asked, which takes less than to compile it. NULL: it is not understood. */
static struct may *
shape_of(struct re *re)
{
	if (!re->shaped) {
		re->may = may_new(slice_of(&re->pattern));
		re->alike = re->may && may_begins_alike(re->may);
	}
	re->shaped = 1;
	return re->may;
}

/* A text is asked for matches at or after START, or (AT_START) there only; of the shape ALONE, or of PCRE2 as well. */
struct question {
	struct slice subject;
	size_t start;
	int at_start, alone;
};

/* What is asked first, if anything. */
static struct may *
asked_first(struct re *re, const struct question *q)
{
	struct may *may = KEEPS_ANSWERS ? shape_of(re) : NULL;

	if (re->alike && re->code_fast && !q->at_start && !q->alone)
		return NULL;
	return may && (q->alone ? may_is_cheap(may) : may_is_useful(may)) ? may : NULL;
}

static int
may(struct may *m, const struct question *q)
{
	return q->at_start ? may_match_at(m, q->subject, q->start) : may_match(m, q->subject, q->start);
}

/* Keeps the outcome N of a match. Where the pattern gave up, its shape may still know that there is none. */
static int
matched(struct re *re, const struct question *q, int n, struct place at)
{
	re->subject = q->subject;
	re->groups = n > 0 ? (uint32_t)n : 0;
	if (n < 0 && n != PCRE2_ERROR_NOMATCH && (!shape_of(re) || may(re->may, q)))
		limit_hit(at);
	return n > 0;
}

/* What the interpreter writes into, with room for the groups of RE. It keeps its frames there, twenty kilobytes of them:
 * with a piece for each pattern, they were three quarters of all that a filter had allocated. */
static pcre2_match_data *
shared_data(const struct re *re)
{
	static pcre2_match_data *shared;
	uint32_t need = pcre2_get_ovector_count(re->data);

	if (shared && pcre2_get_ovector_count(shared) >= need)
		return shared;
	pcre2_match_data_free(shared);
	shared = pcre2_match_data_create(need, NULL);
	if (!shared)
		die("no memory for a pattern");
	return shared;
}

static int
interpret(struct re *re, const pcre2_code *code, struct slice subject, size_t start, uint32_t options)
{
	pcre2_match_data *data = shared_data(re);
	int n;

	options |= PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT;
	n = pcre2_match(code, (PCRE2_SPTR)subject.p, subject.n, start, options, data, limits);
	if (n > 0)
		memcpy(re->ovector, pcre2_get_ovector_pointer(data), 2 * (size_t)n * sizeof(*re->ovector));
	re->mark = (const char *)pcre2_get_mark(data);
	re->interpreted = 1;
	return n;
}

/* pcre2_match(3) would do the same, after looking at its arguments for longer than most lines take to match. */
static int
execute(struct re *re, const pcre2_code *code, struct slice subject, size_t start)
{
	int n = pcre2_jit_match(code, (PCRE2_SPTR)subject.p, subject.n, start, 0, re->data, limits);

	re->interpreted = 0;
	if (n == PCRE2_ERROR_JIT_STACKLIMIT) /* the interpreter has its frames on the heap */
		n = interpret(re, code, subject, start, 0);
	return n;
}

/* The check build asks PCRE2 as well. */
static void
check_none(struct re *re, const struct question *q)
{
	if (!re->code)
		prepare(re);
	check_same(interpret(re, re->code, q->subject, q->start, q->at_start ? PCRE2_ANCHORED : 0) < 0, "the shape of a pattern", q->subject);
}

/* True if no match is possible, and PCRE2 need not be asked. */
static int
is_none(struct re *re, const struct question *q)
{
	struct may *m = asked_first(re, q);

	if (!m || may(m, q))
		return 0;
	if (CHECKS)
		check_none(re, q);
	re->groups = 0;
	return 1;
}

/* Makes machine code once so many searches, this one in SUBJECT among them, are WORTH it. */
static void
hasten(struct re *re, struct slice subject, unsigned long worth)
{
	if (re->searches >= worth || (re->searches += 1 + subject.n / A_LINE) < worth)
		return;
	if (!re->code)
		prepare(re);
	re->code_fast = make_fast(re->code);
}

int
re_match(struct re *re, struct slice subject, size_t start, struct place at)
{
	struct question q = {subject, start, 0, 0};

	if (is_none(re, &q)) {
		if (re->alike)
			hasten(re, subject, re->code ? re->worth : JIT_AFTER);
		return 0;
	}
	if (!re->code)
		prepare(re);
	hasten(re, subject, re->worth);
	if (re->code_fast)
		return matched(re, &q, execute(re, re->code, subject, start), at);
	return matched(re, &q, interpret(re, re->code, subject, start, 0), at);
}

int
re_may_match(struct re *re, struct slice subject)
{
	struct question q = {subject, 0, 0, 1};

	return !is_none(re, &q);
}

int
re_may_match_at(struct re *re, struct slice subject, size_t start)
{
	struct question q = {subject, start, 1, 1};

	return !is_none(re, &q);
}

int
re_at_start(struct re *re)
{
	if (!re->code)
		prepare(re);
	return (re->options & PCRE2_ANCHORED) != 0;
}

size_t
re_shortest(struct re *re)
{
	if (!re->code)
		prepare(re);
	return re->shortest;
}

/* With the option PCRE2_ANCHORED pcre2_match(3) only interprets: a pattern compiled to be anchored
 * keeps the JIT, which makes tanzaku-outline more than twice as fast. */
static void
prepare_anchored(struct re *re, struct place at)
{
	if (re->anchored)
		return;
	re->anchored = compile(slice_of(&re->pattern), PCRE2_ANCHORED, at);
	re->anchored_fast = make_fast(re->anchored);
}

int
re_match_at(struct re *re, struct slice subject, size_t start, struct place at)
{
	struct question q = {subject, start, 1, 0};

	if (is_none(re, &q))
		return 0;
	if (!re->code)
		prepare(re);
	if (++re->tries == re->worth)
		prepare_anchored(re, at);
	if (re->anchored_fast)
		return matched(re, &q, execute(re, re->anchored, subject, start), at);
	return matched(re, &q, interpret(re, re->code, subject, start, PCRE2_ANCHORED), at);
}

int
re_may_begin(struct re *re, struct slice start)
{
	struct may *m = KEEPS_ANSWERS ? shape_of(re) : NULL; /* however useful: callers keep the answers */

	return !m || may_begin(m, start);
}

struct slice
re_group(const struct re *re, unsigned n)
{
	if (n >= re->groups || re->ovector[2 * n] == PCRE2_UNSET)
		return (struct slice){NULL, 0};
	return (struct slice){re->subject.p + re->ovector[2 * n], re->ovector[2 * n + 1] - re->ovector[2 * n]};
}

unsigned
re_number(struct re *re, const char *name)
{
	int n;

	if (!re->code)
		prepare(re);
	n = pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);
	return n < 0 ? UINT_MAX : (unsigned)n;
}

struct slice
re_named(const struct re *re, const char *name)
{
	int n = pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);

	return n < 0 ? (struct slice){NULL, 0} : re_group(re, (unsigned)n);
}

const char *
re_mark(const struct re *re)
{
	return re->interpreted ? re->mark : (const char *)pcre2_get_mark(re->data);
}
