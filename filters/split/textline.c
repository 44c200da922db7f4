/* textline.c - which block a line of text stands in, and whose row it is; see textline.h */
#include "split/textline.h"

#include <string.h>

#include "base/utf8.h"
#include "split/comment.h"
#include "split/listed.h"
#include "split/markdown.h"
#include "split/peek.h"
#include "split/put.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"
#include "stream/warn.h"
#include "stream/why.h"

/* Looking ahead moves *LINE: a copy of it stays. */
static void
keep(struct textline *t, struct slice *line)
{
	if (line->p == t->copy.p)
		return;
	buf_clear(&t->copy);
	buf_adds(&t->copy, *line);
	*line = slice_of(&t->copy);
}

/* The same of a heading with the parts *H. */
static void
keep_heading(struct textline *t, struct slice *line, struct block_heading *h)
{
	size_t before = h->before.n, title = h->title.n, after = h->after.n;

	keep(t, line);
	h->before = (struct slice){line->p, before};
	h->title = (struct slice){line->p + before, title};
	h->after = (struct slice){line->p + before + title, after};
}

static void
text_record(struct textline *t, struct slice text)
{
	put_record("text", t->doc.line, text);
}

static struct slice
cell_of(const void *cells, size_t i)
{
	return cells_get(cells, i);
}

/* A line with a quotation mark or something to escape. */
static void
careful_line(struct textline *t, struct lines *in, struct slice line)
{
	struct cells *c = &t->cells;
	size_t more;

	c->between = t->separator;
	cells_begin(c, line);
	/* in a text without Japanese, a comment of Vim is no cell */
	more = !t->separator.n && !t->stops.wide && *line.p == '"' && (line.n == 1 || strchr(" \t", line.p[1])) ? 0 : peek_quoted(in, c);
	if (c->open || c->n < 2) {
		cells_plain(c);
		more = 0;
	}
	if (c->n < 2) {
		text_record(t, cells_source(c));
	} else {
		int cr = c->cr;

		put_row(t->doc.line, cell_of, c, c->n, MARKUP_CELLS, cells_source(c), t->separator.n || cr);
		put_why(t->doc.line, "row", GRADE_CERTAIN, t->separator.n ? "the separator of -d" : "tabs between its cells");
	}
	doc_take(&t->doc, in, more);
}

/* A line whose cells have two or more blanks between them. */
static void
spaced_line(struct textline *t, struct slice line)
{
	struct cells *c = &t->cells;

	cells_spaced(c, line);
	if (c->n < 2)
		text_record(t, line);
	else
		put_row(t->doc.line, cell_of, c, c->n, MARKUP_CELLS, line, 1);
}

/* Page breaks before *LINE are a rule, and taken off it; true if nothing is behind them. */
static int
page_breaks(struct textline *t, struct slice *line)
{
	size_t n = 0;

	while (n < line->n && line->p[n] == '\f')
		n++;
	if (n == 0)
		return 0;
	tables_end_page(&t->tables);
	put_record("rule", t->doc.line, (struct slice){line->p, n});
	*line = (struct slice){line->p + n, line->n - n};
	return line->n == 0;
}

/* The line behind the one at hand underlines it. To look for it copies the line: so its first byte is looked at before. */
static int
underlined(struct textline *t, struct lines *in, struct slice *line, unsigned *level)
{
	int next = lines_next_byte(in);
	size_t i = 0;
	struct line l;

	if (t->blocks.para != 1 || t->blocks.n || line->n == 0 || (next >= 0 && next != '=' && next != '-' && next != ' ' && next != FS))
		return 0;
	keep(t, line);
	do
		if (!lines_peek(in, i++, &l) || l.kind == LINE_HEADER)
			return 0;
	while (l.kind == LINE_NOTE);
	return !l.cut && blocks_is_underlined(&t->blocks, *line, l.text, level);
}

/* LINE has one below it: a heading. */
static void
underlined_line(struct textline *t, struct slice line, unsigned level)
{
	struct block_heading h;

	markdown_cut_underlined(line, &h.before, &h.title, &h.after);
	h.level = level;
	put_heading(t->doc.line, &h, 1);
	t->blocks.underlined = 1;
}

