/* notecell.c - statuses, dates and agencies as JSON; see notecell.h */
#include "json/notecell.h"

#include <string.h>

#include "stream/jw.h"
#include "base/check.h"
#include "base/memo.h"
#include "json/rowjson.h"

enum { STATUS_COLUMN, STATUS_RAW, STATUS_MARK, STATUS_CODE, STATUS_RANK, STATUS_MEANING, STATUS_FIELDS };
enum { DATE_COLUMN, DATE_RAW, DATE_START, DATE_END, DATE_PRECISION, DATE_FLAGS, DATE_FIELDS,
	DATE_CANDIDATES = DATE_FIELDS /* only where there are some */ };
enum { AGENCY_COLUMN, AGENCY_NAME, AGENCY_KIND, AGENCY_ID, AGENCY_FIELDS };

/* Appends  ,"KEY":  and a field, or null. */
#define OR_NULL(to, key, field) (jw_key(to, key), jw_field_or_null(to, field))

/* The number in FIELD, of a column from 1; 0 if it is none. */
static size_t
column_number(struct slice field)
{
	size_t i, u = 0;

	for (i = 0; i < field.n && i < 9 && field.p[i] >= '0' && field.p[i] <= '9'; i++)
		u = u * 10 + (size_t)(field.p[i] - '0');
	return i == field.n ? u : 0;
}

/* Appends  {"column":NAME  of cell N; null where there are no cells. */
static void
column(struct buf *to, size_t n, struct cols *cols)
{
	jw_lit(to, "{\"column\":");
	if (cols && n)
		jw_text(to, cols_name(cols, n - 1));
	else
		jw_lit(to, "null");
}

/* What is behind that, of a status, a date and an agency. */

static void
put_status(struct buf *to, const struct slice *f, size_t n, int all_keys)
{
	(void)n;
	(void)all_keys;
	jw_member(to, "raw", f[STATUS_RAW]);
	OR_NULL(to, "mark", f[STATUS_MARK]);
	OR_NULL(to, "code", f[STATUS_CODE]);
	jw_key(to, "rank");
	jw_number_or_null(to, f[STATUS_RANK]);
	OR_NULL(to, "meaning", f[STATUS_MEANING]);
	jw_lit(to, "}");
}

/* Flags stand in one field with commas between them. */
static void
flags(struct buf *to, struct slice f)
{
	const char *p = f.p, *end = f.p + f.n;
	int any = 0;

	while (p < end) {
		const char *comma = memchr(p, ',', (size_t)(end - p)), *stop = comma ? comma : end;

		if (stop > p && any++)
			jw_lit(to, ",");
		if (stop > p)
			jw_field(to, (struct slice){p, (size_t)(stop - p)});
		p = stop + 1;
	}
}

/* What a date may be: START/END, with commas between them. */
static void
candidates(struct buf *to, struct slice f)
{
	enum { DAY = 10, INTERVAL = 2 * DAY + 1 };
	size_t i;

	jw_key(to, "candidates");
	jw_lit(to, "[");
	for (i = 0; i + INTERVAL <= f.n; i += INTERVAL + 1) {
		if (i)
			jw_lit(to, ",");
		jw_lit(to, "{\"start\":");
		jw_field(to, (struct slice){f.p + i, DAY});
		jw_lit(to, ",\"end\":");
		jw_field(to, (struct slice){f.p + i + DAY + 1, DAY});
		jw_lit(to, "}");
	}
	jw_lit(to, "]");
}

static void
put_date(struct buf *to, const struct slice *f, size_t n, int all_keys)
{
	jw_member(to, "raw", f[DATE_RAW]);
	OR_NULL(to, "start", f[DATE_START]);
	OR_NULL(to, "end", f[DATE_END]);
	OR_NULL(to, "precision", f[DATE_PRECISION]);
	jw_key(to, "flags");
	jw_lit(to, "[");
	flags(to, f[DATE_FLAGS]);
	jw_lit(to, "]");
	if (n > DATE_CANDIDATES && f[DATE_CANDIDATES].n)
		candidates(to, f[DATE_CANDIDATES]);
	else if (all_keys)
		candidates(to, slice_z(""));
	jw_lit(to, "}");
}

static void
put_agency(struct buf *to, const struct slice *f, size_t n, int all_keys)
{
	(void)n;
	(void)all_keys;
	jw_member(to, "name", f[AGENCY_NAME]);
	OR_NULL(to, "kind", f[AGENCY_KIND]);
	OR_NULL(to, "id", f[AGENCY_ID]);
	jw_lit(to, "}");
}

