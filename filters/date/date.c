/* tanzaku-date - era dates, fiscal years and vague deadlines as intervals of days; see tanzaku-date(1) */
#include <string.h>

#include "date/cal.h"
#include "date/cell.h"
#include "date/char.h"
#include "date/column.h"
#include "date/ctx.h"
#include "date/facts.h"
#include "date/found.h"
#include "date/scan.h"
#include "stream/filter.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"
#include "stream/warn.h"

/* The header of the table that the rows belong to. */
static struct {
	struct header_cell {
		struct datectx says; /* about the cells below it */
		int every;           /* they are dates: see date/win.h */
	} *column;
	size_t n, cap;
	int any; /* one of them tells something */
	int dates; /* there is a column of dates */
} header;

static struct ctx ctx;
static struct buf name;      /* of the document */
static const long *base_day; /* -b, or NULL */

static void
begin_doc(struct slice field)
{
	if (name.n)
		say_enddoc(name.p);
	buf_clear(&name);
	unesc(&name, field);
	buf_addc(&name, '\0');
	ctx_begin_doc(&ctx, base_day);
	header.any = header.dates = 0;
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

static void
scan_dates(struct datescan *sc, unsigned long line, size_t column, enum tells tells)
{
	struct date d;
	int any = 0;

	sc->ctx = &ctx;
	for (; date_next(sc, &d); any = 1) {
		ctx_add(&ctx, &d);
		tell(sc, &d, tells);
		found_date(&d, name.p, line, column);
	}
	if (sc->every && !any && date_cell(sc->s, sc->marks, &d))
		found_date(&d, name.p, line, column);
}

/* The dates of one field, which is cell COLUMN. */
static void
field_dates(struct slice field, unsigned long line, size_t column, enum tells tells, int every)
{
	static struct buf tmp;
	struct datescan sc = {.s = unesc_tmp(&tmp, field), .every = every};

	if (tells == TELLS_TEXT)
		ctx_title_line(&ctx, sc.s);
	scan_dates(&sc, line, column, tells);
}

static const struct datectx *
column_header(size_t i)
{
	return header.any && i < header.n && header.column[i].says.kind ? &header.column[i].says : NULL;
}

static int
column_of_dates(size_t i)
{
	return header.dates && i < header.n ? header.column[i].every : NOT_DATES;
}

/* Cell by cell, but only those with an anchor, and those of columns of dates. */
static void
row_dates(const struct rec *r, struct anchors *a)
{
	const struct row *row = rec_row(r);
	size_t i, at = anchor_in_row(a, r->rest, 0);

	for (i = 0; i < row->n && (at < r->rest.n || header.dates); i++) {
		struct slice cell = row->cell[i];
		size_t begin = (size_t)(cell.p - r->rest.p), end = begin + cell.n;
		int every = column_of_dates(i);

		if (cell.n == 0 || (end <= at && !every))
			continue;
		ctx_begin_cell(&ctx, column_header(i));
		if (row->has & ROW_ESCAPE || every) {
			field_dates(cell, r->line, i + 1, TELLS_ROW, every);
		} else {
			struct datescan sc = {.s = cell, .from = at - begin, .row = a};

			scan_dates(&sc, r->line, i + 1, TELLS_ROW);
		}
		if (end > at)
			at = anchor_in_row(a, r->rest, end);
	}
	labelled_row(row);
}

/* A legend, a heading: the mark is no text, and its number no date's. */
static void
parts_dates(const struct rec *r, size_t first, size_t mark, size_t last, enum tells tells)
{
	static struct fields fields;
	size_t n = rec_fields(r, &fields), i;

	for (i = first; i < n && i <= last; i++)
		if (i != mark)
			field_dates(fields.f[i], r->line, 0, tells, NOT_DATES);
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
		field_dates(r->rest, r->line, 0, TELLS_TEXT, NOT_DATES);
		break;
	}
}

/* What a header's cell says, if it says one thing: the plan for a certain year. */
static struct datectx
header_year(struct slice field)
{
	static struct buf tmp;
	static const struct ctx nothing;
	struct datescan sc = {.s = unesc_tmp(&tmp, field), .ctx = &nothing};
	struct datectx c = {0};
	struct date d;
	int dates = 0;

	for (; date_next(&sc, &d); dates++)
		c = d.v.known ? d.v.as : (struct datectx){0};
	return dates == 1 ? c : (struct datectx){0};
}

static void
read_header(const struct rec *r)
{
	static struct fields fields;
	static struct buf last; /* most tables of a report share one header */
	size_t i;

	if (last.n && slice_eq(slice_of(&last), r->rest)) {
		for (header.any = header.dates = 0, i = 0; i < header.n; i++) {
			header.any |= header.column[i].says.kind != CTX_NONE;
			header.dates |= header.column[i].every;
		}
		return;
	}
	buf_clear(&last);
	header.any = header.dates = 0;
	header.n = 0;
	if (!is_utf8(r->rest))
		return;
	buf_adds(&last, r->rest);
	header.n = rec_fields(r, &fields);
	if (header.n > header.cap) {
		header.cap = 2 * header.n;
		header.column = erealloc(header.column, header.cap * sizeof(*header.column));
	}
	for (i = 0; i < header.n; i++) {
		header.column[i].says = header_year(fields.f[i]);
		header.column[i].every = header.column[i].says.kind ? NOT_DATES : is_date_column(fields.f[i]);
		header.any |= header.column[i].says.kind != CTX_NONE;
		header.dates |= header.column[i].every;
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

static void
text_record(const struct rec *r)
{
	static struct anchors a;

	found_flush();
	if (is_cut(r->kind))
		anchors_of_row(r, &a);
	out_pass(r);
	ctx_begin_record(&ctx);
	if (r->kind == K_HEAD)
		ctx_begin_section(&ctx, depth_of(r));
	if (r->kind == K_COLS || r->kind == K_NAMES || r->kind == K_LEGEND)
		ctx_title_ends(&ctx);
	if (r->kind == K_HEAD || r->kind == K_LEGEND || (r->kind == K_TEXT && r->rest.n))
		header.any = header.dates = 0;
	if (r->kind == K_COLS || r->kind == K_NAMES)
		read_header(r);
	else if (has_anchor(r, &a) || (r->kind == K_ROW && header.dates))
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
	begin_doc(slice_z(strcmp(operand, "<stdin>") == 0 ? "-" : operand));
}

static void
record(const struct rec *r)
{
	if (is_text_kind(r->kind)) {
		text_record(r);
		return;
	}
	if (found_is_own(r))
		return;
	if (r->kind == K_DOC || r->kind == K_BAD)
		found_flush();
	if (r->kind == K_DOC)
		begin_doc(doc_name(r));
	if (is_warn(r, MSG_BAD_UTF8))
		found_said_so();
	out_pass(r);
}

static int
option(int letter, const char *argument)
{
	static long day;

	(void)letter;
	if (!iso_day(argument, &day))
		die("-b %s: no day, or not written as 2024-04-01", argument);
	base_day = &day;
	return 1;
}

static void
begin(void)
{
	eras_load();
	date_chars_load();
	date_columns_load();
}

static void
end(void)
{
	if (name.n)
		say_enddoc(name.p);
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
	.input_end = found_flush,
	.end = end,
};
