/* manifestline.c - an entry as a line; see manifest.h */
#include "batch/manifest.h"

#include "stream/rec.h"

const char *const state_words[STATES] = {"ok", "bad", "gone", "dir", "all"};
const char *const form_words[FORMS] = {"", "tree", "lines", "part-tree", "part-lines", "csv"};

/* Numbers in hexadecimal, with all of their digits; 0, which stands for what is not known, as nothing. */
static void
add_hex(struct buf *to, uint64_t u)
{
	int i;

	buf_room(to, 16);
	for (i = 60; i >= 0; i -= 4)
		to->p[to->n++] = "0123456789abcdef"[u >> i & 15];
}

static void
add_number(struct buf *to, uint64_t u)
{
	buf_addc(to, '\t');
	if (u)
		add_hex(to, u);
}

static void
add_hash(struct buf *to, struct hash h)
{
	buf_addc(to, '\t');
	if (hash_none(h))
		return;
	add_hex(to, h.high);
	add_hex(to, h.low);
}

static void
add_text(struct buf *to, const char *z)
{
	buf_addc(to, '\t');
	if (z)
		esc(to, slice_z(z));
}

void
manifest_line(struct buf *to, const struct entry *e, const char *temp)
{
	size_t from = to->n;

	buf_addz(to, state_words[e->state]);
	add_text(to, e->name);
	add_number(to, e->stamp);
	add_hash(to, e->content);
	add_number(to, e->recipe);
	add_text(to, form_words[e->form]);
	add_number(to, e->size);
	add_hash(to, e->output);
	add_text(to, e->code);
	add_text(to, e->message);
	add_text(to, temp);
	add_number(to, hash_name(to->p + from, to->n - from));
	buf_addc(to, '\n');
}
