/* tanzaku-table - find header rows, join wrapped rows; see tanzaku-table(1) */
#include "stream/filter.h"
#include "stream/matchlimit.h"
#include "stream/rec.h"
#include "stream/warn.h"
#include "stream/why.h"
#include "words/columns.h"
#include "words/lists.h"
#include "words/signs.h"
#include "words/marks.h"
#include "table/join.h"
#include "table/judge.h"
#include "table/labelled.h"
#include "table/parts.h"
#include "table/put.h"
#include "table/spread.h"
#include "table/torn.h"
#include "table/unjoin.h"

/* So many lines behind a row are looked at before it is decided. */
enum { LOOK_AHEAD = 12 };

static struct table now;  /* the table that the records so far have left us in */

/* The names of H and, if they need it, of the row behind it; its line goes to now.third then. */
static enum spread
read_spread_header(struct held *h)
{
	size_t next = win_next(&now.win, 0), cells = table_body_cells(&now, 0);
	struct held *third = next < now.win.n ? win_at(&now.win, next) : NULL;
	struct merged body = merged_body(&now.win, 0);
	enum spread spread = cells ? spread_header(&now.names, h, cells, &body, now.merged) : SPREAD_NONE;

	if (spread != SPREAD_NONE || !third || third->r.kind != K_ROW || !is_utf8(third->r.raw) || !(now.merged || spread_may_be(&h->r)))
		return spread;
	cells = table_body_cells(&now, next);
	body = merged_body(&now.win, next);
	spread = cells ? spread_rows(&now.names, h, third, cells, &body, now.merged) : SPREAD_NONE;
	now.third = spread == SPREAD_NONE ? 0 : third->r.line;
	return spread;
}

/* The row directly below a header is its second one, although it has fewer cells: a browser dropped those that
 * were merged. */
static int
put_spread_header(struct held *h)
{
	enum spread spread;

	if (!now.bound || !now.fresh || !now.inside)
		return 0;
	table_finish_header(&now);
	spread = read_spread_header(h);
	if (spread == SPREAD_NONE)
		return 0;
	table_next_header(&now, h);
	now.cols = now.above = now.names.n;
	now.fills = 0; /* what was merged is lost at any place */
	now.about.line = h->r.line;
	if (spread == SPREAD_UNCLEAR)
		about_unclear(&now.about, "the second row of a header, and it is not clear which names it stands below", now.cols);
	return 1;
}

/* The row directly below a header, with as many cells. */
static void
put_next_header(const struct held *h, enum next next)
{
	table_finish_header(&now);
	if (next == NEXT_HEADER)
		names_set(&now.names, &h->r, h->cells);
	else
		names_complete(&now.names, &h->r);
	table_next_header(&now, h);
	now.header_rows -= now.header_rows > 0;
}

/* Returns false if the row is not yet complete: it has grown by the line behind it. */
static int
put_first_row(struct held *h)
{
	struct joinview view = {now.cols, now.fresh, &now.row, table_file(&now)};
	enum binding binding = table_is_other_table(&now, h) ? TO_NONE : table_goes_on(&now) ? TO_NAMES_AGAIN : TO_NAMES;

	if (now.bound ? binding == TO_NAMES && join_behind(&now.win, &view) : now.lost && now.lost <= INTERLUDES && join_parts(&now.win, &view))
		return 0;
	table_row(&now, &h->r, h->cells, 0, binding);
	return 1;
}

/* The lines of a header that are held become its one record. */
static int
put_torn_header(void)
{
	size_t n = now.inside ? 0 : torn_header(&now.win, table_file(&now));

	if (n == 0 && !now.inside && win_at(&now.win, 0)->r.kind == K_ROW && (n = parts_first(&now.win))) {
		join_lines(&now.win, n);
		return 1;
	}
	if (n == 0 || (n == 2 && table_is_spread(&now, win_at(&now.win, n)->cells)))
		return 0;
	join_lines(&now.win, n);
	table_header(&now, win_at(&now.win, 0));
	win_drop(&now.win, 0);
	return 1;
}

