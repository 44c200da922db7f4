/* tanzaku-date - era dates, fiscal years and vague deadlines as intervals of days; see tanzaku-date(1) */
#include <string.h>

#include "date/cal.h"
#include "date/char.h"
#include "date/ctx.h"
#include "date/found.h"
#include "date/scan.h"
#include "stream/filter.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"

/* The header of the table that the rows belong to: what each of its cells tells about the cells below. */
static struct {
	struct datectx *column;
	size_t n, cap;
	int any; /* one of them tells something */
} header;

static struct buf name;      /* of the document */
static const long *base_day; /* -b, or NULL */
static const char *rules;    /* -r */

static void
begin_doc(struct slice field)
{
	if (name.n)
		say_enddoc(name.p);
	buf_clear(&name);
	unesc(&name, field);
	buf_addc(&name, '\0');
	ctx_begin_doc(base_day);
	header.n = 0;
	header.any = 0;
}

static void
scan_dates(struct datescan *sc, unsigned long line, size_t column)
{
	struct date d;

	while (date_next(sc, &d)) {
		ctx_add(&d);
		found_date(&d, name.p, line, column);
	}
}

/* The dates of one field, which is cell COLUMN. */
static void
field_dates(struct slice field, unsigned long line, size_t column)
{
	static struct buf tmp;
	struct datescan sc = {.s = unesc_tmp(&tmp, field)};
	scan_dates(&sc, line, column);
}

static const struct datectx *
column_header(size_t i)
{
	return header.any && i < header.n && header.column[i].kind ? &header.column[i] : NULL;
}

/* Cell by cell, but only those with an anchor. */
static void
row_dates(const struct rec *r, struct anchors *a)
{
	const struct row *row = rec_row(r);
	size_t i, at = anchor_in_row(a, r->rest, 0);

	for (i = 0; i < row->n && at < r->rest.n; i++) {
		struct slice cell = row->cell[i];
		size_t begin = (size_t)(cell.p - r->rest.p), end = begin + cell.n;

		if (end <= at)
			continue;
		ctx_begin_cell(column_header(i));
		if (row->has & ROW_ESCAPE) {
			field_dates(cell, r->line, i + 1);
		} else {
			struct datescan sc = {.s = cell, .from = at - begin, .row = a};

			scan_dates(&sc, r->line, i + 1);
		}
		at = anchor_in_row(a, r->rest, end);
	}
}

/* A legend, a heading: the mark is no text, and its number no date's. */
static void
parts_dates(const struct rec *r, size_t first, size_t mark, size_t last)
{
	static struct fields fields;
	size_t n = rec_fields(r, &fields), i;

	for (i = first; i < n && i <= last; i++)
		if (i != mark)
			field_dates(fields.f[i], r->line, 0);
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
		parts_dates(r, HEAD_BEFORE, HEAD_MARK, HEAD_TITLE);
		break;
	case K_LEGEND:
		parts_dates(r, LEGEND_BEFORE, LEGEND_MARK, LEGEND_AFTER);
		break;
	default:
		field_dates(r->rest, r->line, 0);
		break;
	}
}

/* What a header's cell says, if it says one thing: 平成30年度計画. */
static struct datectx
header_cell(struct slice field)
{
	static struct buf tmp;
	struct datescan sc = {.s = unesc_tmp(&tmp, field)};
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
	static struct buf dateless; /* most tables of a report share one header, and most of those have no date */
	size_t i;

	header.any = 0;
	if (dateless.n && slice_eq(slice_of(&dateless), r->rest))
		return;
	if (date_anchor(r->rest, 0) == r->rest.n) {
		buf_clear(&dateless);
		buf_adds(&dateless, r->rest);
		return;
	}
	if (!is_utf8(r->rest))
		return;
	header.n = rec_fields(r, &fields);
	if (header.n > header.cap) {
		header.cap = 2 * header.n;
		header.column = erealloc(header.column, header.cap * sizeof(*header.column));
	}
	for (i = 0; i < header.n; i++) {
		header.column[i] = header_cell(fields.f[i]);
		header.any |= header.column[i].kind != CTX_NONE;
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
	ctx_begin_record();
	if (r->kind == K_HEAD)
		ctx_begin_section(depth_of(r));
	if (r->kind == K_HEAD || r->kind == K_LEGEND || (r->kind == K_TEXT && r->rest.n))
		header.any = 0;
	if (r->kind == K_COLS || r->kind == K_NAMES)
		read_header(r);
	else if (has_anchor(r, &a))
		text_dates(r, &a);
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
		return 0;
	base_day = &day;
	return 1;
}

static void
begin(void)
{
	eras_load(rules);
	date_chars_load();
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
	.letters = "b:r:",
	.rules = &rules,
	.option = option,
	.begin = begin,
	.input = input,
	.record = record,
	.deaf = 1U << K_STATUS | 1U << K_GRADE | 1U << K_AGENCY,
	.input_end = found_flush,
	.end = end,
};
