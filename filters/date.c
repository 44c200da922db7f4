/* tanzaku-date - era dates, fiscal years and vague deadlines as intervals of days; see tanzaku-date(1) */
#include <string.h>
#include <unistd.h>

#include "datecal.h"
#include "datechar.h"
#include "datectx.h"
#include "datescan.h"
#include "opts.h"
#include "out.h"
#include "rec.h"
#include "utf8.h"

static const struct prog prog = {
	"tanzaku-date", "[-b DATE] [-r FILE] [FILE ...]",
	"Adds the dates of each text record as intervals of days, beside what is written.\n"
	"  -b DATE  the document's date, as 2007-09-28: where a year is left out, and nothing else tells it\n"
	"  -r FILE  eras, read before those of eras.tsv\n",
};

/* What was found in the record that is being annotated: it waits for the annotations that are there already. */
static struct {
	struct buf records;
	struct faulty {
		enum msg id;
		struct place at;
		size_t from, to; /* of the raw text, in raws */
	} *faulty;
	size_t n, cap;
	struct buf raws;
	int not_utf8, said_so;
	unsigned long line;
} found;

/* The header of the table that the rows belong to: what each of its cells tells about the cells below. */
static struct {
	struct datectx *column;
	size_t n, cap;
	int any; /* one of them tells something */
} header;

static struct buf name;      /* of the document */
static const long *base_day; /* -b, or NULL */

static struct place
here(unsigned long line, size_t column)
{
	return (struct place){name.n ? name.p : "-", line, column};
}

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

/* Writes what was found in the last record. */
static void
flush_found(void)
{
	size_t i;

	outs(slice_of(&found.records));
	buf_clear(&found.records);
	for (i = 0; i < found.n; i++) {
		const struct faulty *f = &found.faulty[i];

		out_warn(f->id, f->at, (int)(f->to - f->from), found.raws.p + f->from);
	}
	if (found.not_utf8 && !found.said_so)
		out_warn(MSG_BAD_UTF8, here(found.line, 0));
	found.n = found.raws.n = 0;
	found.not_utf8 = found.said_so = 0;
}

/* Which of the faults are the document's, not ours. */
static int
fault_msg(enum fault fault, enum msg *id)
{
	switch (fault) {
	case FAULT_IMPOSSIBLE:
		*id = MSG_IMPOSSIBLE_DATE;
		return 1;
	case FAULT_LUNAR:
		*id = MSG_LUNAR_DATE;
		return 1;
	case FAULT_CONFLICT:
		*id = MSG_CONFLICTING_DATE;
		return 1;
	default:
		return 0;
	}
}

static void
keep_fault(enum msg id, const struct date *d, unsigned long line)
{
	struct faulty *f;

	if (found.n == found.cap) {
		found.cap = found.cap ? 2 * found.cap : 16;
		found.faulty = erealloc(found.faulty, found.cap * sizeof(*found.faulty));
	}
	f = &found.faulty[found.n++];
	f->id = id;
	f->at = here(line, 0);
	f->from = found.raws.n;
	buf_adds(&found.raws, d->raw);
	f->to = found.raws.n;
}

static void
add_flags(struct buf *b, const struct dvalue *v)
{
	static const char *const names[] = {
		"approximate", "until", "from", "inferred-era", "inferred-year", "relative", "unresolved",
	};
	static const char *const faults[] = {
		[FAULT_PLACEHOLDER] = "placeholder", [FAULT_GARBLED] = "garbled", [FAULT_IMPOSSIBLE] = "impossible",
		[FAULT_LUNAR] = "lunar", [FAULT_CONFLICT] = "conflict", [FAULT_AMBIGUOUS] = "ambiguous",
		[FAULT_RECURRING] = "recurring",
	};
	size_t i, first = b->n;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (v->flags & 1u << i) {
			if (b->n > first)
				buf_addc(b, ',');
			buf_addz(b, names[i]);
		}
	}
	if (!v->known && v->fault) {
		buf_addc(b, ',');
		buf_addz(b, faults[v->fault]);
	}
}

/* The days of a document are few: each is put into ISO 8601 once. */
static void
add_day(struct buf *b, long day)
{
	enum { CACHE = 1024 };
	static struct {
		long day;
		char iso[ISO_DAY];
	} cache[CACHE];
	size_t i = (size_t)day % CACHE;

	if (cache[i].day != day || !cache[i].iso[0]) {
		cache[i].day = day;
		day_iso(cache[i].iso, day);
	}
	buf_add(b, cache[i].iso, ISO_DAY);
}

static void
add_record(const struct date *d, unsigned long line, size_t column)
{
	static const char *const precisions[] = {
		"day", "dekad", "month", "quarter", "half", "season", "year", "fiscal-year",
	};
	struct buf *b = &found.records;
	buf_addz(b, "date\t");
	buf_addu(b, line);
	buf_addc(b, '\t');
	buf_addu(b, column);
	buf_addc(b, '\t');
	esc(b, d->raw);
	buf_addc(b, '\t');
	if (d->v.known) {
		add_day(b, d->v.start);
		buf_addc(b, '\t');
		add_day(b, d->v.end);
		buf_addc(b, '\t');
		buf_addz(b, precisions[d->v.precision]);
	} else {
		buf_add(b, "\t\t", 2);
	}
	buf_addc(b, '\t');
	add_flags(b, &d->v);
	buf_addc(b, '\n');
}