/* The annotations whose JSON depends on nothing but their fields and the name of the column. */
static const struct repeating {
	void (*put)(struct buf *to, const struct slice *f, size_t n, int all_keys); /* what is behind the column; N fields are there */
	size_t fields, most;
} repeating[] = {
	[K_STATUS] = {put_status, STATUS_FIELDS, STATUS_FIELDS},
	[K_DATE] = {put_date, DATE_FIELDS, DATE_FIELDS + 1},
	[K_AGENCY] = {put_agency, AGENCY_FIELDS, AGENCY_FIELDS},
};

static struct buf *
array_of(struct notes *n, enum kind k)
{
	return k == K_STATUS ? &n->status : k == K_DATE ? &n->dates : &n->agencies;
}

/* What the names of columns depend on, and the kind. */
static int
asked_how(enum kind k, const struct cols *cols)
{
	enum { KINDS = 32, NUMBERED = 1, EDITION = 2 };
	unsigned how = !cols ? 0 : !cols->bound ? NUMBERED : EDITION + (unsigned)cols->edition % (1U << 24);

	return (int)(how * KINDS + (unsigned)k);
}

/* Rows have the same status, the same office, and often the same day as others: their JSON is kept. It
 * makes the whole of -l take a fifth less. */
int
notecell_add(struct notes *n, const struct rec *r, struct cols *cols)
{
	static struct memo memo;
	struct memo_entry *e = memo_find(&memo, r->rest, asked_how(r->kind, cols));
	struct buf *array = array_of(n, r->kind), *to = array;

	if (!e || !e->known) {
		size_t fields = rec_fields(r, &n->f);

		if (fields < repeating[r->kind].fields || fields > repeating[r->kind].most)
			return 0;
		if (e)
			to = &e->text;
		else
			notes_next(to);
		column(to, column_number(n->f.f[0]), cols);
		repeating[r->kind].put(to, n->f.f, fields, n->all_keys);
	}
	if (e) {
		e->known = 1;
		notes_next(array);
		buf_adds(array, memo_answer(e));
	}
	return n->any = 1;
}

/* What is behind the column of annotation I of A, which the filter that made it has numbered. Whole blocks of it can be
 * read: see jw_blocks. They are all that is allocated, for this is the largest of all that is kept. */
static struct slice
kept_json(const struct added *a, size_t i, struct notes *n)
{
	enum { SLOTS = 2048 };
	static struct kept {
		uint64_t same;
		char *json;
		uint32_t n, cap;
	} kept[SLOTS];
	static struct buf json;
	uint64_t same = a->v[i].same;
	struct kept *k = &kept[same % SLOTS];

	if (k->same != same || CHECKS) {
		struct rec r = added_rec(a, i);
		size_t fields = rec_fields(&r, &n->f);

		buf_clear(&json);
		repeating[a->kind].put(&json, n->f.f, fields, n->all_keys);
		if (k->same == same)
			check_same(slice_eq(slice_of(&json), (struct slice){k->json, k->n}), "a kept annotation", r.rest);
		if (json.n > k->cap) {
			k->cap = (uint32_t)((json.n + JW_SHORT - 1) / JW_SHORT * JW_SHORT);
			k->json = erealloc(k->json, k->cap);
		}
		memcpy(k->json, json.p, json.n);
		k->n = (uint32_t)json.n;
		k->same = same;
	}
	return (struct slice){k->json, k->n};
}

/* The same for a numbered annotation of a cell with the name KEY: no look at its fields, and a tenth of the time. */
static void
add_numbered(struct buf *to, struct slice json, struct slice key)
{
	static const char column_is[] = "{\"column\":";
	enum { COLUMN_IS = sizeof(column_is) - 1 };
	char *d = jw_room(to, 1 + COLUMN_IS + key.n + json.n + 2 * JW_SHORT);

	*d = ',';
	d += to->n > 0;
	memcpy(d, column_is, COLUMN_IS);
	d = jw_short(d + COLUMN_IS, key) - 1; /* without its colon */
	to->n = (size_t)(jw_blocks(d, json) - to->p);
}

void
notes_add_all(struct notes *n, const struct added *a, struct cols *cols)
{
	struct buf *to = array_of(n, a->kind);
	const struct row_keys *keys = row_keys(cols);
	size_t i;

	for (i = 0; i < a->n; i++) {
		const struct annotation *v = &a->v[i];

		if (v->same && v->column - 1 < keys->n) {
			add_numbered(to, kept_json(a, i, n), row_key(keys, v->column - 1));
		} else {
			struct rec r = added_rec(a, i);

			notecell_add(n, &r, cols);
		}
	}
	n->any = 1;
}