/* Text, or a row of cells between tabs. WITH: the line as it was read, whose ROOM may be used. */
static void
simple_line(struct textline *t, struct lines *in, struct slice line, const struct row *row, const struct line *with)
{
	int tabs = row->n > 1;

	if (row->has & (ROW_ESCAPE | ROW_QUOTE) || (tabs && markup_may_be_in(line, MARKUP_CELLS))) {
		careful_line(t, in, line);
		return;
	}
	/* the line is the record's fields as it stands: most are */
	out_whole(tabs ? K_ROW : K_TEXT, t->doc.line, line, line.p == with->text.p ? with->room : 0);
	if (tabs)
		put_why(t->doc.line, "row", GRADE_CERTAIN, "tabs between its cells");
}

/* What the row at hand shows of the document that it is in. */
static void
see_table(struct textline *t)
{
	t->blocks.dumped |= t->tables.aligned.on || t->tables.spaced.on;
	t->blocks.markup |= t->tables.drawn.on && t->tables.drawn.sure;
}

/* A line that no syntax claims, PLAIN if none could; returns true if it was one of a table, or a heading by the one below. */
static int
unclaimed_line(struct textline *t, struct lines *in, struct slice *line, enum block kind, int plain)
{
	unsigned level;

	if (!plain && html_line(&t->html, *line))
		return 0;
	if (tables_line(&t->tables, &t->doc, in, line)) {
		blocks_table_line(&t->blocks, *line);
		see_table(t);
		return 1;
	}
	if (kind == BLOCK_TEXT && underlined(t, in, line, &level)) {
		underlined_line(t, *line, level);
		return 1;
	}
	return 0;
}

/* *LINE, outside of fences and web pages, is of a program: no table has it. */
static int
is_of_program(struct textline *t, struct lines *in, struct slice *line, enum source_tabs tabs)
{
	if (t->blocks.fence.c || t->html.open || !source_line(&t->source, in, line, tabs))
		return 0;
	tables_end_block(&t->tables, 0);
	return 1;
}

static void
program_line(struct textline *t, struct slice line)
{
	text_record(t, line);
	put_why(t->doc.line, "text", GRADE_STRONG, "a line of a program, as it begins or ends, or those around it do");
}

/* A line of a table that is drawn or laid out. */
static int
table_line(struct textline *t, struct lines *in, struct slice *line)
{
	if (t->blocks.fence.c || t->html.open ||
	    !(tables_ruled(&t->tables, &t->doc, in, line) || tables_names(&t->tables, &t->doc, in, line)))
		return 0;
	blocks_table_line(&t->blocks, *line);
	see_table(t);
	return 1;
}

/* A line of a paragraph may be a heading of HTML, in a text that is no page. */
static enum block
kind_of(struct textline *t, struct slice line, struct block_heading *h)
{
	enum block kind = blocks_line(&t->blocks, line, t->doc.line, h);
	int tagged = kind == BLOCK_TEXT && !t->html.open && (h->level = markdown_tagged(line, &h->before, &h->title, &h->after));

	return tagged ? BLOCK_HEADING : kind;
}

/* A heading, unless it is a comment of a program. */
static int
heading_line(struct textline *t, struct lines *in, struct slice *line, struct block_heading *h, int program)
{
	if (program) {
		program_line(t, *line);
		return 1;
	}
	keep_heading(t, line, h);
	if (memchr(h->before.p, '#', h->before.n) && comment_is(&t->blocks, in, h))
		return 0;
	put_heading(t->doc.line, h, 0);
	return t->blocks.headed = 1;
}

/* A line without tabs. */
static void
block_line(struct textline *t, struct lines *in, struct slice line, const struct row *row, const struct line *with)
{
	struct block_heading h;
	int plain, done = 0, program = is_of_program(t, in, &line, SOURCE_NO_TABS);
	enum block kind;

	if (!program && table_line(t, in, &line))
		return;
	plain = !t->html.open && blocks_is_plain(&t->blocks, line, t->doc.line);
	kind = plain ? BLOCK_TEXT : kind_of(t, line, &h);
	if (kind != BLOCK_TEXT && kind != BLOCK_ITEM)
		tables_end_block(&t->tables, kind == BLOCK_BLANK);
	switch (kind) {
	case BLOCK_CODE:
		put_record("code", t->doc.line, line);
		put_why(t->doc.line, "code", GRADE_CERTAIN, "a fence is open");
		return;
	case BLOCK_HEADING:
		done = heading_line(t, in, &line, &h, program);
		break;
	case BLOCK_UNDERLINE:
	case BLOCK_BREAK:
		put_record("rule", t->doc.line, line);
		put_why(t->doc.line, "rule", GRADE_CERTAIN, "signs that only rule off");
		return;
	case BLOCK_BLANK:
		if (t->html.open)
			html_line(&t->html, line);
		done = tables_blank(&t->tables, &t->doc, in, &line); /* one of a table, perhaps */
		break;
	case BLOCK_TEXT:
	case BLOCK_ITEM:
		if (program)
			program_line(t, line);
		done = program || unclaimed_line(t, in, &line, kind, plain);
		break;
	}
	if (!done)
		simple_line(t, in, line, row, with);
}

