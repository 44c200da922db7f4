/* tanzaku-table - find header rows, join wrapped rows; see tanzaku-table(1) */
#include <stdlib.h>
#include <string.h>

#include "blank.h"
#include "filter.h"
#include "out.h"
#include "rec.h"
#include "tableabout.h"
#include "tableabove.h"
#include "tablecell.h"
#include "tablefit.h"
#include "tablehead.h"
#include "tablejoin.h"
#include "tablekind.h"
#include "tablenames.h"
#include "tableshape.h"
#include "tablespread.h"
#include "tabletorn.h"
#include "tablewin.h"

/* So many lines behind a row are looked at before it is decided. */
enum { LOOK_AHEAD = 12 };

/* So many lines of text may stand inside a table. */
enum { INTERLUDES = 2 };

static struct window win;
static struct buf docname;

/* The table that the records so far have left us in. */
static struct {
	int bound;         /* a header is in force */
	int lost;          /* text that need not be the end of the table has put an end to that: so many lines */
	int inside;        /* the line before is a row: no blank line between */
	size_t above;      /* the cells of that row; 0 if all rows of its run are titles */
	size_t cols;
	struct fit view;   /* which columns the names in force are of */
	struct names names;
	unsigned long named; /* the line of the header's next row, which the names are to follow; 0: none is */
	struct buf header; /* the last header of the document, in force or not: its fields as they stand */
	struct buf labels; /* and folded */
	unsigned long line; /* where it stands */
	int fresh;         /* no row has come since it */
	struct above row;  /* the last row under it */
	struct shape shape;
} now;

/* How a row is bound to a header. */
enum binding { TO_NAMES, TO_NAMES_AGAIN, TO_NONE };

static const struct fit all = {FIT_FIRST, 0, {0}};
static struct about about; /* the row written last */
static int fflag;          /* --fill */
static const char *rules;  /* -r */

static const char *
docfile(void)
{
	return docname.n ? docname.p : "-"; /* records without a doc before them */
}

static void
finish_row(void)
{
	about_say(&about, docfile());
	if (now.named)
		fit_write(&all, &now.names, now.named);
	now.named = 0;
}

static void
begin_doc(const struct rec *r)
{
	struct fields f = {0};

	say_enddoc(docfile());
	buf_clear(&docname);
	if (rec_fields(r, &f))
		unesc(&docname, f.f[DOC_NAME]);
	buf_addc(&docname, '\0');
	free(f.f);
	now.bound = now.inside = now.lost = 0;
	buf_clear(&now.labels);
	buf_clear(&now.header);
}

/* Writes a record that is no row, and notes what it means for the table. */
static void
put(const struct rec *r)
{
	if (is_text_kind(r->kind) || r->kind == K_DOC)
		finish_row();
	out_pass(r);
	if (!is_text_kind(r->kind))
		return;
	now.inside = 0;
	if (r->kind == K_TEXT && blank_field(r->rest))
		return;
	if (r->kind != K_TEXT || !(now.bound || now.lost))
		now.lost = 0;
	else
		now.lost += is_interlude(r) ? 1 : INTERLUDES + 1;
	now.bound = 0;
}

static void
put_header(const struct held *h)
{
	finish_row();
	outz("cols");
	out(h->r.raw.p + 3, h->r.raw.n - 3);
	outc('\n');
	now.bound = now.inside = now.fresh = 1;
	now.lost = 0;
	now.cols = now.above = h->cells;
	now.view = all;
	now.line = h->r.line;
	names_set(&now.names, &h->r);
	above_clear(&now.row);
	shape_clear(&now.shape);
	buf_clear(&now.header);
	buf_adds(&now.header, h->r.rest);
	buf_clear(&now.labels);
	head_labels(&now.labels, h);
}

/* The next row of a header, of which now has the names. They follow it, once its annotations are through. */
static void
put_next_header(const struct held *h)
{
	outz("cols");
	out(h->r.raw.p + 3, h->r.raw.n - 3);
	outc('\n');
	now.named = h->r.line;
	now.view = all;
}

