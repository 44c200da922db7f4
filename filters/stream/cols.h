/*
 * cols.h - which columns a row belongs to
 *
 * tanzaku(5): a row belongs to the nearest `cols` record before it in its
 * document, unless a head, a legend, code or a text that is not blank stands
 * between; a `rule` between them parts nothing. A `names` record, which carries no text, does the same where the
 * header is not next to its rows; without a field it says that they have none.
 * Its cells are named by the header's, in order, as they are written
 * (but without spreadsheet quotes; a NUL, which no JSON library takes in a
 * key, becomes U+2400). A name that comes again gets " (2)", " (3)" …; a cell
 * without a name is named by its number. A `roles` record behind either says
 * what each column is.
 */
#ifndef TZ_STREAM_COLS_H
#define TZ_STREAM_COLS_H

#include "base/buf.h"
#include "base/quote.h"
#include "stream/rec.h"
#include "stream/role.h"

struct cols {
	int bound;        /* a header is in force */
	unsigned long edition; /* changes whenever the names do */
	struct buf names; /* the unique names, one after another */
	struct colname {
		size_t end;  /* where the name ends in names */
		size_t next; /* the " (N)" to try when it comes again */
	} *v;
	size_t n, cap;
	size_t *slot, nslots, slotcap; /* hash of a name -> 1 + its index in v */
	struct buf head;      /* the header's fields, escaped, with their tabs */
	struct buf role;      /* the columns' roles, a byte each, as far as they were told */
	struct buf tmp, other;
	struct fields f; /* scratch */
};

/* Shows a record to the tracker; call it for every record, in order. */
void cols_change(struct cols *c, const struct rec *r);
static inline void
cols_see(struct cols *c, const struct rec *r)
{
	if (r->kind == K_TEXT && r->rest.n == 0)
		return;
	if (1U << r->kind & (1U << K_COLS | 1U << K_NAMES | 1U << K_DOC | 1U << K_HEAD | 1U << K_LEGEND | 1U << K_TEXT |
	                    1U << K_CODE | 1U << K_ROLES))
		cols_change(c, r);
}

/* The name of column I (from 0); for one beyond the header, its number, unique as well.
 * Valid until the next call on C. */
struct slice cols_name(struct cols *c, size_t i);
/* What column I is; ROLE_UNKNOWN where no header is in force, and until the `roles` record behind the header was seen. */
enum role cols_role(const struct cols *c, size_t i);

#endif
