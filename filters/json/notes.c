/* notes.c - annotations as JSON; see notes.h */
#include "json/notes.h"

#include <string.h>

#include "stream/jw.h"
#include "json/notecell.h"
#include "stream/recshape.h"
#include "stream/why.h"

enum { WARN_CODE, WARN_MESSAGE, WARN_FIELDS };
enum { BYTES_COLUMN, BYTES_HEX, BYTES_FIELDS };
enum { FILL_COLUMN, FILL_TEXT, FILL_FIELDS };
enum { DEFINE_MARK, DEFINE_MEANING, DEFINE_FIELDS };
enum { BLOCK_KIND, BLOCK_DETAIL, BLOCK_FIELDS };
enum { RAW_COLUMN, RAW_TEXT, RAW_FIELDS };
enum { VALUE_COLUMN, VALUE_RAW, VALUE_KIND, VALUE_NUMBER, VALUE_FIELDS };
enum { COVERED_COLUMN, COVERED_TEXT, COVERED_FROM, COVERED_FIELDS };

static void
begin(struct buf *array)
{
	notes_next(array);
	jw_lit(array, "{");
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
	jw_key(to, "column");
	jw_number_or_null(to, f[BYTES_COLUMN]);
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
add_block(struct buf *to, const struct slice *f)
{
	begin(to);
	jw_lit(to, "\"kind\":");
	jw_field(to, f[BLOCK_KIND]);
	jw_key(to, "detail");
	jw_field_or_null(to, f[BLOCK_DETAIL]);
	jw_lit(to, "}");
}

static void
add_why_note(struct buf *to, const struct slice *f)
{
	begin(to);
	jw_lit(to, "\"filter\":");
	jw_field(to, f[WHY_FILTER]);
	jw_member(to, "decision", f[WHY_DECISION]);
	jw_member(to, "grade", f[WHY_GRADE]);
	jw_member(to, "evidence", f[WHY_EVIDENCE]);
	jw_key(to, "rule");
	jw_field_or_null(to, f[WHY_RULE]);
	jw_lit(to, "}");
}

/* A cell as it is written, under the name that it has among the cells. */
static int
add_raw(struct buf *to, const struct slice *f, struct cols *cols)
{
	unsigned long column = field_number(f[RAW_COLUMN]);

	if (!cols || column == 0)
		return 0;
	notes_next(to);
	jw_text(to, cols_name(cols, column - 1));
	jw_lit(to, ":");
	jw_field(to, f[RAW_TEXT]);
	return 1;
}

/* The line of each cell, under the name that it has. */
static int
add_lines(struct buf *to, const struct slice *f, size_t n, struct cols *cols)
{
	size_t i;

	for (i = 0; i < n && cols; i++) {
		notes_next(to);
		jw_text(to, cols_name(cols, i));
		jw_lit(to, ":");
		jw_number_or_null(to, f[i]);
	}
	return cols && n;
}

/* A cell that another one reaches into, by its number. */
static int
add_covered(struct buf *to, const struct slice *f, struct cols *cols)
{
	unsigned long column = field_number(f[COVERED_COLUMN]);

	if (!cols || column == 0)
		return 0;
	begin(to);
	jw_lit(to, "\"column\":");
	jw_text(to, cols_name(cols, column - 1));
	jw_member(to, "text", f[COVERED_TEXT]);
	jw_lit(to, "}");
	return 1;
}

/* A number as JSON has them, without an exponent. */
static int
is_number(struct slice s)
{
	size_t i, digits, minus = s.n && *s.p == '-';

	for (i = minus; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		;
	if (i == minus || (s.p[minus] == '0' && i > minus + 1))
		return 0;
	if (i == s.n)
		return 1;
	for (digits = ++i; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		;
	return s.p[digits - 1] == '.' && i == s.n && i > digits;
}

/* What a cell is worth, as a number. */
static int
add_value(struct buf *to, const struct slice *f, struct cols *cols)
{
	unsigned long column = field_number(f[VALUE_COLUMN]);

	if (!cols || column == 0 || !is_number(f[VALUE_NUMBER]))
		return 0;
	begin(to);
	jw_lit(to, "\"column\":");
	jw_text(to, cols_name(cols, column - 1));
	jw_member(to, "raw", f[VALUE_RAW]);
	jw_member(to, "kind", f[VALUE_KIND]);
	jw_key(to, "value");
	buf_adds(to, f[VALUE_NUMBER]);
	jw_lit(to, "}");
	return 1;
}

static void
add_page(struct notes *n, const struct slice *f, size_t have)
{
	if (n->paged && !n->page_goes_on)
		jw_lit(&n->page, "\\n");
	jw_field_inside(&n->page, f[0]);
	n->paged = 1;
	n->page_goes_on = have > 1;
}

static void
set_source(struct buf *to, struct slice field)
{
	buf_clear(to);
	jw_field(to, field);
}

int
notes_add(struct notes *n, const struct rec *r, struct cols *cols)
{
	const struct slice *f;
	size_t have;

	if (notecell_is(r->kind))
		return notecell_add(n, r, cols);
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
	else if (r->kind == K_BLOCK && have == BLOCK_FIELDS)
		add_block(&n->blocks, f);
	else if (r->kind == K_WHY && have == WHY_FIELDS)
		add_why_note(&n->why, f);
	else if (r->kind == K_PAGE && (have == 1 || have == 2))
		add_page(n, f, have);
	else if (r->kind == K_COVERED && have == COVERED_FIELDS && add_covered(&n->filled, f, cols))
		;
	else if (r->kind == K_VALUE && have == VALUE_FIELDS && add_value(&n->values, f, cols))
		;
	else if (r->kind == K_RAW && have == RAW_FIELDS && add_raw(&n->raw, f, cols))
		;
	else if (r->kind == K_LINES && add_lines(&n->lines, f, have, cols))
		;
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
	buf_clear(&n->blocks);
	buf_clear(&n->why);
	buf_clear(&n->raw);
	buf_clear(&n->values);
	buf_clear(&n->lines);
	buf_clear(&n->source);
	buf_clear(&n->page);
	n->paged = n->page_goes_on = 0;
}

#define ARRAY(to, key, elements) (jw_key(to, key), jw_lit(to, "["), buf_adds(to, slice_of(&(elements))), jw_lit(to, "]"))

#define OBJECT(to, key, members) (jw_key(to, key), jw_lit(to, "{"), buf_adds(to, slice_of(&(members))), jw_lit(to, "}"))

static void
write_raw(struct buf *to, const struct notes *n)
{
	if (n->raw.n)
		OBJECT(to, "raw", n->raw);
	if (n->lines.n)
		OBJECT(to, "lines", n->lines);
}

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
	write_raw(to, n);
	notes_write_origin(to, n);
}

void
notes_write_row(struct buf *to, const struct notes *n)
{
	enum { NAMES = 64 }; /* of the arrays, and what is around them */
	char *d;

	if (!n->any && !n->all_keys) {
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
	if (n->defines.n || n->all_keys)
		ARRAY(to, "defines", n->defines);
	if (n->values.n || n->all_keys)
		ARRAY(to, "values", n->values);
	write_raw(to, n);
}

void
notes_write_origin(struct buf *to, const struct notes *n)
{
	if (n->blocks.n)
		ARRAY(to, "blocks", n->blocks);
	if (n->why.n)
		ARRAY(to, "why", n->why);
	if (n->source.n) {
		jw_key(to, "source");
		buf_adds(to, slice_of(&n->source));
	}
	if (n->paged) {
		jw_key(to, "page");
		jw_lit(to, "\"");
		buf_adds(to, slice_of(&n->page));
		jw_lit(to, "\"");
	}
	if (n->bytes.n)
		ARRAY(to, "bytes", n->bytes);
}
