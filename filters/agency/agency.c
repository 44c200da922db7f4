/* tanzaku-agency - find who is responsible; see tanzaku-agency(1) */
#include "agency/named.h"
#include "agency/owners.h"
#include "agency/torn.h"
#include "base/check.h"
#include "stream/again.h"
#include "stream/covered.h"
#include "stream/filter.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"
#include "stream/warn.h"
#include "words/lists.h"
#include "words/re.h"
#include "words/refer.h"

static struct {
	struct agencies agencies;
	struct owners who;
	struct refer refer;    /* cells of its columns that refer to others */
	struct named names;    /* in the record last passed */
	struct buf warned;     /* the warnings behind them */
	struct again unknown;
	struct torn torn;
	struct re *dash;
	struct buf file;       /* the document's name, ended by NUL; empty before the first */
	struct fields fields;  /* of its record */
	unsigned has;          /* what the text record that is being read may hold: see row.h */
} now;

enum { LONGEST_LABEL = 60 }; /* bytes */

static struct place
place(const struct rec *r)
{
	return (struct place){slice_of(&now.file).p, r->line, 0};
}

/* Nothing but strokes, dots and blanks, which stand for an empty cell; U+3003 is a word, for the cell above. */
static int
is_dash(struct slice f)
{
	static const char pattern[] = "(?:(?!\\x{3003})[\\p{Pd}\\p{Po}\\s\\x{2500}-\\x{257f}\\x{30fc}]|\\\\n)*\\z";

	if (f.n > LONGEST_LABEL)
		return 0;
	if (!now.dash)
		now.dash = re_new(slice_z(pattern), (struct place){"agency.c", 0, 0});
	return is_utf8(f) && re_match_at(now.dash, f, 0, (struct place){0});
}

static void
see_names(struct slice f, size_t column, enum agency_header h, const struct rec *r)
{
	named_see(&now.names, &now.agencies, f, column, h, place(r));
}

/* F, which has no place for a label, has no label. */
static void
check_none(struct slice f, const struct rec *r)
{
	struct buf found = {0};

	if (is_utf8(f))
		check_same(agency_labels(&found, &now.agencies, f, now.names.ministries, place(r)) == AGENCY_NOTHING, "the look at a label", f);
	buf_free(&found);
}

/* A field that nothing says to be of names. Inline: most have no place for a label. */
static inline void
field(struct slice f, size_t column, const struct rec *r)
{
	if (agency_label_possible(f, now.has))
		see_names(f, column, HEADER_OTHER, r);
	else if (CHECKS)
		check_none(f, r);
}

/* The same in a column whose role is owner: a cell that names nobody as far as can be told says so. */
static void
see_owner(struct slice f, size_t column, enum agency_header h, const struct rec *r)
{
	size_t before = now.names.found.n;

	see_names(f, column, h, r);
	if (now.names.found.n > before || cols_role(&now.who.cols, column - 1) != ROLE_OWNER || is_dash(f) || !is_utf8(f))
		return;
	f = again_shown(f);
	again_warn(&now.unknown, &now.warned, MSG_UNKNOWN_OWNER, place(r), f, cols_name(&now.who.cols, column - 1), (int)f.n, f.p);
}

/* What the cell F of a table without a header says about the cell behind it: 担当課 | 総務課. */
static enum agency_header
label_of(struct slice f, const struct rec *r)
{
	enum agency_header h = f.n && f.n <= LONGEST_LABEL && is_utf8(f) ? agency_header(&now.agencies, f, place(r)) : HEADER_OTHER;

	return h == HEADER_BESIDE ? HEADER_OTHER : h;
}

/* Its columns have headers. */
static void
headed_row(const struct rec *r)
{
	const struct row *row = rec_row(r);
	const struct owner_column *next, *end;
	const struct slice *cell = row->cell;
	size_t n = row->n, i = 0;

	now.has = agency_has(r->rest, row->has);
	owners_read(&now.who, &now.agencies, place(r));
	for (next = now.who.v, end = next + now.who.n;; next++) {
		size_t stop = next < end && next->i < n ? next->i : n;

		for (; i < stop; i++)
			field(cell[i], i + 1, r);
		if (i == n)
			return;
		if (slice_eq(cell[i], cols_name(&now.who.cols, i)))
			field(cell[i], i + 1, r); /* the header once more */
		else if (cell[i].n)
			see_owner(refer_cell(&now.refer, row, i), i + 1, next->header, r);
		i++;
	}
}

