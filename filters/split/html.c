/* html.c - source of web pages; see html.h */
#include "split/html.h"

#include <string.h>

/* Elements that begin a block; and those whose content is source, too, up to their end. */
static const char *const blocks[] = {
	"html", "head", "body", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "div", "p",
	"ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "meta", "link", "title", "script", "style",
	"pre", "section", "article", "header", "footer", "nav", "main", "aside", "form", "details", "summary", "center", "hr",
};
static const char *const wholes[] = {"html", "table", "script", "style", "pre"};

void
html_begin(struct html *h)
{
	*h = (struct html){.open = 0};
}

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int
is_word(char c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/* The name behind < or </ at the start of S, if NAME is it. */
static int
is_named(struct slice s, const char *name)
{
	size_t i;

	for (i = 0; i < s.n && name[i]; i++)
		if (lower(s.p[i]) != name[i])
			return 0;
	return !name[i] && (i == s.n || !is_word(s.p[i])) && (i == s.n || strchr(" \t\r/>", s.p[i]));
}

/* </NAME in S. */
static int
has_end(struct slice s, const char *name)
{
	const char *p = s.p, *end = s.p + s.n;

	while ((p = memchr(p, '<', (size_t)(end - p)))) {
		p++;
		if (p < end && *p == '/' && is_named((struct slice){p + 1, (size_t)(end - p - 1)}, name))
			return 1;
	}
	return 0;
}

static int
is_one_of(struct slice name, const char *const *names, size_t n, const char **which)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (is_named(name, names[i])) {
			*which = names[i];
			return 1;
		}
	return 0;
}

static void
open_whole(struct html *h, struct slice line, const char *name)
{
	if (has_end(line, name))
		return;
	h->open = 1;
	h->blank = 0;
	strcpy(h->end, name);
}

/* S begins with a tag of a block, a declaration or a comment. */
static int
begins_tag(struct html *h, struct slice s)
{
	const char *name;
	int end = s.n > 1 && s.p[1] == '/';
	struct slice word = {s.p + 1 + end, s.n - 1 - (size_t)end};

	if (s.n > 9 && s.p[1] == '!' && is_named((struct slice){s.p + 2, s.n - 2}, "doctype")) {
		open_whole(h, s, "html");
		return 1;
	}
	if (slice_begins(s, "<!--") || slice_begins(s, "<?xml"))
		return 1;
	h->table = !end && is_named(word, "table");
	if (!end && is_one_of(word, wholes, sizeof(wholes) / sizeof(*wholes), &name)) {
		open_whole(h, s, name);
		return 1;
	}
	return is_one_of(word, blocks, sizeof(blocks) / sizeof(*blocks), &name);
}

/* Inside of what is source as a whole. A table or the like that nothing ends, ends behind a blank line. */
static int
inside(struct html *h, struct slice line, struct slice s)
{
	if (s.n == 0) {
		h->blank = 1;
		return 1;
	}
	if (h->blank && *s.p != '<' && strcmp(h->end, "html") != 0)
		return h->open = 0;
	h->blank = 0;
	if (has_end(line, h->end))
		h->open = 0;
	return 1;
}

int
html_line(struct html *h, struct slice line)
{
	struct slice s = line;

	h->table = 0;
	while (s.n && (*s.p == ' ' || *s.p == '\t' || *s.p == '\r'))
		s = (struct slice){s.p + 1, s.n - 1};
	if (h->open && inside(h, line, s))
		return 1;
	return s.n > 1 && *s.p == '<' && begins_tag(h, s);
}
