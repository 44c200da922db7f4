/* headnode.c - headers of one row and of several; see headnode.h */
#include "json/headnode.h"

#include "stream/jw.h"

/* One record, or several that were joined. */
struct header {
	struct buf columns, rest; /* members of the node: rest is the header as written, and its notes */
	struct buf rows;                 /* the nodes behind it: rules, and rows of the header that were joined to it */
	struct pos start, own_end, end;  /* of itself, and of the last of them */
	struct pos rule_start;
	int ruled;                       /* the last of them is a rule, which is still open for notes */
};

/* A header, and the one behind it, of which it is not yet known whether it goes on with the first. */
static struct header held[2];
static size_t n;

void
headnode_columns(struct buf *to, struct cols *c)
{
	size_t i, columns = c->bound ? c->n : 0;

	jw_key(to, "columns");
	jw_lit(to, "[");
	for (i = 0; i < columns; i++) {
		if (i)
			jw_lit(to, ",");
		jw_text(to, cols_name(c, i));
	}
	jw_lit(to, "]");
	jw_key(to, "roles");
	jw_lit(to, "[");
	for (i = 0; i < columns; i++) {
		if (i)
			jw_lit(to, ",");
		jw_lit(to, "\"");
		buf_addz(to, role_name(cols_role(c, i)));
		jw_lit(to, "\"");
	}
	jw_lit(to, "]");
}

static void
as_written(struct buf *to, const struct fields *f)
{
	size_t i;

	jw_key(to, "header");
	jw_lit(to, "[");
	for (i = 0; i < f->n; i++) {
		if (i)
			jw_lit(to, ",");
		jw_field(to, f->f[i]);
	}
	jw_lit(to, "]");
}

/* The rule that was held last for H, if any, is whole. */
static void
end_rule(struct header *h)
{
	if (!h->ruled)
		return;
	pos_write(&h->rows, h->rule_start, h->end);
	jw_lit(&h->rows, "}");
	h->ruled = 0;
}

/* The first of those held is a table of its own. */
static void
release_first(struct scene *s)
{
	struct header first = held[0];
	struct buf *w = &s->tree.w;

	tree_group(&s->tree, NO_GROUP, first.start);
	tree_group(&s->tree, TABLE, first.start);
	jw_lit(w, "{\"type\":\"table\",\"line\":");
	jw_uint(w, first.start.line);
	end_rule(&first);
	buf_adds(w, slice_of(&first.columns));
	buf_adds(w, slice_of(&first.rest));
	jw_lit(w, ",\"children\":[");
	if (first.rows.n) {
		tree_child(&s->tree);
		buf_adds(w, slice_of(&first.rows));
	}
	s->tree.end = first.end;
	held[0] = held[1];
	held[1] = first; /* its buffers are used again */
	n--;
}

void
headnode_hold(struct scene *s, const struct rec *r)
{
	struct header *h;

	if (n == 2)
		release_first(s);
	h = &held[n++];
	buf_clear(&h->columns);
	buf_clear(&h->rest);
	buf_clear(&h->rows);
	h->ruled = 0;
	headnode_columns(&h->columns, &s->cols);
	rec_fields(r, &s->fields);
	as_written(&h->rest, &s->fields);
	h->start = s->start;
	h->own_end = h->end = s->end;
}

int
headnode_rule(struct scene *s, const struct rec *r)
{
	struct header *h;

	if (n == 0)
		return 0;
	h = &held[n - 1];
	end_rule(h);
	if (h->rows.n)
		jw_lit(&h->rows, ",\n");
	jw_lit(&h->rows, "{\"type\":\"rule\",\"line\":");
	jw_uint(&h->rows, s->start.line);
	jw_member(&h->rows, "value", r->rest);
	h->rule_start = s->start;
	h->end = s->end;
	return h->ruled = 1;
}

void
headnode_notes(struct scene *s)
{
	struct header *h = &held[n - 1];

	notes_write(h->ruled ? &h->rows : &h->rest, &s->notes);
}

void
headnode_end(struct pos end)
{
	held[n - 1].own_end = held[n - 1].end = end;
}

int
headnode_join(struct scene *s, unsigned long line)
{
	struct header *h = &held[0], *next = &held[1];

	if (n < 2 || next->start.line != line)
		return 0;
	buf_clear(&h->columns);
	headnode_columns(&h->columns, &s->cols);
	end_rule(h);
	end_rule(next);
	if (h->rows.n)
		jw_lit(&h->rows, ",\n");
	jw_lit(&h->rows, "{\"type\":\"headerRow\",\"line\":");
	jw_uint(&h->rows, line);
	buf_adds(&h->rows, slice_of(&next->rest));
	pos_write(&h->rows, next->start, next->own_end);
	jw_lit(&h->rows, "}");
	if (next->rows.n)
		jw_lit(&h->rows, ",\n");
	buf_adds(&h->rows, slice_of(&next->rows));
	h->end = next->end;
	n = 1;
	return 1;
}

void
headnode_roles(struct scene *s)
{
	if (n == 0)
		return;
	buf_clear(&held[n - 1].columns);
	headnode_columns(&held[n - 1].columns, &s->cols);
}

void
headnode_release(struct scene *s)
{
	while (n)
		release_first(s);
}
