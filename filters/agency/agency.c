/* tanzaku-agency - find who is responsible; see tanzaku-agency(1) */
#include <string.h>

#include "stream/added.h"
#include "stream/again.h"
#include "agency/label.h"
#include "agency/torn.h"
#include "stream/cols.h"
#include "stream/filter.h"
#include "base/hash.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"
#include "stream/warn.h"
#include "words/lists.h"
#include "words/re.h"
#include "base/scan.h"

static struct agencies agencies;

static struct {
	struct buf file;
	int ministries;     /* the document has named one in full */
	unsigned has;       /* what the text record that is being read may hold: see row.h */
	int bad_utf8;       /* the text record last passed is not UTF-8, and that has been said */
} doc;

static struct added found = {.kind = K_AGENCY}; /* of the text record last passed */
static struct buf warned;                       /* the warnings behind them */
static struct again unknown;

/* The columns that name who is responsible, by the header in force. */
static struct {
	struct cols cols;
	unsigned long edition;
	struct buf roles;  /* and edition: of the header that was read */
	struct column {
		size_t i; /* from 0 */
		enum agency_header header;
	} *v;
	size_t n, cap;
} who;

enum { LONGEST_HEADER = 200, LONGEST_LABEL = 60 }; /* bytes */

static struct place
place(const struct rec *r)
{
	return (struct place){slice_of(&doc.file).p, r->line, 0};
}

static void
add_column(size_t i, enum agency_header h)
{
	if (who.n == who.cap) {
		who.cap = who.cap ? 2 * who.cap : 8;
		who.v = erealloc(who.v, who.cap * sizeof(*who.v));
	}
	who.v[who.n++] = (struct column){i, h};
}

/* What table says of column I counts: one that is not of owners has none, and one that is has all kinds of them, where its
 * name does not tell which. Only where nothing is said of a column does its name tell. */
static enum agency_header
header_of(size_t i, struct place at)
{
	struct slice name = cols_name(&who.cols, i);
	enum role role = cols_role(&who.cols, i);
	enum agency_header h = HEADER_OTHER;

	if (name.n <= LONGEST_HEADER && is_utf8(name))
		h = agency_header(&agencies, name, at);
	if (role == ROLE_OWNER && (h <= HEADER_BESIDE || agency_header_of_either(&agencies, name, at)))
		return HEADER_PERSONS;
	if (role == ROLE_OWNER)
		return h;
	return role == ROLE_UNKNOWN || h == HEADER_BESIDE ? h : HEADER_OTHER;
}

static void
read_header(const struct rec *r)
{
	enum agency_header h, most = HEADER_OTHER;
	size_t i;

	who.n = 0;
	who.edition = who.cols.edition;
	buf_clear(&who.roles);
	buf_adds(&who.roles, slice_of(&who.cols.role));
	for (i = 0; i < who.cols.n; i++) {
		h = header_of(i, place(r));
		if (h != HEADER_OTHER)
			add_column(i, h);
		most = h > most ? h : most;
	}
	if (most == HEADER_BESIDE)
		who.n = 0;
}

/* Makes records of the LINES in FIELDS, which nearly always are one. SAME is the number of the first (see added.h), or 0:
 * none has one. */
static void
keep(struct slice fields, size_t lines, uint64_t same, unsigned long line, size_t column)
{
	for (; lines; lines--) {
		const char *lf = lines == 1 ? fields.p + fields.n - 1 : memchr(fields.p, '\n', fields.n);
		size_t n = (size_t)(lf + 1 - fields.p);

		added_loose(&found, line, column, (struct slice){fields.p, n}, same ? same++ : 0);
		fields.p += n;
		fields.n -= n;
	}
}

/* The names in FIELD: all that it lists if it is a responsible cell, else those in its labels. */
static enum agency_result
names(struct buf *to, struct slice field, enum agency_header h, const struct rec *r)
{
	static struct buf text, plain;
	struct slice cell;

	if (h == HEADER_OTHER)
		return agency_labels(to, &agencies, field, doc.ministries, place(r));
	cell = unesc_tmp(&text, field);
	buf_clear(&plain);
	if (cell_unquote(&plain, cell))
		cell = slice_of(&plain);
	return agency_split(to, &agencies, cell, h == HEADER_PERSONS ? AGENCY_PERSONS : AGENCY_CELL, h == HEADER_MINISTRIES, place(r));
}

static size_t
lines_in(const struct buf *b)
{
	return scan_count(b->p, b->n, '\n');
}

/* The same, kept in E. */
static void
names_into(struct memo_entry *e, struct slice field, enum agency_header h, const struct rec *r)
{
	static struct buf lines;
	unsigned long hit = limits_hit();

	buf_clear(&lines);
	e->result = (int)names(&lines, field, h, r);
	buf_adds(&e->text, slice_of(&lines));
	e->known = limits_hit() == hit;
	e->lines = lines_in(&lines);
	e->same = added_numbers(e->lines);
}

/* Makes records of the names in FIELD. */
static enum agency_result
keep_names(struct slice field, size_t column, enum agency_header h, const struct rec *r)
{
	static struct memo memo;
	static struct buf lines;
	struct memo_entry *e = memo_find(&memo, field, h == HEADER_OTHER ? -doc.ministries : (int)h);
	enum agency_result result;

	if ((!e || !e->known) && !is_utf8(field)) {
		doc.bad_utf8 = 1;
		return AGENCY_NOTHING;
	}
	if (e && !e->known)
		names_into(e, field, h, r);
	if (e) {
		keep(memo_answer(e), e->lines, KEEPS_ANSWERS ? e->same : 0, r->line, column);
		return (enum agency_result)e->result;
	}
	buf_clear(&lines);
	result = names(&lines, field, h, r);
	keep(slice_of(&lines), lines_in(&lines), 0, r->line, column);
	return result;
}

