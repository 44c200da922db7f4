/* markdown.c - beginnings of lines; see markdown.h */
#include "split/markdown.h"

/* Blanks that a line may have before it is code by its indent, and what an item's number may have. */
enum { INDENT = 3, DIGITS = 9 };

static size_t
blanks(struct slice s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == ' ')
		n++;
	return n;
}

size_t
markdown_unquote(struct slice line, struct slice *body)
{
	size_t depth = 0, i;

	*body = line;
	while ((i = blanks(*body)) <= INDENT && i < body->n && body->p[i] == '>') {
		i++;
		i += i < body->n && body->p[i] == ' ';
		*body = (struct slice){body->p + i, body->n - i};
		depth++;
	}
	return depth;
}

size_t
markdown_item(struct slice line)
{
	size_t from = blanks(line), i = from;

	if (i < line.n && (line.p[i] == '-' || line.p[i] == '*' || line.p[i] == '+')) {
		i++;
	} else {
		while (i < line.n && line.p[i] >= '0' && line.p[i] <= '9' && i - from < DIGITS)
			i++;
		if (i == from || i == line.n || (line.p[i] != '.' && line.p[i] != ')'))
			return 0;
		i++;
	}
	return i == line.n || line.p[i] == ' ' || line.p[i] == '\t' ? i - from : 0;
}

int
markdown_ends_table(struct slice line)
{
	size_t i = blanks(line), n;

	if (i > INDENT)
		return 0;
	for (n = i; n < line.n && line.p[n] == '#'; n++)
		;
	if (n > i && n - i <= 6 && (n == line.n || line.p[n] == ' '))
		return 1;
	line = (struct slice){line.p + i, line.n - i};
	return markdown_item(line) > 0 || slice_begins(line, "```") || slice_begins(line, "~~~") || slice_begins(line, "> ");
}