/* How many cells the rows directly behind the first one have, two of them at least; 0 if they differ. */
static size_t
body_cells(void)
{
	size_t i = win_next(&win, 0), rows = 0, cells = i < win.n ? win_at(&win, i)->cells : 0;

	for (; i < win.n && win_at(&win, i)->r.kind == K_ROW; i = win_next(&win, i), rows++)
		if (win_at(&win, i)->cells != cells)
			return 0;
	return rows < 2 ? 0 : cells;
}

/* The row directly below a header is its second one, although it has fewer cells: a browser dropped those that
 * were merged. */
static int
put_spread_header(const struct held *h)
{
	size_t cells = body_cells();
	enum spread spread;

	if (!now.bound || !now.fresh || !now.inside || cells == 0)
		return 0;
	finish_row();
	spread = spread_header(&now.names, &h->r, cells);
	if (spread == SPREAD_NONE)
		return 0;
	put_next_header(h);
	now.cols = now.above = now.names.n;
	about.unclear = spread == SPREAD_UNCLEAR;
	about.line = h->r.line;
	about.cols = now.cols;
	return 1;
}

/* What the rows of the table look like. Before the first of them is out, those behind it tell. */
static const struct shape *
shape(void)
{
	static struct shape ahead;
	size_t i;

	if (now.shape.rows || win.n == 0)
		return &now.shape;
	shape_clear(&ahead);
	for (i = win_next(&win, 0); i < win.n && win_at(&win, i)->r.kind == K_ROW; i = win_next(&win, i))
		if (win_at(&win, i)->cells == now.cols)
			shape_add(&ahead, &win_at(&win, i)->r);
	return &ahead;
}

/* Says which columns the row has, where that is not what was in force before. */
static void
bind(const struct rec *r, enum binding binding)
{
	struct fit fit = {FIT_NONE, 0, {0}};

	if (binding == TO_NAMES_AGAIN) {
		about.header = now.line;
		now.bound = 1;
		now.view.how = FIT_UNSET;
	}
	if (!now.bound)
		return;
	about.alone = binding == TO_NONE;
	if (!about.alone)
		fit_row(&fit, shape(), &now.names, r, about.cells);
	if (!fit_equal(&fit, &now.view))
		fit_write(&fit, &now.names, r->line);
	now.view = fit;
	now.bound = !about.alone;
	about.shifted = fit.how == FIT_LAST ? now.cols - fit.n : 0;
	about.fitted = fit.how == FIT_SOME;
	about.ragged = now.bound && !about.shifted && !about.fitted && about.cells != now.cols;
}

/* What a row under a header is, and what its merged cells take from the row above. */
static void
note_row(const struct rec *r)
{
	size_t merged = about.shifted;

	about.total = is_total(r);
	about.repeat = is_repeat(r);
	if (about.total || (!merged && about.cells != now.cols))
		return;
	if (!merged) {
		shape_add(&now.shape, r);
		about.empty = merged = above_empty(&now.row, r);
	}
	if (fflag && merged)
		above_fill(&now.row, &now.names, merged, r->line, &about.fills);
	if (now.row.row.n || !merged)
		above_take(&now.row, r, merged, about.shifted);
}

/* Writes a row. */
static void
put_row(const struct rec *r, int broken, enum binding binding)
{
	finish_row();
	about.line = r->line;
	about.cells = count_cells(r);
	about.cols = now.cols;
	about.broken = broken;
	bind(r, binding);
	out_pass(r);
	about.lost = !now.bound && now.lost && about.cells == now.cols;
	if (now.bound && !broken)
		note_row(r);
	now.lost = 0;
	if (!is_title(r))
		now.above = about.cells;
	else if (!now.inside)
		now.above = 0;
	now.inside = 1;
	now.fresh = 0;
}

static int
is_repeated(const struct held *h)
{
	static struct buf labels;

	if (slice_eq(slice_of(&now.header), h->r.rest))
		return now.header.n != 0;
	if (now.labels.n == 0 || h->r.rest.n > 2 * now.header.n)
		return 0;
	buf_clear(&labels);
	head_labels(&labels, h);
	return slice_eq(slice_of(&labels), slice_of(&now.labels));
}

