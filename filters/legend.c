/* tanzaku-legend - recognise legends by their shape; see tanzaku-legend(1) */
#include <string.h>
#include <unistd.h>

#include "blank.h"
#include "legendgroup.h"
#include "legendline.h"
#include "legendrow.h"
#include "legendunit.h"
#include "opts.h"
#include "out.h"
#include "rec.h"
#include "utf8.h"

static const struct prog prog = {
	"tanzaku-legend", "[-r FILE] [FILE ...]",
	"Finds the legends of a document, which say what its marks mean, by their shape.\n"
	"  -r FILE  marks, separators and titles that come before the built-in ones\n",
};

/* A legend with more blank lines than this between two entries is two. */
enum { MAX_BLANKS = 3, MAX_CONTS = 4, TITLE_LIMIT = 240, HEADER_LIMIT = 120 };

/* The lines that wait for the end of their group; the last one may still get annotations. */
static struct unit held[MAX_HELD];
static size_t held_n;
static int in_group; /* held[0] begins a group */
static size_t blanks, conts; /* how many of the last ones held are blank, or may go on with an entry */

static struct buf doc;    /* the document's name, for messages */
static struct buf before; /* the last line that was passed, if it may be a title */
static size_t before_blanks;
static enum kind before_kind; /* of the last record of text */

static void
remember(struct slice text)
{
	if (blank_field(text)) {
		before_blanks++;
		return;
	}
	buf_clear(&before);
	before_blanks = 0;
	if (text.n <= TITLE_LIMIT)
		buf_adds(&before, text);
}

static int
is_titled(void)
{
	struct slice s = slice_of(&before);

	return before_blanks <= MAX_BLANKS && utf8_valid(s.p, s.n) == s.n && legend_is_title(s);
}

/* The entry in held[I] goes on in the lines behind it that are sure to be its own. */
static size_t
lines_of_entry(size_t i, size_t n)
{
	size_t j = i + 1;

	while (j < n && held[j].goes_on == SURELY)
		j++;
	return j - i;
}

/* Ends the group: its lines go out, as a legend if they are one. */
static void
close_group(size_t n)
{
	int legend = in_group && group_is_legend();
	size_t i, lines;

	for (i = 0; i < n; i += lines) {
		lines = legend && held[i].entries ? lines_of_entry(i, n) : 1;
		remember(slice_of(&held[i].text));
		if (legend && held[i].entries) {
			unit_out_legend(&held[i], lines);
			buf_clear(&before);
		} else {
			unit_out_plain(&held[i]);
		}
		if (held[i].bad)
			out_warn(MSG_BAD_UTF8, (struct place){doc.p, held[i].line, 0});
	}
	if (n < held_n)
		unit_swap(&held[0], &held[n]);
	held_n -= n;
	in_group = 0;
	blanks = conts = 0;
}

static int
is_row(const struct unit *u)
{
	return u->text.n && memchr(u->text.p, '\t', u->text.n) != NULL;
}

static void
read_line(struct legend_line *l, struct unit *u)
{
	struct slice text = slice_of(&u->text);
	int row = is_row(u);

	l->n = 0;
	u->prose = !u->bad && !row && legend_may_be(text);
	legend_at = (struct place){doc.p, u->line, 0};
	if (row && !u->bad)
		u->marks = legend_row_marks(text);
	if (u->prose || (row && !u->bad))
		unit_read(l, u);
}

static void
begin_group(struct legend_line *l, struct unit *u)
{
	group_begin(is_titled());
	read_line(l, u); /* again: the title was read where it was */
	group_add(l, 0);
	in_group = 1;
}

/* A row of marks and a row of meanings below it: what they define is said, and neither is a row of data. */
static int
rows_define(void)
{
	static struct buf defines;

	buf_clear(&defines);
	if (held_n != 2 || in_group || held[0].marks < 2 || !is_row(&held[1]) ||
	    (held[0].marks < 3 && !is_titled()) ||
	    !legend_row_defines(&defines, slice_of(&held[0].text), slice_of(&held[1].text), held[1].line))
		return 0;
	unit_out_text(&held[0], NULL);
	unit_out_text(&held[1], &defines);
	held_n = 0;
	buf_clear(&before);
	return 1;
}

/* Nothing is held but the line, which may begin something. */
static void
begin_anew(struct legend_line *l, struct unit *u)
{
	if (l->n)
		begin_group(l, u);
	else if (u->marks < 2)
		close_group(held_n);
}

/* The line may be the rest of the entry before it, which was cut by the width of a page: surely, if that has
 * an open bracket; else if another entry of the legend follows. */
static int
may_go_on(struct unit *u)
{
	const struct unit *last = &held[held_n - 2];

	if (blanks || conts == MAX_CONTS || u->bad || u->notes.n || is_row(u) || is_row(last) || !unit_may_go_on(last, u))
		return 0;
	u->goes_on = unit_is_open(last, conts) ? SURELY : PERHAPS;
	conts++;
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
	blanks = conts = 0;
}

