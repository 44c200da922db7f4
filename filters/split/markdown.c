/* markdown.c - beginnings of lines; see markdown.h */
#include "split/markdown.h"

#include <string.h>

/* Digits that an item's number may have, blanks behind its marker, signs of a break and of a fence, levels of headings. */
enum { DIGITS = 9, PADDING = 4, SIGNS = 3, LEVELS = 6, TAB = 4 };

static size_t
next_column(char c, size_t column)
{
	return c == '\t' ? column + TAB - column % TAB : column + 1;
}

size_t
markdown_indent(struct slice s)
{
	size_t i, column = 0;

	for (i = 0; i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'); i++)
		column = next_column(s.p[i], column);
	return column;
}

/* A tab that reaches beyond the N columns is taken as a whole: no block here depends on the rest of it. */
void
markdown_outdent(struct slice *s, size_t n)
{
	size_t i, column = 0;

	for (i = 0; i < s->n && column < n && (s->p[i] == ' ' || s->p[i] == '\t'); i++)
		column = next_column(s->p[i], column);
	*s = (struct slice){s->p + i, s->n - i};
}

void
markdown_skip(struct slice *s, size_t n)
{
	size_t i, column = 0;

	for (i = 0; i < s->n && column < n; i++)
		column = next_column(s->p[i], column);
	*s = (struct slice){s->p + i, s->n - i};
}

int
markdown_is_blank(struct slice s)
{
	size_t i = 0;

	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r'))
		i++;
	return i == s.n;
}

int
markdown_quote(struct slice line, struct slice *body)
{
	struct slice s = line;

	if (markdown_indent(line) > MARKDOWN_INDENT)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	if (s.n == 0 || *s.p != '>')
		return 0;
	s = (struct slice){s.p + 1, s.n - 1};
	if (s.n && *s.p == ' ')
		s = (struct slice){s.p + 1, s.n - 1};
	*body = s;
	return 1;
}

size_t
markdown_unquote(struct slice line, struct slice *body)
{
	size_t depth = 0;

	*body = line;
	while (markdown_quote(*body, body))
		depth++;
	return depth;
}

/* The marker at the start of S, without blanks before it: its length, and whether it is the first of a list. */
static size_t
marker(struct slice s, int *first)
{
	size_t i = 0;

	*first = 1;
	if (s.n == 0)
		return 0;
	if (*s.p == '-' || *s.p == '*' || *s.p == '+')
		return 1;
	while (i < s.n && i < DIGITS && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	*first = i == 1 && *s.p == '1';
	return i && i < s.n && (s.p[i] == '.' || s.p[i] == ')') ? i + 1 : 0;
}

size_t
markdown_item_width(struct slice line, int interrupts)
{
	size_t indent = markdown_indent(line), n, blanks;
	struct slice s = line;
	int first;

	if (indent > MARKDOWN_INDENT)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	n = marker(s, &first);
	s = (struct slice){s.p + n, s.n - n};
	if (n == 0 || (s.n && *s.p != ' ' && *s.p != '\t' && *s.p != '\r'))
		return 0;
	if (interrupts && (!first || markdown_is_blank(s)))
		return 0;
	blanks = markdown_indent(s);
	if (markdown_is_blank(s) || blanks > PADDING)
		blanks = 1;
	return indent + n + blanks;
}

int
markdown_is_break(struct slice s)
{
	size_t i, n = 0;
	char c = 0;

	if (markdown_indent(s) > MARKDOWN_INDENT)
		return 0;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r')
			continue;
		if ((c && s.p[i] != c) || (s.p[i] != '*' && s.p[i] != '-' && s.p[i] != '_'))
			return 0;
		c = s.p[i];
		n++;
	}
	return n >= SIGNS;
}

size_t
markdown_fence(struct slice s)
{
	size_t n = 0;

	if (markdown_indent(s) > MARKDOWN_INDENT)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	if (s.n == 0 || (*s.p != '`' && *s.p != '~'))
		return 0;
	while (n < s.n && s.p[n] == *s.p)
		n++;
	if (n < SIGNS || (*s.p == '`' && memchr(s.p + n, '`', s.n - n)))
		return 0;
	return n;
}

unsigned
markdown_heading(struct slice s)
{
	size_t n = 0;

	if (markdown_indent(s) > MARKDOWN_INDENT)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	while (n < s.n && s.p[n] == '#')
		n++;
	if (n == 0 || n > LEVELS || (n < s.n && s.p[n] != ' ' && s.p[n] != '\t' && s.p[n] != '\r'))
		return 0;
	return (unsigned)n;
}

static size_t
blanks_at_end(struct slice s)
{
	size_t n = 0;

	while (n < s.n && strchr(" \t\r", s.p[s.n - 1 - n]))
		n++;
	return n;
}

void
markdown_cut_heading(struct slice line, struct slice *before, struct slice *title, struct slice *after)
{
	struct slice s = line;
	size_t n, end;

	markdown_outdent(&s, MARKDOWN_INDENT);
	while (s.n && *s.p == '#')
		s = (struct slice){s.p + 1, s.n - 1};
	while (s.n && (*s.p == ' ' || *s.p == '\t'))
		s = (struct slice){s.p + 1, s.n - 1};
	*before = (struct slice){line.p, (size_t)(s.p - line.p)};
	s.n -= blanks_at_end(s);
	for (n = 0; n < s.n && s.p[s.n - 1 - n] == '#'; n++)
		;
	end = s.n - n;
	if (n && (end == 0 || s.p[end - 1] == ' ' || s.p[end - 1] == '\t'))
		s.n = end - blanks_at_end((struct slice){s.p, end});
	*title = s;
	*after = (struct slice){s.p + s.n, (size_t)(line.p + line.n - (s.p + s.n))};
}

void
markdown_cut_underlined(struct slice line, struct slice *before, struct slice *title, struct slice *after)
{
	*title = line;
	markdown_outdent(title, MARKDOWN_INDENT);
	title->n -= blanks_at_end(*title);
	*before = (struct slice){line.p, (size_t)(title->p - line.p)};
	*after = (struct slice){title->p + title->n, (size_t)(line.p + line.n - (title->p + title->n))};
}

/* ASCII alone, and no sentence. */
static int
is_code(struct slice line)
{
	size_t i;

	for (i = 0; i < line.n && (unsigned char)line.p[i] < 0x80; i++)
		;
	return line.n && i == line.n && line.p[i - 1] != '.' && !markdown_begins_block(line) && !slice_begins(line, "http") &&
	       !memchr(line.p, '|', line.n);
}

int
markdown_is_program(struct slice line)
{
	size_t i;
	int signs = 0;

	line.n -= blanks_at_end(line);
	if (!is_code(line))
		return 0;
	for (i = 0; i < line.n; i++)
		signs |= strchr("=$_;{}", line.p[i]) != NULL || (i && strchr("-:", line.p[i]) && line.p[i] == line.p[i - 1]);
	return signs;
}

int
markdown_is_command(struct slice line)
{
	line.n -= blanks_at_end(line);
	if (!is_code(line))
		return 0;
	while (*line.p == ' ' || *line.p == '\t')
		line = (struct slice){line.p + 1, line.n - 1};
	return *line.p >= 'a' && *line.p <= 'z';
}

int
markdown_begins_block(struct slice line)
{
	struct slice body;

	return markdown_quote(line, &body) || markdown_heading(line) || markdown_fence(line) || markdown_is_break(line) ||
	       markdown_item_width(line, 1);
}

int
markdown_ends_table(struct slice line)
{
	struct slice body;

	return markdown_quote(line, &body) || markdown_heading(line) || markdown_fence(line) || markdown_is_break(line) ||
	       markdown_item_width(line, 0);
}

/* Tags and blanks at the start of S: so many bytes; of an element of its own, as <img>, too. */
static size_t
tags_at(struct slice s)
{
	size_t i = 0;
	const char *end;

	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '<')) {
		end = s.p[i] == '<' ? memchr(s.p + i, '>', s.n - i) : s.p + i;
		if (!end)
			break;
		i = (size_t)(end - s.p) + 1;
	}
	return i;
}

