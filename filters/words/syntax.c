/* syntax.c - reads patterns; see syntax.h */
#include "words/syntax.h"

#include <string.h>

#include "base/utf8.h"
#include "words/chars.h"
#include "words/syntaxset.h"

enum { DEEPEST = 100, MOST_NODES = 200000 };

struct pattern_reader {
	struct syntax *s;
	const char *p, *end;
	int depth, failed;
	int caseless, dotall; /* (?i), (?s): to the end of the group */
	unsigned opened; /* groups with a number; the node of the last of them, SYNTAX_BAD while it is open */
	uint32_t last;
};

static uint32_t read_either(struct pattern_reader *r);

static uint32_t
leaf(struct pattern_reader *r, enum syntax_kind kind, uint32_t c)
{
	return syntax_add(r->s, (struct syntax_node){kind, 0, 0, c, 0, 0});
}

static uint32_t
pair(struct pattern_reader *r, enum syntax_kind kind, uint32_t a, uint32_t b)
{
	return syntax_add(r->s, (struct syntax_node){kind, a, b, 0, 0, 0});
}

static uint32_t
fail(struct pattern_reader *r)
{
	r->failed = 1;
	r->p = r->end;
	return leaf(r, SYNTAX_EMPTY, 0);
}

static int
next_is(struct pattern_reader *r, const char *z)
{
	size_t n = strlen(z);

	if ((size_t)(r->end - r->p) < n || memcmp(r->p, z, n) != 0)
		return 0;
	r->p += n;
	return 1;
}

/* The set of all characters, or of all but a line feed. */
static uint32_t
any(struct pattern_reader *r, int line_feed)
{
	struct slice text = slice_z(line_feed ? "(?s:.)" : ".");

	syntax_add_set(r->s, text, 1);
	if (!line_feed)
		syntax_add_part(r->s, (struct syntax_part){'\n', '\n', -1});
	return syntax_set_node(r->s, text);
}

/* What another place of the pattern says, or matched: anything. */
static uint32_t
anything(struct pattern_reader *r)
{
	return syntax_add(r->s, (struct syntax_node){SYNTAX_TIMES, any(r, 1), 0, 0, 0, SYNTAX_MORE});
}

/* A letter of either case: PCRE2 is asked, as about a property. */
static uint32_t
character(struct pattern_reader *r, const char *from, uint32_t c)
{
	struct slice text = {from, (size_t)(r->p - from)};
	struct buf asked = {0};
	int property;

	if (!r->caseless || (c < 0x80 && (c | 0x20) - 'a' > 25))
		return leaf(r, SYNTAX_CHAR, c);
	buf_addz(&asked, "(?i)");
	buf_adds(&asked, text);
	property = chars_property(slice_of(&asked));
	buf_free(&asked);
	return property < 0 ? fail(r) : syntax_property_node(r->s, (struct slice){"", 0}, property);
}

static uint32_t
property_set(struct pattern_reader *r)
{
	const char *from = r->p;
	int property = syntax_property(&r->p, r->end);

	return property < 0 ? SYNTAX_BAD : syntax_property_node(r->s, (struct slice){from, (size_t)(r->p - from)}, property);
}

/* Behind \g: {1}, {-1}, {name}, 1. What the last group has matched, its shape matches. */
static uint32_t
reference(struct pattern_reader *r)
{
	if (r->last != SYNTAX_BAD && !r->caseless && next_is(r, "{-1}"))
		return r->last;
	if (next_is(r, "{"))
		while (r->p < r->end && *r->p != '}')
			r->p++;
	r->p += r->p < r->end;
	return anything(r);
}

