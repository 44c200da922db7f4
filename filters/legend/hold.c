/* hold.c - the lines that wait; see legend/hold.h */
#include "legend/hold.h"

#include <string.h>

#include "base/blank.h"
#include "legend/later.h"
#include "legend/group.h"
#include "legend/halves.h"
#include "legend/line.h"
#include "legend/may.h"
#include "legend/row.h"
#include "legend/title.h"
#include "stream/out.h"
#include "stream/warn.h"

/* A legend with more blank lines than this between two entries is two; an entry that goes on over more
 * lines than this is a paragraph; bytes of records of one line, at most. */
enum { MAX_BLANKS = 3, MAX_CONTS = 4, MAX_RECORDS = 1 << 18 };

/* The last one may still get annotations. */
static struct unit held[MAX_HELD];
static size_t held_n;
static int in_group; /* held[0] begins a group */
static struct {
	int asks;             /* whether the group is a legend hangs on the cells behind it */
	size_t blanks, conts; /* how many of the last ones held are blank, or may go on with an entry */
} open;

/* The entry in held[I] goes on in the lines behind it that are sure to be its own. */
static size_t
lines_of_entry(size_t i, size_t n)
{
	size_t j = i + 1;

	while (j < n && held[j].goes_on == SURELY)
		j++;
	return j - i;
}

/* Ends the group: its lines go out, as a legend if they are one; or it asks. TOO_LONG: the next line is of it, too. */
static void
close_group(size_t n, int too_long)
{
	enum whether v = in_group ? group_verdict() : IS_NONE;
	int legend = v == IS_LEGEND || (v == IS_IF_USED && later_is_known() && group_is_used(held[0].line));
	size_t i, lines;

	open.asks = v == IS_IF_USED && !later_is_known() && !too_long;
	if (open.asks)
		return;

	for (i = 0; i < n; i += lines) {
		lines = legend && held[i].entries ? lines_of_entry(i, n) : 1;
		title_see(unit_title(&held[i]));
		if (legend && held[i].entries) {
			unit_out_legend(&held[i], lines);
			title_forget();
		} else {
			unit_out_plain(&held[i]);
		}
		if (held[i].bad)
			out_warn(MSG_BAD_UTF8, (struct place){legend_at.file, held[i].line, 0});
		outs(slice_of(&held[i].behind));
	}
	if (n < held_n)
		unit_swap(&held[0], &held[n]);
	held_n -= n;
	in_group = 0;
	open.blanks = open.conts = 0;
}

static void
read_line(struct legend_line *l, struct unit *u)
{
	struct slice text = slice_of(&u->text);
	int row = unit_is_row(u), readable = !u->bad;

	l->n = 0;
	/* a longer line is read below a title, and between entries */
	u->prose = readable && !row && text.n && (text.n <= LEGEND_LINE ? legend_may_be(text) : in_group || title_stands());
	legend_at_line(u->line);
	if (row && readable)
		u->marks = legend_row_marks(text, title_stands());
	if (row && readable && u->before.kind == K_ROW)
		u->grid = title_grid();
	/* a row behind another one begins no legend in its middle, whatever a word in it is one for */
	if (u->prose || (row && readable && (in_group || u->before.kind != K_ROW || !legend_row_is_none(text))))
		unit_read(l, u);
}

static enum announced
announced(const struct unit *u)
{
	if (title_is_sure())
		return ANNOUNCED_SURELY;
	if (title_stands())
		return ANNOUNCED_ABOVE;
	return unit_is_row(u) && u->before.kind == K_ROW ? BELOW_A_HEADER : NOT_ANNOUNCED;
}

/* STILL: L is the line as it was read last. A title is read where it was. */
static void
begin_group(struct legend_line *l, struct unit *u, int still)
{
	still = still && (!title_may_stand() || title_is_known());
	group_begin(announced(u));
	if (!still)
		read_line(l, u);
	group_add(l, 0);
	in_group = 1;
}

/* A row of marks and a row of meanings below it: what they define is said, and neither is a row of data. */
static int
rows_define(void)
{
	static struct buf defines;

	buf_clear(&defines);
	if (held_n != 2 || in_group || held[0].marks < 2 || !unit_is_row(&held[1]) || held[1].bad ||
	    (held[0].marks < 3 && !title_stands()) ||
	    !legend_row_defines(&defines, slice_of(&held[0].text), slice_of(&held[1].text), held[1].line, title_stands()))
		return 0;
	unit_out_text(&held[0], NULL);
	outs(slice_of(&held[0].behind));
	unit_out_text(&held[1], &defines);
	outs(slice_of(&held[1].behind));
	held_n = 0;
	title_forget();
	return 1;
}

