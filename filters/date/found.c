/* found.c - the dates of the record that is being annotated; see date/found.h */
#include "date/found.h"

#include "stream/added.h"
#include "date/cal.h"
#include "base/check.h"
#include "base/hash.h"
#include "stream/out.h"
#include "stream/warn.h"

static struct added dates = {.kind = K_DATE};

/* Warnings behind the records. */
static struct faulty {
	enum msg id;
	struct place at;
	size_t from, to; /* of the raw text, in raws */
} *faulty;
static size_t faults, cap;
static struct buf raws;

static struct place not_utf8; /* its file is NULL if all is well */
static int said_so;

/* The faults that are the document's. */
static const struct {
	enum fault fault;
	enum msg id;
} said[] = {
	{FAULT_IMPOSSIBLE, MSG_IMPOSSIBLE_DATE}, {FAULT_LUNAR, MSG_LUNAR_DATE}, {FAULT_CONFLICT, MSG_CONFLICTING_DATE},
};

enum { SAID = sizeof(said) / sizeof(*said) };

static void
add_fault(enum msg id, const struct date *d, struct place at)
{
	struct faulty *f;

	if (faults == cap) {
		cap = cap ? 2 * cap : 16;
		faulty = erealloc(faulty, cap * sizeof(*faulty));
	}
	f = &faulty[faults++];
	f->id = id;
	f->at = at;
	f->from = raws.n;
	buf_adds(&raws, d->raw);
	f->to = raws.n;
}

static void
add_flags(struct buf *b, const struct dvalue *v)
{
	static const char *const names[] = {
		"approximate", "until", "from", "inferred-era", "inferred-year", "relative", "sentinel", "weekday", "era-over",
		"unresolved",
	};
	static const char *const reasons[] = {
		[FAULT_PLACEHOLDER] = "placeholder", [FAULT_GARBLED] = "garbled", [FAULT_IMPOSSIBLE] = "impossible",
		[FAULT_LUNAR] = "lunar", [FAULT_CONFLICT] = "conflict", [FAULT_AMBIGUOUS] = "ambiguous",
	};
	size_t i, first = b->n;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (v->flags & 1u << i) {
			if (b->n > first)
				buf_addc(b, ',');
			buf_addz(b, names[i]);
		}
	}
	if (v->flags & FLAG_UNRESOLVED && v->fault) {
		buf_addc(b, ',');
		buf_addz(b, reasons[v->fault]);
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
	} known[CACHE];
	size_t i = (size_t)day % CACHE;

	if (known[i].day != day || !known[i].iso[0]) {
		known[i].day = day;
		day_iso(known[i].iso, day);
	}
	buf_add(b, known[i].iso, ISO_DAY);
}

static void
add_value(struct buf *b, const struct dvalue *v)
{
	static const char *const precisions[] = {
		"day", "dekad", "month", "quarter", "half", "season", "year", "fiscal-year",
		"duration", "recurrence", "not-fixed",
	};

	if (!v->known) {
		buf_add(b, "\t\t", 2);
		if (!(v->flags & FLAG_UNRESOLVED))
			buf_addz(b, precisions[v->precision]);
		return;
	}
	add_day(b, v->start);
	buf_addc(b, '\t');
	add_day(b, v->end);
	buf_addc(b, '\t');
	buf_addz(b, precisions[v->precision]);
}

/* What it may be: intervals as those of ISO 8601, with commas between them. The field is there only if it is not empty. */
static void
add_candidates(struct buf *b, const struct dvalue *v)
{
	int i;

	for (i = 0; i < v->candidates && v->flags & FLAG_UNRESOLVED; i++) {
		buf_addc(b, i ? ',' : '\t');
		add_day(b, v->candidate[i].start);
		buf_addc(b, '/');
		add_day(b, v->candidate[i].end);
	}
}

/* The record behind its column. */
static void
add_tail(struct buf *b, const struct date *d)
{
	esc(b, d->raw);
	buf_addc(b, '\t');
	add_value(b, &d->v);
	buf_addc(b, '\t');
	add_flags(b, &d->v);
	add_candidates(b, &d->v);
	buf_addc(b, '\n');
}

