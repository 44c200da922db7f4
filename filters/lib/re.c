/* re.c - PCRE2 behind a small face; see re.h */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "re.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* Ordinary lines need a few dozen backtracking points. PCRE2's own default of ten million
 * lets one hostile line hold a pattern for seconds. */
enum { MATCH_LIMIT_OF_A_LINE = 100000 };

struct re {
	pcre2_code *code;
	pcre2_code *anchored; /* the same pattern for re_match_at, once it has been asked */
	struct buf pattern;
	pcre2_match_data *data;
	pcre2_match_context *context;
	PCRE2_SIZE *ovector;
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
	/* A library without JIT interprets the same pattern, slower. */
	(void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return code;
}

struct re *
re_new(struct slice pattern, struct place from)
{
	struct re *re = emalloc(sizeof(*re));

	*re = (struct re){0};
	re->code = compile(pattern, 0, from);
	buf_adds(&re->pattern, pattern);
	re->data = pcre2_match_data_create_from_pattern(re->code, NULL);
	re->context = pcre2_match_context_create(NULL);
	if (!re->data || !re->context)
		die("no memory for a pattern");
	pcre2_set_match_limit(re->context, MATCH_LIMIT_OF_A_LINE);
	re->ovector = pcre2_get_ovector_pointer(re->data);
	return re;
}

void
re_free(struct re *re)
{
	if (!re)
		return;
	pcre2_match_context_free(re->context);
	pcre2_match_data_free(re->data);
	pcre2_code_free(re->code);
	pcre2_code_free(re->anchored);
	buf_free(&re->pattern);
	free(re);
}

static int
match(struct re *re, const pcre2_code *code, struct slice subject, size_t start, struct place at)
{
	PCRE2_SPTR p = (PCRE2_SPTR)subject.p;
	int n = pcre2_match(code, p, subject.n, start, PCRE2_NO_UTF_CHECK, re->data, re->context);

	if (n == PCRE2_ERROR_JIT_STACKLIMIT) /* the interpreter has its frames on the heap */
		n = pcre2_match(code, p, subject.n, start, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, re->data, re->context);
	re->subject = subject;
	re->groups = n > 0 ? (uint32_t)n : 0;
	if (n < 0 && n != PCRE2_ERROR_NOMATCH)
		say(MSG_MATCH_LIMIT, at);
	return n > 0;
}

int
re_match(struct re *re, struct slice subject, size_t start, struct place at)
{
	return match(re, re->code, subject, start, at);
}

/* pcre2_match(3) takes PCRE2_ANCHORED as well, but then it interprets: an anchored pattern of its
 * own keeps the JIT, which took headings from 0.6 to 0.3 seconds a 100 MB. */
int
re_match_at(struct re *re, struct slice subject, size_t start, struct place at)
{
	if (!re->anchored)
		re->anchored = compile(slice_of(&re->pattern), PCRE2_ANCHORED, at);
	return match(re, re->anchored, subject, start, at);
}

struct slice
re_group(const struct re *re, unsigned n)
{
	if (n >= re->groups || re->ovector[2 * n] == PCRE2_UNSET)
		return (struct slice){NULL, 0};
	return (struct slice){re->subject.p + re->ovector[2 * n], re->ovector[2 * n + 1] - re->ovector[2 * n]};
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
	return (const char *)pcre2_get_mark(re->data);
}
