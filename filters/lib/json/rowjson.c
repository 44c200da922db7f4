/* rowjson.c - the cells of a row as JSON; see rowjson.h */
#include "rowjson.h"

#include <string.h>

#include "blank.h"
#include "jw.h"
#include "quote.h"

/* The keys of a header's columns as they are written, so that a table escapes its names once. */
static struct {
	unsigned long edition; /* of the columns that these are */
	struct buf text;       /* "NAME": and "NAME": and … */
	size_t *end, n, cap;
} keys;

static struct buf text, plain, quoted;

static void
put_name(struct buf *to, struct slice name)
{
	jw_text(to, name);
	buf_addc(to, ':');
}

static void
make_keys(struct cols *c)
{
	size_t i;

	keys.edition = c->edition;
	keys.n = c->n;
	if (keys.n > keys.cap) {
		keys.end = erealloc(keys.end, keys.n * sizeof(*keys.end));
		keys.cap = keys.n;
	}
	buf_clear(&keys.text);
	for (i = 0; i < keys.n; i++) {
		put_name(&keys.text, cols_name(c, i));
		keys.end[i] = keys.text.n;
	}
}

static void
put_key(struct buf *to, struct cols *c, size_t i)
{
	size_t from;

	if (!c->bound || i >= keys.n) {
		put_name(to, cols_name(c, i));
		return;
	}
	from = i ? keys.end[i - 1] : 0;
	jw_put(to, keys.text.p + from, keys.end[i] - from);
}

/* The field at the start of P. */
static struct slice
field_at(const char *p, const char *end)
{
	const char *tab = memchr(p, '\t', (size_t)(end - p));

	return (struct slice){p, (size_t)((tab ? tab : end) - p)};
}

/* Writes a cell that begins with a quotation mark: what it means, if it stands in quotes as a whole. */
static const char *
put_quoted(struct buf *to, struct cols *c, size_t i, const char *p, const char *end)
{
	struct slice field = field_at(p, end);

	buf_clear(&plain);
	if (!cell_unquote(&plain, unesc_tmp(&text, field)))
		return jw_first(to, p, end);
	jw_text(to, slice_of(&plain));
	if (quoted.n)
		buf_addc(&quoted, ',');
	jw_text(&quoted, cols_name(c, i));
	return p + field.n;
}

void
row_cells(struct buf *to, struct cols *c, const struct rec *r)
{
	const char *p = r->rest.p, *end = p + r->rest.n;
	int more = p < end || p[-1] == '\t';
	size_t i;

	if (c->bound && keys.edition != c->edition)
		make_keys(c);
	buf_clear(&quoted);
	jw_lit(to, "\"cells\":{");
	for (i = 0; more; i++) {
		if (i)
			jw_lit(to, ",");
		put_key(to, c, i);
		p = p < end && *p == '"' ? put_quoted(to, c, i, p, end) : jw_first(to, p, end);
		more = p++ < end;
	}
	jw_lit(to, "}");
}

void
row_quoted(struct buf *to)
{
	if (!quoted.n)
		return;
	jw_lit(to, ",\"quoted\":[");
	buf_adds(to, slice_of(&quoted));
	buf_addc(to, ']');
}

static struct slice
cell_text(struct slice field)
{
	struct slice cell = unesc_tmp(&text, field);

	buf_clear(&plain);
	return cell_unquote(&plain, cell) ? slice_of(&plain) : cell;
}

void
row_says(const struct rec *r, struct slice *first, struct slice *said)
{
	const char *p = r->rest.p, *end = p + r->rest.n;
	struct slice field = field_at(p, end);
	int blank = blank_field(field);

	*first = *said = blank ? (struct slice){p, 0} : cell_text(field);
	while (blank && field.p + field.n < end) {
		field = field_at(field.p + field.n + 1, end);
		blank = blank_field(field);
		if (!blank)
			*said = cell_text(field);
	}
}
