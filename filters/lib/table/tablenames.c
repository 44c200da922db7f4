/* tablenames.c - what the columns of a table are called; see tablenames.h */
#include "tablenames.h"

#include <string.h>

#include "blank.h"
#include "quote.h"
#include "tablecell.h"
#include "utf8.h"

static struct fields top, low;

struct rec
names_rec(const struct names *t)
{
	struct slice text = slice_of(&t->text);

	return (struct rec){.raw = text, .kind = K_NAMES, .rest = {text.p + 1, text.n - 1}};
}

void
names_set(struct names *t, const struct rec *header)
{
	buf_clear(&t->text);
	buf_addc(&t->text, '\t'); /* what stands before a record's fields */
	buf_adds(&t->text, header->rest);
	t->n = rec_fields(header, &top);
}

/* (千円), 【人】: a unit below its name. */
static int
is_unit(struct slice field)
{
	static struct buf label;
	size_t len;
	uint32_t c;

	buf_clear(&label);
	label_fold(&label, field);
	if (label.n < 3)
		return 0;
	c = utf8_next(label.p, label.n, &len);
	return c == '(' || c == '[' || c == 0x3010 || c == 0x3014;
}

/* Column I of the first row spreads over those behind it: they are empty. */
static int
spreads(size_t i)
{
	return i + 1 < top.n && blank_field(top.f[i + 1]) && !blank_field(low.f[i + 1]);
}

/* A word that heads columns, in a row that leaves the first column to the rows above: a third row of names. */
static int
heads_below(size_t i)
{
	return blank_field(low.f[0]) && column_kind(low.f[i], (struct place){0}) > COL_DATA;
}

/* Can the cells of column I stand one below the other in one header? */
static int
fits(size_t i)
{
	struct slice below = low.f[i];

	if (blank_field(top.f[i]))
		return i && !blank_field(below);
	return spreads(i) != blank_field(below) || is_unit(below) || heads_below(i);
}

int
names_completed_by(const struct names *t, const struct rec *r)
{
	struct rec above = names_rec(t);
	size_t i, named = 0;

	if (rec_fields(&above, &top) != rec_fields(r, &low))
		return 0;
	for (i = 0; i < low.n; i++) {
		if (!fits(i) || (!is_unit(low.f[i]) && column_kind(low.f[i], (struct place){0}) == COL_DATA))
			return 0;
		named += !blank_field(low.f[i]);
	}
	return named > 0;
}

/* Appends FIELD's text as part of a name, without the quotes of a spreadsheet. */
static void
add_part(struct buf *to, struct slice field)
{
	static struct buf text, plain;
	struct slice cell = unesc_tmp(&text, field);

	buf_clear(&plain);
	esc(to, cell_unquote(&plain, cell) ? slice_of(&plain) : cell);
}

void
names_complete(struct names *t, const struct rec *r)
{
	struct buf text = {0};
	struct rec above = names_rec(t);
	size_t i, over = 0;

	rec_fields(&above, &top);
	rec_fields(r, &low);
	for (i = 0; i < low.n; i++) {
		if (!blank_field(top.f[i]))
			over = i;
		buf_addc(&text, '\t');
		add_part(&text, top.f[over]);
		if (blank_field(low.f[i]))
			continue;
		if (!is_unit(low.f[i]))
			buf_addc(&text, ' ');
		add_part(&text, low.f[i]);
	}
	buf_free(&t->text);
	t->text = text;
}

void
names_write(const struct names *t, size_t lost, unsigned long line)
{
	struct rec all = names_rec(t);
	size_t i;

	rec_fields(&all, &top);
	out_rec("names", line);
	for (i = lost; i < top.n; i++)
		out_raw(top.f[i]);
	out_end();
}