/* Nothing but strokes, dots and blanks, which stand for an empty cell; U+3003 is a word, for the cell above. */
static int
is_dash(struct slice f)
{
	static const char pattern[] = "(?:(?!\\x{3003})[\\p{Pd}\\p{Po}\\s\\x{2500}-\\x{257f}\\x{30fc}]|\\\\n)*\\z";
	static struct re *re;

	if (f.n > LONGEST_LABEL)
		return 0;
	if (!re)
		re = re_new(slice_z(pattern), (struct place){"agency.c", 0, 0});
	return is_utf8(f) && re_match_at(re, f, 0, (struct place){0});
}

/* What has been found in another field is settled first: it may be in the same place of the memo. */
APART static void
see_names(struct slice f, size_t column, enum agency_header h, const struct rec *r)
{
	added_settle(&found);
	if (keep_names(f, column, h, r) == AGENCY_IN_FULL)
		doc.ministries = 1;
}

/* The same in a column whose role is owner: a cell that names nobody as far as can be told says so. */
static void
see_owner(struct slice f, size_t column, enum agency_header h, const struct rec *r)
{
	size_t before = found.n;

	see_names(f, column, h, r);
	if (found.n > before || cols_role(&who.cols, column - 1) != ROLE_OWNER || is_dash(f) || !is_utf8(f))
		return;
	f = again_shown(f);
	again_warn(&unknown, &warned, MSG_UNKNOWN_OWNER, place(r), f, cols_name(&who.cols, column - 1), (int)f.n, f.p);
}

/* A field that nothing says to be of names. Inline: most have no place for a label. */
static inline void
field(struct slice f, size_t column, const struct rec *r)
{
	if (agency_label_possible(f, doc.has))
		see_names(f, column, HEADER_OTHER, r);
}

/* What the cell F of a table without a header says about the cell behind it: 担当課 | 総務課. */
static enum agency_header
label_of(struct slice f, const struct rec *r)
{
	static struct memo memo;
	struct memo_entry *e;
	unsigned long hit = limits_hit();

	if (f.n == 0 || f.n > LONGEST_LABEL)
		return HEADER_OTHER;
	e = memo_find(&memo, f, 0);
	if (!e->known) {
		e->result = HEADER_OTHER;
		if (is_utf8(f))
			e->result = (int)agency_header(&agencies, f, place(r));
		e->known = limits_hit() == hit;
	}
	return e->result == HEADER_BESIDE ? HEADER_OTHER : (enum agency_header)e->result;
}

/* Its columns have headers. */
static void
headed_row(const struct rec *r)
{
	const struct row *row = rec_row(r);
	const struct column *next, *end;
	const struct slice *cell = row->cell;
	size_t n = row->n, i = 0;

	doc.has = agency_has(r->rest, row->has);
	if (who.edition != who.cols.edition || !slice_eq(slice_of(&who.roles), slice_of(&who.cols.role)))
		read_header(r);
	for (next = who.v, end = next + who.n;; next++) {
		size_t stop = next < end && next->i < n ? next->i : n;

		for (; i < stop; i++)
			field(cell[i], i + 1, r);
		if (i == n)
			return;
		if (slice_eq(cell[i], cols_name(&who.cols, i)))
			field(cell[i], i + 1, r); /* the header once more */
		else if (cell[i].n)
			see_owner(cell[i], i + 1, next->header, r);
		i++;
	}
}

/* They have none: a cell may say what the one behind it is. */
static void
bare_row(const struct rec *r)
{
	const struct row *row = rec_row(r);
	enum agency_header h = HEADER_OTHER;
	size_t i;

	doc.has = agency_has(r->rest, row->has);
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

	doc.has = fields->has;
	if (fields->n > HEAD_TITLE)
		field(fields->cell[HEAD_TITLE], 0, r);
}

static void
flush_records(void)
{
	added_flush(&found);
	outs(slice_of(&warned));
	buf_clear(&warned);
}

static void
text_kind(const struct rec *r)
{
	static struct torn torn;
	struct slice label = torn_see(&torn, r);

	flush_records();
	doc.bad_utf8 = 0;
	doc.has = ROW_ANY;
	if (r->kind == K_ROW && who.cols.bound)
		headed_row(r);
	else if (r->kind == K_ROW)
		bare_row(r);
	else if (r->kind == K_TEXT)
		text(r, label);
	else if (r->kind == K_HEAD)
		title(r);
	out_pass(r);
	if (doc.bad_utf8)
		out_warn(MSG_BAD_UTF8, place(r));
}

static void
end_doc(void)
{
	const char *file = doc.file.n ? doc.file.p : "-";

	again_say(&unknown, file);
	if (doc.file.n)
		say_enddoc(file);
}

static void
begin_doc(const struct rec *r)
{
	static struct fields f;

	flush_records();
	end_doc();
	buf_clear(&doc.file);
	if (rec_fields(r, &f))
		unesc(&doc.file, f.f[DOC_NAME]);
	buf_addc(&doc.file, '\0');
	doc.ministries = doc.bad_utf8 = 0;
	out_pass(r);
}

static void
record(const struct rec *r)
{
	cols_see(&who.cols, r);
	if (r->kind == K_DOC)
		begin_doc(r);
	else if (is_text_kind(r->kind))
		text_kind(r);
	else if (r->kind != K_AGENCY && !is_warn(r, MSG_UNKNOWN_OWNER) && !(doc.bad_utf8 && is_warn(r, MSG_BAD_UTF8)))
		out_pass(r);
}

static void
begin(void)
{
	agencies_load(&agencies);
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
