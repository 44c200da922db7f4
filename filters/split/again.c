/* again.c - labels that come again; see again.h */
#include "split/again.h"

#include "split/fieldline.h"
#include "split/peek.h"

enum { AHEAD = 200, AHEAD_BYTES = 32 * 1024 }; /* how far the same labels are looked for */

int
again_has_label(const struct records *r, struct slice label)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (slice_eq(slice_of(&r->field[i].label), label))
			return 1;
	return 0;
}

int
again_alike(const struct records *r, size_t labels, size_t found, size_t wants)
{
	return found >= wants && 2 * found >= (labels > r->n ? labels : r->n);
}

/* What the blocks ahead have of the record's labels. */
struct coming {
	size_t labels, found; /* of the block at hand */
	int begun, broken;    /* the label that the record begins with has come; an item that is no field */
	size_t like, unlike;  /* blocks that are records like it; that name some things as it does, and are none */
};

static void
end_ahead(struct coming *h, const struct records *r, int item, size_t wants)
{
	if (!h->broken && again_alike(r, h->labels, h->found, wants))
		h->like++;
	else if (h->found && (item || h->labels > 1))
		h->unlike++;
	h->labels = h->found = 0;
	h->begun = h->broken = 0;
}

int
again_comes(const struct records *r, struct lines *in, size_t i, const struct fieldline *of, size_t wants)
{
	struct coming h = {0};
	struct line l;
	size_t lines = 0, bytes = 0;
	int sure, item = of->item;

	while (lines++ < AHEAD && bytes < AHEAD_BYTES && peek_line(in, &i, &l)) {
		struct fieldline f;
		int field = fieldline_read_any(l.text, &f) && f.item == item && f.apart == of->apart, first = field && slice_eq(slice_of(&r->field[0].label), f.label);

		bytes += l.text.n;
		if (!field && fieldline_goes_on(l.text, item ? 2 : 1))
			continue;
		if (!field && item && fieldline_is_item(l.text) && !fieldline_task(l.text, &f, &sure)) {
			h.broken = 1;
			continue;
		}
		if (!field || (first && h.begun))
			end_ahead(&h, r, item, wants);
		h.begun |= first;
		h.labels += (size_t)field;
		h.found += (size_t)(field && again_has_label(r, f.label));
	}
	end_ahead(&h, r, item, wants);
	return h.like > h.unlike;
}
