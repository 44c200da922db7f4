/* tables.c - the elements of tables; see html/tables.h */
#include "html/tables.h"

#include <strings.h>

void
page_no_data(struct page *p)
{
	struct htable *t = page_table(p);

	if (t)
		htable_is(t, TABLE_LAYOUT, &p->lay);
}

void
page_data(struct page *p)
{
	struct htable *t = page_table(p);

	if (t && t->is == TABLE_UNKNOWN)
		htable_is(t, TABLE_DATA, &p->lay);
}

/* Rows of two tables, and a table and the text beside it, are parted by a blank line. */
static void
part(struct page *p)
{
	lay_text(&p->lay, "text", page_line(p), slice_z(""));
}

void
page_table_start(struct page *p, const char *const *attributes)
{
	const char *role = element_attribute(attributes, "role");
	enum htable_kind is = role && (strcasecmp(role, "presentation") == 0 || strcasecmp(role, "none") == 0) ? TABLE_LAYOUT : TABLE_UNKNOWN;
	struct htable *outer = page_table(p);

	page_block(p);
	if (outer && (outer->is == TABLE_DATA || outer->is == TABLE_INNER))
		is = TABLE_INNER;
	else
		page_no_data(p);
	if (is != TABLE_INNER) {
		page_flush(p);
		part(p);
	}
	if (p->tables++ < TABLES_DEEP)
		htable_begin(&p->table[p->tables - 1], is);
}

void
page_table_stop(struct page *p)
{
	struct htable *t = page_table(p);

	if (!p->tables)
		return;
	page_block(p);
	if (t && t->is != TABLE_INNER) {
		htable_end(t, &p->lay);
		p->tables--;
		part(p);
	} else {
		p->tables--;
	}
}

void
page_cell_start(struct page *p, const char *name, const char *const *attributes)
{
	struct htable *t = page_table(p);

	page_block(p);
	if (!t || t->is == TABLE_INNER)
		return;
	if (!t->in_row)
		htable_row(t, page_line(p));
	htable_end_cell(t);
	if (name[1] == 'h')
		page_data(p);
	htable_cell(t, element_number(attributes, "rowspan", GRID_ROWSPAN, GRID_ROWSPAN),
	    element_number(attributes, "colspan", 1, GRID_COLSPAN), name[1] == 'h');
}

void
page_table_part(struct page *p, enum element is)
{
	struct htable *t = page_table(p);

	if (!t || t->is == TABLE_INNER)
		return;
	htable_end_row(t, &p->lay);
	if (is == ELEMENT_ROW) {
		htable_row(t, page_line(p));
		return;
	}
	if (is == ELEMENT_HEAD)
		page_data(p);
	t->in_head = is == ELEMENT_HEAD;
	grid_end_group(&t->grid);
}

void
page_table_part_end(struct page *p, enum element is)
{
	struct htable *t = page_table(p);

	if (is == ELEMENT_CELL || is == ELEMENT_ROW)
		page_block(p);
	if (!t || t->is == TABLE_INNER)
		return;
	if (is == ELEMENT_CELL) {
		htable_end_cell(t);
		return;
	}
	htable_end_row(t, &p->lay);
	if (is == ELEMENT_ROW)
		return;
	t->in_head = 0;
	grid_end_group(&t->grid);
}
