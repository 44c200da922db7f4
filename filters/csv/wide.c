/* wide.c - rows of many tables under one header; see wide.h */
#include "csv/wide.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/hash.h"
#include "stream/esc.h"
#include "stream/recshape.h"

void
wide_init(struct wide *w)
{
	*w = (struct wide){0};
	spool_init(&w->rows);
}

static struct slice
name_of(const struct wide *w, size_t i)
{
	size_t from = i ? w->end[i - 1] : 0;

	return (struct slice){w->names.p + from, w->end[i] - from};
}

static struct slice
key_of(const struct wide *w, size_t i)
{
	return (struct slice){w->keys.p + w->key[i], w->keyn[i]};
}

/* The slot of the column that tables (or, AS_NAME, the header) call NAME, or would. */
static size_t *
slot_of(const struct wide *w, struct slice name, int as_name)
{
	size_t i = (hash_of(name) + (as_name ? 1 : 0)) & (w->slots - 1);

	for (; w->slot[i]; i = (i + 1) & (w->slots - 1)) {
		size_t c = (w->slot[i] - 1) / 2;

		if ((int)((w->slot[i] - 1) % 2) == as_name && slice_eq(as_name ? name_of(w, c) : key_of(w, c), name))
			break;
	}
	return &w->slot[i];
}

/* Twice as many slots as there are entries, which are two a column. */
static void
make_slots(struct wide *w)
{
	size_t i;

	if (w->slots >= 4 * (w->n + 1))
		return;
	w->slots = w->slots ? 2 * w->slots : 256;
	w->slot = erealloc(w->slot, w->slots * sizeof(*w->slot));
	memset(w->slot, 0, w->slots * sizeof(*w->slot));
	for (i = 0; i < w->n; i++) {
		*slot_of(w, name_of(w, i), 1) = 2 * i + 2;
		if (i >= w->fixed)
			*slot_of(w, key_of(w, i), 0) = 2 * i + 1;
	}
}

static void
room(struct wide *w)
{
	if (w->n < w->cap)
		return;
	w->cap = w->cap ? 2 * w->cap : 64;
	w->end = erealloc(w->end, w->cap * sizeof(*w->end));
	w->key = erealloc(w->key, w->cap * sizeof(*w->key));
	w->keyn = erealloc(w->keyn, w->cap * sizeof(*w->keyn));
}

/* A column goes by NAME in the tables: in the header too, or by NAME (2), NAME (3) … if another one does. */
static void
add(struct wide *w, struct slice name)
{
	size_t from = w->names.n, k = 2;

	room(w);
	make_slots(w);
	w->key[w->n] = w->keys.n;
	w->keyn[w->n] = name.n;
	buf_adds(&w->keys, name);
	buf_adds(&w->names, name);
	while (*slot_of(w, (struct slice){w->names.p + from, w->names.n - from}, 1)) {
		w->names.n = from + name.n;
		buf_addz(&w->names, " (");
		buf_addu(&w->names, k++);
		buf_addc(&w->names, ')');
	}
	w->end[w->n++] = w->names.n;
	*slot_of(w, name_of(w, w->n - 1), 1) = 2 * w->n;
}

void
wide_begin(struct wide *w, const char *const *fixed, size_t n)
{
	size_t i;

	spool_reset(&w->rows);
	w->n = w->fixed = 0;
	w->left_out = 0;
	buf_clear(&w->names);
	buf_clear(&w->keys);
	if (w->slots)
		memset(w->slot, 0, w->slots * sizeof(*w->slot));
	for (i = 0; i < n; i++) {
		add(w, slice_z(fixed[i]));
		w->fixed++;
	}
}

size_t
wide_column(struct wide *w, struct slice name)
{
	size_t have = *slot_of(w, name, 0);

	if (have)
		return (have - 1) / 2;
	if (w->n == COLUMNS_MOST) {
		w->left_out++;
		return SIZE_MAX;
	}
	add(w, name);
	*slot_of(w, name, 0) = 2 * (w->n - 1) + 1;
	return w->n - 1;
}

static void
add_field(struct wide *w, struct slice text)
{
	struct buf field = {0};

	esc(&field, text);
	buf_addc(&field, '\t');
	spool_add(&w->rows, field.p, field.n);
	buf_free(&field);
}

void
wide_fixed(struct wide *w, struct slice text)
{
	add_field(w, text);
}

void
wide_cell(struct wide *w, size_t column, struct slice text)
{
	struct buf number = {0};

	if (column == SIZE_MAX || text.n == 0)
		return;
	buf_addu(&number, column);
	add_field(w, slice_of(&number));
	add_field(w, text);
	buf_free(&number);
}

void
wide_end_row(struct wide *w)
{
	spool_add(&w->rows, "\n", 1);
}

static void
write_header(struct wide *w, struct sheet *to)
{
	size_t i;

	sheet_begin(to);
	for (i = 0; i < w->n; i++)
		if (i < w->fixed)
			sheet_name(to, name_of(w, i));
		else
			sheet_cell(to, name_of(w, i));
	sheet_end_line(to, (struct place){"-", 0, 0});
}

/* LINE of the spool as a line of CSV. */
static void
write_row(const struct wide *w, struct sheet *to, struct slice line, struct fields *f, struct slice *cell)
{
	struct rec r = {.kind = K_ROW, .rest = {line.p, line.n - (line.n > 0)}}; /* each field ends with a tab */
	struct buf text = {0}, doc = {0};
	size_t i, n = rec_fields(&r, f);

	for (i = 0; i < w->n; i++)
		cell[i] = slice_z("");
	for (i = 0; i < w->fixed && i < n; i++)
		cell[i] = f->f[i];
	for (; i + 1 < n; i += 2)
		cell[field_number(f->f[i]) % w->n] = f->f[i + 1];
	for (i = 0; i < w->n; i++)
		sheet_cell(to, unesc_tmp(&text, cell[i]));
	unesc(&doc, f->f[0]);
	buf_addc(&doc, '\0');
	sheet_end_line(to, (struct place){doc.p, field_number(f->f[1]), 0});
	buf_free(&text);
	buf_free(&doc);
}

void
wide_write(struct wide *w, struct sheet *to)
{
	struct slice *cell = emalloc(w->n * sizeof(*cell)), mem, line;
	struct fields f = {0};
	struct in in = {.eof = 1};
	int fd;

	write_header(w, to);
	fd = spool_read(&w->rows, &mem);
	if (fd < 0)
		in = (struct in){.fd = -1, .p = (char *)mem.p, .end = mem.n, .eof = 1};
	else
		in = (struct in){.fd = fd, .name = "temporary file"};
	in.limit = SIZE_MAX; /* they are our own */
	while (in_line(&in, &line) != GOT_NONE)
		write_row(w, to, line, &f, cell);
	if (fd >= 0)
		free(in.p);
	free(f.f);
	free(cell);
}
