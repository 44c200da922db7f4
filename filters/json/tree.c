/* tree.c - the containers of the JSON tree; see tree.h */
#include "json/tree.h"

#include <string.h>

#include "words/ids.h"
#include "stream/jw.h"
#include "stream/out.h"

/* As much as leaves through out.h without another copy. */
enum { ENOUGH = OUT_SIZE };

void
tree_begin(struct tree *t)
{
	t->level[0] = (struct level){.start = {1, 1}};
	t->group = NO_GROUP;
	t->end = (struct pos){1, 1};
	buf_clear(&t->path);
	buf_clear(&t->prefix);
	buf_addc(&t->prefix, '"');
	t->level[0].prefix = t->prefix.n;
	trail_begin(&t->trail);
}

void
tree_ready(struct tree *t)
{
	leave_ready(&t->w, t->ready, &t->leaving);
	t->ready = t->w.n;
}

void
tree_flush(struct tree *t, int now)
{
	if (t->w.n < ENOUGH && !now)
		return;
	tree_ready(t);
	outs(slice_of(&t->w));
	t->flushed += t->w.n;
	buf_clear(&t->w);
	t->ready = 0;
}

void
tree_child(struct tree *t)
{
	int *filled = t->group ? &t->group_filled : &t->level[t->trail.n - 1].filled;

	if (*filled)
		jw_lit(&t->w, ",");
	jw_lit(&t->w, "\n");
	*filled = 1;
}

/* Ends a container's children and the container. */
static void
close_node(struct tree *t, int filled, struct pos start)
{
	if (t->silent)
		return;
	if (filled)
		jw_lit(&t->w, "\n");
	jw_lit(&t->w, "]");
	pos_write(&t->w, start, t->end);
	jw_lit(&t->w, "}");
}

int
tree_group(struct tree *t, enum group g, struct pos start)
{
	if (t->group == g)
		return 0;
	if (t->group)
		close_node(t, t->group_filled, t->group_start);
	t->group = NO_GROUP;
	if (!g)
		return 0;
	if (!t->silent)
		tree_child(t);
	t->group = g;
	t->group_start = start;
	t->group_filled = 0;
	return 1;
}

static void
leave(struct tree *t)
{
	struct level *l = &t->level[t->trail.n - 1];

	close_node(t, l->filled, l->start);
	trail_leave(&t->trail);
	t->path.n = l[-1].path;
	t->prefix.n = l[-1].prefix;
}

int
tree_room(struct tree *t, unsigned long depth)
{
	int fits;

	tree_group(t, NO_GROUP, t->end);
	while (trail_must_leave(&t->trail, depth))
		leave(t);
	fits = !trail_full(&t->trail);
	if (!fits)
		leave(t);
	return fits;
}

/* A title of which nothing has to be escaped: a heading takes a quarter less. */
static void
add_plain_title(struct buf *path, const struct slice *head)
{
	char *d = jw_room(path, 3 + head[HEAD_MARK].n + head[HEAD_GAP].n + head[HEAD_TITLE].n);

	*d = ',';
	d += path->n > 0;
	*d++ = '"';
	d = jw_copy(jw_copy(jw_copy(d, head[HEAD_MARK]), head[HEAD_GAP]), head[HEAD_TITLE]);
	*d++ = '"';
	path->n = (size_t)(d - path->p);
}

/* The title as it is written, but for what stands before its mark. */
static void
add_title(struct buf *path, const struct slice *head)
{
	if (path->n)
		jw_lit(path, ",");
	jw_lit(path, "\"");
	jw_field_inside(path, head[HEAD_MARK]);
	jw_field_inside(path, head[HEAD_GAP]);
	jw_field_inside(path, head[HEAD_TITLE]);
	jw_lit(path, "\"");
}

void
tree_enter(struct tree *t, unsigned long depth, struct pos start, const struct slice *head, int plain)
{
	struct level *l = &t->level[t->trail.n];

	if (plain)
		add_plain_title(&t->path, head);
	else
		add_title(&t->path, head);
	*l = (struct level){.start = start};
	jw_text_inside(&t->prefix, trail_enter(&t->trail, depth, head, plain));
	jw_lit(&t->prefix, "/");
	l->path = t->path.n;
	l->prefix = t->prefix.n;
}

void
tree_end(struct tree *t, struct pos end)
{
	tree_room(t, 1);
	t->end = end;
	close_node(t, t->level[0].filled, t->level[0].start);
	if (!t->silent)
		buf_addc(&t->w, '\n');
}

void
tree_row_id(struct tree *t, struct slice first, struct slice said, struct place at)
{
	static struct buf escaped;
	int label;
	struct slice written = trail_row(&t->trail, first, said, at, &t->row_hash, &label);
	char *d;

	if (!label) {
		buf_clear(&escaped);
		jw_text_inside(&escaped, written);
		written = slice_of(&escaped);
	}
	ids_expect(t->row_hash);
	d = jw_room(&t->w, sizeof(",\"id\":\"") + t->prefix.n + written.n);
	d = jw_copy(jw_copy(JW_COPY(d, ",\"id\":"), slice_of(&t->prefix)), written);
	t->row_id = (size_t)(d - t->w.p);
	t->w.n = (size_t)(JW_COPY(d, "\"") - t->w.p);
}

/* A suffix is nothing that a string has to escape. */
void
tree_row_settle(struct tree *t)
{
	struct buf *suffix = &t->tmp;
	size_t behind = t->w.n - t->row_id;

	buf_clear(suffix);
	ids_give(suffix, t->row_hash);
	if (suffix->n == 0)
		return;
	buf_room(&t->w, suffix->n);
	memmove(t->w.p + t->row_id + suffix->n, t->w.p + t->row_id, behind);
	memcpy(t->w.p + t->row_id, suffix->p, suffix->n);
	t->w.n += suffix->n;
}