/* The row that begins the window needs no look at more records. */
static int
is_judged(void)
{
	struct held *h = win_at(&now.win, 0);

	if (!h->judged)
		h->judged = table_judge(&now, &h->r, &h->cells);
	if (h->judged == JUDGED_UNLESS_TEXT && now.win.n > 1 && !join_text_follows(&now.win))
		h->judged = JUDGED_ROW;
	return h->judged == JUDGED_ROW || h->judged == JUDGED_HEADER;
}

static void
settle_row(void)
{
	struct held *h = win_at(&now.win, 0);
	enum next next;

	limits_reading(table_file(&now), h->r.line);
	now.asked.any = 0;
	if (now.third && h->r.line == now.third) {
		table_finish_header(&now);
		table_next_header(&now, h);
		now.third = 0;
	} else if (is_judged() && h->judged == JUDGED_HEADER)
		table_header(&now, h);
	else if (h->judged == JUDGED_ROW)
		table_row(&now, &h->r, h->cells, 0, TO_NAMES);
	else if (!is_utf8(h->r.raw))
		table_row(&now, &h->r, h->cells, 1, TO_NAMES);
	else if (put_torn_header())
		return;
	else if ((next = table_next(&now, h)) != NEXT_ROW)
		put_next_header(h, next);
	else if (put_spread_header(h))
		;
	else if (table_is_header(&now, h))
		table_header(&now, h);
	else if (!put_first_row(h))
		return;
	table_say_why(&now, h->r.line);
	win_drop(&now.win, 0);
}

/* Decides about the first record held. */
static void
settle(void)
{
	struct held *h = win_at(&now.win, 0);

	if (h->r.kind == K_ROW) {
		settle_row();
		return;
	}
	if (h->r.kind == K_TEXT && put_torn_header())
		return;
	if (now.bound && now.inside && part_begins(&now.win, now.cols)) {
		join_lines(&now.win, 2);
		return;
	}
	table_put(&now, &h->r);
	win_drop(&now.win, 0);
}

static void
settle_all(void)
{
	while (now.win.n) {
		settle();
		table_put_notes(&now);
	}
}

/* What begins the window is text, and no header torn into lines. */
static int
is_text(void)
{
	size_t i;

	for (i = 0; i < now.win.n && i < TORN_LINES && torn_may_begin(&win_at(&now.win, i)->r); i++)
		;
	return i == TORN_LINES || (i < now.win.n && (i == 0 || win_at(&now.win, i)->r.kind != K_ROW));
}

/* R stands right below the rows of a table, and the row behind it, perhaps, goes on with it: parts.h. */
static int
awaits_row(const struct rec *r)
{
	return now.bound && now.inside && part_may_begin(r);
}

/* Enough is held to decide about the first record. */
static int
is_ready(void)
{
	size_t i, n = 0;

	if (win_at(&now.win, 0)->r.kind == K_ROW && is_judged() && !now.due)
		return 1;
	if (now.win.n == 1 && awaits_row(&win_at(&now.win, 0)->r))
		return 0;
	if (win_full(&now.win) || (win_at(&now.win, 0)->r.kind != K_ROW && is_text()))
		return 1;
	for (i = win_next(&now.win, 0); i < now.win.n && n < LOOK_AHEAD; i = win_next(&now.win, i), n++) {
		enum kind k = win_at(&now.win, i)->r.kind;

		if (k == K_LEGEND || (k == K_HEAD && !win_is_section(&win_at(&now.win, i)->r)))
			return 1;
	}
	return n >= LOOK_AHEAD;
}

/* R is a row with labels of its own, or about one. */
static int
take_labelled(const struct rec *r)
{
	if (r->kind == K_LABELS) {
		settle_all();
		labelled_begin(&now, r);
	} else if (r->kind == K_ROW && now.labelled == LABELS_BEFORE) {
		labelled_row(&now, r);
	} else if (r->kind == K_ROW || r->kind == K_COLS) {
		labelled_end(&now, r->line);
	} else if (is_text_kind(r->kind) && r->kind != K_RULE && !(r->kind == K_TEXT && r->rest.n == 0)) {
		now.labelled = LABELS_NONE; /* the names are in force no longer */
	} else if (r->kind == K_DOC) {
		now.labelled = LABELS_NONE;
	} else {
		table_put(&now, r);
	}
	return now.labelled != LABELS_NONE;
}

