/* reader.c - a page as records; see reader.h
 *
 * The markup is read by libxml2's push parser, which mends what is not closed, takes a page of any length in pieces and
 * keeps no tree; it is maintained, and packaged everywhere.
 */
#include "html/reader.h"

#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>

#include "html/element.h"
#include "html/lay.h"
#include "html/shown.h"
#include "html/htable.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/warn.h"

enum { TABLES_DEEP = 8, TEXT_MOST = LINE_LIMIT / 4 };

static const char bullet[] = "・";

static struct page {
	htmlParserCtxtPtr parser;
	const char *name;
	struct lay lay;
	struct shown text;  /* outside of tables, or in those that lay the page out */
	unsigned hidden;    /* elements that are open inside one that is hidden, and that one */
	unsigned pre, level; /* level: of the heading at hand, 0: none */
	struct htable table[TABLES_DEEP];
	size_t tables;      /* that are open; those beyond TABLES_DEEP are no tables */
	int long_text;      /* said */
} page;

static unsigned long
line_now(void)
{
	return page.parser->input ? (unsigned long)page.parser->input->line : page.lay.at;
}

/* The table whose cell text goes to; NULL: to none. */
static struct htable *
table_of_text(void)
{
	size_t i = page.tables < TABLES_DEEP ? page.tables : TABLES_DEEP;

	while (i > 0 && page.table[i - 1].is == TABLE_INNER)
		i--;
	return i && page.table[i - 1].in_cell ? &page.table[i - 1] : NULL;
}

static struct htable *
innermost(void)
{
	return page.tables && page.tables <= TABLES_DEEP ? &page.table[page.tables - 1] : NULL;
}

static struct shown *
where(void)
{
	struct htable *t = table_of_text();

	return t ? &t->cell : &page.text;
}

/* The text that has come together goes out, a record a line. */
static void
flush(void)
{
	struct slice text = shown_text(&page.text);
	const char *kind = page.pre ? "code" : "text", *p = text.p, *end = p + text.n;

	while (p < end) {
		const char *lf = memchr(p, '\n', (size_t)(end - p)), *stop = lf ? lf : end;

		lay_text(&page.lay, kind, page.text.line, (struct slice){p, (size_t)(stop - p)});
		if (page.pre)
			page.text.line++;
		p = stop + 1;
	}
	shown_clear(&page.text);
}

static void
block(void)
{
	if (table_of_text())
		shown_break(where());
	else if (!page.level)
		flush();
}

static void
heading_end(void)
{
	struct slice text = shown_text(&page.text);
	char depth[2] = {(char)('0' + page.level), '\0'}, before[] = "####### ";
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.p[i] == '\n')
			page.text.text.p[i] = ' ';
	if (text.n) {
		out_rec("head", lay_record(&page.lay, page.text.line));
		out_fieldz(depth);
		out_field((struct slice){before + 7 - page.level, page.level + 1}); /* as in Markdown: certain, and no number */
		out_fieldz("");
		out_fieldz("");
		out_field(text);
		out_end();
	}
	page.level = 0;
	shown_clear(&page.text);
}

/* What lays a page out has more in its cells than text. */
static void
no_data(void)
{
	struct htable *t = innermost();

	if (t)
		htable_is(t, TABLE_LAYOUT, &page.lay);
}

static void
data(void)
{
	struct htable *t = innermost();

	if (t && t->is == TABLE_UNKNOWN)
		htable_is(t, TABLE_DATA, &page.lay);
}

/* Rows of two tables, and a table and the text beside it, are parted by a blank line. */
static void
part(void)
{
	lay_text(&page.lay, "text", line_now(), slice_z(""));
}

static void
table_start(const char *const *attributes)
{
	const char *role = element_attribute(attributes, "role");
	enum htable_kind is = role && (strcasecmp(role, "presentation") == 0 || strcasecmp(role, "none") == 0) ? TABLE_LAYOUT : TABLE_UNKNOWN;
	struct htable *outer = innermost();

	block();
	if (outer && (outer->is == TABLE_DATA || outer->is == TABLE_INNER))
		is = TABLE_INNER;
	else
		no_data();
	if (is != TABLE_INNER) {
		flush();
		part();
	}
	if (page.tables++ < TABLES_DEEP)
		htable_begin(&page.table[page.tables - 1], is);
}

static void
table_stop(void)
{
	struct htable *t = innermost();

	if (!page.tables)
		return;
	block();
	if (t && t->is != TABLE_INNER) {
		htable_end(t, &page.lay);
		page.tables--;
		part();
	} else {
		page.tables--;
	}
}

static void
cell_start(const char *name, const char *const *attributes)
{
	struct htable *t = innermost();

	block();
	if (!t || t->is == TABLE_INNER)
		return;
	if (!t->in_row)
		htable_row(t, line_now());
	htable_end_cell(t);
	if (name[1] == 'h')
		data();
	htable_cell(t, element_number(attributes, "rowspan", GRID_ROWSPAN, GRID_ROWSPAN),
	    element_number(attributes, "colspan", 1, GRID_COLSPAN), name[1] == 'h');
}

static void
table_part(enum element is)
{
	struct htable *t = innermost();

	if (!t || t->is == TABLE_INNER)
		return;
	htable_end_row(t, &page.lay);
	if (is == ELEMENT_ROW) {
		htable_row(t, line_now());
		return;
	}
	if (is == ELEMENT_HEAD)
		data();
	t->in_head = is == ELEMENT_HEAD;
	grid_end_group(&t->grid);
}

