/* win.c - a ring of held records; see table/win.h */
#include "table/win.h"

#include <string.h>

#include "stream/row.h"

struct held *
win_at(const struct window *w, size_t i)
{
	return w->ring[(w->first + i) % WINDOW];
}

int
win_full(const struct window *w)
{
	return w->n == WINDOW;
}

size_t
count_with_last(const struct rec *r, struct slice *last)
{
	const struct row *row = rec_row(r);

	*last = row->n ? row->cell[row->n - 1] : r->rest;
	return row->n;
}

size_t
count_cells(const struct rec *r)
{
	return rec_row(r)->n;
}

static void
copy(struct held *h, struct slice raw)
{
	buf_clear(&h->raw);
	buf_adds(&h->raw, raw);
	rec_parse(&h->r, slice_of(&h->raw));
	h->judged = h->parted = 0;
}

const struct fields *
held_fields(struct held *h)
{
	if (!h->parted)
		rec_fields(&h->r, &h->fields);
	h->parted = 1;
	return &h->fields;
}

void
held_set(struct held *h, struct slice raw)
{
	copy(h, raw);
	h->cells = h->r.kind == K_ROW ? count_cells(&h->r) : 0;
}

struct held *
win_push(struct window *w, const struct rec *r)
{
	struct held **slot = &w->ring[(w->first + w->n++) % WINDOW], *h;

	if (!*slot) {
		*slot = emalloc(sizeof(**slot));
		**slot = (struct held){0};
	}
	h = *slot;
	if (r->kind == K_COLS) {
		struct buf row = {0};

		buf_addz(&row, "row");
		buf_add(&row, r->raw.p + 4, r->raw.n - 4);
		held_set(h, slice_of(&row));
		buf_free(&row);
	} else {
		copy(h, r->raw);
		h->cells = r->kind == K_ROW ? count_cells(r) : 0; /* of R, which has been asked before */
	}
	return h;
}

void
win_note(struct window *w, const struct rec *r)
{
	struct buf *notes = &win_at(w, w->n - 1)->notes;

	buf_adds(notes, r->raw);
	buf_addc(notes, '\n');
}

/* The slots keep their memory: the one let go of moves behind the last one held. */
void
win_drop(struct window *w, size_t i)
{
	struct held *h = win_at(w, i);

	buf_adds(i ? &win_at(w, i - 1)->notes : &w->notes, slice_of(&h->notes));
	buf_clear(&h->notes);
	if (i == 0) {
		w->first = (w->first + 1) % WINDOW;
		w->n--;
		return;
	}
	for (; i + 1 < w->n; i++)
		w->ring[(w->first + i) % WINDOW] = win_at(w, i + 1);
	w->ring[(w->first + i) % WINDOW] = h;
	w->n--;
}

size_t
win_next(const struct window *w, size_t i)
{
	for (i++; i < w->n; i++)
		if (is_text_kind(win_at(w, i)->r.kind) && win_at(w, i)->r.kind != K_RULE)
			break;
	return i;
}

int
win_is_section(const struct rec *r)
{
	enum { TITLE_BYTES = 120 };

	return r->kind == K_HEAD && r->rest.n <= TITLE_BYTES && !memchr(r->rest.p, '#', r->rest.n);
}

int
win_is_delimited(const struct window *w, size_t i)
{
	const struct rec *source = i + 1 < w->n ? &win_at(w, i + 1)->r : NULL;
	const struct fields *f = held_fields(win_at(w, i));
	struct slice s;

	if (!source || source->kind != K_SOURCE)
		return 0;
	s = source->rest;
	if (s.n && *s.p == '"')
		s = (struct slice){s.p + 1, s.n - 1};
	if (s.n <= f->f[0].n || memcmp(s.p, f->f[0].p, f->f[0].n))
		return 0;
	s = (struct slice){s.p + f->f[0].n, s.n - f->f[0].n};
	while (s.n && strchr("\" ", *s.p))
		s = (struct slice){s.p + 1, s.n - 1};
	return s.n && strchr(",;", *s.p);
}
