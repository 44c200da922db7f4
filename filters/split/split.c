/* tanzaku-split - one record a line, tabs make cells; see tanzaku-split(1) */
#include <string.h>

#include "split/cells.h"
#include "split/doc.h"
#include "split/html.h"
#include "split/markdown.h"
#include "split/odd.h"
#include "split/peek.h"
#include "split/put.h"
#include "split/tables.h"
#include "stream/filter.h"
#include "stream/lines.h"
#include "stream/out.h"
#include "stream/pages.h"
#include "stream/rec.h"
#include "stream/row.h"
#include "stream/warn.h"
#include "stream/why.h"
#include "base/utf8.h"

static struct slice separator; /* empty: tabs, and drawn tables */
static int spaced;

static struct docpos doc;
static struct tables tables;
static struct blocks blocks;
static struct html html;

static void
end_doc(void)
{
	if (doc.page > 0)
		pages->end();
	if (blocks.fence.c)
		out_warn(MSG_OPEN_FENCE, doc_here(&doc), blocks.fence.line);
	blocks_begin(&blocks);
	if (doc.name.n)
		say_enddoc(doc.name.p);
}

static void
begin_doc(struct slice name)
{
	end_doc();
	doc_begin(&doc, name);
	tables_begin(&tables, (struct slice){doc.name.p, doc.name.n - 1});
	html_begin(&html);
	doc.page = pages && !separator.n && !spaced ? -1 : 0;
}

/* The header's fields are escaped as a record's: they go out as they came. */
static void
header(struct slice fields)
{
	const char *tab = memchr(fields.p, '\t', fields.n);

	begin_doc((struct slice){fields.p, tab ? (size_t)(tab - fields.p) : fields.n});
	out_rec("doc", 0);
	out_raw(fields);
	out_end();
}

static void
text_record(struct slice text)
{
	put_record("text", doc.line, text);
}

static struct slice
cell_of(const void *cells, size_t i)
{
	return cells_get(cells, i);
}

/* The lines behind the first that belong to its last, quoted cell: added to C, to the end of the
 * quotes. Returns how many lines of the stream they are, or 0 if the quotes do not end as a
 * spreadsheet would end them: then the mark is just a character of the text. */
static size_t
quoted_lines(struct lines *in, struct cells *c)
{
	struct line l;
	size_t i;

	for (i = 0; c->open; i++) {
		if (!lines_peek(in, i, &l) || l.kind == LINE_HEADER || l.cut)
			return 0;
		if (l.kind == LINE_NOTE)
			continue;
		if (utf8_valid(l.text.p, l.text.n) != l.text.n || !cells_more(c, l.text))
			return 0;
	}
	return i;
}

/* A line with a quotation mark or something to escape. */
static void
careful_line(struct lines *in, struct slice line)
{
	static struct cells c;
	size_t more;

	c.between = separator;
	cells_begin(&c, line);
	more = quoted_lines(in, &c);
	if (c.open || c.n < 2) {
		cells_plain(&c);
		more = 0;
	}
	if (c.n < 2) {
		text_record(cells_source(&c));
	} else {
		int cr = c.cr;

		put_row(doc.line, cell_of, &c, c.n, MARKUP_CELLS, cells_source(&c), separator.n || cr);
		put_why(doc.line, "row", GRADE_CERTAIN, separator.n ? "the separator of -d" : "tabs between its cells");
	}
	doc_take(&doc, in, more);
}

/* A line whose cells have two or more blanks between them. */
static void
spaced_line(struct slice line)
{
	static struct cells c;

	cells_spaced(&c, line);
	if (c.n < 2)
		text_record(line);
	else
		put_row(doc.line, cell_of, &c, c.n, MARKUP_CELLS, line, 1);
}

/* Page breaks before *LINE are a rule, and taken off it; true if nothing is behind them. */
static int
page_breaks(struct slice *line)
{
	size_t n = 0;

	while (n < line->n && line->p[n] == '\f')
		n++;
	if (n == 0)
		return 0;
	put_record("rule", doc.line, (struct slice){line->p, n});
	*line = (struct slice){line->p + n, line->n - n};
	return line->n == 0;
}