/* A cell that another one reaches into names whom that one names. */
static void
covered_cell(const struct rec *r)
{
	const struct owner_column *c, *end;
	struct slice cell;
	size_t column;

	out_pass(r);
	if (!now.who.cols.bound || !rec_covered(r, &column, &cell))
		return;
	owners_read(&now.who, &now.agencies, place(r));
	for (c = now.who.v, end = c + now.who.n; c < end && c->i != column - 1; c++)
		;
	if (c < end) {
		see_owner(cell, column, c->header, r);
		return;
	}
	now.has = ROW_ANY;
	field(cell, column, r);
}

/* They have none: a cell may say what the one behind it is. */
static void
bare_row(const struct rec *r)
{
	const struct row *row = rec_row(r);
	enum agency_header h = HEADER_OTHER;
	size_t i;

	now.has = agency_has(r->rest, row->has);
	for (i = 0; i < row->n; i++) {
		if (h == HEADER_OTHER)
			field(row->cell[i], i + 1, r);
		else if (row->cell[i].n)
			see_names(row->cell[i], i + 1, h, r);
		h = label_of(row->cell[i], r);
	}
}

/* A label in the text, or one that it ends. */
static void
text(const struct rec *r, struct slice label)
{
	if (label.n)
		field(label, 0, r);
	else
		field(r->rest, 0, r);
}

static void
title(const struct rec *r)
{
	const struct row *fields = rec_row(r);

	now.has = fields->has;
	if (fields->n > HEAD_TITLE)
		field(fields->cell[HEAD_TITLE], 0, r);
}

static void
flush_records(void)
{
	added_flush(&now.names.found);
	outs(slice_of(&now.warned));
	buf_clear(&now.warned);
}

static void
text_kind(const struct rec *r)
{
	struct slice label = torn_see(&now.torn, r);

	flush_records();
	now.names.bad_utf8 = 0;
	now.has = ROW_ANY;
	if (r->kind == K_ROW && now.who.cols.bound)
		headed_row(r);
	else if (r->kind == K_ROW)
		bare_row(r);
	else if (r->kind == K_TEXT)
		text(r, label);
	else if (r->kind == K_HEAD)
		title(r);
	out_pass(r);
	if (now.names.bad_utf8)
		out_warn(MSG_BAD_UTF8, place(r));
}

static void
end_doc(void)
{
	const char *file = now.file.n ? now.file.p : "-";

	again_say(&now.unknown, file, "cells");
	if (now.file.n)
		say_enddoc(file);
}

static void
begin_doc(const struct rec *r)
{
	flush_records();
	end_doc();
	buf_clear(&now.file);
	if (rec_fields(r, &now.fields))
		unesc(&now.file, now.fields.f[DOC_NAME]);
	buf_addc(&now.file, '\0');
	now.names.ministries = now.names.bad_utf8 = 0;
	out_pass(r);
}

static void
record(const struct rec *r)
{
	cols_see(&now.who.cols, r);
	if (r->kind == K_COLS || r->kind == K_DOC)
		refer_begin(&now.refer);
	if (r->kind == K_DOC)
		begin_doc(r);
	else if (is_text_kind(r->kind))
		text_kind(r);
	else if (r->kind == K_COVERED)
		covered_cell(r);
	else if (r->kind != K_AGENCY && !is_warn(r, MSG_UNKNOWN_OWNER) && !(now.names.bad_utf8 && is_warn(r, MSG_BAD_UTF8)))
		out_pass(r);
}

static void
begin(void)
{
	now.names.found.kind = K_AGENCY;
	agencies_load(&now.agencies);
	lists_load();
}

static void
end(void)
{
	end_doc();
}

const struct filter agency_filter = {
	.prog = {
		"tanzaku-agency", "[-r FILE] [FILE ...]",
		"Finds the ministries, agencies and offices that a record names as responsible.\n"
		"\n"
		"  -r FILE  organisations and rules to use before the built-in ones\n",
	},
	.letters = "",
	.tables = "agencies.tsv",
	.begin = begin,
	.record = record,
	.deaf = 1U << K_STATUS | 1U << K_GRADE | 1U << K_DATE,
	.input_end = flush_records,
	.end = end,
};
