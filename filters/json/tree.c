/* tree.c - the containers of the JSON tree; see tree.h */
#include "json/tree.h"

#include <string.h>

#include "json/ids.h"
#include "stream/jw.h"
#include "json/label.h"
#include "stream/out.h"

/* As much as leaves through out.h without another copy. */
enum { ENOUGH = OUT_SIZE };

void
tree_begin(struct tree *t)
{
	t->level[0] = (struct level){.start = {1, 1}};
	t->n = 1;
	t->group = NO_GROUP;
	t->end = (struct pos){1, 1};
	buf_clear(&t->id);
	buf_clear(&t->path);
	buf_clear(&t->prefix);
	buf_addc(&t->prefix, '"');
	t->level[0].prefix = t->prefix.n;
	ids_reset();
}

void
tree_flush(struct tree *t, int now)
{
	if (t->w.n < ENOUGH && !now)
		return;
	outs(slice_of(&t->w));
	t->flushed += t->w.n;
	buf_clear(&t->w);
}

void
tree_child(struct tree *t)
{
	int *filled = t->group ? &t->group_filled : &t->level[t->n - 1].filled;

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
	struct level *l = &t->level[--t->n];

	close_node(t, l->filled, l->start);
	t->id.n = l[-1].id;
	t->path.n = l[-1].path;
	t->prefix.n = l[-1].prefix;
}

int
tree_room(struct tree *t, unsigned long depth)
{
	int fits;

	tree_group(t, NO_GROUP, t->end);
	while (t->n > 1 && t->level[t->n - 1].depth >= depth)
		leave(t);
	fits = t->n <= SECTIONS_DEEP;
	if (!fits)
		leave(t);
	return fits;
}

/* Appends the id of what stands in the innermost section, its own part being at the end of t->id from FROM on. */
static uint64_t
give_id(struct tree *t, size_t from)
{
	struct level *l = &t->level[t->n - 1];

	return ids_give(&t->id, ids_hash(l->hash, (struct slice){t->id.p + from, t->id.n - from}));
}

/* Where the part of the next id begins in t->id. */
static size_t
begin_id(struct tree *t)
{
	t->id.n = t->level[t->n - 1].id;
	if (t->id.n)
		buf_addc(&t->id, '/');
	return t->id.n;
}

static void
number_id(struct buf *id, unsigned long u)
{
	buf_addc(id, '#');
	buf_addu(id, u);
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

/* A mark is stabler than a title, which is reworded from one year to the next. */
static void
add_label(struct tree *t, const struct slice *head, int plain)
{
	if (label_text(&t->id, plain ? head[HEAD_MARK] : unesc_tmp(&t->tmp, head[HEAD_MARK])))
		return;
	if (label_text(&t->id, plain ? head[HEAD_TITLE] : unesc_tmp(&t->tmp, head[HEAD_TITLE])))
		return;
	number_id(&t->id, ids_given() + 1);
}

void
tree_enter(struct tree *t, unsigned long depth, struct pos start, const struct slice *head, int plain)
{
	struct level *l = &t->level[t->n];
	size_t from = begin_id(t);

	if (plain)
		add_plain_title(&t->path, head);
	else
		add_title(&t->path, head);
	add_label(t, head, plain);
	*l = (struct level){.depth = depth, .start = start};
	l->hash = ids_hash(give_id(t, from), slice_z("/"));
	jw_text_inside(&t->prefix, (struct slice){t->id.p + from, t->id.n - from});
	jw_lit(&t->prefix, "/");
	l->id = t->id.n;
	l->path = t->path.n;
	l->prefix = t->prefix.n;
	t->n++;
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

/* The part of a row without a label: its text. */
static struct slice
said_or_number(struct tree *t, struct slice said)
{
	buf_clear(&t->tmp);
	if (!label_text(&t->tmp, said))
		number_id(&t->tmp, t->level[t->n - 1].rows);
	return slice_of(&t->tmp);
}

void
tree_row_id(struct tree *t, struct slice first, struct slice said, struct place at)
{
	static struct buf escaped;
	struct level *l = &t->level[t->n - 1];
	struct slice own = label_item(first, at), written = own; /* in a label there is nothing to escape */
	char *d;

	l->rows++;
	if (own.n == 0) {
		own = said_or_number(t, said);
		buf_clear(&escaped);
		jw_text_inside(&escaped, own);
		written = slice_of(&escaped);
	}
	t->row_hash = ids_hash(l->hash, own);
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
