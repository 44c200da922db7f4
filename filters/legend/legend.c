/* tanzaku-legend - recognise legends by their shape; see tanzaku-legend(1) */
#include <string.h>

#include "stream/filter.h"
#include "base/check.h"
#include "base/hash.h"
#include "legend/later.h"
#include "legend/drawn.h"
#include "legend/hold.h"
#include "legend/line.h"
#include "legend/may.h"
#include "legend/row.h"
#include "legend/title.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/why.h"

/* Bytes of a row that may be a header, and of one that is kept, at most. */
enum { HEADER_LIMIT = 120, KEPT_HEADER = 480 };

static struct buf doc;        /* the document's name, for messages */
static struct before before;

static int
escapes_tab(const char *p, const char *end)
{
	for (; p + 1 < end; p += 2) {
		if (p[0] == '\\' && p[1] == 't')
			return 1;
		if (p[0] != '\\')
			p--;
	}
	return 0;
}

/* A text with a tab in it: a row of marks that an earlier run has made text. */
static int
has_tab(struct slice fields)
{
	const char *p = fields.n ? memchr(fields.p, '\\', fields.n) : NULL;

	return p && escapes_tab(p, fields.p + fields.n);
}

/* The line has nothing that a legend is made of. The first row of a table may have in one of its cells. */
static int
is_none(const struct rec *r)
{
	if (r->kind == K_ROW)
		return before.kind == K_ROW && is_utf8(r->rest) && legend_row_is_none(r->rest);
	if (r->kind != K_TEXT)
		return 0;
	if (r->rest.n == 0)
		return 1;
	if (memchr(r->rest.p, '\\', r->rest.n) || !is_utf8(r->rest) || drawn_begins(r->rest))
		return 0;
	return r->rest.n <= LEGEND_LINE ? !legend_may_be(r->rest) : !title_stands();
}

/* A line of text, or a part of one that an earlier run has cut. */
static void
text_record(const struct rec *r)
{
	if (hold_more(r))
		return;
	hold_settle();
	if (hold_is_empty() && is_none(r)) {
		title_see(r->rest);
		out_pass(r);
		return;
	}
	hold_begin(r, before);
}

/* The title of a heading, behind its number. */
static struct slice
title_of(const struct rec *r)
{
	struct slice title = r->rest;
	const char *tab;

	while (title.n && (tab = memchr(title.p, '\t', title.n)))
		title = (struct slice){tab + 1, title.n - (size_t)(tab + 1 - title.p)};
	return title;
}

/* A heading may say in brackets what the marks below it mean. */
static void
head_defines(const struct rec *r)
{
	struct buf title = {0}, defines = {0};

	unesc(&title, title_of(r));
	legend_at_line(r->line);
	legend_head_defines(&defines, slice_of(&title), r->line);
	outs(slice_of(&defines));
	buf_free(&title);
	buf_free(&defines);
}

/* No legend goes on across another row or a heading; but a heading may be its title, a short row its header: 区分, 内容. */
static void
other_text(const struct rec *r)
{
	hold_close();
	title_forget();
	if ((r->kind == K_ROW || r->kind == K_COLS) && r->rest.n <= HEADER_LIMIT)
		title_see(r->rest);
	else if (r->kind == K_HEAD)
		title_see_head(title_of(r));
	out_pass(r);
	if (r->kind == K_HEAD)
		head_defines(r);
}

static void
begin_doc(const struct rec *r)
{
	static struct fields f;

	hold_close();
	if (doc.n)
		say_enddoc(doc.p);
	buf_clear(&doc);
	title_forget();
	before.kind = K_DOC;
	if (rec_fields(r, &f))
		unesc(&doc, f.f[DOC_NAME]);
	buf_addc(&doc, '\0');
	legend_at.file = doc.p;
	out_pass(r);
}

/* The first row of a table may say in one of its cells what the marks below it mean. The tables of a report have the same
 * one, over and over: the last that was none need not be looked at again, with as many DIGITS. */
static int
first_row_may_be(const struct rec *r, int digits)
{
	static struct buf none;
	static int none_with;

	if (KEEPS_ANSWERS && none.n && slice_eq(slice_of(&none), r->rest) && digits <= none_with) {
		if (CHECKS)
			check_same(!legend_header_may_be(r->rest) && !legend_row_may_be(r, digits), "a row that was no legend", r->rest);
		return 0;
	}
	if (legend_header_may_be(r->rest) || legend_row_may_be(r, digits))
		return 1;
	buf_clear(&none);
	if (r->rest.n <= KEPT_HEADER)
		buf_adds(&none, r->rest);
	none_with = digits;
	return 0;
}