static int
is_header(const struct held *h)
{
	if (is_repeated(h))
		return 1;
	return head_is(&win, 0, now.inside ? now.above : 0, docfile());
}

/* The row directly below a header, with names for the cells that the header leaves empty. */
static int
is_next_header(const struct held *h)
{
	const struct rec *next = NULL;
	size_t i = win_next(&win, 0);

	if (i < win.n)
		next = &win_at(&win, i)->r;
	if (next && (next->kind != K_ROW || !is_utf8(next->raw)))
		next = NULL;
	return now.bound && now.fresh && now.inside && h->cells == now.cols &&
	       h->r.rest.n < HOLD_BYTES / 16 && names_completed_by(&now.names, &h->r, next);
}

/* The rows that begin the window and have as many cells as the first: how many, and whether a blank line ends them. */
static size_t
even_rows(struct shape *shape, int *whole)
{
	size_t i = 0, cells = win_at(&win, 0)->cells, rows = 0;

	shape_clear(shape);
	for (; i < win.n && win_at(&win, i)->cells == cells; i = win_next(&win, i), rows++)
		shape_add(shape, &win_at(&win, i)->r);
	*whole = i >= win.n || win_at(&win, i)->r.kind != K_ROW;
	return rows;
}

/* After a blank line, rows that all have another number of cells than the header, or another look than the
 * rows under it: a table of its own. A single row may as well be one that lost some cells. */
static int
is_other_table(const struct held *h)
{
	struct shape shape;
	int whole;

	if (!now.bound || now.inside || now.fresh || even_rows(&shape, &whole) < 2)
		return 0;
	return h->cells != now.cols ? whole : shape_differs(&now.shape, &shape);
}

/* Behind a line or two of text, rows as wide as those above it and like them. */
static int
goes_on(void)
{
	struct shape shape;
	int whole;

	if (!now.lost || now.lost > INTERLUDES || win_at(&win, 0)->cells != now.cols || now.shape.rows == 0)
		return 0;
	even_rows(&shape, &whole);
	return !shape_differs(&now.shape, &shape);
}

/* Returns false if the row is not yet complete: it has grown by the line behind it. */
static int
put_first_row(struct held *h)
{
	struct joinview view = {now.cols, now.fresh, above_first(&now.row), docfile()};
	enum binding binding = is_other_table(h) ? TO_NONE : goes_on() ? TO_NAMES_AGAIN : TO_NAMES;

	if (now.bound && binding == TO_NAMES && join_behind(&win, &view))
		return 0;
	put_row(&h->r, 0, binding);
	return 1;
}

/* The two rows that begin the window, above rows of CELLS cells, go together as a name and those below it. */
static int
is_spread(size_t cells)
{
	static struct names names;

	if (win_at(&win, 0)->r.kind != K_ROW)
		return 0;
	names_set(&names, &win_at(&win, 0)->r);
	return spread_header(&names, &win_at(&win, 1)->r, cells) == SPREAD_NAMED;
}

/* The lines of a header that are held become its one record. */
static int
put_torn_header(void)
{
	size_t n = now.inside ? 0 : torn_header(&win, docfile());

	if (n == 0 || (n == 2 && is_spread(win_at(&win, n)->cells)))
		return 0;
	join_lines(&win, n);
	put_header(win_at(&win, 0));
	win_drop(&win, 0);
	return 1;
}

static void
settle_row(void)
{
	struct held *h = win_at(&win, 0);

	if (!is_utf8(h->r.raw))
		put_row(&h->r, 1, TO_NAMES);
	else if (put_torn_header())
		return;
	else if (is_next_header(h)) {
		finish_row();
		names_complete(&now.names, &h->r);
		put_next_header(h);
	} else if (put_spread_header(h))
		;
	else if (is_header(h))
		put_header(h);
	else if (!put_first_row(h))
		return;
	win_drop(&win, 0);
}

