/* rowline.c - rows of JSON Lines; see rowline.h */
#include "json/rowline.h"

#include "json/rowjson.h"
#include "stream/jw.h"

void
rowline(struct tojson *j, const struct rec *r)
{
	struct scene *s = &j->scene;
	struct buf *w = &s->tree.w;
	char *d;

	buf_adds(w, slice_of(&j->doc.json));
	decimal_add(w, &j->number, s->start.line);
	node_row_id(s, r);
	d = jw_room(w, sizeof(",\"path\":[]") + s->tree.path.n);
	d = jw_copy(JW_COPY(d, ",\"path\":["), slice_of(&s->tree.path));
	w->n = (size_t)(JW_COPY(d, "]") - w->p);
	if (j->told.list)
		celllist_row(&j->list, &s->cols, r); /* written when all is known about them */
	else
		row_cells(w, &s->cols, r);
	tree_row_settle(&s->tree);
}

void
rowline_end(struct tojson *j)
{
	struct buf *w = &j->scene.tree.w;

	if (j->told.list)
		celllist_write(w, &j->list);
	notes_write_row(w, &j->scene.notes);
	jw_lit(w, "}\n");
}
