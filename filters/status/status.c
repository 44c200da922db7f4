/* tanzaku-status - resolve status marks through the document's own legend; see tanzaku-status(1) */
#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "stream/filter.h"
#include "stream/matchlimit.h"
#include "words/marks.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/spool.h"
#include "stream/warn.h"
#include "status/code.h"
#include "status/cols.h"
#include "status/legend.h"
#include "status/mark.h"
#include "status/note.h"
#include "status/notes.h"
#include "status/spelled.h"
#include "status/value.h"
#include "words/columns.h"
#include "words/phrases.h"
#include "words/signs.h"

/* A table's columns are judged by its first rows. */
enum { JUDGED_ROWS = 32, JUDGED_BYTES = 128 * 1024 };

/* Documents define their marks a few times at most; one that waits longer waits for its end. */
enum { REPLAYS_MAX = 16 };

/* Rows that wait only because another legend might count before the one that is there. */
enum { PATIENCE = 4096 };

static const char *legend; /* --legend */
static struct buf docname;

/* The table that the records written so far have left us in. */
static struct {
	struct statuscols headed, bare; /* with a header, which the next table may share, and without one */
	struct statuscols *cols;        /* one of them */
	int judged;
	struct buf held; /* its first rows and their annotations, while it is not judged */
	size_t rows;
	unsigned long line; /* of the first of them */
} table;

enum wait { WAIT_NOT, WAIT_A_WHILE, WAIT };

/* Records wait here, from the first row whose marks a later legend may define. */
static struct {
	enum wait on;
	int final;     /* the document has ended, no legend comes any more */
	struct spool spool[2];
	int which;     /* the spool that takes what waits */
	int replays;
	int legend_was_open;
	unsigned long rows; /* how many have waited */
} waiting;

static void take(const struct rec *r);

static const char *
docfile(void)
{
	return docname.n ? docname.p : "-"; /* records without a doc before them */
}

/* A legend of the table's own may still come, and would count before one that is there. */
static int
is_patient(unsigned long line)
{
	return !waiting.final && waiting.rows < PATIENCE && legends_may_follow(line);
}

static void
begin_table(struct statuscols *cols, const struct rec *header)
{
	table.cols = cols;
	statuscols_begin(cols, header, docfile());
	table.judged = cols->settled && !(header && is_patient(header->line));
}

/* The record of the roles stands behind the header that it is about. */
static void
take_roles(const struct rec *r)
{
	if (table.cols != &table.headed || table.rows)
		return;
	statuscols_roles(table.cols, r);
	table.judged = table.cols->settled && !is_patient(r->line);
}

/* A record that is no row of a table: what it means for the table. */
static void
see(const struct rec *r)
{
	if (r->kind == K_COLS || (r->kind == K_NAMES && r->rest.n))
		begin_table(&table.headed, r);
	else if (r->kind != K_ROW && r->kind != K_RULE && r->kind != K_LABELS && (r->kind != K_TEXT || !blank_field(r->rest)))
		begin_table(&table.bare, NULL);
}

/* Writes a record and notes what there is to add to it. */
static void
put(const struct rec *r)
{
	if (is_text_kind(r->kind) || r->kind == K_DOC) {
		notes_flush();
		see(r);
		limits_reading(docfile(), r->line);
	}
	out_pass(r);
	if (r->kind == K_ROLES)
		take_roles(r);
	if (r->kind == K_ROW && table.judged) {
		statusnote_row(table.cols, r, docfile());
		values_row(table.cols, r, docfile());
	}
	if (r->kind == K_COVERED && table.judged) {
		statusnote_covered(table.cols, r, docfile());
		values_covered(table.cols, r, docfile());
	}
	if (r->kind == K_LEGEND)
		statusnote_legend(r, docfile());
	else if (r->kind == K_TEXT)
		statusnote_text(r, docfile());
}

static void
wait_for_legend(const struct rec *r)
{
	struct spool *s = &waiting.spool[waiting.which];

	waiting.rows += r->kind == K_ROW;
	spool_add(s, r->raw.p, r->raw.n);
	if (!r->cut)
		spool_add(s, "\n", 1);
}

/* Some column's marks are not defined, or by the legend of another table, and a legend that defines them may still
 * come. */
static enum wait
must_wait(void)
{
	enum wait wait = WAIT_NOT;
	size_t i;

	for (i = 0; i < table.cols->n && !waiting.final; i++) {
		const struct statuscol *c = &table.cols->c[i];

		if (c->verdict == UNDEFINED || c->verdict == WOULD_BE)
			return WAIT;
		if (c->verdict == IS_STATUS && c->defined && is_patient(table.line))
			wait = WAIT_A_WHILE;
	}
	return wait;
}

/* Calls FN for the records in TEXT. */
static void
each_record(struct slice text, void (*fn)(const struct rec *))
{
	struct in in = {.fd = -1, .p = (char *)text.p, .end = text.n, .eof = 1};
	struct rec r;

	while (rec_read(&in, &r))
		fn(&r);
}

/* The rows held are enough to judge the table's columns, or all there are. */
static void
judge(void)
{
	struct buf held = table.held;

	if (held.n == 0)
		return;
	table.held = (struct buf){0};
	table.rows = 0;
	statuscols_decide(table.cols);
	table.judged = 1;
	waiting.on = must_wait();
	if (waiting.on) {
		table.judged = 0;
		statuscols_uncount(table.cols);
		each_record(slice_of(&held), wait_for_legend);
	} else
		each_record(slice_of(&held), put);
	buf_clear(&held);
	table.held = held; /* keeps its memory */
}