/* The line behind the one at hand underlines it. To look for it copies the line: so its first byte is looked at before. */
static int
underlined(struct lines *in, struct slice *line, unsigned *level)
{
	static struct buf copy;
	int next = lines_next_byte(in);
	size_t i = 0;
	struct line l;

	if (blocks.para != 1 || blocks.n || line->n == 0 || (next >= 0 && next != '=' && next != '-' && next != ' ' && next != FS))
		return 0;
	buf_clear(&copy);
	buf_adds(&copy, *line);
	*line = slice_of(&copy);
	do
		if (!lines_peek(in, i++, &l) || l.kind == LINE_HEADER)
			return 0;
	while (l.kind == LINE_NOTE);
	return !l.cut && blocks_is_underlined(&blocks, *line, l.text, level);
}

/* LINE has one below it: a heading. */
static void
underlined_line(struct slice line, unsigned level)
{
	struct block_heading h;

	markdown_cut_underlined(line, &h.before, &h.title, &h.after);
	h.level = level;
	put_heading(doc.line, &h, 1);
	blocks.underlined = 1;
}

/* The first # of a document, behind lines of text and right above a line of a program: a comment, copied without its fence. */
static int
is_comment(struct lines *in, struct slice *line, struct block_heading *h)
{
	static struct buf copy;
	struct line next;
	size_t i = 0, before = h->before.n, title = h->title.n;

	if (h->level != 1 || blocks.headed || !blocks.text || h->after.n)
		return 0;
	buf_clear(&copy);
	buf_adds(&copy, *line);
	*line = slice_of(&copy);
	h->before = (struct slice){copy.p, before};
	h->title = (struct slice){copy.p + before, title};
	h->after = (struct slice){copy.p + before + title, 0};
	return peek_line(in, &i, &next) && markdown_is_program(next.text);
}

/* Text, or a row of cells between tabs. WITH: the line as it was read, whose ROOM may be used. */
static void
simple_line(struct lines *in, struct slice line, const struct row *row, const struct line *with)
{
	int tabs = row->n > 1;

	if (row->has & (ROW_ESCAPE | ROW_QUOTE) || (tabs && markup_may_be_in(line, MARKUP_CELLS))) {
		careful_line(in, line);
		return;
	}
	/* the line is the record's fields as it stands: most are */
	out_whole(tabs ? K_ROW : K_TEXT, doc.line, line, line.p == with->text.p ? with->room : 0);
	if (tabs)
		put_why(doc.line, "row", GRADE_CERTAIN, "tabs between its cells");
}

/* An empty line; returns true if it was one of a table. */
static int
blank_line(struct lines *in, struct slice *line)
{
	if (html.open)
		html_line(&html, *line);
	return tables_blank(&tables, &doc, in, line);
}

/* A line that no syntax claims, PLAIN if none could; returns true if it was one of a table, or a heading by the one below. */
static int
unclaimed_line(struct lines *in, struct slice *line, enum block kind, int plain)
{
	unsigned level;

	if (!plain && html_line(&html, *line))
		return 0;
	if (tables_line(&tables, &doc, in, line)) {
		blocks_table_line(&blocks, *line);
		return 1;
	}
	if (kind == BLOCK_TEXT && underlined(in, line, &level)) {
		underlined_line(*line, level);
		return 1;
	}
	return 0;
}

/* A line without tabs. */
static void
block_line(struct lines *in, struct slice line, const struct row *row, const struct line *with)
{
	struct block_heading h;
	int plain, done = 0;
	enum block kind;

	if (!blocks.fence.c && !html.open && tables_ruled(&tables, &doc, in, &line)) {
		blocks_table_line(&blocks, line);
		return;
	}
	plain = !html.open && blocks_is_plain(&blocks, line, doc.line);
	kind = plain ? BLOCK_TEXT : blocks_line(&blocks, line, doc.line, &h);

	if (kind != BLOCK_TEXT && kind != BLOCK_ITEM)
		tables_end_block(&tables, kind == BLOCK_BLANK);
	switch (kind) {
	case BLOCK_CODE:
		put_record("code", doc.line, line);
		put_why(doc.line, "code", GRADE_CERTAIN, "a fence is open");
		return;
	case BLOCK_HEADING:
		if (is_comment(in, &line, &h))
			break;
		put_heading(doc.line, &h, 0);
		blocks.headed = 1;
		return;
	case BLOCK_UNDERLINE:
	case BLOCK_BREAK:
		put_record("rule", doc.line, line);
		put_why(doc.line, "rule", GRADE_CERTAIN, "signs that only rule off");
		return;
	case BLOCK_BLANK:
		done = blank_line(in, &line);
		break;
	case BLOCK_TEXT:
	case BLOCK_ITEM:
		done = unclaimed_line(in, &line, kind, plain);
		break;
	}
	if (!done)
		simple_line(in, line, row, with);
}

