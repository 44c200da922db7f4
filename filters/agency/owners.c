/* owners.c - the columns that name who is responsible; see agency/owners.h */
#include "agency/owners.h"

enum { LONGEST_HEADER = 200 }; /* bytes */

static void
add_column(struct owners *o, size_t i, enum agency_header h)
{
	if (o->n == o->cap) {
		o->cap = o->cap ? 2 * o->cap : 8;
		o->v = erealloc(o->v, o->cap * sizeof(*o->v));
	}
	o->v[o->n++] = (struct owner_column){i, h};
}

/* What table says of column I counts: one that is not of owners has none, and one that is has all kinds of them, where its
 * name does not tell which. Only where nothing is said of a column does its name tell. */
static enum agency_header
header_of(struct owners *o, const struct agencies *a, size_t i, struct place at)
{
	struct slice name = cols_name(&o->cols, i);
	enum role role = cols_role(&o->cols, i);
	enum agency_header h = HEADER_OTHER;

	if (name.n <= LONGEST_HEADER && is_utf8(name))
		h = agency_header(a, name, at);
	if (role == ROLE_OWNER && (h <= HEADER_BESIDE || agency_header_of_either(a, name, at)))
		return HEADER_ANYBODY;
	if (role == ROLE_OWNER)
		return h;
	return role == ROLE_UNKNOWN || h == HEADER_BESIDE ? h : HEADER_OTHER;
}

static void
find(struct owners *o, const struct agencies *a, struct place at)
{
	enum agency_header h, most = HEADER_OTHER;
	size_t i;

	o->n = 0;
	o->edition = o->cols.edition;
	buf_clear(&o->roles);
	buf_adds(&o->roles, slice_of(&o->cols.role));
	for (i = 0; i < o->cols.n; i++) {
		h = header_of(o, a, i, at);
		if (h != HEADER_OTHER)
			add_column(o, i, h);
		most = h > most ? h : most;
	}
	if (most == HEADER_BESIDE)
		o->n = 0;
}

void
owners_read(struct owners *o, const struct agencies *a, struct place at)
{
	if (o->edition != o->cols.edition || !slice_eq(slice_of(&o->roles), slice_of(&o->cols.role)))
		find(o, a, at);
}
