/* tanzaku-date - era dates, fiscal years and vague deadlines as intervals of days; see tanzaku-date(1) */
#include <stdio.h>
#include <string.h>

#include "date/cal.h"
#include "date/cell.h"
#include "date/char.h"
#include "date/column.h"
#include "date/ctx.h"
#include "date/facts.h"
#include "date/found.h"
#include "date/scan.h"
#include "date/unread.h"
#include "stream/covered.h"
#include "stream/filter.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"
#include "stream/warn.h"
#include "words/phrases.h"

static struct datecols columns; /* of the table that the rows belong to */
static struct unread unread; /* cells of columns of dates that give none */
static struct ctx ctx;
static struct buf name;      /* of the document */
static const long *base_day; /* -b, or NULL */

/* Writes what waits until the record's annotations are through. */
static void
flush(void)
{
	found_flush();
	unread_flush(&unread);
}

static void
end_doc(void)
{
	if (!name.n)
		return;
	unread_end(&unread, name.p);
	say_enddoc(name.p);
}

static void
begin_doc(struct slice field)
{
	end_doc();
	buf_clear(&name);
	unesc(&name, field);
	buf_addc(&name, '\0');
	ctx_begin_doc(&ctx, base_day);
}

/* What a date tells, beyond the cell or the line that it is in. */
enum tells { TELLS_ROW, TELLS_TEXT, TELLS_SECTION };

static void
tell(const struct datescan *sc, const struct date *d, enum tells tells)
{
	size_t from = (size_t)(d->raw.p - sc->s.p);

	if (tells != TELLS_ROW)
		ctx_state(&ctx, sc->s, d, tells == TELLS_SECTION);
	else if (from < 8 && sc->s.n - from - d->raw.n < 8 && is_plain(sc->s, 0, from, from + d->raw.n))
		ctx_add_row(&ctx, d);
}

/* A label and a day, before the first table: of which day the document is. */
static void
labelled_row(const struct row *row)
{
	static struct buf tmp;
	size_t i, label;

	for (i = 0; i < row->n && row->cell[i].n == 0; i++)
		;
	label = i;
	for (i++; i < row->n && row->cell[i].n == 0; i++)
		;
	if (ctx.in_title && i < row->n && ctx.row.kind == CTX_DAY && is_issue_label(unesc_tmp(&tmp, row->cell[label])))
		ctx_issued(&ctx, &ctx.row);
}

/* What the dates of a cell come to. */
struct cell_reading {
	int any, read;
	int undated; /* one of them is a date, and nothing tells of which year, or in what calendar */
	int faulty;  /* one of them has a warning of its own */
};

static void
add_reading(struct cell_reading *of, const struct dvalue *v)
{
	of->read |= v->known || !(v->flags & FLAG_UNRESOLVED);
	of->undated |= v->candidates > 0 || v->fault == FAULT_NONE;
	of->faulty |= v->fault == FAULT_IMPOSSIBLE || v->fault == FAULT_LUNAR || v->fault == FAULT_CONFLICT;
}

/* Where a text stands. */
struct where {
	unsigned long line;
	size_t column;
	enum tells tells;
	struct slice written; /* in the cell, if it says what another one says; or empty */
};

static void
found(struct date *d, const struct where *at)
{
	if (at->written.n)
		d->raw = at->written;
	found_date(d, name.p, at->line, at->column);
}

static void
scan_dates(struct datescan *sc, const struct where *at)
{
	struct date d;
	struct cell_reading cell = {0};

	sc->ctx = &ctx;
	for (; date_next(sc, &d); cell.any = 1) {
		ctx_add(&ctx, &d);
		tell(sc, &d, at->tells);
		add_reading(&cell, &d.v);
		found(&d, at);
	}
	if (!sc->every)
		return;
	if (!cell.any) {
		if (!date_cell(sc->s, sc->marks, &d))
			return; /* it is empty */
		cell.read = d.v.precision >= BY_DURATION;
		found(&d, at);
	}
	if (!cell.read && !cell.faulty)
		unread_cell(&unread, at->written.n ? at->written : sc->s, cell.undated, (struct place){name.p, at->line, 0});
}