static uint32_t
escape(struct pattern_reader *r)
{
	const char *from = r->p;
	uint32_t n, c;

	if ((n = property_set(r)) != SYNTAX_BAD)
		return n;
	r->p++;
	if (next_is(r, "A"))
		return leaf(r, SYNTAX_START, 0);
	if (next_is(r, "z"))
		return leaf(r, SYNTAX_END, 0);
	if (next_is(r, "Z"))
		return leaf(r, SYNTAX_LINE_END, 0);
	if (next_is(r, "b") || next_is(r, "B") || next_is(r, "K"))
		return leaf(r, SYNTAX_EMPTY, 0);
	if (next_is(r, "g"))
		return reference(r);
	if (r->p < r->end && *r->p >= '1' && *r->p <= '9') {
		while (r->p < r->end && *r->p >= '0' && *r->p <= '9')
			r->p++;
		return anything(r);
	}
	return syntax_escaped(&r->p, r->end, &c) ? character(r, from, c) : fail(r);
}

/* To the bracket that closes what is open. */
static int
closed(struct pattern_reader *r)
{
	if (r->p < r->end && *r->p == ')') {
		r->p++;
		return 1;
	}
	fail(r);
	return 0;
}

static uint32_t
group(struct pattern_reader *r)
{
	int caseless = r->caseless, dotall = r->dotall;
	uint32_t n;

	if (++r->depth > DEEPEST)
		return fail(r);
	n = read_either(r);
	r->depth--;
	r->caseless = caseless;
	r->dotall = dotall;
	closed(r);
	return n;
}

/* One with a number. */
static uint32_t
numbered(struct pattern_reader *r)
{
	unsigned number = ++r->opened;
	uint32_t n;

	r->last = SYNTAX_BAD;
	n = group(r);
	if (number == r->opened)
		r->last = n;
	return n;
}

/* (?|…): each alternative has the same numbers. */
static uint32_t
alike(struct pattern_reader *r)
{
	uint32_t n = group(r);

	r->last = SYNTAX_BAD;
	return n;
}

static uint32_t
to_bracket(struct pattern_reader *r, uint32_t n)
{
	while (r->p < r->end && *r->p != ')')
		r->p++;
	closed(r);
	return n;
}

/* (?i) to the end of the group, (?s:…) */
static uint32_t
options(struct pattern_reader *r)
{
	int caseless = r->caseless, dotall = r->dotall, on = 1;
	uint32_t n;

	for (; r->p < r->end && *r->p != ')' && *r->p != ':'; r->p++)
		switch (*r->p) {
		case 'i': r->caseless = on; break;
		case 's': r->dotall = on; break;
		case 'J': case 'U': break;
		case '-': on = 0; break;
		default: return fail(r);
		}
	if (next_is(r, ")"))
		return leaf(r, SYNTAX_EMPTY, 0);
	r->p += r->p < r->end;
	n = group(r);
	r->caseless = caseless;
	r->dotall = dotall;
	return n;
}

/* What only has to stand around a place, or must not. */
static uint32_t
assertion(struct pattern_reader *r, int ahead)
{
	uint32_t n = group(r);

	if (ahead)
		return syntax_add(r->s, (struct syntax_node){SYNTAX_AHEAD, n, 0, 0, 0, 0});
	return leaf(r, SYNTAX_EMPTY, 0);
}

static uint32_t
name_group(struct pattern_reader *r)
{
	while (r->p < r->end && *r->p != '>')
		r->p++;
	r->p += r->p < r->end;
	return numbered(r);
}

static uint32_t
bracket(struct pattern_reader *r)
{
	if (next_is(r, "*"))
		return r->p < r->end && *r->p >= 'a' && *r->p <= 'z' ? fail(r)
		     : next_is(r, "ACCEPT")                          ? fail(r)
								     : to_bracket(r, leaf(r, SYNTAX_EMPTY, 0));
	if (!next_is(r, "?"))
		return numbered(r);
	if (next_is(r, "!)"))
		return leaf(r, SYNTAX_NEVER, 0);
	if (next_is(r, "|"))
		return alike(r);
	if (next_is(r, ":") || next_is(r, ">"))
		return group(r);
	if (next_is(r, "="))
		return assertion(r, 1);
	if (next_is(r, "!") || next_is(r, "<=") || next_is(r, "<!"))
		return assertion(r, 0);
	if (next_is(r, "&") || next_is(r, "P>") || next_is(r, "P=") || next_is(r, "R"))
		return to_bracket(r, anything(r));
	if (next_is(r, "P<") || next_is(r, "<"))
		return name_group(r);
	if (next_is(r, "(DEFINE)")) {
		group(r);
		return leaf(r, SYNTAX_EMPTY, 0);
	}
	return r->p < r->end && *r->p == '(' ? fail(r) : options(r);
}

