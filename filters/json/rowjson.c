/* rowjson.c - the cells of a row as JSON; see rowjson.h */
#include "json/rowjson.h"

#include <string.h>

#include "stream/jw.h"
#include "base/quote.h"
#include "stream/row.h"

static struct buf text, plain, quoted;

static void
put_name(struct buf *to, struct slice name)
{
	jw_text(to, name);
	jw_lit(to, ":");
}

static void
make_keys(struct row_keys *k, struct cols *c)
{
	size_t i;

	k->edition = c->edition;
	k->n = c->n;
	if (k->n >= k->cap) {
		k->cap = k->n + 1;
		k->from = erealloc(k->from, k->cap * sizeof(*k->from));
	}
	buf_clear(&k->text);
	for (i = 0; i < k->n; i++) {
		k->from[i] = k->text.n;
		put_name(&k->text, cols_name(c, i));
	}
	k->from[i] = k->text.n;
	buf_room(&k->text, JW_SHORT);
}

const struct row_keys *
row_keys(struct cols *c)
{
	static const struct row_keys none;
	static struct row_keys keys;

	if (!c->bound)
		return &none;
	if (keys.edition != c->edition)
		make_keys(&keys, c);
	return &keys;
}

static void
put_key(struct buf *to, struct cols *c, size_t i)
{
	const struct row_keys *k = row_keys(c);

	if (i < k->n)
		jw_put(to, row_key(k, i).p, row_key(k, i).n);
	else
		put_name(to, cols_name(c, i));
}

/* Writes a cell that begins with a quotation mark: what it means, if it stands in quotes as a whole. */
static void
put_quoted(struct buf *to, struct cols *c, size_t i, struct slice field)
{
	buf_clear(&plain);
	if (!cell_unquote(&plain, unesc_tmp(&text, field))) {
		jw_field(to, field);
		return;
	}
	jw_text(to, slice_of(&plain));
	if (quoted.n)
		buf_addc(&quoted, ',');
	jw_text(&quoted, cols_name(c, i));
}

#define CELLS ",\"cells\":{"

static void
cells_with_care(struct buf *to, struct cols *c, const struct row *row)
{
	size_t i;

	jw_lit(to, CELLS);
	for (i = 0; i < row->n; i++) {
		struct slice cell = row->cell[i];

		if (i)
			jw_lit(to, ",");
		put_key(to, c, i);
		if (cell.n && *cell.p == '"')
			put_quoted(to, c, i, cell);
		else
			jw_field(to, cell);
	}
	jw_lit(to, "}");
}

/* Cells with nothing to escape, each with a name: two copies a cell into room that is known to do, for half of what it
 * costs with care. */
static void
cells_plainly(struct buf *to, const struct row_keys *k, const struct row *row, size_t bytes)
{
	size_t i;
	char *d = jw_room(to, sizeof(CELLS) + k->text.n + bytes + 3 * row->n + JW_SHORT);

	d = JW_COPY(d, CELLS);
	for (i = 0; i < row->n; i++) {
		struct slice cell = row->cell[i];

		d = jw_short(d, row_key(k, i));
		*d++ = '"';
		memcpy(d, cell.p, cell.n);
		d += cell.n;
		*d++ = '"';
		*d++ = ',';
	}
	d[-1] = '}'; /* no comma behind the last */
	to->n = (size_t)(d - to->p);
}

void
row_cells(struct buf *to, struct cols *c, const struct rec *r)
{
	const struct row *row = rec_row(r);
	const struct row_keys *k = row_keys(c);

	buf_clear(&quoted);
	if (!(row->has & (ROW_ESCAPE | ROW_QUOTE)) && row->n && row->n <= k->n)
		cells_plainly(to, k, row, r->rest.n);
	else
		cells_with_care(to, c, row);
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