/* Tabs stand before all else in LINE, and nowhere else. */
static int
tabs_indent(struct slice line)
{
	size_t i = 0;

	while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'))
		i++;
	return memchr(line.p, '\t', i) && !memchr(line.p + i, '\t', line.n - i);
}

/* The next line of text has cells. */
static int
row_follows(struct lines *in)
{
	struct line l;
	size_t i = 0;

	do
		if (!lines_peek(in, i++, &l) || l.kind == LINE_HEADER)
			return 0;
	while (l.kind == LINE_NOTE);
	return memchr(l.text.p, '\t', l.text.n) && !tabs_indent(l.text) && !markdown_heading(l.text);
}

/* Tabs before the only word of a line are an indent, but next to a row. */
static int
is_indented_text(struct lines *in, struct slice *line)
{
	static struct buf copy;

	if (!tabs_indent(*line))
		return markdown_is_blank(*line);
	if (blocks.n || markdown_is_blank(*line))
		return 1;
	if (doc.row)
		return 0;
	buf_clear(&copy);
	buf_adds(&copy, *line);
	*line = slice_of(&copy);
	return !row_follows(in);
}

/* Number signs, and all tabs of *LINE right behind them, not next to a row, where # is the name of a column: a heading. */
static int
tabs_in_heading(struct lines *in, struct slice *line)
{
	static struct buf copy;
	struct slice s = *line;
	unsigned level = markdown_heading(s);

	if (!level || blocks.fence.c || doc.row)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	s = (struct slice){s.p + level, s.n - level};
	markdown_outdent(&s, s.n);
	if (s.n == 0 || memchr(s.p, '\t', s.n))
		return 0;
	buf_clear(&copy);
	buf_adds(&copy, *line);
	*line = slice_of(&copy);
	return !row_follows(in);
}

/* A line with tabs: a row, if they are no indent. */
static void
tab_line(struct lines *in, struct slice line, const struct row *row, const struct line *with)
{
	struct block_heading h;

	if (tabs_in_heading(in, &line) && blocks_line(&blocks, line, doc.line, &h) == BLOCK_HEADING) {
		tables_end_block(&tables, 0);
		put_heading(doc.line, &h, 0);
		return;
	}
	if (blocks.fence.c || (strchr(" \t`~", *line.p) && markdown_fence(line))) {
		if (blocks_line(&blocks, line, doc.line, &h) == BLOCK_CODE) {
			put_record("code", doc.line, line);
			return;
		}
	} else {
		blocks_table_line(&blocks, line);
	}
	if ((html.open || strchr(" \t<", *line.p)) && (html_line(&html, line) || is_indented_text(in, &line))) {
		text_record(line);
		return;
	}
	doc.row = 1;
	simple_line(in, line, row, with);
}

static void
plain_line(struct lines *in, struct slice line, const struct line *with)
{
	const struct row *row;

	if (page_breaks(&line))
		return;
	row = row_of_line(line);
	if (row->n > 1) {
		tab_line(in, line, row, with);
		return;
	}
	doc.row = 0;
	block_line(in, line, row, with);
}

static void
good_line(struct lines *in, const struct line *l)
{
	if (l->again || l->cut)
		put_record(blocks.fence.c ? "code" : "text", doc.line, l->text);
	else if (spaced)
		spaced_line(l->text);
	else if (separator.n)
		careful_line(in, l->text);
	else
		plain_line(in, l->text, l);
}

/* A line with bytes that are no UTF-8, or with no newline where one was promised: what the source has is said as well. */
static void
deviating_line(struct lines *in, const struct line *l, int good)
{
	static struct buf kept;
	struct line fit = *l, source = *l;

	buf_clear(&kept); /* looking ahead may move the line away */
	buf_adds(&kept, l->text);
	source.text = slice_of(&kept);
	if (!good) {
		fit.text = odd_repaired(l->text);
		fit.room = 0;
	}
	if (fit.text.n > LINE_LIMIT) {
		odd_long_line(&doc, &source);
		return;
	}
	good_line(in, &fit);
	if (!good)
		out_warn(MSG_NOT_UTF8, doc_here(&doc));
	odd_bytes(&doc, &source);
}

/* Whether the document that begins with LINE is a page: perhaps only a line behind it tells. */
static int
is_page(struct lines *in, const struct line *line)
{
	enum { AHEAD = 64 };
	struct buf first = {0};
	struct line l;
	size_t i;
	int is;

	buf_adds(&first, line->text);
	is = pages->begins_with(slice_of(&first));
	for (i = 0; is < 0 && !line->cut && i < AHEAD && lines_peek(in, i, &l) && l.kind != LINE_HEADER && !l.cut; i++)
		if (l.kind == LINE_TEXT)
			is = pages->begins_with(l.text);
	buf_free(&first);
	return is > 0;
}