static void
take(const struct rec *r)
{
	int is_row = r->kind == K_ROW || r->kind == K_COLS;
	enum judged judged = JUDGED_NOT;
	size_t cells = 0;

	if (r->kind == K_WHY && now.win.n) {
		win_note(&now.win, r);
		return;
	}
	if ((r->kind == K_LABELS || now.labelled) && take_labelled(r))
		return;
	if (now.win.n == 0 && !is_row && !torn_may_begin(r) && !awaits_row(r)) {
		table_put(&now, r);
		return;
	}
	if (r->raw.n > HOLD_BYTES || r->kind == K_DOC || r->cut) {
		settle_all();
		now.asked.any = 0;
		if (is_row)
			table_row(&now, r, count_cells(r), 0, TO_NAMES);
		else
			table_put(&now, r);
		return;
	}
	if (r->kind == K_ROW && now.win.n == 0 && !now.due) { /* the rows of a table's beginning tell what its columns are */
		judged = table_judge(&now, r, &cells);
		if (judged == JUDGED_ROW) {
			now.asked.any = 0;
			table_row(&now, r, cells, 0, TO_NAMES);
			return;
		}
	}
	win_push(&now.win, r)->judged = (int)judged;
	while (now.win.n && is_ready()) {
		settle();
		table_put_notes(&now);
	}
}

/* What this filter has added to its own input goes, and is decided anew. ABOUT_ROW: R annotates a row; that
 * one is not UTF-8, other filters say of other records. */
static int
is_own(const struct rec *r, int about_row)
{
	static const enum msg own[] = {
		MSG_RAGGED_ROW,  MSG_NO_HEADER,   MSG_HEADER_LOST,   MSG_HEADER_CARRIED,
		MSG_HEADER_UNCLEAR, MSG_SHIFTED_ROW, MSG_FITTED_ROW, MSG_MERGED_CELLS, MSG_TOTAL_ROW, MSG_REPEATED_ROW,
		MSG_INTERLEAVED, MSG_CELL_A_LINE, MSG_LABEL_SHEET, MSG_READ_ALOUD, MSG_BROKEN_BOX, MSG_UNREAD_COLUMNS, MSG_GARBAGE,
	};
	size_t i;

	for (i = 0; r->kind == K_WARN && i < sizeof(own) / sizeof(*own); i++)
		if (is_warn(r, own[i]))
			return 1;
	return why_is_own(r) || r->kind == K_NAMES || r->kind == K_ROLES || r->kind == K_FILL || (about_row && is_warn(r, MSG_BAD_UTF8));
}

/* The lines of such a row were joined here, in an earlier run, unless its source stands behind it: then its cells have the
 * newlines of <br>, or the like. */
static void
settle_spanning(int has_source)
{
	struct rec r;

	if (now.spanning.n == 0)
		return;
	rec_parse(&r, slice_of(&now.spanning));
	if (has_source)
		take(&r);
	else
		join_undo(&r, take);
	buf_clear(&now.spanning);
}

static void
input_end(void)
{
	now.about_row = 0;
	settle_spanning(0);
	settle_all();
	table_finish_row(&now);
	about_say_all(&now.about, table_file(&now));
}

static void
record(const struct rec *r)
{
	if (is_own(r, now.about_row))
		return;
	settle_spanning(r->kind == K_SOURCE || now.page);
	if (r->kind == K_PAGE && r->line == 0)
		now.page = 1;
	if (is_text_kind(r->kind))
		now.about_row = r->kind == K_ROW || r->kind == K_COLS;
	if (r->kind == K_DOC) {
		input_end();
		table_begin_doc(&now, r);
		now.page = 0;
	}
	if (join_spans(r))
		buf_adds(&now.spanning, r->raw);
	else
		take(r);
}

static int
option(int letter, const char *argument)
{
	(void)letter;
	(void)argument;
	return now.fill = 1;
}

static void
begin(void)
{
	columns_load();
	marks_load();
	signs_load();
	lists_load();
	evidence_load();
}

static void
end(void)
{
	say_enddoc(table_file(&now));
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
	.letters = "f",
	.words = words,
	.tables = "columns.tsv",
	.option = option,
	.begin = begin,
	.record = record,
	.input_end = input_end,
	.end = end,
};