/* What has been said about a date that is known. Most likely that comes again: each slot keeps the last one that fell
 * into it, which takes a fifth of the time of add_tail. */
struct tail {
	long start, end;
	enum precision precision;
	unsigned flags;
	size_t raw, n;  /* bytes of the raw text; of all, 0 if nothing is kept */
	uint64_t same;  /* its number: see added.h */
	char text[80];  /* begins with the raw text, in which nothing is escaped */
};

static struct tail *
slot_of(const struct date *d)
{
	enum { SLOTS = 1024 };
	static struct tail tails[SLOTS];
	/* what has the same days and length nearly always begins differently: 年度内, 前年度 */
	uint64_t first = hash_bytes(d->raw.p, d->raw.n < 8 ? d->raw.n : 8) + d->raw.n + d->v.flags;

	return &tails[hash_step(hash_step(first, (uint64_t)d->v.start), (uint64_t)d->v.end) % SLOTS];
}

static int
is_of(const struct tail *t, const struct date *d)
{
	const struct dvalue *v = &d->v;

	return t->n && t->start == v->start && t->end == v->end && t->flags == v->flags && t->precision == v->precision &&
	    slice_eq(d->raw, (struct slice){t->text, t->raw});
}

/* Keeps in T the tail of D that begins at byte FROM of B, if that can be. */
static void
keep(struct tail *t, const struct date *d, const struct buf *b, size_t from)
{
	const struct dvalue *v = &d->v;
	size_t n = b->n - from;

	if (!KEEPS_ANSWERS || n > sizeof(t->text) || memcmp(b->p + from, d->raw.p, d->raw.n) != 0 ||
	    b->p[from + d->raw.n] != '\t')
		return;
	*t = (struct tail){v->start, v->end, v->precision, v->flags, d->raw.n, n, added_numbers(1), ""};
	memcpy(t->text, b->p + from, n);
}

/* What T keeps is what add_tail says of D. */
static void
check_tail(const struct tail *t, const struct date *d)
{
	struct buf again = {0};

	add_tail(&again, d);
	check_same(slice_eq(slice_of(&again), (struct slice){t->text, t->n}), "a date that was again before", d->raw);
	buf_free(&again);
}

void
found_date(const struct date *d, const char *file, unsigned long line, size_t column)
{
	struct tail *t = d->v.known ? slot_of(d) : NULL;
	struct buf *b = &dates.text;
	size_t i, from;

	if (t && is_of(t, d)) {
		if (CHECKS)
			check_tail(t, d);
		added_loose(&dates, line, column, (struct slice){t->text, t->n}, t->same);
		return;
	}
	added_begin(&dates, line);
	added_column(&dates, column);
	from = b->n;
	add_tail(b, d);
	if (t)
		keep(t, d, b, from);
	for (i = 0; !t && i < SAID; i++)
		if (d->v.fault == said[i].fault && d->v.flags & FLAG_UNRESOLVED)
			add_fault(said[i].id, d, (struct place){file, line, 0});
}

void
found_bad_utf8(const char *file, unsigned long line)
{
	not_utf8 = (struct place){file, line, 0};
}

void
found_said_so(void)
{
	said_so = 1;
}

void
found_flush(void)
{
	size_t i;

	added_flush(&dates);
	for (i = 0; i < faults; i++)
		out_warn(faulty[i].id, faulty[i].at, (int)(faulty[i].to - faulty[i].from), raws.p + faulty[i].from);
	if (not_utf8.file && !said_so)
		out_warn(MSG_BAD_UTF8, not_utf8);
	faults = raws.n = 0;
	not_utf8.file = NULL;
	said_so = 0;
}

int
found_is_own(const struct rec *r)
{
	size_t i;

	for (i = 0; r->kind == K_WARN && i < SAID; i++)
		if (is_warn(r, said[i].id))
			return 1;
	return r->kind == K_DATE;
}
