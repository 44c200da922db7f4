/* nodes.c - the nodes of the JSON tree; see nodes.h */
#include "nodes.h"

#include "jw.h"
#include "rowjson.h"

/* A legendItem waits for its grade, which tells whether it begins another legend. */
static struct {
	struct buf json, code;
	unsigned long order, rank;
} item;

static void
begin(struct buf *to, const char *type, unsigned long line)
{
	jw_lit(to, "{\"type\":\"");
	buf_addz(to, type);
	jw_lit(to, "\",\"line\":");
	buf_addu(to, line);
}

static void
begin_child(struct scene *s, const char *type)
{
	tree_child(&s->tree);
	begin(&s->tree.w, type, s->start.line);
	s->tree.end = s->end;
}

static void
string(struct buf *to, const char *key, struct slice field)
{
	jw_lit(to, ",\"");
	buf_addz(to, key);
	jw_lit(to, "\":");
	jw_field(to, field);
}

/* What a document says of itself; "-" where that is not known. */
static void
known(struct buf *to, struct slice field)
{
	if (slice_eq(field, slice_z("-")))
		jw_lit(to, "null");
	else if (slice_eq(field, slice_z("yes")))
		jw_lit(to, "true");
	else if (slice_eq(field, slice_z("no")))
		jw_lit(to, "false");
	else
		jw_field(to, field);
}

void
node_root(struct scene *s, const struct slice *doc, int failed)
{
	struct buf *w = &s->tree.w;

	begin(w, "root", 1);
	jw_lit(w, ",\"schema\":\"tanzaku/1\"");
	string(w, "name", doc[DOC_NAME]);
	jw_key(w, "encoding");
	known(w, doc[DOC_ENCODING]);
	jw_key(w, "bom");
	known(w, doc[DOC_BOM]);
	jw_key(w, "newline");
	known(w, doc[DOC_NEWLINE]);
	jw_key(w, "finalNewline");
	known(w, doc[DOC_FINAL]);
	if (failed)
		jw_lit(w, ",\"children\":[");
}

void
node_error(struct scene *s, struct slice code, struct slice message)
{
	struct buf *w = &s->tree.w;

	tree_child(&s->tree);
	begin(w, "error", 1);
	jw_key(w, "code");
	jw_field_or_null(w, code);
	jw_key(w, "message");
	jw_field_or_null(w, message);
	pos_write(w, s->tree.end, s->tree.end);
	buf_addc(w, '}');
}

void
node_text(struct scene *s, struct slice value)
{
	begin_child(s, "text");
	string(&s->tree.w, "value", value);
}

void
node_item(struct scene *s)
{
	static const char *const keys[LEGEND_FIELDS] = {"before", "mark", "separator", "meaning", "after"};
	size_t i;

	buf_clear(&item.json);
	buf_clear(&item.code);
	item.rank = 0;
	begin(&item.json, "legendItem", s->start.line);
	for (i = 0; i < LEGEND_FIELDS; i++)
		string(&item.json, keys[i], s->fields.f[i]);
}

void
node_grade(struct slice code, unsigned long rank)
{
	buf_clear(&item.code);
	buf_adds(&item.code, code);
	item.rank = rank;
}

static void
end_item(struct scene *s)
{
	struct buf *w = &s->tree.w;

	if (item.rank == 1)
		tree_group(&s->tree, NO_GROUP, s->start);
	if (tree_group(&s->tree, LEGEND, s->start)) {
		item.order = 0;
		begin(w, "legend", s->start.line);
		jw_lit(w, ",\"children\":[");
	}
	item.order++;
	tree_child(&s->tree);
	buf_adds(w, slice_of(&item.json));
	jw_key(w, "code");
	jw_field_or_null(w, slice_of(&item.code));
	jw_key(w, "rank");
	buf_addu(w, item.rank ? item.rank : item.order);
	s->tree.end = s->end;
}

void
node_section(struct scene *s, unsigned long depth)
{
	static const char *const keys[HEAD_FIELDS] = {"depth", "before", "mark", "gap", "title"};
	struct buf *w = &s->tree.w;
	size_t i;

	begin_child(s, "section");
	jw_key(w, "depth");
	buf_addu(w, depth);
	for (i = HEAD_BEFORE; i < HEAD_FIELDS; i++)
		string(w, keys[i], s->fields.f[i]);
	tree_enter(&s->tree, depth, s->start, s->fields.f);
	jw_key(w, "id");
	jw_text(w, slice_of(&s->tree.id));
}

/* A table without a header has no columns. */
static void
begin_table(struct scene *s, size_t columns)
{
	struct buf *w = &s->tree.w;
	size_t i;

	tree_group(&s->tree, NO_GROUP, s->start);
	tree_group(&s->tree, TABLE, s->start);
	begin(w, "table", s->start.line);
	jw_key(w, "columns");
	for (i = 0; i < columns; i++) {
		buf_addc(w, i ? ',' : '[');
		jw_text(w, cols_name(&s->cols, i));
	}
	buf_addz(w, columns ? "],\"header\":" : "[],\"header\":");
	for (i = 0; i < columns; i++) {
		buf_addc(w, i ? ',' : '[');
		jw_field(w, s->fields.f[i]);
	}
	buf_addz(w, columns ? "]" : "[]");
}

void
node_table(struct scene *s)
{
	begin_table(s, s->cols.n);
	s->tree.end = s->end;
}

void
node_row_id(struct scene *s, const struct rec *r)
{
	struct slice first, said;

	row_says(r, &first, &said);
	jw_key(&s->tree.w, "id");
	tree_row_id(&s->tree, &s->tree.w, first, said, s->place);
}

void
node_row(struct scene *s, const struct rec *r)
{
	struct buf *w = &s->tree.w;

	if (s->tree.group != TABLE) {
		begin_table(s, 0);
		jw_lit(w, ",\"children\":[");
	}
	begin_child(s, "row");
	node_row_id(s, r);
	buf_addc(w, ',');
	row_cells(w, &s->cols, r);
}

void
node_end(struct scene *s, enum node node)
{
	struct buf *w = &s->tree.w;

	if (node == NO_NODE || node == EMPTY)
		return;
	if (node == ITEM)
		end_item(s);
	if (node == ROW) {
		row_quoted(w);
		notes_write_row(w, &s->notes);
		notes_write_bytes(w, &s->notes);
	} else
		notes_write(w, &s->notes);
	if (node == ROOT || node == SECTION || node == TABLE_HEAD) {
		jw_lit(w, ",\"children\":[");
		return;
	}
	pos_write(w, s->start, s->end);
	buf_addc(w, '}');
}
