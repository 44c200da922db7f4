/* reader.c - a page as records; see reader.h
 *
 * The markup is read by libxml2's push parser, which mends what is not closed, takes a page of any length in pieces and
 * keeps no tree; it is maintained, and packaged everywhere.
 */
#include "html/reader.h"

#include <string.h>
#include <strings.h>

#include "html/element.h"
#include "html/page.h"
#include "html/tables.h"
#include "stream/out.h"
#include "stream/rec.h"

static struct page page; /* one is read at a time: struct pages has no room for another */

static const char bullet[] = "・";
static const char struck[] = "~~"; /* as GFM has it, and as a cell of Markdown keeps it */

/* What ends the data that a table has, whatever stands in it. */
static void
start_no_data(struct page *p)
{
	page_no_data(p);
	page_block(p);
}

static void
start_shown(struct page *p, enum element is, const char *name, const char *const *attributes)
{
	const char *alt = NULL;

	switch (is) {
	case ELEMENT_HEADING:
		start_no_data(p);
		p->level = page_cell(p) ? 0 : (unsigned)(name[1] - '0');
		break;
	case ELEMENT_FORM: start_no_data(p); break;
	case ELEMENT_ITEM:
		page_block(p);
		page_add(p, slice_z(bullet), page_line(p));
		break;
	case ELEMENT_PRE:
		page_block(p);
		p->pre++;
		break;
	case ELEMENT_BREAK: shown_break(page_text(p)); break;
	case ELEMENT_IMAGE:
		if ((alt = element_attribute(attributes, "alt")) != NULL)
			page_add(p, slice_z(alt), page_line(p));
		break;
	case ELEMENT_STRUCK: page_add(p, slice_z(struck), page_line(p)); break;
	case ELEMENT_TABLE: page_table_start(p, attributes); break;
	case ELEMENT_CELL: page_cell_start(p, name, attributes); break;
	case ELEMENT_CAPTION:
		page_data(p);
		page_flush(p);
		break;
	case ELEMENT_ROW:
	case ELEMENT_HEAD:
	case ELEMENT_GROUP: page_table_part(p, is); break;
	case ELEMENT_BLOCK: page_block(p); break;
	case ELEMENT_INLINE:
	case ELEMENT_HIDDEN: break;
	}
}

static void
on_start(void *user, const xmlChar *element, const xmlChar **attributes)
{
	struct page *p = user;
	const char *name = (const char *)element, *const *a = (const char *const *)attributes;
	enum element is = element_named(name);

	if (p->hidden || is == ELEMENT_HIDDEN || element_is_hidden(a))
		p->hidden++;
	else
		start_shown(p, is, name, a);
}

static void
end_shown(struct page *p, enum element is)
{
	switch (is) {
	case ELEMENT_HEADING:
		if (p->level)
			page_heading_end(p);
		else
			page_block(p);
		break;
	case ELEMENT_PRE:
		page_block(p);
		p->pre -= p->pre > 0;
		break;
	case ELEMENT_STRUCK: page_add(p, slice_z(struck), page_line(p)); break;
	case ELEMENT_TABLE: page_table_stop(p); break;
	case ELEMENT_CELL:
	case ELEMENT_ROW:
	case ELEMENT_HEAD:
	case ELEMENT_GROUP: page_table_part_end(p, is); break;
	case ELEMENT_BLOCK:
	case ELEMENT_ITEM:
	case ELEMENT_FORM:
	case ELEMENT_CAPTION: page_block(p); break;
	default: break;
	}
}

static void
on_end(void *user, const xmlChar *element)
{
	struct page *p = user;

	if (p->hidden)
		p->hidden--;
	else
		end_shown(p, element_named((const char *)element));
}

static void
on_text(void *user, const xmlChar *text, int n)
{
	struct page *p = user;

	page_add(p, (struct slice){(const char *)text, (size_t)n}, page_line(p));
}

/* The document */

static void
begin(const char *name)
{
	xmlSAXHandler sax = {.startElement = on_start, .endElement = on_end, .characters = on_text,
		.ignorableWhitespace = on_text, .cdataBlock = on_text};

	page.name = name;
	page.hidden = page.pre = page.level = 0;
	page.tables = 0;
	page.long_text = 0;
	shown_clear(&page.text);
	lay_begin(&page.lay);
	out_rec("page", 0);
	out_fieldz("html");
	out_end();
	html_library_load(&page.xml);
	page.parser = page.xml.create(&sax, &page, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
	if (!page.parser)
		die("no memory for a parser");
	page.xml.use_options(page.parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
}

/* libxml2 ends at a NUL. */
static void
feed(struct page *p, struct slice text)
{
	const char *nul;

	while ((nul = memchr(text.p, '\0', text.n)) != NULL) {
		p->xml.parse(p->parser, text.p, (int)(nul - text.p), 0);
		p->xml.parse(p->parser, "\xef\xbf\xbd", 3, 0);
		text.n -= (size_t)(nul + 1 - text.p);
		text.p = nul + 1;
	}
	p->xml.parse(p->parser, text.p, (int)text.n, 0);
}

static void
line(struct slice text, unsigned long number, int again)
{
	if (number > 1 && !again)
		page.xml.parse(page.parser, "\n", 1, 0);
	lay_line(&page.lay, text, number, again);
	feed(&page, text);
	lay_relieve(&page.lay, page_open_line(&page));
}

static void
note(struct slice fields, unsigned long number)
{
	lay_note(&page.lay, fields, number);
}

static void
end(void)
{
	if (!page.parser)
		return;
	page.xml.parse(page.parser, "", 0, 1);
	while (page.tables)
		page_table_stop(&page);
	if (page.level)
		page_heading_end(&page);
	page_flush(&page);
	lay_end(&page.lay);
	page.xml.free(page.parser);
	page.parser = NULL;
}

static int
begins(struct slice s, const char *with)
{
	size_t n = strlen(with);

	return s.n >= n && strncasecmp(s.p, with, n) == 0;
}

static int
begins_with(struct slice line)
{
	while (line.n && strchr(" \t\r", *line.p)) {
		line.p++;
		line.n--;
	}
	if (begins(line, "<!doctype html") || begins(line, "<html"))
		return 1;
	return line.n == 0 || begins(line, "<?xml") || begins(line, "<!--") ? -1 : 0;
}

const struct pages html_pages = {begins_with, begin, line, note, end};
