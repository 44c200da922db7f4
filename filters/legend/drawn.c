/* drawn.c - rows of drawn tables; see legend/drawn.h */
#include "legend/drawn.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

static int
is_upright(uint32_t c)
{
	return c == '|' || c == 0xff5c || c == 0x2502 || c == 0x2503 || c == 0x2551;
}

/* U+2500 to U+257F is the block Box Drawing. */
static int
is_box(uint32_t c)
{
	return c >= 0x2500 && c <= 0x257f;
}

/* What a line of nothing else is a rule of. */
static int
is_stroke(uint32_t c)
{
	return is_box(c) || is_upright(c) || c == '-' || c == '=' || c == ':' || c == '+';
}

static int
is_level(uint32_t c)
{
	return c == '-' || c == 0x2500 || c == 0x2501;
}

int
drawn_begins(struct slice s)
{
	size_t n;
	uint32_t c;

	while ((n = blank_at(s)))
		s = (struct slice){s.p + n, s.n - n};
	if (s.n == 0 || (*s.p != '|' && (unsigned char)*s.p < 0xe2))
		return 0;
	c = utf8_next(s.p, s.n, &n);
	return is_upright(c) || (is_box(c) && !is_level(c));
}

static int
is_rule(struct slice line)
{
	size_t i, n;

	for (i = 0; i < line.n; i += n) {
		struct slice rest = {line.p + i, line.n - i};

		if (!(n = blank_at(rest)) && !is_stroke(utf8_next(rest.p, rest.n, &n)))
			return 0;
	}
	return 1;
}

/* The first line of *TEXT, cut off it. */
static struct slice
take_line(struct slice *text)
{
	const char *lf = memchr(text->p, '\n', text->n);
	struct slice line = {text->p, lf ? (size_t)(lf - text->p) : text->n};

	text->p += line.n + (lf != NULL);
	text->n -= line.n + (lf != NULL);
	return line;
}

int
drawn_is_row(struct slice text)
{
	size_t lines = 0;

	if (!drawn_begins(text))
		return 0;
	while (text.n) {
		struct slice line = take_line(&text);

		if (is_rule(line))
			continue;
		if (!drawn_begins(line))
			return 0;
		lines++;
	}
	return lines == 1;
}

void
drawn_plain(struct slice text)
{
	while (text.n) {
		struct slice line = take_line(&text);
		char *p = (char *)line.p; /* the caller's buffer */
		size_t i, n;

		if (text.p > line.p + line.n)
			p[line.n] = ' ';
		if (is_rule(line)) {
			memset(p, ' ', line.n);
			continue;
		}
		for (i = 0; i < line.n; i += n)
			if (is_upright(utf8_next(line.p + i, line.n - i, &n))) {
				memset(p + i, ' ', n);
				p[i] = '\t';
			}
	}
}