/* A line of a page. What it has in the source, if that is something else, is a note. */
static void
page_line(const struct line *l, int good, int promised)
{
	struct buf bytes = {0};
	size_t i;

	pages->line(good ? l->text : odd_repaired(l->text), doc.line, l->again);
	if (good && (l->ended || l->cut || !promised))
		return;
	buf_addz(&bytes, "bytes\t");
	buf_addu(&bytes, doc.column);
	buf_addc(&bytes, '\t');
	for (i = 0; i < l->text.n; i++) {
		buf_addc(&bytes, "0123456789abcdef"[(unsigned char)l->text.p[i] >> 4]);
		buf_addc(&bytes, "0123456789abcdef"[l->text.p[i] & 15]);
	}
	if (l->ended)
		buf_addz(&bytes, "0a");
	pages->note(slice_of(&bytes), doc.line);
	buf_free(&bytes);
}

/* PROMISED: the document's header says that its last line ends with a newline. */
static void
text_line(struct lines *in, const struct line *l, int promised)
{
	int good = is_utf8(l->text);

	if (doc.page < 0) {
		struct buf held = {0};
		struct line first = *l;

		buf_adds(&held, l->text); /* looking ahead may move the line away */
		first.text = slice_of(&held);
		doc.page = is_page(in, l);
		if (doc.page)
			pages->begin(doc.name.p);
		first.room = 0;
		text_line(in, &first, promised);
		buf_free(&held);
		return;
	}
	doc_count(&doc, l);
	if (doc.page) {
		page_line(l, good, promised);
		return;
	}
	if (good && (l->ended || l->cut || !promised))
		good_line(in, l);
	else
		deviating_line(in, l, good);
	if (l->cut && !l->again)
		out_warn(MSG_LONG_LINE, doc_here(&doc), (unsigned long)l->text.n);
}

/* The header comes before the end of a longer document is known. */
enum { KNOWN_END = 64 * 1024 };

/* A plain document has no header: it gets one with the name of the operand and what its first 64 KiB
 * show. The window is filled to there whatever the reads bring, so that it always shows the same.
 * Returns whether the header promises a newline at the end. */
static int
plain_header(struct in *in)
{
	int ends_with_newline = 1, has_newline = 1;
	size_t n;

	while ((n = in->end - in->pos) <= KNOWN_END && in_fill(in))
		;
	if (n <= KNOWN_END) {
		has_newline = n && memchr(in->p + in->pos, '\n', n);
		ends_with_newline = n && in->p[in->end - 1] == '\n';
	}
	begin_doc(slice_z(strcmp(in->name, "<stdin>") == 0 ? "-" : in->name));
	out_rec("doc", 0);
	out_field((struct slice){doc.name.p, doc.name.n - 1});
	out_fieldz("UTF-8");
	out_fieldz("no");
	out_fieldz(has_newline ? "lf" : "none");
	out_fieldz(ends_with_newline ? "yes" : "no");
	out_end();
	return ends_with_newline;
}

static void
split(struct in *in)
{
	struct lines lines;
	struct line l;
	int promised = 0;

	lines_begin(&lines, in);
	if (!lines.framed)
		promised = plain_header(in);
	while (lines_next(&lines, &l)) {
		if (l.kind == LINE_HEADER)
			header(l.text);
		else if (l.kind == LINE_NOTE)
			doc.page > 0 ? pages->note(l.text, doc.line) : doc_note(&doc, l.text);
		else
			text_line(&lines, &l, promised);
	}
	lines_end(&lines);
}

static int
option(int letter, const char *argument)
{
	(void)letter;
	spaced = strcmp(argument, "space") == 0;
	separator = slice_z(strcmp(argument, "\t") == 0 ? "" : argument);
	return 1;
}

const struct filter split_filter = {
	.prog = {
		"tanzaku-split", "[-d SEPARATOR] [FILE ...]",
		"Turns text, as tanzaku decode writes it, into records: one a line, with the cells\n"
		"of a line that has tabs. A cell that a spreadsheet has quoted over several lines\n"
		"is one cell of one record. Tables that are drawn, with pipes or boxes, are rows too.\n"
		"  -d SEPARATOR  what separates cells, instead of a tab; \"space\": two or more blanks\n",
	},
	.letters = "d:",
	.option = option,
	.read = split,
	.end = end_doc,
};
