/* notes.c - annotations as JSON; see notes.h */
#include "notes.h"

#include <string.h>

#include "jw.h"
#include "memo.h"
#include "rowjson.h"

enum { STATUS_COLUMN, STATUS_RAW, STATUS_MARK, STATUS_CODE, STATUS_RANK, STATUS_MEANING, STATUS_FIELDS };
enum { DATE_COLUMN, DATE_RAW, DATE_START, DATE_END, DATE_PRECISION, DATE_FLAGS, DATE_FIELDS };
enum { AGENCY_COLUMN, AGENCY_NAME, AGENCY_KIND, AGENCY_ID, AGENCY_FIELDS };
enum { WARN_CODE, WARN_MESSAGE, WARN_FIELDS };
enum { BYTES_COLUMN, BYTES_HEX, BYTES_FIELDS };
enum { FILL_COLUMN, FILL_TEXT, FILL_FIELDS };
enum { DEFINE_MARK, DEFINE_MEANING, DEFINE_FIELDS };

static void
next(struct buf *array)
{
	if (array->n)
		jw_lit(array, ",");
}

static void
begin(struct buf *array)
{
	next(array);
	jw_lit(array, "{");
}

/* Appends  ,"KEY":  and a field, or null. */
#define OR_NULL(to, key, field) (jw_key(to, key), jw_field_or_null(to, field))
#define NUMBER(to, key, field) (jw_key(to, key), jw_number_or_null(to, field))

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
put_status(struct buf *to, const struct slice *f)
{
	jw_member(to, "raw", f[STATUS_RAW]);
	jw_member(to, "mark", f[STATUS_MARK]);
	OR_NULL(to, "code", f[STATUS_CODE]);
	NUMBER(to, "rank", f[STATUS_RANK]);
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

static void
put_date(struct buf *to, const struct slice *f)
{
	jw_member(to, "raw", f[DATE_RAW]);
	OR_NULL(to, "start", f[DATE_START]);
	OR_NULL(to, "end", f[DATE_END]);
	OR_NULL(to, "precision", f[DATE_PRECISION]);
	jw_key(to, "flags");
	jw_lit(to, "[");
	flags(to, f[DATE_FLAGS]);
	jw_lit(to, "]}");
}

static void
put_agency(struct buf *to, const struct slice *f)
{
	jw_member(to, "name", f[AGENCY_NAME]);
	OR_NULL(to, "kind", f[AGENCY_KIND]);
	OR_NULL(to, "id", f[AGENCY_ID]);
	jw_lit(to, "}");
}

static void
add_warning(struct buf *to, struct slice code, struct slice message)
{
	begin(to);
	jw_lit(to, "\"code\":");
	jw_field(to, code);
	jw_member(to, "message", message);
	jw_lit(to, "}");
}

/* The line as well as the column: a row with a quoted cell spans several lines. */
static void
add_bytes(struct buf *to, const struct slice *f, unsigned long line)
{
	begin(to);
	jw_lit(to, "\"line\":");
	jw_uint(to, line ? line : 1);
	NUMBER(to, "column", f[BYTES_COLUMN]);
	jw_member(to, "hex", f[BYTES_HEX]);
	jw_lit(to, "}");
}

/* The column by its name: the row may lack it. */
static void
add_fill(struct buf *to, const struct slice *f)
{
	begin(to);
	jw_lit(to, "\"column\":");
	jw_field(to, f[FILL_COLUMN]);
	jw_member(to, "text", f[FILL_TEXT]);
	jw_lit(to, "}");
}

static void
add_define(struct buf *to, const struct slice *f)
{
	begin(to);
	jw_lit(to, "\"mark\":");
	jw_field(to, f[DEFINE_MARK]);
	jw_member(to, "meaning", f[DEFINE_MEANING]);
	jw_lit(to, "}");
}

static void
set_source(struct buf *to, struct slice field)
{
	buf_clear(to);
	jw_field(to, field);
}

/* The annotations whose JSON depends on nothing but their fields and the name of the column. */
static const struct repeating {
	void (*put)(struct buf *to, const struct slice *f); /* what is behind the column */
	size_t fields;
} repeating[] = {
	[K_STATUS] = {put_status, STATUS_FIELDS},
	[K_DATE] = {put_date, DATE_FIELDS},
	[K_AGENCY] = {put_agency, AGENCY_FIELDS},
};

static int
is_repeating(enum kind k)
{
	return (1U << k & (1U << K_STATUS | 1U << K_DATE | 1U << K_AGENCY)) != 0;
}

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
static int
add_repeating(struct notes *n, const struct rec *r, struct cols *cols)
{
	static struct memo memo;
	struct memo_entry *e = memo_find(&memo, r->rest, asked_how(r->kind, cols));
	struct buf *array = array_of(n, r->kind), *to = array;

	if (!e || !e->known) {
		if (rec_fields(r, &n->f) != repeating[r->kind].fields)
			return 0;
		if (e)
			to = &e->text;
		else
			next(to);
		column(to, column_number(n->f.f[0]), cols);
		repeating[r->kind].put(to, n->f.f);
	}
	if (e) {
		e->known = 1;
		next(array);
		buf_adds(array, memo_answer(e));
	}
	return n->any = 1;
}

/* What is behind the column of the annotation R, which the filter that made it has numbered (added.h). */
static struct slice
kept_json(const struct rec *r, struct fields *f)
{
	enum { SLOTS = 2048 };
	static struct kept {
		uint64_t same;
		struct buf json;
	} kept[SLOTS];
	struct kept *k = &kept[r->same % SLOTS];

	if (k->same != r->same) {
		k->same = r->same;
		buf_clear(&k->json);
		rec_fields(r, f);
		repeating[r->kind].put(&k->json, f->f);
	}
	return slice_of(&k->json);
}

/* The same for a numbered annotation of a cell with the name KEY: no look at its fields, and a fourth of the time. */
static void
add_numbered(struct notes *n, const struct rec *r, struct slice key)
{
	static const char column_is[] = "{\"column\":";
	enum { COLUMN_IS = sizeof(column_is) - 1 };
	struct slice json = kept_json(r, &n->f);
	struct buf *to = array_of(n, r->kind);
	char *d = jw_room(to, COLUMN_IS + key.n + JW_SHORT + json.n);

	if (to->n)
		*d++ = ',';
	memcpy(d, column_is, COLUMN_IS);
	d = jw_short(d + COLUMN_IS, key) - 1; /* without its colon */
	memcpy(d, json.p, json.n);
	to->n = (size_t)(d + json.n - to->p);
	n->any = 1;
}

/* An annotation of a row: most of them are numbered. A long one is not kept. */
static int
add_to_row(struct notes *n, const struct rec *r, struct cols *cols)
{
	struct slice key = {"", 0};

	if (r->same && r->column && r->rest.n <= MEMO_LONGEST)
		key = row_key(cols, r->column - 1);
	if (key.n == 0)
		return add_repeating(n, r, cols);
	add_numbered(n, r, key);
	return 1;
}

int
notes_add(struct notes *n, const struct rec *r, struct cols *cols)
{
	const struct slice *f;
	size_t have;

	if (is_repeating(r->kind))
		return cols ? add_to_row(n, r, cols) : add_repeating(n, r, NULL);
	have = rec_fields(r, &n->f);
	f = n->f.f;
	if (r->kind == K_WARN && have == WARN_FIELDS)
		add_warning(&n->warnings, f[WARN_CODE], f[WARN_MESSAGE]);
	else if (r->kind == K_BYTES && have == BYTES_FIELDS)
		add_bytes(&n->bytes, f, r->line);
	else if (r->kind == K_FILL && have == FILL_FIELDS)
		add_fill(&n->filled, f);
	else if (r->kind == K_SOURCE && have == 1)
		set_source(&n->source, f[0]);
	else if (r->kind == K_DEFINE && have == DEFINE_FIELDS)
		add_define(&n->defines, f);
	else
		return 0;
	return n->any = 1;
}

void
notes_say(struct notes *n, enum msg id, struct place at, ...)
{
	struct buf text = {0}, field = {0};
	va_list ap;

	va_start(ap, at);
	vsay(id, at, ap);
	va_end(ap);
	va_start(ap, at);
	msg_text(&text, id, ap);
	va_end(ap);
	esc(&field, slice_of(&text));
	add_warning(&n->warnings, slice_z(msg_code(id)), slice_of(&field));
	n->any = 1;
	buf_free(&text);
	buf_free(&field);
}

void
notes_clear(struct notes *n)
{
	if (!n->any)
		return;
	n->any = 0;
	buf_clear(&n->status);
	buf_clear(&n->dates);
	buf_clear(&n->agencies);
	buf_clear(&n->warnings);
	buf_clear(&n->bytes);
	buf_clear(&n->filled);
	buf_clear(&n->defines);
	buf_clear(&n->source);
}

#define ARRAY(to, key, elements) (jw_key(to, key), jw_lit(to, "["), buf_adds(to, slice_of(&(elements))), jw_lit(to, "]"))

void
notes_write(struct buf *to, const struct notes *n)
{
	if (n->status.n)
		ARRAY(to, "status", n->status);
	if (n->dates.n)
		ARRAY(to, "dates", n->dates);
	if (n->agencies.n)
		ARRAY(to, "agencies", n->agencies);
	if (n->warnings.n)
		ARRAY(to, "warnings", n->warnings);
	if (n->defines.n)
		ARRAY(to, "defines", n->defines);
	notes_write_origin(to, n);
}

void
notes_write_row(struct buf *to, const struct notes *n)
{
	enum { NAMES = 64 }; /* of the arrays, and what is around them */
	char *d;

	if (!n->any) {
		jw_lit(to, ",\"status\":[],\"dates\":[],\"agencies\":[],\"warnings\":[]");
		return;
	}
	d = jw_room(to, n->status.n + n->dates.n + n->agencies.n + n->warnings.n + NAMES);
	d = jw_copy(JW_COPY(d, ",\"status\":["), slice_of(&n->status));
	d = jw_copy(JW_COPY(d, "],\"dates\":["), slice_of(&n->dates));
	d = jw_copy(JW_COPY(d, "],\"agencies\":["), slice_of(&n->agencies));
	d = jw_copy(JW_COPY(d, "],\"warnings\":["), slice_of(&n->warnings));
	to->n = (size_t)(JW_COPY(d, "]") - to->p);
	if (n->filled.n)
		ARRAY(to, "filled", n->filled);
}

void
notes_write_origin(struct buf *to, const struct notes *n)
{
	if (n->source.n) {
		jw_key(to, "source");
		buf_adds(to, slice_of(&n->source));
	}
	if (n->bytes.n)
		ARRAY(to, "bytes", n->bytes);
}