static void
hold(const struct rec *r)
{
	buf_adds(&table.held, r->raw);
	buf_addc(&table.held, '\n');
	if (r->kind != K_ROW)
		return;
	if (table.rows == 0)
		table.line = r->line;
	statuscols_count(table.cols, r, docfile());
	if (++table.rows >= JUDGED_ROWS || table.held.n >= JUDGED_BYTES)
		judge();
}

/* True if R can stand between two rows of a table. */
static int
stays_in_table(const struct rec *r)
{
	return !r->cut && r->kind != K_DOC && (!is_text_kind(r->kind) || r->kind == K_RULE || r->kind == K_LABELS ||
	                                              (r->kind == K_TEXT && blank_field(r->rest)));
}

static int
ends_table(const struct rec *r)
{
	return !waiting.on && table.held.n && r->kind != K_ROW && !stays_in_table(r);
}

static void
take(const struct rec *r)
{
	if (ends_table(r))
		judge();
	if (waiting.on)
		wait_for_legend(r);
	else if ((r->kind == K_ROW && !table.judged) || table.held.n)
		hold(r);
	else
		put(r);
}

/* What has waited is taken once more, in order; part of it may have to wait again. */
static void
replay(void)
{
	struct spool *s = &waiting.spool[waiting.which];
	struct in in = {.eof = 1};
	struct slice mem;
	struct rec r;
	int fd;

	waiting.on = WAIT_NOT;
	waiting.which = !waiting.which;
	fd = spool_read(s, &mem);
	if (fd < 0)
		in = (struct in){.fd = -1, .p = (char *)mem.p, .end = mem.n, .eof = 1};
	else
		in = (struct in){.fd = fd, .name = "temporary file"};
	while (rec_read(&in, &r))
		take(&r);
	if (fd >= 0)
		free(in.p);
	spool_reset(s);
}

/* A legend has come to its end: perhaps it is the one that was waited for. */
static void
look_at_legend(void)
{
	int open = legends_open();

	if (waiting.on && waiting.legend_was_open && !open && waiting.replays++ < REPLAYS_MAX)
		replay();
	waiting.legend_was_open = open;
}

static void
end_doc(void)
{
	waiting.final = 1;
	if (waiting.on)
		replay();
	judge();
	notes_flush();
	notes_say_all(docfile());
	waiting.final = 0;
	waiting.replays = 0;
	waiting.rows = 0;
	waiting.legend_was_open = 0;
	legends_reset();
	spelled_reset();
	statuscols_reset(&table.headed);
	begin_table(&table.bare, NULL);
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
}

static int
is_own(const struct rec *r)
{
	static const enum msg own[] = {
		MSG_UNDEFINED_MARK, MSG_NO_LEGEND,   MSG_UNSURE_MARK, MSG_MARK_DENIED,
		MSG_UNKNOWN_MEANING, MSG_NO_REFERENT, MSG_BOXES,       MSG_STAND_IN,
	};
	size_t i;

	for (i = 0; r->kind == K_WARN && i < sizeof(own) / sizeof(*own); i++)
		if (is_warn(r, own[i]))
			return 1;
	return r->kind == K_STATUS || r->kind == K_GRADE || r->kind == K_VALUE;
}

static void
record(const struct rec *r)
{
	if (is_own(r))
		return;
	if (r->kind == K_DOC) {
		end_doc();
		begin_doc(r);
	}
	if (ends_table(r)) /* before the legend that it begins is known by half */
		judge();
	if (is_text_kind(r->kind))
		limits_reading(docfile(), r->line);
	legends_see(r, docfile());
	spelled_see(r, docfile());
	look_at_legend();
	take(r);
}

static int
option(int letter, const char *argument)
{
	if (letter == 's')
		statusmark_take_stand_ins();
	else if (letter == 'e')
		statusmark_by_convention();
	else
		legend = argument;
	return 1;
}

static void
begin(void)
{
	marks_load();
	columns_load();
	signs_load();
	phrases_load();
	statuscode_load();
	values_load();
	if (legend)
		legends_load(legend);
	table.cols = &table.bare;
	spool_init(&waiting.spool[0]);
	spool_init(&waiting.spool[1]);
}

static void
end(void)
{
	say_enddoc(docfile());
}

static const char *const words[][2] = {{"--emoji", "-e"}, {"--legend", "-l"}, {NULL, NULL}};

const struct filter status_filter = {
	.prog = {
		"tanzaku-status", "[-es] [-l FILE] [-r FILE] [FILE ...]",
		"Adds what the document's own legend says about the marks in its status columns:\n"
		"a status record behind each row, a grade behind each line of the legend.\n"
		"  -l, --legend FILE  a legend for marks that the document does not define:\n"
		"                     lines of MARK, tab, MEANING\n"
		"  -r FILE            rules to put before those of status.tsv\n"
		"  -e                 take signs that the document does not explain as most people mean them: a check mark is done\n"
		"  -s                 take [1] <1> (1) and @ for a circled 1 that the copy has lost\n",
	},
	.letters = "el:s",
	.words = words,
	.tables = "status.tsv",
	.option = option,
	.begin = begin,
	.record = record,
	.input_end = end_doc,
	.end = end,
};
