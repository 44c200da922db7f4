/* syntaxset.c - sets and single characters of a pattern; see syntaxset.h */
#include "words/syntaxset.h"

#include <string.h>

#include "base/utf8.h"
#include "words/chars.h"

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* \x{3000}; P is behind the x */
static int
by_number(const char **p, const char *end, uint32_t *c)
{
	const char *q = *p;

	if (q == end || *q++ != '{')
		return 0;
	for (*c = 0; q < end && hex(*q) >= 0 && *c < 0x11000; q++)
		*c = *c * 16 + (uint32_t)hex(*q);
	if (q == end || *q != '}')
		return 0;
	*p = q + 1;
	return 1;
}

int
syntax_escaped(const char **p, const char *end, uint32_t *c)
{
	static const char names[] = "tnrfea", are[] = "\t\n\r\f\033\a";
	const char *name;
	size_t len;

	if (*p == end)
		return 0;
	if (**p == 'x') {
		++*p;
		return by_number(p, end, c);
	}
	if ((**p >= '0' && **p <= '9') || ((**p | 0x20) >= 'a' && (**p | 0x20) <= 'z')) {
		name = strchr(names, **p);
		if (!name)
			return 0;
		*c = (unsigned char)are[name - names];
		++*p;
		return 1;
	}
	*c = utf8_next(*p, (size_t)(end - *p), &len);
	*p += len;
	return 1;
}

int
syntax_property(const char **p, const char *end)
{
	const char *start = *p, *q = *p + 1, *close;
	int property;

	if (q == end)
		return -1;
	if (*q == 'p' || *q == 'P') {
		close = q + 1 < end && q[1] == '{' ? memchr(q, '}', (size_t)(end - q)) : q + 1;
		if (!close || close >= end)
			return -1;
		q = close;
	} else if (!strchr("dDsSwWhHvVN", *q)) {
		return -1;
	}
	property = chars_property((struct slice){start, (size_t)(q + 1 - start)});
	if (property >= 0)
		*p = q + 1;
	return property;
}

/* [:alpha:] at P in a set: as a set of its own. */
static int
posix_class(const char **p, const char *end)
{
	const char *s = *p;
	size_t n = 2, left = (size_t)(end - s);
	struct buf text = {0};
	int property;

	while (n + 1 < left && !(s[n] == ':' && s[n + 1] == ']'))
		n++;
	if (n + 1 >= left)
		return -1;
	buf_addc(&text, '[');
	buf_add(&text, s, n + 2);
	buf_addc(&text, ']');
	property = chars_property(slice_of(&text));
	buf_free(&text);
	*p = s + n + 2;
	return property;
}

static int
one_char(const char **p, const char *end, uint32_t *c)
{
	size_t len;

	if (**p == '\\') {
		++*p;
		return syntax_escaped(p, end, c);
	}
	*c = utf8_next(*p, (size_t)(end - *p), &len);
	*p += len;
	return 1;
}

static int
range(struct syntax *s, const char **p, const char *end)
{
	struct syntax_part part = {0, 0, -1};

	if (!one_char(p, end, &part.from))
		return 0;
	part.to = part.from;
	if (end - *p > 1 && **p == '-' && (*p)[1] != ']') {
		++*p;
		if (!one_char(p, end, &part.to) || part.to < part.from)
			return 0;
	}
	syntax_add_part(s, part);
	return 1;
}

static int
item(struct syntax *s, const char **p, const char *end)
{
	int property;

	if (end - *p > 2 && **p == '[' && strchr(":.=", (*p)[1]))
		property = (*p)[1] == ':' ? posix_class(p, end) : -1;
	else if (**p == '\\' && (property = syntax_property(p, end)) >= 0)
		;
	else
		return range(s, p, end);
	if (property < 0)
		return 0;
	syntax_add_part(s, (struct syntax_part){0, 0, property});
	return 1;
}

/* Letters of both cases are meant: by PCRE2, as one property. */
static uint32_t
caseless_set(struct syntax *s, struct slice text)
{
	struct buf asked = {0};
	int property;

	buf_addz(&asked, "(?i)");
	buf_adds(&asked, text);
	property = chars_property(slice_of(&asked));
	buf_free(&asked);
	return property < 0 ? SYNTAX_BAD : syntax_property_node(s, (struct slice){"", 0}, property);
}

uint32_t
syntax_read_set(struct syntax *s, const char **p, const char *end, int caseless)
{
	const char *open = *p - 1, *first;
	int not = *p < end && **p == '^';
	struct slice text;

	syntax_add_set(s, (struct slice){"", 0}, not);
	*p += not;
	for (first = *p; *p < end && (**p != ']' || *p == first);)
		if (!item(s, p, end))
			return SYNTAX_BAD;
	if (*p == end)
		return SYNTAX_BAD;
	++*p;
	text = (struct slice){open, (size_t)(*p - open)};
	if (caseless)
		return caseless_set(s, text);
	s->set[s->sets - 1].text = text;
	return syntax_set_node(s, text);
}

int
syntax_set_has(const struct syntax *s, size_t set, uint32_t c)
{
	const struct syntax_set *of = &s->set[set];
	const struct syntax_part *p = s->part + of->first, *end = p + of->n;

	for (; p < end; p++)
		if (p->property < 0 ? c >= p->from && c <= p->to : chars_has(p->property, c))
			return !of->not;
	return of->not;
}