/* The dates of one field. */
static void
field_dates(struct slice field, const struct where *at, enum date_column every)
{
	static struct buf tmp;
	struct datescan sc = {.s = unesc_tmp(&tmp, field), .every = every};

	if (at->tells == TELLS_TEXT)
		ctx_title_line(&ctx, sc.s);
	scan_dates(&sc, at);
}

/* Cell I of R, of a column of dates. */
static void
dated_cell(const struct rec *r, size_t i, enum date_column every)
{
	const struct row *row = rec_row(r);
	struct slice says = refer_cell(&columns.refer, row, i);
	struct where at = {r->line, i + 1, TELLS_ROW, {0}};

	if (says.p != row->cell[i].p)
		at.written = row->cell[i];
	field_dates(says, &at, every);
}

/* Cell by cell, but only those with an anchor, and those of columns of dates. */
static void
row_dates(const struct rec *r, struct anchors *a)
{
	const struct row *row = rec_row(r);
	size_t i, at = anchor_in_row(a, r->rest, 0);

	ctx.defines = columns.cols.bound && columns.defines;
	for (i = 0; i < row->n && (at < r->rest.n || columns.dates); i++) {
		struct slice cell = row->cell[i];
		size_t begin = (size_t)(cell.p - r->rest.p), end = begin + cell.n;
		enum date_column every = datecols_every(&columns, i);

		if (cell.n == 0 || (end <= at && !every))
			continue;
		ctx_begin_cell(&ctx, datecols_says(&columns, i));
		if (every) {
			dated_cell(r, i, every);
		} else if (row->has & ROW_ESCAPE) {
			field_dates(cell, &(struct where){.line = r->line, .column = i + 1}, NOT_DATES);
		} else {
			struct datescan sc = {.s = cell, .from = at - begin, .row = a};

			scan_dates(&sc, &(struct where){.line = r->line, .column = i + 1});
		}
		if (end > at)
			at = anchor_in_row(a, r->rest, end);
	}
	ctx.defines = 0;
	labelled_row(row);
}

/* The dates of a cell that another one reaches into. */
static void
covered_dates(const struct rec *r)
{
	struct slice cell;
	size_t column;

	if (!rec_covered(r, &column, &cell))
		return;
	ctx_begin_cell(&ctx, datecols_says(&columns, column - 1));
	field_dates(cell, &(struct where){.line = r->line, .column = column}, datecols_every(&columns, column - 1));
}

/* A legend, a heading: the mark is no text, and its number no date's. */
static void
parts_dates(const struct rec *r, size_t first, size_t mark, size_t last, enum tells tells)
{
	static struct fields fields;
	size_t n = rec_fields(r, &fields), i;

	for (i = first; i < n && i <= last; i++)
		if (i != mark)
			field_dates(fields.f[i], &(struct where){.line = r->line, .tells = tells}, NOT_DATES);
}

/* R holds an anchor; where A, of a row, are. */
static void
text_dates(const struct rec *r, struct anchors *a)
{
	if (!is_utf8(r->rest)) {
		found_bad_utf8(name.p, r->line);
		return;
	}
	switch (r->kind) {
	case K_ROW:
		row_dates(r, a);
		break;
	case K_HEAD:
		parts_dates(r, HEAD_BEFORE, HEAD_MARK, HEAD_TITLE, TELLS_SECTION);
		break;
	case K_LEGEND:
		parts_dates(r, LEGEND_BEFORE, LEGEND_MARK, LEGEND_AFTER, TELLS_ROW);
		break;
	default:
		field_dates(r->rest, &(struct where){.line = r->line, .tells = TELLS_TEXT}, NOT_DATES);
		break;
	}
}

static unsigned long
depth_of(const struct rec *r)
{
	unsigned long depth = 0;
	const char *p = r->rest.p, *end = p + r->rest.n;

	for (; p < end && *p >= '0' && *p <= '9' && depth < 1000; p++)
		depth = 10 * depth + (unsigned long)(*p - '0');
	return depth ? depth : 1;
}

