/* tag.c - entities and inline tags of HTML; see markup.h */
#include "base/markup.h"

#include <string.h>

/* HTML 4 entities that turn up in tables; converters write most others as numbers. */
static const struct {
	const char *name;
	unsigned long c;
} entities[] = {
	{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xa0}, {"ensp", 0x2002},
	{"emsp", 0x2003}, {"thinsp", 0x2009}, {"middot", 0xb7}, {"times", 0xd7}, {"divide", 0xf7}, {"deg", 0xb0},
	{"plusmn", 0xb1}, {"hellip", 0x2026}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
	{"ldquo", 0x201c}, {"rdquo", 0x201d}, {"bull", 0x2022}, {"rarr", 0x2192}, {"larr", 0x2190}, {"yen", 0xa5},
	{"copy", 0xa9}, {"reg", 0xae}, {"trade", 0x2122}, {"vert", '|'}, {"verbar", '|'}, {"lbrack", '['}, {"rbrack", ']'},
	{"ast", '*'}, {"lowbar", '_'}, {"num", '#'},
};

/* Inline content of HTML, and what wraps a cell's paragraphs: without it, the text reads the same. So does none without
 * del, s or strike. */
static const char *const tags[] = {
	"span", "b", "i", "u", "em", "strong", "ins", "small", "big", "font", "sub", "sup", "a", "mark", "code",
	"kbd", "q", "cite", "abbr", "ruby", "rb", "rt", "rp", "img", "wbr", "p", "div", "center", "tt", "label",
};

static int
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static int
digit(char c, int hex)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return hex && (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* &#124; &#x7c; behind its mark. */
static unsigned long
numeric(struct slice s, size_t *len)
{
	int hex = s.n > 2 && (s.p[2] | 0x20) == 'x';
	size_t i = hex ? 3 : 2, from = i;
	unsigned long c = 0;

	for (; i < s.n && i - from < 8 && digit(s.p[i], hex) >= 0; i++)
		c = c * (hex ? 16 : 10) + (unsigned long)digit(s.p[i], hex);
	*len = i + 1;
	if (i == from || i == s.n || s.p[i] != ';' || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	return c ? c : 0xfffd;
}

unsigned long
markup_entity(struct slice s, size_t *len)
{
	size_t i, n;

	if (s.n < 4 || *s.p != '&')
		return 0;
	if (s.p[1] == '#')
		return numeric(s, len);
	for (n = 1; n < s.n && is_letter(s.p[n]); n++)
		;
	if (n == s.n || s.p[n] != ';')
		return 0;
	*len = n + 1;
	for (i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (strlen(entities[i].name) == n - 1 && memcmp(entities[i].name, s.p + 1, n - 1) == 0)
			return entities[i].c;
	return 0;
}

static int
is_named(struct slice name, const char *tag)
{
	size_t i;

	for (i = 0; i < name.n && tag[i]; i++)
		if ((name.p[i] | 0x20) != tag[i])
			return 0;
	return i == name.n && !tag[i];
}

/* Where the tag at the start of S ends, outside the quotes of its attributes; 0 if nowhere. */
static size_t
tag_end(struct slice s)
{
	size_t i;
	char quote = 0;

	for (i = 1; i < s.n; i++) {
		if (quote)
			quote = s.p[i] == quote ? 0 : quote;
		else if (s.p[i] == '"' || s.p[i] == '\'')
			quote = s.p[i];
		else if (s.p[i] == '<')
			return 0;
		else if (s.p[i] == '>')
			return i + 1;
	}
	return 0;
}

static size_t
comment_end(struct slice s)
{
	size_t i;

	for (i = 4; i + 3 <= s.n; i++)
		if (memcmp(s.p + i, "-->", 3) == 0)
			return i + 3;
	return 0;
}

size_t
markup_tag(struct slice s, int *breaks)
{
	struct slice name;
	size_t i, closing, end;

	*breaks = 0;
	if (s.n < 3 || *s.p != '<')
		return 0;
	if (s.n >= 7 && memcmp(s.p, "<!--", 4) == 0)
		return comment_end(s);
	closing = s.p[1] == '/';
	name.p = s.p + 1 + closing;
	for (name.n = 0; name.p + name.n < s.p + s.n && is_letter(name.p[name.n]); name.n++)
		;
	i = 1 + closing + name.n;
	if (name.n == 0 || i == s.n || !strchr(" \t\n/>", s.p[i]) || !(end = tag_end(s)))
		return 0;
	if (is_named(name, "br")) {
		*breaks = 1;
		return end;
	}
	for (i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (is_named(name, tags[i]))
			return end;
	return 0;
}
