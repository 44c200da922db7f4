/*
 * cols.h - which columns of a table hold statuses
 *
 * Decided once a table, from its header and its first rows: what the cells
 * hold counts before what the header says. A column that numbers or names its
 * rows is never one, whatever marks it uses.
 */
#ifndef TZ_STATUS_COLS_H
#define TZ_STATUS_COLS_H

#include "base/buf.h"
#include "stream/rec.h"
#include "status/cell.h"
#include "words/columns.h"

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
	enum column head;      /* what the header says */
	struct slice label;    /* the header, folded; empty without one */
	enum verdict verdict;
	size_t filled, marks, defined, glued, words, texts; /* cells seen, of each kind */
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
	int settled;       /* judged by a whole table with the same header: not to be judged again */
	struct buf known; /* labels of the document's columns that held defined marks, each behind a newline */
};

/* A new document. */
void statuscols_reset(struct statuscols *t);
/* A new table: HEADER is its `cols` record, or NULL. */
void statuscols_begin(struct statuscols *t, const struct rec *header, const char *file);
/* Counts the cells of row R. */
void statuscols_count(struct statuscols *t, const struct rec *r, const char *file);
/* Forgets what was counted. */
void statuscols_uncount(struct statuscols *t);
/* Decides. */
void statuscols_decide(struct statuscols *t);
/* By its header, it holds statuses, or may hold them. */
int statuscol_says_status(const struct statuscol *c);
/* More cells cannot make a status column of it: of some kinds none is, and of the others but a few all cells
 * must be marks. */
int statuscol_is_out(const struct statuscol *c);
/* Column I; a row can have more than the header. */
struct statuscol *statuscols_at(struct statuscols *t, size_t i);

#endif