/* A line has all its records: it joins the group, ends it, or begins one. */
static void
settle_line(void)
{
	static struct legend_line l;
	struct unit *u = &held[held_n - 1];

	read_line(&l, u);
	u->entries = l.n;
	if (in_group && l.n && group_add(&l, blanks > 0)) {
		entry_added();
	} else if (in_group && l.n == 0 && !blank_field(slice_of(&u->text)) && may_go_on(u)) {
		return;
	} else if (in_group && blank_field(slice_of(&u->text))) {
		blanks++;
	} else if (!rows_define()) {
		close_group(held_n - 1);
		begin_anew(&l, &held[held_n - 1]);
	}
	if (blanks > MAX_BLANKS || held_n == MAX_HELD)
		close_group(held_n);
}

/* The last line held has all its records. An earlier run may have made one record of several lines. */
static void
settle(void)
{
	static struct buf rest;
	unsigned long line = held[held_n - 1].line;

	if (held[held_n - 1].settled)
		return;
	held[held_n - 1].settled = 1;
	unit_take_rest(&held[held_n - 1], &rest);
	settle_line();
	while (rest.n) {
		unit_begin_rest(&held[held_n++], &rest, ++line);
		held[held_n - 1].settled = 1;
		settle_line();
	}
}

static void
settle_all(void)
{
	if (held_n)
		settle();
	if (held_n)
		close_group(held_n);
}

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
has_tab(struct slice field)
{
	const char *p = field.n ? memchr(field.p, '\\', field.n) : NULL;

	return p && field.n <= TITLE_LIMIT && escapes_tab(p, field.p + field.n);
}

/* A line of text, or a part of one that an earlier run has cut. */
static void
text_record(const struct rec *r)
{
	struct unit *last = held_n ? &held[held_n - 1] : NULL;

	if (last && r->kind == K_LEGEND && last->kind == K_LEGEND && last->line == r->line) {
		unit_add(last, r);
		return;
	}
	if (last)
		settle();
	if (held_n == 0 && r->kind == K_TEXT && !legend_may_be(r->rest) && !has_tab(r->rest)) {
		remember(r->rest);
		out_pass(r);
		return;
	}
	unit_begin(&held[held_n], r);
	held[held_n++].header = r->kind == K_ROW && before_kind != K_ROW;
}

/* No legend goes on across another row or a heading, and none has its title before it; but a short row
 * may be its header: 区分, 内容. */
static void
other_text(const struct rec *r)
{
	settle_all();
	buf_clear(&before);
	if (r->kind == K_ROW && r->rest.n <= HEADER_LIMIT)
		remember(r->rest);
	out_pass(r);
}

static void
begin_doc(const struct rec *r)
{
	static struct fields f;

	settle_all();
	if (doc.n)
		say_enddoc(doc.p);
	buf_clear(&doc);
	buf_clear(&before);
	before_kind = K_DOC;
	if (rec_fields(r, &f))
		unesc(&doc, f.f[DOC_NAME]);
	buf_addc(&doc, '\0');
	out_pass(r);
}

/* Behind a row of marks, any row can be that of their meanings. */
static int
is_awaited(void)
{
	if (held_n && is_row(&held[held_n - 1]))
		settle();
	return held_n && held[held_n - 1].marks >= 2;
}

/* The first row of a table may say in one of its cells what the marks below it mean. */
static int
may_be_header(const struct rec *r)
{
	return before_kind != K_ROW && legend_header_may_be(r->rest);
}

static void
one_record(const struct rec *r)
{
	if (r->kind == K_TEXT || r->kind == K_LEGEND ||
	    (r->kind == K_ROW && (is_awaited() || may_be_header(r) || legend_row_may_be(r->rest, in_group || before.n))))
		text_record(r);
	else if (r->kind == K_DOC)
		begin_doc(r);
	else if (is_text_kind(r->kind))
		other_text(r);
	else if (r->kind == K_DEFINE)
		return; /* of an earlier run: it will be said again */
	else if (held_n)
		unit_note(&held[held_n - 1], r);
	else
		out_pass(r);
	if (is_text_kind(r->kind))
		before_kind = r->kind;
}

static void
legend(struct in *in)
{
	struct rec r;

	while (rec_read(in, &r))
		one_record(&r);
	settle_all();
}

int
main(int argc, char **argv)
{
	const char *rules = NULL;
	int c;

	opts_begin(&prog, argc, argv);
	while ((c = getopt(argc, argv, "r:")) != -1) {
		if (c != 'r')
			usage(prog.synopsis);
		rules = optarg;
	}
	legend_rules_load(rules);
	each_input(argc - optind, argv + optind, legend);
	if (doc.n)
		say_enddoc(doc.p);
	out_flush();
	return status_now();
}
