/* wrapped.c - lines that go on; see outline/wrapped.h */
#include "outline/wrapped.h"

#include "base/width.h"

/* No page is wrapped to fewer columns, but for its last word. */
enum { FULL = 56, TAB = 4 };

size_t
wrapped_columns(struct slice s, size_t from)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		from = s.p[i] == '\t' ? from + TAB - from % TAB : from + 1;
	return from;
}

size_t
wrapped_indent(struct slice s)
{
	size_t i = 0;

	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
		i++;
	return wrapped_columns((struct slice){s.p, i}, 0);
}

static int
is_full(struct slice s)
{
	size_t i, len, width = 0;

	for (i = 0; i < s.n && width < FULL; i += len)
		width += width_next((struct slice){s.p + i, s.n - i}, WIDTH_NARROW, &len);
	return width >= FULL;
}

int
wrapped_hangs(struct slice item, size_t width, struct slice next)
{
	return wrapped_indent(next) == width && is_full(item);
}

static int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int
wrapped_latin(struct slice line, struct slice next)
{
	char last = line.n ? line.p[line.n - 1] : 0;

	while (next.n && *next.p == ' ')
		next = (struct slice){next.p + 1, next.n - 1};
	return (is_letter(last) || last == ',') && next.n && *next.p >= 'a' && *next.p <= 'z' && is_full(line);
}