static void
add_text(struct slice text, unsigned long line)
{
	if (page.hidden || shown_add(where(), text, line, page.pre > 0, TEXT_MOST) || page.long_text)
		return;
	page.long_text = 1;
	out_warn(MSG_LONG_LINE, (struct place){page.name, line, 0}, (unsigned long)TEXT_MOST);
}

/* What ends the data that a table has, whatever stands in it. */
static void
start_no_data(void)
{
	no_data();
	block();
}

static void
start_shown(enum element is, const char *name, const char *const *attributes)
{
	const char *alt = NULL;

	switch (is) {
	case ELEMENT_HEADING:
		start_no_data();
		page.level = table_of_text() ? 0 : (unsigned)(name[1] - '0');
		break;
	case ELEMENT_FORM: start_no_data(); break;
	case ELEMENT_ITEM:
		block();
		add_text(slice_z(bullet), line_now());
		break;
	case ELEMENT_PRE:
		block();
		page.pre++;
		break;
	case ELEMENT_BREAK: shown_break(where()); break;
	case ELEMENT_IMAGE:
		if ((alt = element_attribute(attributes, "alt")) != NULL)
			add_text(slice_z(alt), line_now());
		break;
	case ELEMENT_TABLE: table_start(attributes); break;
	case ELEMENT_CELL: cell_start(name, attributes); break;
	case ELEMENT_CAPTION:
		data();
		flush();
		break;
	case ELEMENT_ROW:
	case ELEMENT_HEAD:
	case ELEMENT_GROUP: table_part(is); break;
	case ELEMENT_BLOCK: block(); break;
	case ELEMENT_INLINE:
	case ELEMENT_HIDDEN: break;
	}
}

static void
on_start(void *user, const xmlChar *element, const xmlChar **attributes)
{
	const char *name = (const char *)element, *const *a = (const char *const *)attributes;
	enum element is = element_named(name);

	(void)user;
	if (page.hidden || is == ELEMENT_HIDDEN || element_is_hidden(a))
		page.hidden++;
	else
		start_shown(is, name, a);
}

/* A part of the table ends; of one inside a cell there is but text. */
static void
end_part(enum element is)
{
	struct htable *t = innermost();

	if (is == ELEMENT_CELL || is == ELEMENT_ROW)
		block();
	if (!t || t->is == TABLE_INNER)
		return;
	if (is == ELEMENT_CELL) {
		htable_end_cell(t);
		return;
	}
	htable_end_row(t, &page.lay);
	if (is == ELEMENT_ROW)
		return;
	t->in_head = 0;
	grid_end_group(&t->grid);
}

static void
end_shown(enum element is)
{
	switch (is) {
	case ELEMENT_HEADING:
		if (page.level)
			heading_end();
		else
			block();
		break;
	case ELEMENT_PRE:
		block();
		page.pre -= page.pre > 0;
		break;
	case ELEMENT_TABLE: table_stop(); break;
	case ELEMENT_CELL:
	case ELEMENT_ROW:
	case ELEMENT_HEAD:
	case ELEMENT_GROUP: end_part(is); break;
	case ELEMENT_BLOCK:
	case ELEMENT_ITEM:
	case ELEMENT_FORM:
	case ELEMENT_CAPTION: block(); break;
	default: break;
	}
}

static void
on_end(void *user, const xmlChar *element)
{
	(void)user;
	if (page.hidden)
		page.hidden--;
	else
		end_shown(element_named((const char *)element));
}

static void
on_text(void *user, const xmlChar *text, int n)
{
	(void)user;
	add_text((struct slice){(const char *)text, (size_t)n}, line_now());
}

/* The document */

static void
begin(const char *name)
{
	static xmlSAXHandler sax = {.startElement = on_start, .endElement = on_end, .characters = on_text,
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
	page.parser = htmlCreatePushParserCtxt(&sax, &page, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
	if (!page.parser)
		die("no memory for a parser");
	htmlCtxtUseOptions(page.parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
}

/* libxml2 ends at a NUL. */
static void
feed(struct slice text)
{
	const char *nul;

	while ((nul = memchr(text.p, '\0', text.n)) != NULL) {
		htmlParseChunk(page.parser, text.p, (int)(nul - text.p), 0);
		htmlParseChunk(page.parser, "\xef\xbf\xbd", 3, 0);
		text.n -= (size_t)(nul + 1 - text.p);
		text.p = nul + 1;
	}
	htmlParseChunk(page.parser, text.p, (int)text.n, 0);
}

static unsigned long
open_line(void)
{
	size_t i;

	for (i = 0; i < page.tables && i < TABLES_DEEP; i++)
		if (htable_open_line(&page.table[i]))
			return htable_open_line(&page.table[i]);
	return page.text.text.n ? page.text.line : 0;
}

static void
line(struct slice text, unsigned long number, int again)
{
	if (number > 1 && !again)
		htmlParseChunk(page.parser, "\n", 1, 0);
	lay_line(&page.lay, text, number, again);
	feed(text);
	lay_relieve(&page.lay, open_line());
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
	htmlParseChunk(page.parser, "", 0, 1);
	while (page.tables)
		table_stop();
	if (page.level)
		heading_end();
	flush();
	lay_end(&page.lay);
	htmlFreeParserCtxt(page.parser);
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