/* Decides about the first record held. */
static void
settle(void)
{
	struct held *h = win_at(&win, 0);

	if (h->r.kind == K_ROW) {
		settle_row();
		return;
	}
	if (h->r.kind == K_TEXT && put_torn_header())
		return;
	put(&h->r);
	win_drop(&win, 0);
}

static void
settle_all(void)
{
	while (win.n)
		settle();
}

/* What begins the window is text, and no header torn into lines. */
static int
is_text(void)
{
	size_t i;

	for (i = 0; i < win.n && i < TORN_LINES && torn_may_begin(&win_at(&win, i)->r); i++)
		;
	return i == TORN_LINES || (i < win.n && (i == 0 || win_at(&win, i)->r.kind != K_ROW));
}

/* Enough is held to decide about the first record. */
static int
is_ready(void)
{
	size_t i, n = 0;

	if (win_full(&win) || (win_at(&win, 0)->r.kind != K_ROW && is_text()))
		return 1;
	for (i = win_next(&win, 0); i < win.n && n < LOOK_AHEAD; i = win_next(&win, i)) {
		enum kind k = win_at(&win, i)->r.kind;

		if (k == K_HEAD || k == K_LEGEND)
			return 1;
		n++;
	}
	return n >= LOOK_AHEAD;
}

static void
take(const struct rec *r)
{
	int is_row = r->kind == K_ROW || r->kind == K_COLS;

	if (win.n == 0 && !is_row && !torn_may_begin(r)) {
		put(r);
		return;
	}
	if (r->raw.n > HOLD_BYTES || r->kind == K_DOC || r->cut) {
		settle_all();
		if (is_row)
			put_row(r, 0, TO_NAMES);
		else
			put(r);
		return;
	}
	win_push(&win, r);
	while (win.n && is_ready())
		settle();
}

/* What this filter has added to its own input goes, and is decided anew. ABOUT_ROW: R annotates a row; that
 * one is not UTF-8, other filters say of other records. */
static int
is_own(const struct rec *r, int about_row)
{
	static const enum msg own[] = {
		MSG_RAGGED_ROW,  MSG_NO_HEADER,   MSG_HEADER_LOST,   MSG_HEADER_CARRIED,
		MSG_HEADER_UNCLEAR, MSG_SHIFTED_ROW, MSG_FITTED_ROW, MSG_MERGED_CELLS, MSG_TOTAL_ROW, MSG_REPEATED_ROW,
	};
	size_t i;

	for (i = 0; r->kind == K_WARN && i < sizeof(own) / sizeof(*own); i++)
		if (is_warn(r, own[i]))
			return 1;
	return r->kind == K_NAMES || r->kind == K_FILL || (about_row && is_warn(r, MSG_BAD_UTF8));
}

static int about_row; /* annotations that come are about a row */

static void
input_end(void)
{
	about_row = 0;
	settle_all();
	finish_row();
}

static void
record(const struct rec *r)
{
	if (is_own(r, about_row))
		return;
	if (is_text_kind(r->kind))
		about_row = r->kind == K_ROW || r->kind == K_COLS;
	if (r->kind == K_DOC) {
		input_end();
		begin_doc(r);
	}
	if (join_spans(r))
		join_undo(r, take);
	else
		take(r);
}

static int
option(int letter, const char *argument)
{
	if (letter == 'f')
		fflag = 1;
	else
		rules = argument;
	return 1;
}

static void
begin(void)
{
	columns_load(rules);
}

static void
end(void)
{
	say_enddoc(docfile());
}

static const char *const words[][2] = {{"--fill", "-f"}, {NULL, NULL}};

const struct filter table_filter = {
	.prog = {
		"tanzaku-table", "[-f] [-r FILE] [FILE ...]",
		"Finds the rows that are headers of tables, and makes them cols records; joins\n"
		"rows that were torn by line breaks in their cells.\n"
		"  -f, --fill  add what merged cells took from the row above, in fill records\n"
		"  -r FILE     rules to put before those of columns.tsv\n",
	},
	.letters = "fr:",
	.words = words,
	.option = option,
	.begin = begin,
	.record = record,
	.input_end = input_end,
	.end = end,
};
