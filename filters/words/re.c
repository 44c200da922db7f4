/* re.c - PCRE2 behind a small face; see re.h */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "words/re.h"

#include <limits.h>
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "stream/matchlimit.h"
#include "base/utf8.h"

/* Ordinary lines need a few dozen backtracking points. PCRE2's own default of ten million
 * lets one hostile line hold a pattern for seconds. */
enum { MATCH_LIMIT_OF_A_LINE = 100000, DEPTH_LIMIT_OF_A_LINE = 20000, HEAP_LIMIT_OF_A_LINE = 2048 /* KiB */ };

/* Machine code takes longer to make than a short document takes to be read without it: with all
 * patterns of a filter compiled at its start, that start took 5 ms more. */
enum { JIT_AFTER = 100, A_LINE = 64 /* bytes; longer ones count as several */ };

/* To interpret how a match can begin takes as many steps as the pattern has alternatives: bytes of it, before machine
 * code for that has cost no more than its making, which is 20 million instructions for the rules of columns. A document of
 * 6 KB goes through 80 K, and 400 of one kind through 150 K. Rules of small patterns never come to it, and need no
 * memory for it. */
enum { PARTIAL_JIT_AFTER = 2 * 1024 * 1024 };

/* A few characters, LEN bytes, and whether a match can begin at one of them: see may_go_on, may_follow. */
enum { PAIRS = 1024, PLACES = 4, PAIR_BYTES = 14 };
struct pair {
	char text[PAIR_BYTES];
	unsigned char len, answer;
};

struct re {
	struct place from; /* of the pattern, for its errors */
	pcre2_code *code;  /* NULL: nobody has asked yet */
	pcre2_code *anchored; /* the same pattern for re_match_at, once that is in demand */
	struct buf pattern;
	int code_fast, anchored_fast;  /* they are machine code */
	int partial_fast;              /* so is `anchored` for partial matches */
	unsigned long searches, tries; /* by re_match, by re_match_at */
	size_t asked;                  /* bytes of the pattern that re_may_begin has gone through */
	unsigned char *begins;         /* two bits for each character of the BMP: see may_begin */
	struct pair *pairs;            /* PAIRS of them, or NULL */
	uint32_t options, shortest, lookbehind; /* what PCRE2 knows about it */
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
	re->code = compile(slice_of(&re->pattern), 0, re->from);
	re->data = pcre2_match_data_create_from_pattern(re->code, NULL);
	if (!re->data)
		die("no memory for a pattern");
	if (!limits)
		set_limits();
	pcre2_pattern_info(re->code, PCRE2_INFO_ALLOPTIONS, &re->options);
	pcre2_pattern_info(re->code, PCRE2_INFO_MINLENGTH, &re->shortest);
	pcre2_pattern_info(re->code, PCRE2_INFO_MAXLOOKBEHIND, &re->lookbehind);
	re->ovector = pcre2_get_ovector_pointer(re->data);
}