/* A line whose tabs indent nothing. */
static void
cells_line(struct textline *t, struct lines *in, struct slice line, const struct row *row, const struct line *with)
{
	size_t more;

	if (!t->doc.row && listed_sheet(&t->sheet, &t->doc, in, &line))
		return;
	switch (tabstops_line(&t->stops, in, &line, &more)) {
	case TABS_TEXT:
		text_record(t, line);
		put_why(t->doc.line, "text", GRADE_STRONG, "its tabs move on to the next stop, and those around it do not agree with it");
		if (t->stops.unread)
			out_warn(MSG_UNREAD_TABLE, doc_here(&t->doc));
		t->stops.unread = 0;
		break;
	case TABS_ROW:
		put_row(t->doc.line, laid_cell, &t->stops.row, t->stops.row.n, MARKUP_CELLS, slice_of(&t->stops.row.source), 1);
		put_why(t->doc.line, "row", GRADE_STRONG, "runs of tabs up to places that its neighbours have as well");
		t->doc.row = 1;
		doc_take(&t->doc, in, more);
		break;
	case TABS_PART:
		t->doc.row = 1;
		simple_line(t, in, line, row, with);
		break;
	}
}

/* A line with tabs: a row, if they are no indent. */
static void
tab_line(struct textline *t, struct lines *in, struct slice line, const struct row *row, const struct line *with)
{
	struct block_heading h;

	if (tabs_in_heading(&t->tabs, &t->blocks, t->doc.row, in, &line) && blocks_line(&t->blocks, line, t->doc.line, &h) == BLOCK_HEADING) {
		tables_end_block(&t->tables, 0);
		put_heading(t->doc.line, &h, 0);
		return;
	}
	if (t->blocks.fence.c || (strchr(" \t`~", *line.p) && markdown_fence(line))) {
		if (blocks_line(&t->blocks, line, t->doc.line, &h) == BLOCK_CODE) {
			put_record("code", t->doc.line, line);
			return;
		}
	} else {
		blocks_table_line(&t->blocks, line);
	}
	if (is_of_program(t, in, &line, t->doc.row ? SOURCE_BESIDE_ROW : SOURCE_TABS)) {
		program_line(t, line);
		return;
	}
	if (((t->html.open || strchr(" \t<", *line.p)) && html_line(&t->html, line)) || tabs_indent(&t->tabs, &t->blocks, t->doc.row, in, &line)) {
		text_record(t, line);
		return;
	}
	cells_line(t, in, line, row, with);
}

/* A line of a table that nothing here reads. */
static int
is_foreign(struct textline *t, struct lines *in, struct slice *line)
{
	enum foreign_line kind;

	if (!t->foreign.begun && (line->n < 2 || !strchr("|{-*", *line->p)))
		return 0;
	if (t->blocks.fence.c || t->html.open || !(kind = foreign_line(&t->foreign, in, line)))
		return 0;
	tables_end_block(&t->tables, 0);
	blocks_table_line(&t->blocks, *line);
	t->doc.row = 0;
	text_record(t, *line);
	if (kind == FOREIGN_FIRST)
		out_warn(MSG_UNREAD_TABLE, doc_here(&t->doc));
	return 1;
}

static void
plain_line(struct textline *t, struct lines *in, struct slice line, const struct line *with)
{
	const struct row *row;

	if (page_breaks(t, &line) || is_foreign(t, in, &line))
		return;
	row = row_of_line(line);
	if (row->n > 1) {
		tab_line(t, in, line, row, with);
		return;
	}
	t->doc.row = 0;
	tabstops_end(&t->stops);
	block_line(t, in, line, row, with);
}

void
textline(struct textline *t, struct lines *in, const struct line *l)
{
	tabstops_see(&t->stops, l->text);
	if (l->again || l->cut)
		put_record(t->blocks.fence.c ? "code" : "text", t->doc.line, l->text);
	else if (t->spaced)
		spaced_line(t, l->text);
	else if (t->separator.n)
		careful_line(t, in, l->text);
	else
		plain_line(t, in, l->text, l);
	if (t->html.table) /* of HTML, which stays text here */
		out_warn(MSG_UNREAD_TABLE, doc_here(&t->doc));
	t->html.table = 0;
}
