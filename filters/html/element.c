/* element.c - elements of HTML; see element.h */
#include "html/element.h"

#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* WHATWG, HTML, 15.3 (Rendering): hidden elements, and those whose display is block or list-item. Of a ruby (4.5.10) the
 * word is read, and not how it is pronounced. */
static const struct {
	const char *name;
	enum element is;
} known[] = {
	{"address", ELEMENT_BLOCK}, {"article", ELEMENT_BLOCK}, {"aside", ELEMENT_BLOCK}, {"blockquote", ELEMENT_BLOCK},
	{"body", ELEMENT_BLOCK}, {"br", ELEMENT_BREAK}, {"button", ELEMENT_HIDDEN}, {"caption", ELEMENT_CAPTION},
	{"center", ELEMENT_BLOCK}, {"dd", ELEMENT_BLOCK}, {"del", ELEMENT_STRUCK}, {"details", ELEMENT_BLOCK}, {"dir", ELEMENT_BLOCK},
	{"div", ELEMENT_BLOCK}, {"dl", ELEMENT_BLOCK}, {"dt", ELEMENT_BLOCK}, {"fieldset", ELEMENT_BLOCK},
	{"figcaption", ELEMENT_BLOCK}, {"figure", ELEMENT_BLOCK}, {"footer", ELEMENT_BLOCK}, {"form", ELEMENT_FORM},
	{"h1", ELEMENT_HEADING}, {"h2", ELEMENT_HEADING}, {"h3", ELEMENT_HEADING}, {"h4", ELEMENT_HEADING},
	{"h5", ELEMENT_HEADING}, {"h6", ELEMENT_HEADING}, {"head", ELEMENT_HIDDEN}, {"header", ELEMENT_BLOCK},
	{"hr", ELEMENT_BLOCK}, {"html", ELEMENT_BLOCK}, {"iframe", ELEMENT_HIDDEN}, {"img", ELEMENT_IMAGE},
	{"li", ELEMENT_ITEM}, {"main", ELEMENT_BLOCK}, {"menu", ELEMENT_BLOCK}, {"nav", ELEMENT_BLOCK},
	{"noframes", ELEMENT_HIDDEN}, {"noscript", ELEMENT_HIDDEN}, {"object", ELEMENT_HIDDEN}, {"ol", ELEMENT_BLOCK},
	{"p", ELEMENT_BLOCK}, {"pre", ELEMENT_PRE}, {"rp", ELEMENT_HIDDEN}, {"rt", ELEMENT_HIDDEN},
	{"s", ELEMENT_STRUCK}, {"script", ELEMENT_HIDDEN}, {"section", ELEMENT_BLOCK}, {"select", ELEMENT_HIDDEN},
	{"strike", ELEMENT_STRUCK}, {"style", ELEMENT_HIDDEN},
	{"summary", ELEMENT_BLOCK}, {"svg", ELEMENT_HIDDEN}, {"table", ELEMENT_TABLE}, {"tbody", ELEMENT_GROUP},
	{"td", ELEMENT_CELL}, {"template", ELEMENT_HIDDEN}, {"textarea", ELEMENT_HIDDEN}, {"tfoot", ELEMENT_GROUP},
	{"th", ELEMENT_CELL}, {"thead", ELEMENT_HEAD}, {"title", ELEMENT_HIDDEN}, {"tr", ELEMENT_ROW},
	{"ul", ELEMENT_BLOCK},
};

static int
by_name(const void *name, const void *entry)
{
	return strcmp(name, *(const char *const *)entry);
}

enum element
element_named(const char *name)
{
	const char *const *found = bsearch(name, known, sizeof(known) / sizeof(*known), sizeof(*known), by_name);

	return found ? known[(size_t)((const char *)found - (const char *)known) / sizeof(*known)].is : ELEMENT_INLINE;
}

const char *
element_attribute(const char *const *a, const char *name)
{
	for (; a && a[0]; a += 2)
		if (strcmp(a[0], name) == 0)
			return a[1] ? a[1] : "";
	return NULL;
}

/* STYLE has PROPERTY:VALUE, with blanks wherever they may be. */
static int
has_style(const char *style, const char *declared)
{
	char packed[256];
	size_t n = 0;

	for (; *style && n + 1 < sizeof(packed); style++)
		if (!isspace((unsigned char)*style))
			packed[n++] = (char)tolower((unsigned char)*style);
	packed[n] = '\0';
	return strstr(packed, declared) != NULL;
}

int
element_is_hidden(const char *const *a)
{
	const char *style = element_attribute(a, "style");

	return element_attribute(a, "hidden") || (style && (has_style(style, "display:none") || has_style(style, "visibility:hidden")));
}

unsigned
element_number(const char *const *a, const char *name, unsigned zero, unsigned most)
{
	const char *value = element_attribute(a, name);
	long n;

	while (value && isspace((unsigned char)*value))
		value++;
	if (!value || !isdigit((unsigned char)*value))
		return 1;
	n = strtol(value, NULL, 10);
	if (n == 0)
		return zero;
	return n > (long)most ? most : (unsigned)n;
}