/* The dates of one field, which is cell COLUMN. None is before byte FROM. */
static void
field_dates(struct slice field, size_t from, unsigned long line, size_t column)
{
	static struct buf tmp;
	struct slice text = unesc_tmp(&tmp, field);
	struct datescan sc = {text, text.p == field.p ? from : 0, 0};
	struct datelook look;
	struct date d;
	enum msg id;

	for (ctx_look(&look); date_next(&sc, &look, &d); ctx_look(&look)) {
		ctx_add(&d);
		add_record(&d, line, column);
		if (!d.v.known && fault_msg(d.v.fault, &id))
			keep_fault(id, &d, line);
	}
}

static const struct datectx *
column_header(size_t i)
{
	return header.any && i < header.n && header.column[i].kind ? &header.column[i] : NULL;
}

/* Cell by cell, but only those with an anchor; the record's first one is at AT. */
static void
row_dates(const struct rec *r, size_t at)
{
	const char *p = r->rest.p, *end = p + r->rest.n, *cell = p, *tab;
	size_t column = 0;

	for (; at < r->rest.n; at = date_anchor(r->rest, (size_t)(cell - p))) {
		for (; (tab = memchr(cell, '\t', (size_t)(end - cell))) && tab < p + at; column++)
			cell = tab + 1;
		tab = tab ? tab : end;
		ctx_begin_cell(column_header(column));
		field_dates((struct slice){cell, (size_t)(tab - cell)}, (size_t)(p + at - cell), r->line, ++column);
		if (tab == end)
			break;
		cell = tab + 1;
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
			field_dates(fields.f[i], 0, r->line, 0);
}

/* The first anchor in R is at AT. */
static void
text_dates(const struct rec *r, size_t at)
{
	switch (r->kind) {
	case K_ROW:
		row_dates(r, at);
		break;
	case K_HEAD:
		parts_dates(r, HEAD_BEFORE, HEAD_MARK, HEAD_TITLE);
		break;
	case K_LEGEND:
		parts_dates(r, LEGEND_BEFORE, LEGEND_MARK, LEGEND_AFTER);
		break;
	default:
		field_dates(r->rest, at, r->line, 0);
		break;
	}
}

/* What a header's cell says, if it says one thing: 平成30年度計画. */
static struct datectx
header_cell(struct slice field)
{
	static struct buf tmp;
	struct datescan sc = {unesc_tmp(&tmp, field), 0, 0};
	struct datelook look;
	struct datectx c = {0};
	struct date d;
	int dates = 0;

	for (ctx_look(&look); date_next(&sc, &look, &d); dates++)
		c = d.v.known ? d.v.as : (struct datectx){0};
	return dates == 1 ? c : (struct datectx){0};
}

static void
read_header(const struct rec *r)
{
	static struct fields fields;
	size_t i;

	header.any = 0;
	if (date_anchor(r->rest, 0) == r->rest.n || utf8_valid(r->rest.p, r->rest.n) != r->rest.n)
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

static void
text_record(const struct rec *r)
{
	size_t at;

	flush_found();
	out_pass(r);
	ctx_begin_record();
	if (r->kind == K_HEAD)
		ctx_begin_section(depth_of(r));
	if (r->kind == K_HEAD || r->kind == K_LEGEND || (r->kind == K_TEXT && r->rest.n))
		header.any = 0;
	if (r->kind == K_COLS) {
		read_header(r);
		return;
	}
	if ((at = date_anchor(r->rest, 0)) == r->rest.n)
		return;
	found.line = r->line;
	found.not_utf8 = utf8_valid(r->rest.p, r->rest.n) != r->rest.n;
	if (!found.not_utf8)
		text_dates(r, at);
}

/* What an earlier run of this filter has said. */
static int
is_own(const struct rec *r)
{
	return r->kind == K_DATE || is_warn(r, MSG_IMPOSSIBLE_DATE) || is_warn(r, MSG_LUNAR_DATE) ||
	    is_warn(r, MSG_CONFLICTING_DATE);
}

static void
date(struct in *in)
{
	struct rec r;

	begin_doc(slice_z(strcmp(in->name, "<stdin>") == 0 ? "-" : in->name));
	while (rec_read(in, &r)) {
		if (is_text_kind(r.kind)) {
			text_record(&r);
			continue;
		}
		if (is_own(&r))
			continue;
		if (r.kind == K_DOC || r.kind == K_BAD)
			flush_found();
		if (r.kind == K_DOC)
			begin_doc((struct slice){r.rest.p, strcspn(r.rest.p, "\t\n")});
		if (is_warn(&r, MSG_BAD_UTF8))
			found.said_so = 1;
		out_pass(&r);
	}
	flush_found();
}

int
main(int argc, char **argv)
{
	const char *rules = NULL;
	static long day;
	int c;

	opts_begin(&prog, argc, argv);
	while ((c = getopt(argc, argv, "b:r:")) != -1) {
		if (c == 'b' && iso_day(optarg, &day))
			base_day = &day;
		else if (c == 'r')
			rules = optarg;
		else
			usage(prog.synopsis);
	}
	eras_load(rules);
	date_chars_load();
	each_input(argc - optind, argv + optind, date);
	if (name.n)
		say_enddoc(name.p);
	out_flush();
	return (int)status_now();
}