/* Nothing is held but the line, which may begin something. STILL: nothing was closed before it, and so read. */
static void
begin_anew(struct legend_line *l, struct unit *u, int still)
{
	if (l->n)
		begin_group(l, u, still);
	else if (u->marks < 2)
		close_group(held_n, 0);
}

/* The line may be the rest of the entry before it, which was cut by the width of a page: surely, if that has
 * an open bracket; else if another entry of the legend follows. */
static int
may_go_on(struct unit *u)
{
	const struct unit *last = &held[held_n - 2];

	if (open.blanks || open.conts == MAX_CONTS || u->bad || u->notes.n || unit_is_row(u) || unit_is_row(last) || !unit_may_go_on(last, u))
		return 0;
	u->goes_on = unit_is_open(last, open.conts) ? SURELY : PERHAPS;
	open.conts++;
	return 1;
}

/* Another entry has come: the lines before it that might belong to the one before do. */
static void
entry_added(void)
{
	size_t i;

	for (i = held_n - 1; i > 0 && (held[i - 1].entries == 0); i--)
		if (held[i - 1].goes_on == PERHAPS)
			held[i - 1].goes_on = SURELY;
	open.blanks = open.conts = 0;
}

/* A line has all its records: it joins the group, ends it, or begins one. */
static void
settle_line(void)
{
	static struct legend_line l;
	struct unit *u = &held[held_n - 1];

	read_line(&l, u);
	u->entries = l.n;
	if (in_group && l.n && group_add(&l, open.blanks > 0)) {
		entry_added();
	} else if (in_group && l.n == 0 && !blank_field(slice_of(&u->text)) && may_go_on(u)) {
		return;
	} else if (in_group && blank_field(slice_of(&u->text))) {
		open.blanks++;
	} else if (!rows_define()) {
		int first = held_n == 1;

		close_group(held_n - 1, 0);
		if (open.asks)
			return;
		begin_anew(&l, &held[held_n - 1], first);
	}
	if (open.blanks > MAX_BLANKS || held_n == MAX_HELD)
		close_group(held_n, held_n == MAX_HELD);
}

/* The last line held has all its records. An earlier run may have made one record of several lines. */
void
hold_settle(void)
{
	static struct buf rest;
	unsigned long line;

	if (held_n == 0 || held[held_n - 1].settled)
		return;
	line = held[held_n - 1].line;
	held[held_n - 1].settled = 1;
	unit_take_rest(&held[held_n - 1], &rest);
	settle_line();
	while (rest.n && !open.asks) {
		unit_begin_rest(&held[held_n++], &rest, ++line);
		held[held_n - 1].settled = 1;
		settle_line();
	}
}

static void
close_all(int too_long)
{
	hold_settle();
	if (held_n && !open.asks)
		close_group(held_n, too_long);
}

void
hold_close(void)
{
	close_all(0);
}

void
hold_begin(const struct rec *r, struct before before)
{
	struct unit *u = &held[held_n++];

	unit_begin(u, r);
	u->before = before;
	u->header = r->kind == K_ROW && before.kind != K_ROW;
}

int
hold_asks(void)
{
	return open.asks;
}

struct before
hold_give_back(struct buf *to)
{
	struct before before = held[0].before;
	size_t i;

	for (i = 0; i < held_n; i++) {
		buf_adds(to, slice_of(&held[i].raw));
		buf_adds(to, slice_of(&held[i].behind));
	}
	held_n = 0;
	in_group = open.asks = 0;
	open.blanks = open.conts = 0;
	return before;
}

int
hold_is_same(const struct rec *r)
{
	const struct unit *last = held_n ? &held[held_n - 1] : NULL;

	return last && r->kind == K_LEGEND && last->kind == K_LEGEND && last->line == r->line;
}

int
hold_more(const struct rec *r)
{
	if (!hold_is_same(r))
		return 0;
	unit_add(&held[held_n - 1], r);
	return 1;
}

void
hold_note(const struct rec *r)
{
	if (held[held_n - 1].raw.n + held[held_n - 1].behind.n < MAX_RECORDS) {
		unit_note(&held[held_n - 1], r);
		return;
	}
	close_all(1);
	out_pass(r);
}

void
hold_rule(const struct rec *r)
{
	if (held[held_n - 1].behind.n < MAX_RECORDS) {
		unit_rule(&held[held_n - 1], r);
		return;
	}
	close_all(1);
	out_pass(r);
}

int
hold_has_line(unsigned long line)
{
	return held_n && held[held_n - 1].line == line;
}

int
hold_is_empty(void)
{
	return held_n == 0;
}

int
hold_in_group(void)
{
	return in_group;
}

int
hold_has_row(void)
{
	return held_n && unit_is_row(&held[held_n - 1]);
}

int
hold_awaits_row(void)
{
	if (held_n && unit_is_row(&held[held_n - 1]))
		hold_settle();
	return held_n && held[held_n - 1].marks >= 2;
}
