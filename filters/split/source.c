/* source.c - lines of programs; see source.h */
#include "split/source.h"

#include <string.h>

#include "split/peek.h"

enum {
	COMMENT_LONGEST = 400, /* lines; a comment that goes on for longer is none */
	WEIGHT = 2, MOST = 8,  /* of a line of a program, of all of them */
	ENOUGH = 4             /* where any line may be one */
};

void
source_begin(struct source_lines *s)
{
	s->comment = s->lines = s->printed = 0;
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static struct slice
trim(struct slice s)
{
	while (s.n && is_blank(*s.p))
		s = (struct slice){s.p + 1, s.n - 1};
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

static int
is_ascii(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n && (unsigned char)s.p[i] < 0x80; i++)
		;
	return i == s.n;
}

static const char *
find(struct slice s, const char *pair)
{
	const char *p = s.p, *end = s.p + s.n;

	while ((p = memchr(p, *pair, (size_t)(end - p))) && (++p == end || *p != pair[1]))
		;
	return p ? p - 1 : NULL;
}

/* S up to a comment that ends it. */
static struct slice
before_comment(struct slice s)
{
	const char *p = find(s, "/*");

	if (!p && (p = find(s, "//")) && p > s.p && p[-1] == ':')
		p = NULL; /* of an address */
	return p ? trim((struct slice){s.p, (size_t)(p - s.p)}) : s;
}

/* #include, #define: no heading of Markdown, which has a blank behind its signs. */
static int
is_directive(struct slice s)
{
	static const char *const names[] = {"include", "define", "undef", "if", "ifdef", "ifndef", "elif", "else", "endif", "pragma", "error"};
	size_t i, n = 1;

	if (s.n < 3 || *s.p != '#')
		return 0;
	while (n < s.n && is_blank(s.p[n]))
		n++;
	s = (struct slice){s.p + n, s.n - n};
	for (n = 0; n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z'; n++)
		;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (n == strlen(names[i]) && memcmp(s.p, names[i], n) == 0)
			return n == s.n || is_blank(s.p[n]);
	return 0;
}

/* One semicolon at the end, or several in brackets: a record that semicolons part may have one at its end as well. Or a stroke
 * that joins the next line, apart from all words: no name of a folder. */
static int
is_statement(struct slice s)
{
	char last = s.n ? s.p[s.n - 1] : 0;

	if (last == ';')
		return !memchr(s.p, ';', s.n - 1) || memchr(s.p, '(', s.n);
	if (last == '{' || last == '}' || (last == '\\' && s.n > 1 && is_blank(s.p[s.n - 2])))
		return 1;
	return s.n > 3 && (last == '|' || last == '&') && s.p[s.n - 2] == last && s.p[s.n - 3] == ' ';
}

/* NAME, tabs, = VALUE: a setting. */
static int
is_setting(struct slice s)
{
	const char *tab = memchr(s.p, '\t', s.n);
	size_t n = tab ? (size_t)(tab - s.p) : 0;

	if (n == 0 || memchr(s.p, ' ', n))
		return 0;
	while (n < s.n && s.p[n] == '\t')
		n++;
	return n + 1 < s.n && s.p[n] == '=' && s.p[n + 1] == ' ';
}

/* By itself. */
static int
is_program(struct slice line)
{
	struct slice s = trim(line);

	if (s.n == 0 || (unsigned char)*s.p >= 0x80)
		return 0;
	s = before_comment(s);
	return s.n && is_ascii(s) && (is_directive(s) || is_statement(s) || is_setting(s));
}

/* S begins a comment, or stands in one. */
static int
in_comment(struct source_lines *c, struct slice s)
{
	if (!c->comment) {
		if (!slice_begins(s, "/*"))
			return 0;
		c->comment = COMMENT_LONGEST;
		s = (struct slice){s.p + 2, s.n - 2};
	}
	c->comment--;
	if (find(s, "*/"))
		c->comment = 0;
	return 1;
}

/* Another line with tabs, not indented and no line of a program, follows. */
static int
row_follows(struct lines *in)
{
	struct line next;
	size_t i = 0;

	return peek_line(in, &i, &next) && next.text.n && !is_blank(*next.text.p) && memchr(next.text.p, '\t', next.text.n) && !is_program(next.text);
}

/* An option stands in S. */
static int
has_option(struct slice s)
{
	const char *at = find(s, " -"), *end = s.p + s.n;

	if (!at)
		return 0;
	for (at += 2; at < end && *at == '-'; at++)
		;
	return at < end && (*at | 0x20) >= 'a' && (*at | 0x20) <= 'z';
}

/* $ ls -l; behind the prompt of root, which begins headings as well, with an option alone. */
static int
is_command(struct slice s)
{
	if (s.n < 3 || s.p[1] != ' ' || !(*s.p == '$' || *s.p == '%' || *s.p == '#'))
		return 0;
	if (*s.p == '#')
		return s.p[2] >= 'a' && s.p[2] <= 'z' && is_ascii(s) && has_option(s);
	return s.p[2] == '.' || s.p[2] == '/' || (s.p[2] >= 'a' && s.p[2] <= 'z');
}

/* S is strokes that only rule a table off. */
static int
is_rule(struct slice s)
{
	size_t i, dashes = 0;

	for (i = 0; i < s.n && (unsigned char)s.p[i] < 0x80 && strchr(" \t-=+|", s.p[i]); i++)
		dashes += s.p[i] == '-' || s.p[i] == '=';
	return dashes >= 3 && i == s.n;
}

/* A table that a command prints and rules off may be read: it begins here, at S or with the line below. */
static int
ruled_table_begins(struct lines *in, struct slice s)
{
	struct line next;
	size_t i = 0;

	return is_rule(s) || (unsigned char)*s.p == 0xe2 || (peek_line(in, &i, &next) && is_rule(trim(next.text)));
}

/* *LINE, not blank, is what a command prints, or the command. */
static int
is_printed(struct source_lines *c, struct lines *in, struct slice *line)
{
	if (is_command(trim(*line)))
		return c->printed = 1;
	if (!c->printed)
		return 0;
	buf_clear(&c->copy);
	buf_adds(&c->copy, *line);
	*line = slice_of(&c->copy);
	return c->printed = !ruled_table_begins(in, trim(*line));
}

int
source_line(struct source_lines *c, struct lines *in, struct slice *line, enum source_tabs tabs)
{
	struct slice s;

	if (line->n && (unsigned char)*line->p >= 0x80 && !c->comment && !c->printed) { /* most lines: nothing below takes them */
		c->lines -= c->lines > 0;
		return 0;
	}
	s = trim(*line);
	if (s.n == 0)
		c->printed = 0;
	if (s.n == 0 || *s.p == '|')
		return 0;
	if (!tabs && is_printed(c, in, line))
		return 1;
	s = trim(*line);
	if (in_comment(c, s))
		return 1;
	if (is_program(s)) {
		const char *begin = find(s, "/*");

		if (begin)
			in_comment(c, (struct slice){begin, (size_t)(s.p + s.n - begin)});
		c->lines = c->lines + WEIGHT < MOST ? c->lines + WEIGHT : MOST;
		return 1;
	}
	if (tabs == SOURCE_TABS && c->lines >= ENOUGH && is_ascii(before_comment(s))) {
		if (is_blank(*line->p))
			return 1;
		buf_clear(&c->copy);
		buf_adds(&c->copy, *line);
		*line = slice_of(&c->copy);
		if (!row_follows(in))
			return 1;
	}
	c->lines -= c->lines > 0;
	return 0;
}
