/* nodes.c - the nodes of the JSON tree; see nodes.h */
#include "json/nodes.h"

#include "json/headnode.h"
#include "stream/jw.h"
#include "json/rowjson.h"

/* A legendItem waits for its grade, which tells whether it begins another legend. */
static struct {
	struct buf json, code;
	unsigned long order, rank;
} item;

#define BEGIN(to, type, line) (jw_lit(to, "{\"type\":\"" type "\",\"line\":"), jw_uint(to, line))
#define CHILDREN(to) jw_lit(to, ",\"children\":[")

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

/* The programs that the document came through, between blanks. */
static void
readers(struct buf *w, struct slice field)
{
	struct buf names = {0};
	const char *p, *end, *blank;

	unesc(&names, field);
	jw_key(w, "readers");
	for (p = names.p, end = p + names.n; p < end; p = blank ? blank + 1 : end) {
		blank = memchr(p, ' ', (size_t)(end - p));
		buf_addc(w, p == names.p ? '[' : ',');
		jw_text(w, (struct slice){p, (size_t)((blank ? blank : end) - p)});
	}
	jw_lit(w, "]");
	buf_free(&names);
}

void
node_root(struct scene *s, const struct slice *doc, int failed)
{
	struct buf *w = &s->tree.w;

	BEGIN(w, "root", 1);
	jw_lit(w, ",\"schema\":\"tanzaku/1\"");
	jw_member(w, "name", doc[DOC_NAME]);
	if (s->fields.n > DOC_READERS && doc[DOC_READERS].n)
		readers(w, doc[DOC_READERS]);
	jw_key(w, "encoding");
	known(w, doc[DOC_ENCODING]);
	jw_key(w, "bom");
	known(w, doc[DOC_BOM]);
	jw_key(w, "newline");
	known(w, doc[DOC_NEWLINE]);
	jw_key(w, "finalNewline");
	known(w, doc[DOC_FINAL]);
	if (failed)
		CHILDREN(w);
}

void
node_error(struct scene *s, struct slice code, struct slice message)
{
	struct buf *w = &s->tree.w;

	tree_child(&s->tree);
	BEGIN(w, "error", 1);
	jw_key(w, "code");
	jw_field_or_null(w, code);
	jw_key(w, "message");
	jw_field_or_null(w, message);
	pos_write(w, s->tree.end, s->tree.end);
	jw_lit(w, "}");
}

void
node_text(struct scene *s, enum kind kind, struct slice value)
{
	struct buf *w = &s->tree.w;

	tree_child(&s->tree);
	if (kind == K_CODE)
		BEGIN(w, "code", s->start.line);
	else if (kind == K_RULE)
		BEGIN(w, "rule", s->start.line);
	else
		BEGIN(w, "text", s->start.line);
	jw_member(w, "value", value);
	s->tree.end = s->end;
}

void
node_item(struct scene *s)
{
	const struct slice *f = s->fields.f;
	struct buf *w = &item.json;

	buf_clear(&item.json);
	buf_clear(&item.code);
	item.rank = 0;
	BEGIN(w, "legendItem", s->start.line);
	jw_member(w, "before", f[LEGEND_BEFORE]);
	jw_member(w, "mark", f[LEGEND_MARK]);
	jw_member(w, "separator", f[LEGEND_SEP]);
	jw_member(w, "meaning", f[LEGEND_MEANING]);
	jw_member(w, "after", f[LEGEND_AFTER]);
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
		BEGIN(w, "legend", s->start.line);
		CHILDREN(w);
	}
	item.order++;
	tree_child(&s->tree);
	buf_adds(w, slice_of(&item.json));
	jw_key(w, "code");
	jw_field_or_null(w, slice_of(&item.code));
	jw_key(w, "rank");
	jw_uint(w, item.rank ? item.rank : item.order);
	s->tree.end = s->end;
}

void
node_section(struct scene *s, unsigned long depth, int plain)
{
	const struct slice *f = s->fields.f;
	struct buf *w = &s->tree.w;

	tree_child(&s->tree);
	BEGIN(w, "section", s->start.line);
	s->tree.end = s->end;
	jw_key(w, "depth");
	jw_uint(w, depth);
	jw_member(w, "before", f[HEAD_BEFORE]);
	jw_member(w, "mark", f[HEAD_MARK]);
	jw_member(w, "gap", f[HEAD_GAP]);
	jw_member(w, "title", f[HEAD_TITLE]);
	tree_enter(&s->tree, depth, s->start, s->fields.f, plain);
	jw_key(w, "id");
	jw_text(w, slice_of(&s->tree.trail.id));
}

/* A table whose header stands elsewhere, or nowhere. */
static void
begin_table(struct scene *s)
{
	struct buf *w = &s->tree.w;

	tree_group(&s->tree, NO_GROUP, s->start);
	tree_group(&s->tree, TABLE, s->start);
	BEGIN(w, "table", s->start.line);
	headnode_columns(w, &s->cols);
	jw_lit(w, ",\"header\":[]");
	CHILDREN(w);
}

void
node_row_id(struct scene *s, const struct rec *r)
{
	struct slice first, said;

	row_says(&s->rowtext, r, &first, &said);
	tree_row_id(&s->tree, first, said, s->place);
}

void
node_row(struct scene *s, const struct rec *r)
{
	struct buf *w = &s->tree.w;

	if (s->tree.group != TABLE)
		begin_table(s);
	tree_child(&s->tree);
	BEGIN(w, "row", s->start.line);
	s->tree.end = s->end;
	node_row_id(s, r);
	row_cells(w, &s->cols, r);
	tree_row_settle(&s->tree);
}

void
node_end(struct scene *s, enum node node)
{
	struct buf *w = &s->tree.w;

	if (node == NO_NODE || node == EMPTY)
		return;
	if (node == TABLE_HEAD || node == HEAD_RULE) {
		headnode_notes(s);
		return;
	}
	if (node == ITEM)
		end_item(s);
	if (node == ROW) {
		row_quoted(w);
		notes_write_row(w, &s->notes);
		notes_write_origin(w, &s->notes);
	} else
		notes_write(w, &s->notes);
	if (node == ROOT || node == SECTION) {
		CHILDREN(w);
		return;
	}
	pos_write(w, s->start, s->end);
	jw_lit(w, "}");
}
