/* rowjson.c - the cells of a row as JSON; see rowjson.h */
#include "rowjson.h"

#include <string.h>

#include "blank.h"
#include "jw.h"
#include "quote.h"
#include "row.h"

/* The keys of a header's columns as they are written, so that a table escapes its names once. */
static struct {
	unsigned long edition; /* of the columns that these are */
	struct buf text;       /* "NAME": and "NAME": and … */
	size_t *from, n, cap;  /* where each begins, and where the last one ends */
} keys;

static struct buf text, plain, quoted;

static void
put_name(struct buf *to, struct slice name)
{
	jw_text(to, name);
	jw_lit(to, ":");
}

static void
make_keys(struct cols *c)
{
	size_t i;

	keys.edition = c->edition;
	keys.n = c->n;
	if (keys.n >= keys.cap) {
		keys.cap = keys.n + 1;
		keys.from = erealloc(keys.from, keys.cap * sizeof(*keys.from));
	}
	buf_clear(&keys.text);
	for (i = 0; i < keys.n; i++) {
		keys.from[i] = keys.text.n;
		put_name(&keys.text, cols_name(c, i));
	}
	keys.from[i] = keys.text.n;
	buf_room(&keys.text, JW_SHORT);
}

/* That of a column which has one. */
static struct slice
key(size_t i)
{
	return (struct slice){keys.text.p + keys.from[i], keys.from[i + 1] - keys.from[i]};
}

struct slice
row_key(struct cols *c, size_t i)
{
	if (!c->bound)
		return (struct slice){"", 0};
	if (keys.edition != c->edition)
		make_keys(c);
	return i < keys.n ? key(i) : (struct slice){"", 0};
}

static void
put_key(struct buf *to, struct cols *c, size_t i)
{
	struct slice known = row_key(c, i);

	if (known.n)
		jw_put(to, known.p, known.n);
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

static void
cells_with_care(struct buf *to, struct cols *c, const struct row *row)
{
	size_t i;

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
}

/* Cells with nothing to escape, each with a name: two copies a cell into room that is known to do, for half of what it
 * costs with care. */
static void
cells_plainly(struct buf *to, const struct row *row, size_t bytes)
{
	size_t i;
	char *d = jw_room(to, keys.text.n + bytes + 3 * row->n + JW_SHORT);

	for (i = 0; i < row->n; i++) {
		struct slice cell = row->cell[i];

		d = jw_short(d, key(i));
		*d++ = '"';
		memcpy(d, cell.p, cell.n);
		d += cell.n;
		*d++ = '"';
		*d++ = ',';
	}
	to->n = (size_t)(d - to->p) - 1; /* no comma behind the last */
}

void
row_cells(struct buf *to, struct cols *c, const struct rec *r)
{
	const struct row *row = rec_row(r);

	buf_clear(&quoted);
	jw_lit(to, "\"cells\":{");
	if (!(row->has & (ROW_ESCAPE | ROW_QUOTE)) && row->n && row_key(c, row->n - 1).n)
		cells_plainly(to, row, r->rest.n);
	else
		cells_with_care(to, c, row);
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

	if (cell.n == 0 || *cell.p != '"')
		return cell;
	buf_clear(&plain);
	return cell_unquote(&plain, cell) ? slice_of(&plain) : cell;
}

void
row_says(const struct rec *r, struct slice *first, struct slice *said)
{
	const struct row *row = rec_row(r);
	size_t i = 0;

	while (i < row->n && blank_field(row->cell[i]))
		i++;
	if (i == row->n)
		*said = (struct slice){r->rest.p, 0};
	else
		*said = row->has & (ROW_ESCAPE | ROW_QUOTE) ? cell_text(row->cell[i]) : row->cell[i];
	*first = i ? (struct slice){r->rest.p, 0} : *said;
}
