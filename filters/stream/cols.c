/* cols.c - names for the cells of a table; see cols.h */
#include "stream/cols.h"

#include <stdint.h>
#include <string.h>

#include "base/blank.h"

static struct slice
name_at(const struct cols *c, size_t i)
{
	size_t from = i ? c->v[i - 1].end : 0;

	return (struct slice){c->names.p + from, c->v[i].end - from};
}

/* FNV-1a: short, and good enough for the names of one header. */
static size_t
hash(struct slice s)
{
	uint64_t h = 0xcbf29ce484222325u;
	size_t i;

	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
	return (size_t)(h ^ h >> 32);
}

/* The slot in which NAME is, or would be. */
static size_t *
slot_of(const struct cols *c, struct slice name)
{
	size_t i = hash(name) & (c->nslots - 1);

	while (c->slot[i] && !slice_eq(name_at(c, c->slot[i] - 1), name))
		i = (i + 1) & (c->nslots - 1);
	return &c->slot[i];
}

/* The index of NAME among the names so far, plus 1; 0 if it is none of them. */
static size_t
find(const struct cols *c, struct slice name)
{
	return c->n ? *slot_of(c, name) : 0;
}

static void
start(struct cols *c, size_t n)
{
	size_t want = 16;

	while (want < 2 * n)
		want *= 2;
	if (want > c->slotcap) {
		c->slot = erealloc(c->slot, want * sizeof(*c->slot));
		c->slotcap = want;
	}
	c->nslots = want;
	memset(c->slot, 0, c->nslots * sizeof(*c->slot));
	if (n > c->cap) {
		c->v = erealloc(c->v, n * sizeof(*c->v));
		c->cap = n;
	}
	c->n = 0;
	buf_clear(&c->names);
}

static void
add(struct cols *c, struct slice name)
{
	buf_adds(&c->names, name);
	c->v[c->n] = (struct colname){c->names.n, 2};
	c->n++;
	*slot_of(c, name_at(c, c->n - 1)) = c->n;
}

/* NAME, or NAME (2), NAME (3) … if it is taken; may be put together in c->other. */
static struct slice
unique(struct cols *c, struct slice name)
{
	size_t i = find(c, name), k;

	if (i == 0)
		return name;
	k = c->v[i - 1].next;
	do {
		buf_clear(&c->other);
		buf_adds(&c->other, name);
		buf_addz(&c->other, " (");
		buf_addu(&c->other, k++);
		buf_addc(&c->other, ')');
	} while (find(c, slice_of(&c->other)));
	c->v[i - 1].next = k;
	return slice_of(&c->other);
}

static struct slice
number(struct cols *c, size_t i)
{
	buf_clear(&c->tmp);
	buf_addu(&c->tmp, i + 1);
	return slice_of(&c->tmp);
}

/* NUL is a legal character in a JSON key, and yet jansson and others refuse it there. */
static void
replace_nul(struct buf *b)
{
	const char *nul;
	struct buf old;

	if (!memchr(b->p, 0, b->n))
		return;
	old = *b;
	*b = (struct buf){0};
	for (nul = old.p; nul < old.p + old.n; nul++)
		buf_add(b, *nul ? nul : "\xe2\x90\x80", *nul ? 1 : 3);
	buf_free(&old);
}

/* What header cell I is called by itself. */
static struct slice
own_name(struct cols *c, size_t i, struct slice field)
{
	struct slice text;

	if (blank_field(field))
		return number(c, i);
	text = unesc_tmp(&c->other, field);
	buf_clear(&c->tmp);
	if (!cell_unquote(&c->tmp, text))
		buf_adds(&c->tmp, text);
	if (c->tmp.n == 0)
		return number(c, i);
	replace_nul(&c->tmp);
	return slice_of(&c->tmp);
}

static void
bind(struct cols *c, const struct rec *r)
{
	size_t i;

	c->bound = 1;
	buf_clear(&c->role);
	if (c->n && slice_eq(slice_of(&c->head), r->rest))
		return; /* most tables of a report share one header */
	c->edition++;
	buf_clear(&c->head);
	buf_adds(&c->head, r->rest);
	start(c, rec_fields(r, &c->f));
	for (i = 0; i < c->f.n; i++)
		add(c, unique(c, own_name(c, i, c->f.f[i])));
}

/* A role that is not known here is none. */
static void
take_roles(struct cols *c, const struct rec *r)
{
	size_t i, n = rec_fields(r, &c->f);

	buf_clear(&c->role);
	for (i = 0; i < n; i++)
		buf_addc(&c->role, (char)(role_named(c->f.f[i]) % ROLES));
}

void
cols_change(struct cols *c, const struct rec *r)
{
	if (r->kind == K_ROLES)
		take_roles(c, r);
	else if (r->kind == K_COLS || (r->kind == K_NAMES && r->rest.n))
		bind(c, r);
	else if (r->kind != K_TEXT || (r->rest.n && !blank_field(r->rest)))
		c->bound = 0;
}

struct slice
cols_name(struct cols *c, size_t i)
{
	if (!c->bound)
		return number(c, i);
	return i < c->n ? name_at(c, i) : unique(c, number(c, i));
}

enum role
cols_role(const struct cols *c, size_t i)
{
	return c->bound && i < c->role.n ? (enum role)c->role.p[i] : ROLE_UNKNOWN;
}
