/*
 * cols.h - which columns of a table hold statuses
 *
 * A column whose role is status does (stream/role.h), and one with another role
 * does not, unless the title of a legend names it. Where no role is known, the
 * cells tell: a column of nothing but marks that a legend defines. Decided once
 * a table, by its first rows.
 */
#ifndef TZ_STATUS_COLS_H
#define TZ_STATUS_COLS_H

#include "base/buf.h"
#include "stream/rec.h"
#include "status/cell.h"
#include "stream/role.h"

/* Wider than any table; cells beyond are looked at no more, so that memory stays bounded. */
enum { STATUS_COLUMNS = 2048 };

enum verdict {
	NO_STATUS,
	IS_STATUS,
	WOULD_BE, /* it is one if a legend comes that defines its marks */
	UNDEFINED /* it is one, and a legend may still come that defines its marks */
};

/* A mark and the words behind it, by their hashes: enough to tell whether they are always the same. */
struct wording {
	unsigned long mark, words;
};
enum { WORDINGS = 8 }; /* no scale has more grades */

struct statuscol {
	enum role role;        /* what table says, or where nothing does, what the name says */
	struct slice label;    /* the header, folded; empty without one */
	enum verdict verdict;
	size_t filled, marks, defined, glued, texts; /* cells seen, of each kind */
	size_t steps;          /* marks that go up by one from the cell above: ① ② ③ */
	enum mark_class class; /* of its first mark */
	unsigned long last;    /* its last mark's first character */
	size_t rows;
	size_t again;          /* 同左, 〃: nobody writes that of a tick */
	struct wording wording[WORDINGS];
	int remarks;           /* the words behind a mark are not always the same: they do not define it */
	int differ;            /* its marks are not all the same */
	struct buf above;      /* the status of the row above, for 同上 */
};

struct statuscols {
	struct statuscol *c;
	size_t n, cap;
	struct buf labels;
	struct slice *all; /* the labels of the header, in labels */
	size_t alln, allcap;
	unsigned long edition; /* of the header; 0: there is none */
	struct buf header; /* the fields of the header */
	struct buf roles;  /* of the `roles` record behind it; empty if there was none */
	int settled;       /* judged by a whole table with the same header: not to be judged again */
	struct buf known; /* labels of the document's columns that held defined marks, each behind a newline */
};

/* A new document. */
void statuscols_reset(struct statuscols *t);
/* A new table: HEADER is its `cols` record, or NULL. */
void statuscols_begin(struct statuscols *t, const struct rec *header, const char *file);
/* The table's columns have the roles of ROLES, the record behind its header. */
void statuscols_roles(struct statuscols *t, const struct rec *roles);
/* Counts the cells of row R. */
void statuscols_count(struct statuscols *t, const struct rec *r, const char *file);
/* Forgets what was counted. */
void statuscols_uncount(struct statuscols *t);
/* Decides. */
void statuscols_decide(struct statuscols *t);
static inline int
statuscol_says_status(const struct statuscol *c)
{
	return c->role == ROLE_STATUS;
}
/* More cells cannot make a status column of it: in one whose role is not known all cells must be marks. */
int statuscol_is_out(const struct statuscol *c);
/* Column I; a row can have more than the header. */
struct statuscol *statuscols_at(struct statuscols *t, size_t i);

#endif
