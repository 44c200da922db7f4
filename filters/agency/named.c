/* named.c - who is named in a field; see agency/named.h */
#include "agency/named.h"

#include <string.h>

#include "base/hash.h"
#include "base/quote.h"
#include "base/scan.h"
#include "stream/matchlimit.h"
#include "stream/row.h"
#include "words/re.h"

/* Makes records of the LINES in FIELDS, which nearly always are one. SAME is the number of the first (see added.h), or 0:
 * none has one. */
static void
keep(struct named *d, struct slice fields, size_t lines, uint64_t same, unsigned long line, size_t column)
{
	for (; lines; lines--) {
		const char *lf = lines == 1 ? fields.p + fields.n - 1 : memchr(fields.p, '\n', fields.n);
		size_t n = (size_t)(lf + 1 - fields.p);

		added_loose(&d->found, line, column, (struct slice){fields.p, n}, same ? same++ : 0);
		fields.p += n;
		fields.n -= n;
	}
}

static enum agency_where
where_of(enum agency_header h)
{
	return h == HEADER_PERSONS ? AGENCY_PERSONS : h == HEADER_ANYBODY ? AGENCY_ANYBODY : AGENCY_CELL;
}

/* The names in FIELD: all that it lists if it is a responsible cell, else those in its labels. */
static enum agency_result
names(struct named *d, const struct agencies *a, struct buf *to, struct slice field, enum agency_header h, struct place at)
{
	struct slice cell;

	if (h == HEADER_OTHER)
		return agency_labels(to, a, field, d->ministries, at);
	cell = unesc_tmp(&d->text, field);
	buf_clear(&d->plain);
	if (cell_unquote(&d->plain, cell))
		cell = slice_of(&d->plain);
	return agency_split(to, a, cell, where_of(h), h == HEADER_MINISTRIES, at);
}

static size_t
lines_in(const struct buf *b)
{
	return scan_count(b->p, b->n, '\n');
}

/* The same, kept in E. */
static void
names_into(struct named *d, const struct agencies *a, struct memo_entry *e, struct slice field, enum agency_header h, struct place at)
{
	unsigned long hit = limits_hit();

	buf_clear(&d->lines);
	e->result = (int)names(d, a, &d->lines, field, h, at);
	buf_adds(&e->text, slice_of(&d->lines));
	e->known = limits_hit() == hit;
	e->lines = lines_in(&d->lines);
	e->same = added_numbers(e->lines);
}

/* Makes records of the names in FIELD. */
static enum agency_result
keep_names(struct named *d, const struct agencies *a, struct slice field, size_t column, enum agency_header h, struct place at)
{
	struct memo_entry *e = memo_find(&d->memo, field, h == HEADER_OTHER ? -d->ministries : (int)h);
	enum agency_result result;

	if ((!e || !e->known) && !is_utf8(field)) {
		d->bad_utf8 = 1;
		return AGENCY_NOTHING;
	}
	if (e && !e->known)
		names_into(d, a, e, field, h, at);
	if (e) {
		keep(d, memo_answer(e), e->lines, KEEPS_ANSWERS ? e->same : 0, at.line, column);
		return (enum agency_result)e->result;
	}
	buf_clear(&d->lines);
	result = names(d, a, &d->lines, field, h, at);
	keep(d, slice_of(&d->lines), lines_in(&d->lines), 0, at.line, column);
	return result;
}

/* What has been found in another field is settled first: it may be in the same place of the memo. */
APART void
named_see(struct named *d, const struct agencies *a, struct slice field, size_t column, enum agency_header h, struct place at)
{
	added_settle(&d->found);
	if (keep_names(d, a, field, column, h, at) == AGENCY_IN_FULL)
		d->ministries = 1;
}