static int
row_may_be(const struct rec *r)
{
	int digits;

	if (hold_awaits_row() || !is_utf8(r->rest)) /* what cannot be read is said, whatever it looks like */
		return 1;
	digits = hold_in_group() || title_may_stand();
	if (digits && (before.rows == 1 || hold_in_group()) && title_grid().is)
		return 1;
	return before.kind == K_ROW ? legend_row_may_be(r, digits) : first_row_may_be(r, digits);
}

/* A row, or what an earlier run has made of one. */
static int
was_row(const struct rec *r)
{
	static unsigned long line; /* of the last one that was */
	int row = r->kind == K_ROW;

	if (r->kind == K_LEGEND || (r->kind == K_TEXT && !hold_is_empty()))
		row = (before.kind == K_ROW && r->line == line) || has_tab(r->rest) || drawn_begins(r->rest);
	if (row)
		line = r->line;
	return row;
}

/* A rule parts no rows of a legend, and no title from them, and what pads a line of a sheet nothing; of lines of text it is the end. */
static int
parts_nothing(const struct rec *r)
{
	return r->kind == K_RULE && (hold_has_row() || hold_has_line(r->line));
}

static void
rule_record(const struct rec *r)
{
	if (parts_nothing(r))
		hold_rule(r);
	else
		out_pass(r);
}

/* What waits goes out, where R ends it: WAITS is false if R itself is not to wait. */
static void
settle(const struct rec *r, int waits)
{
	if (waits && !hold_is_same(r))
		hold_settle();
	else if (!waits && is_text_kind(r->kind) && !parts_nothing(r))
		hold_close();
	else if (r->kind == K_DOC)
		hold_close();
}

static void
note_kind(const struct rec *r)
{
	if (!is_text_kind(r->kind) || r->kind == K_RULE)
		return;
	before.kind = was_row(r) || r->kind == K_COLS ? K_ROW : r->kind;
	before.rows = before.kind == K_ROW ? before.rows + 1 : 0;
}

static void record(const struct rec *r);

/* The lines that ask what the cells behind them say wait with R and what follows. */
static void
look_ahead(void)
{
	struct buf lines = {0};

	before = hold_give_back(&lines);
	later_begin(slice_of(&lines));
	buf_free(&lines);
}

static void
one_record(const struct rec *r)
{
	int waits = r->kind == K_TEXT || r->kind == K_LEGEND || (r->kind == K_ROW && row_may_be(r));

	settle(r, waits);
	if (hold_asks()) {
		look_ahead();
		record(r);
		return;
	}
	if (waits)
		text_record(r);
	else if (r->kind == K_DOC)
		begin_doc(r);
	else if (r->kind == K_RULE)
		rule_record(r);
	else if (is_text_kind(r->kind))
		other_text(r);
	else if (r->kind == K_DEFINE || why_is_own(r))
		return; /* of an earlier run: it will be said again */
	else if (!hold_is_empty())
		hold_note(r);
	else
		out_pass(r);
	note_kind(r);
}

static void
record(const struct rec *r)
{
	if (later_on() && (r->kind == K_DOC || later_is_full()))
		later_replay(one_record, r->kind == K_DOC ? hold_close : NULL);
	if (later_on())
		later_take(r);
	else
		one_record(r);
}

static void
input_end(void)
{
	hold_close();
	if (hold_asks())
		look_ahead();
	if (later_on())
		later_replay(one_record, hold_close);
}

static void
begin(void)
{
	legend_rules_load();
}

static void
end(void)
{
	if (doc.n)
		say_enddoc(doc.p);
}

const struct filter legend_filter = {
	.prog = {
		"tanzaku-legend", "[-r FILE] [FILE ...]",
		"Finds the legends of a document, which say what its marks mean, by their shape.\n"
		"  -r FILE  marks, separators and titles that come before the built-in ones\n",
	},
	.letters = "",
	.tables = "legend.tsv marks.tsv",
	.begin = begin,
	.record = record,
	.input_end = input_end,
	.end = end,
};