static uint32_t
atom(struct pattern_reader *r)
{
	const char *from = r->p;
	uint32_t c, n;
	size_t len;

	switch (*r->p) {
	case '(': r->p++; return bracket(r);
	case '[':
		r->p++;
		n = syntax_read_set(r->s, &r->p, r->end, r->caseless);
		return n == SYNTAX_BAD ? fail(r) : n;
	case '\\': return escape(r);
	case '.': r->p++; return any(r, r->dotall);
	case '^': r->p++; return leaf(r, SYNTAX_START, 0);
	case '$': r->p++; return leaf(r, SYNTAX_LINE_END, 0);
	case '*': case '+': case '?': return fail(r);
	}
	c = utf8_next(r->p, (size_t)(r->end - r->p), &len);
	r->p += len;
	return character(r, from, c);
}

static int
number(const char **p, const char *end)
{
	int n = 0, digits = 0;

	for (; *p < end && **p >= '0' && **p <= '9' && n < 10000; ++*p, digits++)
		n = 10 * n + (**p - '0');
	return digits ? n : -1;
}

/* {2,5}, {2,}, {2}: whatever else is in such brackets is text. */
static int
counts(struct pattern_reader *r, int *min, int *max)
{
	const char *p = r->p + 1;

	if (r->p == r->end || *r->p != '{' || (*min = number(&p, r->end)) < 0)
		return 0;
	*max = *min;
	if (p < r->end && *p == ',') {
		p++;
		*max = number(&p, r->end); /* SYNTAX_MORE, if there is none */
	}
	if (p == r->end || *p != '}')
		return 0;
	r->p = p + 1;
	return 1;
}

static uint32_t
times(struct pattern_reader *r, uint32_t n)
{
	int min = 0, max = SYNTAX_MORE;

	while (r->p < r->end) {
		if (next_is(r, "*"))
			min = 0, max = SYNTAX_MORE;
		else if (next_is(r, "+"))
			min = 1, max = SYNTAX_MORE;
		else if (next_is(r, "?"))
			min = 0, max = 1;
		else if (!counts(r, &min, &max))
			break;
		if (!next_is(r, "?"))
			next_is(r, "+");
		n = syntax_add(r->s, (struct syntax_node){SYNTAX_TIMES, n, 0, 0, min, max});
	}
	return n;
}

static uint32_t
read_sequence(struct pattern_reader *r)
{
	uint32_t n = leaf(r, SYNTAX_EMPTY, 0);

	while (r->p < r->end && *r->p != '|' && *r->p != ')') {
		uint32_t one = atom(r);

		n = pair(r, SYNTAX_THEN, n, times(r, one));
	}
	return n;
}

static uint32_t
read_either(struct pattern_reader *r)
{
	uint32_t n = read_sequence(r);

	while (next_is(r, "|")) {
		uint32_t other = read_sequence(r);

		n = pair(r, SYNTAX_EITHER, n, other);
	}
	return n;
}

int
syntax_read(struct syntax *s, struct slice pattern)
{
	struct pattern_reader r = {.s = s, .p = pattern.p, .end = pattern.p + pattern.n, .last = SYNTAX_BAD};

	s->root = read_either(&r);
	return !r.failed && r.p == r.end && s->nodes <= MOST_NODES;
}
