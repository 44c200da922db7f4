/* tanzaku-table - find header rows, join wrapped rows; see tanzaku-table(1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "blank.h"
#include "opts.h"
#include "out.h"
#include "rec.h"
#include "tablecell.h"
#include "tablehead.h"
#include "tablejoin.h"
#include "tableshape.h"
#include "tablewin.h"
#include "utf8.h"

static const struct prog prog = {
	"tanzaku-table", "[-r FILE] [FILE ...]",
	"Finds the rows that are headers of tables, and makes them cols records; joins\n"
	"rows that were torn by line breaks in their cells.\n"
	"  -r FILE  rules to put before those of columns.tsv\n",
};

/* So many lines behind a row are looked at before it is decided. */
enum { LOOK_AHEAD = 12 };

static struct window win;
static struct buf docname;

/* The table that the records so far have left us in. */
static struct {
	int bound;         /* a header is in force */
	int lost;          /* a line of text has put an end to that */
	int inside;        /* the line before is a row: no blank line between */
	size_t above;      /* the cells of that row; 0 if all rows of its run are titles */
	size_t cols;
	struct buf header; /* the last header of the document, in force or not: its fields as they stand */
	struct buf labels; /* and folded */
	int fresh;         /* no row has come since it */
	struct buf first;  /* the first cell of the last row that had as many cells as it */
	struct shape shape;
} now;

/* What there is to say about the row written last, once its annotations are through. */
static struct {
	unsigned long line;
	size_t cells; /* in it */
	int broken, ragged, alone, lost;
} about;

static const char *
docfile(void)
{
	return docname.n ? docname.p : "-"; /* records without a doc before them */
}

static void
finish_row(void)
{
	struct place at = {docfile(), about.line, 0};

	if (about.broken)
		out_warn(MSG_BAD_UTF8, at);
	if (about.ragged)
		out_warn(MSG_RAGGED_ROW, at, (unsigned long)about.cells, (unsigned long)now.cols);
	if (about.alone)
		out_warn(MSG_NO_HEADER, at, (unsigned long)about.cells, (unsigned long)now.cols);
	if (about.lost)
		out_warn(MSG_HEADER_LOST, at, (unsigned long)about.cells);
	about.broken = about.ragged = about.alone = about.lost = 0;
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
	if (r->kind != K_TEXT || !blank_field(r->rest)) {
		now.lost = r->kind == K_TEXT && (now.bound || now.lost);
		now.bound = 0;
	}
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
	buf_clear(&now.first);
	shape_clear(&now.shape);
	buf_clear(&now.header);
	buf_adds(&now.header, h->r.rest);
	buf_clear(&now.labels);
	head_labels(&now.labels, h);
}

static void
note_first_cell(const struct rec *r)
{
	const char *tab = memchr(r->rest.p, '\t', r->rest.n);

	buf_clear(&now.first);
	buf_add(&now.first, r->rest.p, tab ? (size_t)(tab - r->rest.p) : r->rest.n);
}

/* A row with one cell that is not empty: a title that a spreadsheet spread over the table's columns. */
static int
is_title(const struct rec *r)
{
	struct slice rest = r->rest;
	size_t filled = 0;

	while (rest.n && filled < 2) {
		const char *tab = memchr(rest.p, '\t', rest.n);
		size_t n = tab ? (size_t)(tab - rest.p) : rest.n;

		filled += !blank_field((struct slice){rest.p, n});
		rest.p += n + (tab != NULL);
		rest.n -= n + (tab != NULL);
	}
	return filled < 2;
}

/* Writes a row; ALONE: it begins a table without a header. */
static void
put_row(const struct rec *r, int broken, int alone)
{
	size_t cells = count_cells(r);

	finish_row();
	if (alone) { /* `names` without a name */
		out_rec("names", r->line);
		out_end();
		now.bound = 0;
	}
	out_pass(r);
	about.line = r->line;
	about.cells = cells;
	about.broken = broken;
	about.alone = alone;
	about.ragged = now.bound && cells != now.cols;
	about.lost = now.lost && cells == now.cols;
	now.lost = 0;
	if (now.bound && cells == now.cols && !broken) {
		note_first_cell(r);
		shape_add(&now.shape, r);
	}
	if (!is_title(r))
		now.above = cells;
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

/* Returns false if the row is not yet complete: it has grown by the line behind it. */
static int
put_first_row(struct held *h)
{
	struct joinview view = {now.cols, now.fresh, slice_of(&now.first), docfile()};
	int alone = is_other_table(h);

	if (now.bound && !alone && join_behind(&win, &view))
		return 0;
	put_row(&h->r, 0, alone);
	return 1;
}

static void
settle_row(void)
{
	struct held *h = win_at(&win, 0);

	if (utf8_valid(h->r.raw.p, h->r.raw.n) != h->r.raw.n)
		put_row(&h->r, 1, 0);
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
	put(&h->r);
	win_drop(&win, 0);
}

static void
settle_all(void)
{
	while (win.n)
		settle();
}

/* Enough is held to decide about the first record. */
static int
is_ready(void)
{
	size_t i, n = 0;

	if (win_at(&win, 0)->r.kind != K_ROW || win_full(&win))
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

	if (win.n == 0 && !is_row) {
		put(r);
		return;
	}
	if (r->raw.n > HOLD_BYTES || r->kind == K_DOC || r->cut) {
		settle_all();
		if (is_row)
			put_row(r, 0, 0);
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
	return r->kind == K_NAMES || is_warn(r, MSG_RAGGED_ROW) || is_warn(r, MSG_NO_HEADER) || is_warn(r, MSG_HEADER_LOST) ||
	       (about_row && is_warn(r, MSG_BAD_UTF8));
}

static void
table(struct in *in)
{
	struct rec r;
	int about_row = 0;

	while (rec_read(in, &r)) {
		if (is_own(&r, about_row))
			continue;
		if (is_text_kind(r.kind))
			about_row = r.kind == K_ROW || r.kind == K_COLS;
		if (r.kind == K_DOC) {
			settle_all();
			finish_row();
			begin_doc(&r);
		}
		if (join_spans(&r))
			join_undo(&r, take);
		else
			take(&r);
	}
	settle_all();
	finish_row();
}

int
main(int argc, char **argv)
{
	const char *rules = NULL;
	int opt;

	opts_begin(&prog, argc, argv);
	while ((opt = getopt(argc, argv, "r:")) != -1)
		switch (opt) {
		case 'r': rules = optarg; break;
		default: usage(prog.synopsis);
		}
	columns_load(rules);
	each_input(argc - optind, argv + optind, table);
	say_enddoc(docfile());
	out_flush();
	return status_now();
}