/* Those that others behind this filter cut are cut here before they do. */
static int
is_cut(enum kind k)
{
	return k == K_ROW || k == K_HEAD;
}

static int
has_anchor(const struct rec *r, struct anchors *a)
{
	if (is_cut(r->kind))
		return row_may_have_anchor(a, r->rest.p + r->rest.n) && anchor_in_row(a, r->rest, 0) < r->rest.n;
	return r->rest.n && date_anchor(r->rest, 0) < r->rest.n;
}

/* Its fields are names of columns: a year in them is said of their cells. */
static int
is_of_names(enum kind k)
{
	return k == K_COLS || k == K_NAMES || k == K_LABELS;
}

static void
text_record(const struct rec *r)
{
	static struct anchors a;

	flush();
	if (is_cut(r->kind))
		anchors_of_row(r, &a);
	out_pass(r);
	ctx_begin_record(&ctx);
	if (r->kind == K_HEAD)
		ctx_begin_section(&ctx, depth_of(r));
	if (is_of_names(r->kind) || r->kind == K_LEGEND)
		ctx_title_ends(&ctx);
	if (!is_of_names(r->kind) && (has_anchor(r, &a) || (r->kind == K_ROW && columns.dates)))
		text_dates(r, &a);
	else if (r->kind == K_TEXT)
		ctx_title_line(&ctx, r->rest);
}

static struct slice
doc_name(const struct rec *r)
{
	const char *tab = memchr(r->rest.p, '\t', r->rest.n);

	return (struct slice){r->rest.p, tab ? (size_t)(tab - r->rest.p) : r->rest.n};
}

static void
input(const char *operand)
{
	begin_doc(slice_z(operand));
}

static void
record(const struct rec *r)
{
	datecols_see(&columns, r);
	if (is_text_kind(r->kind)) {
		text_record(r);
		return;
	}
	if (found_is_own(r) || unread_is_own(r))
		return;
	if (r->kind == K_DOC || r->kind == K_BAD)
		flush();
	if (r->kind == K_DOC)
		begin_doc(doc_name(r));
	if (is_warn(r, MSG_BAD_UTF8))
		found_said_so();
	out_pass(r);
	if (r->kind == K_COVERED)
		covered_dates(r);
}

/* -b ARGUMENT is none: says which is meant, if its figures are those of one. */
static void
no_day(const char *argument)
{
	unsigned year, month, day;
	char iso[32];
	long n;

	if (sscanf(argument, "%4u%*1[^0-9]%2u%*1[^0-9]%2u", &year, &month, &day) == 3 && year > 999 && month < 100 && day < 100) {
		snprintf(iso, sizeof(iso), "%04u-%02u-%02u", year, month, day);
		if (iso_day(iso, &n))
			die("-b %s: days are written as 2024-04-01; did you mean %s?", argument, iso);
		die("-b %s: there is no such day", argument);
	}
	die("-b %s: no day, or not written as 2024-04-01", argument);
}

static int
option(int letter, const char *argument)
{
	static long day;

	(void)letter;
	if (!iso_day(argument, &day))
		no_day(argument);
	base_day = &day;
	return 1;
}

static void
begin(void)
{
	eras_load();
	date_chars_load();
	phrases_load();
}

static void
end(void)
{
	end_doc();
}

const struct filter date_filter = {
	.prog = {
		"tanzaku-date", "[-b DATE] [-r FILE] [FILE ...]",
		"Adds the dates of each text record as intervals of days, beside what is written.\n"
		"  -b DATE  the document's date, as 2007-09-28: where a year is left out, and nothing else tells it\n"
		"  -r FILE  eras, read before those of eras.tsv\n",
	},
	.letters = "b:",
	.tables = "eras.tsv",
	.option = option,
	.begin = begin,
	.input = input,
	.record = record,
	.deaf = 1U << K_STATUS | 1U << K_GRADE | 1U << K_AGENCY,
	.input_end = flush,
	.end = end,
};
