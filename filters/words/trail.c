/* trail.c - the way to a row, and its id; see trail.h */
#include "words/trail.h"

#include "stream/rec.h"
#include "words/ids.h"
#include "words/label.h"

void
trail_begin(struct trail *t)
{
	t->level[0] = (struct trail_level){0};
	t->n = 1;
	buf_clear(&t->id);
	ids_reset();
}

int
trail_must_leave(const struct trail *t, unsigned long depth)
{
	return t->n > 1 && t->level[t->n - 1].depth >= depth;
}

void
trail_leave(struct trail *t)
{
	t->n--;
	t->id.n = t->level[t->n - 1].id;
}

int
trail_full(const struct trail *t)
{
	return t->n > SECTIONS_DEEP;
}

/* Appends the id of what stands in the section at hand, its own part being at the end of t->id from FROM on. */
static uint64_t
give_id(struct trail *t, size_t from)
{
	struct trail_level *l = &t->level[t->n - 1];

	return ids_give(&t->id, ids_hash(l->hash, (struct slice){t->id.p + from, t->id.n - from}));
}

/* Where the part of the next id begins in t->id. */
static size_t
begin_id(struct trail *t)
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

/* A mark is stabler than a title, which is reworded from one year to the next. */
static void
add_label(struct trail *t, const struct slice *head, int plain)
{
	if (label_text(&t->id, plain ? head[HEAD_MARK] : unesc_tmp(&t->tmp, head[HEAD_MARK])))
		return;
	if (label_text(&t->id, plain ? head[HEAD_TITLE] : unesc_tmp(&t->tmp, head[HEAD_TITLE])))
		return;
	number_id(&t->id, ids_given() + 1);
}

struct slice
trail_enter(struct trail *t, unsigned long depth, const struct slice *head, int plain)
{
	size_t from = begin_id(t);
	struct trail_level l = {.depth = depth};

	add_label(t, head, plain);
	l.hash = ids_hash(give_id(t, from), slice_z("/"));
	l.id = t->id.n;
	t->level[t->n++] = l;
	return (struct slice){t->id.p + from, t->id.n - from};
}

struct slice
trail_row(struct trail *t, struct slice first, struct slice said, struct place at, uint64_t *hash, int *label)
{
	struct trail_level *l = &t->level[t->n - 1];
	struct slice own = label_item(first, at);

	l->rows++;
	*label = own.n > 0;
	if (!*label) {
		buf_clear(&t->own);
		if (!label_text(&t->own, said))
			number_id(&t->own, l->rows);
		own = slice_of(&t->own);
	}
	*hash = ids_hash(l->hash, own);
	return own;
}
