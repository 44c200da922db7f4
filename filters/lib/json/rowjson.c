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

void
row_cells(struct buf *to, struct cols *c, const struct rec *r)
{
	const struct row *row = rec_row(r);
	int plainly = !(row->has & (ROW_ESCAPE | ROW_QUOTE));
	size_t i;

	if (c->bound && keys.edition != c->edition)
		make_keys(c);
	buf_clear(&quoted);
	jw_lit(to, "\"cells\":{");
	for (i = 0; i < row->n; i++) {
		struct slice cell = row->cell[i];

		if (i)
			jw_lit(to, ",");
		put_key(to, c, i);
		if (plainly)
			jw_plain(to, cell);
		else if (cell.n && *cell.p == '"')
			put_quoted(to, c, i, cell);
		else
			jw_field(to, cell);
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
	const struct row *row = rec_row(r);
	size_t i = 0;

	while (i < row->n && blank_field(row->cell[i]))
		i++;
	*said = i < row->n ? cell_text(row->cell[i]) : (struct slice){r->rest.p, 0};
	*first = i ? (struct slice){r->rest.p, 0} : *said;
}