/* Keeps the outcome N of a match. */
static int
matched(struct re *re, struct slice subject, int n, struct place at)
{
	re->subject = subject;
	re->groups = n > 0 ? (uint32_t)n : 0;
	if (n < 0 && n != PCRE2_ERROR_NOMATCH)
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

int
re_match(struct re *re, struct slice subject, size_t start, struct place at)
{
	if (!re->code)
		prepare(re);
	if (re->searches < JIT_AFTER && (re->searches += 1 + subject.n / A_LINE) >= JIT_AFTER)
		re->code_fast = make_fast(re->code);
	if (re->code_fast)
		return matched(re, subject, execute(re, re->code, subject, start), at);
	return matched(re, subject, interpret(re, re->code, subject, start, 0), at);
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

/* utf8_next, with the usual case in line: every character of a line may be looked up. */
static inline uint32_t
character(const char *p, size_t n, size_t *len)
{
	const unsigned char *s = (const unsigned char *)p;

	*len = 3;
	if (n >= 3 && s[0] >= 0xe0 && s[0] < 0xf0)
		return (s[0] & 0xfU) << 12 | (s[1] & 0x3fU) << 6 | (s[2] & 0x3fU);
	return utf8_next(p, n, len);
}

enum { UNKNOWN, CANNOT, MAY, BMP = 0x10000 };

/* Whether a match can begin at byte AT of the N bytes at P, whole characters. The pattern says so itself: a partial match
 * of them alone fails only if no more text could help. */
static int
ask_behind(struct re *re, const char *p, size_t n, size_t at)
{
	uint32_t options = PCRE2_ANCHORED | PCRE2_PARTIAL_HARD | PCRE2_NO_UTF_CHECK;
	int got;

	if (re->partial_fast)
		got = pcre2_jit_match(re->anchored, (PCRE2_SPTR)p, n, at, PCRE2_PARTIAL_HARD, re->data, limits);
	else
		got = pcre2_match(re->code, (PCRE2_SPTR)p, n, at, options, shared_data(re), limits);
	return got == PCRE2_ERROR_NOMATCH ? CANNOT : MAY;
}

static int
ask(struct re *re, const char *start, size_t n)
{
	return ask_behind(re, start, n, 0);
}

static int
ask_character(struct re *re, uint32_t c, const char *start, size_t n)
{
	int answer = ask(re, start, n);

	re->begins[c / 4] |= (unsigned char)(answer << 2 * (c & 3));
	return answer;
}

/* Whether a match can begin with the character at START, which is not the end of SUBJECT. The answer is kept, so
 * that most lines and cells, which begin like no mark and no heading, cost one look into a table. *LEN: its bytes. */
static inline int
may_begin(struct re *re, struct slice subject, size_t start, size_t *len)
{
	uint32_t c = character(subject.p + start, subject.n - start, len);
	int known;

	if (c >= BMP)
		return 1;
	known = re->begins[c / 4] >> 2 * (c & 3) & 3;
	return (known ? known : ask_character(re, c, subject.p + start, *len)) == MAY;
}

/* Whether a match can begin at byte AT of TEXT, which is a few characters. The last of its places gives way. */
static int
pair_may(struct re *re, struct slice text, size_t at)
{
	size_t i, place = hash_of(text);
	struct pair *e = NULL;

	if (!re->pairs && !(re->pairs = calloc(PAIRS, sizeof(*re->pairs))))
		die("no memory for a pattern");
	for (i = 0; i < PLACES; i++) {
		e = &re->pairs[(place + i) % PAIRS];
		if (e->len == text.n && memcmp(e->text, text.p, text.n) == 0)
			return e->answer == MAY;
		if (e->len == 0)
			break;
	}
	memcpy(e->text, text.p, text.n);
	e->len = (unsigned char)text.n;
	e->answer = (unsigned char)ask_behind(re, text.p, text.n, at);
	return e->answer == MAY;
}

/* may_begin of the LEN bytes at P and the character behind them, where N bytes are. Blanks and brackets may begin much,
 * are in every line, and hardly ever begin a match: to try one at each of them took twice as long. */
static int
may_go_on(struct re *re, const char *p, size_t n, size_t len)
{
	size_t next;

	if (len == n || !KEEPS_ANSWERS)
		return 1;
	utf8_next(p + len, n - len, &next);
	return pair_may(re, (struct slice){p, len + next}, 0);
}

/* Whether RE, which looks back, can match at START, which is neither end of SUBJECT: what the characters say that it looks
 * back at, and the one behind them. How many these are follows from their number, so that no answer hangs on more. */
static int
may_follow(struct re *re, struct slice subject, size_t start)
{
	const char *p = subject.p + start;
	size_t len, before = 0, chars;

	for (chars = re->lookbehind; chars && before < start; chars--)
		for (before++; before < start && ((unsigned char)p[-(ptrdiff_t)before] & 0xc0) == 0x80; before++)
			;
	utf8_next(p, subject.n - start, &len);
	return before + len > PAIR_BYTES || pair_may(re, (struct slice){p - before, before + len}, before);
}

/* Whether re_match_at is to ask the pattern: most lines and cells begin like nothing that it matches. */
static int
may_match_at(struct re *re, struct slice subject, size_t start)
{
	size_t len;

	if (!KEEPS_ANSWERS || !re->anchored || start >= subject.n)
		return 1;
	if (re->lookbehind == 0 || start == 0)
		return may_begin(re, subject, start, &len) &&
		       (re->lookbehind || may_go_on(re, subject.p + start, subject.n - start, len));
	return may_follow(re, subject, start);
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
	re->begins = calloc(BMP / 4, 1); /* memory that is not touched is not taken */
	if (!re->begins)
		die("no memory for a pattern");
}

int
re_match_at(struct re *re, struct slice subject, size_t start, struct place at)
{
	if (!re->code)
		prepare(re);
	if (++re->tries == JIT_AFTER)
		prepare_anchored(re, at);
	if (!may_match_at(re, subject, start)) {
		re->groups = 0;
		return 0;
	}
	if (re->anchored_fast)
		return matched(re, subject, execute(re, re->anchored, subject, start), at);
	return matched(re, subject, interpret(re, re->code, subject, start, PCRE2_ANCHORED), at);
}

int
re_match_rare(struct re *re, struct slice subject, struct place at)
{
	enum { TRIES = 8 };
	size_t i, len, tries = 0;

	if (!KEEPS_ANSWERS || !re->anchored_fast || re->lookbehind || re_shortest(re) == 0) {
		re->tries++;
		if (re->code && re->tries == JIT_AFTER)
			prepare_anchored(re, at);
		return re_match(re, subject, 0, at);
	}
	for (i = 0; i < subject.n; i += len) {
		if (!may_begin(re, subject, i, &len) || !may_go_on(re, subject.p + i, subject.n - i, len))
			continue;
		if (++tries > TRIES)
			return re_match(re, subject, i, at);
		if (matched(re, subject, execute(re, re->anchored, subject, i), at))
			return 1;
	}
	re->groups = 0;
	return 0;
}

/* Tables of real documents have other words in every cell: with this, the whole chain takes a third less on them. */
static void
make_partial_fast(struct re *re)
{
	prepare_anchored(re, re->from);
	re->partial_fast = pcre2_jit_compile(re->anchored, PCRE2_JIT_PARTIAL_HARD) == 0;
}

int
re_may_begin(struct re *re, struct slice start)
{
	if (!re->code)
		prepare(re);
	if (re->asked < PARTIAL_JIT_AFTER && (re->asked += re->pattern.n) >= PARTIAL_JIT_AFTER)
		make_partial_fast(re);
	return ask(re, start.p, start.n) == MAY;
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