unsigned
markdown_tagged(struct slice line, struct slice *before, struct slice *title, struct slice *after)
{
	char end[] = "</h0>";
	struct slice s = line;
	size_t n;

	markdown_outdent(&s, MARKDOWN_INDENT);
	if (s.n < 9 || s.p[0] != '<' || s.p[1] != 'h' || s.p[2] < '1' || s.p[2] > '6' || (s.p[3] != '>' && s.p[3] != ' '))
		return 0;
	end[3] = s.p[2];
	n = s.n - blanks_at_end(s);
	if (n < sizeof(end) - 1 || memcmp(s.p + n - (sizeof(end) - 1), end, sizeof(end) - 1) != 0)
		return 0;
	n -= sizeof(end) - 1;
	*title = (struct slice){s.p + tags_at((struct slice){s.p, n}), 0};
	while (title->p + title->n < s.p + n && title->p[title->n] != '<')
		title->n++;
	title->n -= blanks_at_end(*title);
	*before = (struct slice){line.p, (size_t)(title->p - line.p)};
	*after = (struct slice){title->p + title->n, (size_t)(line.p + line.n - (title->p + title->n))};
	return title->n && tags_at((struct slice){after->p, (size_t)(s.p + n - after->p)}) == (size_t)(s.p + n - after->p) ? (unsigned)(s.p[2] - '0') : 0;
}
