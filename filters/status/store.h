/*
 * store.h - the legends of a document, as status/legend.c keeps them for status/find.c
 */
#ifndef TZ_STATUS_STORE_H
#define TZ_STATUS_STORE_H

#include "base/hash.h"
#include "status/legend.h"

enum { LABEL_MIN = 6 }; /* bytes of a column's name that a title can name */

/* Lists of entries, by the hashes of their keys. Entries are counted from 1 there; 0 is none. */
enum { KEY_LISTS = 256 };

struct span {
	size_t from, n; /* in the store's text */
};

struct entry {
	struct span key, mark, meaning;
	struct slice code;
	unsigned long line, rank;
	size_t group;
	size_t next; /* of the same list */
};

struct key_list {
	size_t first, last;
	size_t standing; /* the first one whose legend no later one has replaced, as far as is known */
};

struct group {
	struct span title;       /* folded: what was said before it */
	unsigned long after_row; /* how many rows came before it */
	enum mark_class class;
	int small;               /* its letters are a, b, c */
	int behind;              /* it stands right behind a table, and not right above another */
	unsigned long until;     /* the line of a later legend for the same marks; 0 if there is none */
	struct {                 /* find.c's: what was found out for the question of that number */
		unsigned long question;
		int known, names, another;
	} kept;
};

struct legends {
	struct buf text;
	struct entry *e;
	struct group *g;
	struct key_list list[KEY_LISTS];
	size_t n, cap, groups, gcap;
	size_t own;             /* entries of the user's own legend, which stay */
	size_t own_text;
	struct buf said;        /* the last text or head that is not blank, folded, */
	struct buf unfolded;    /* behind which this belongs, once it is folded: see said() */
	unsigned long rows, version;
	int open;
	int row, row_open;      /* a row or header came last; the legend was open before it */
	int behind_row;         /* what came last was a row, not a header */
};

extern struct legends legends;

static inline struct slice
legends_text(struct span s)
{
	return (struct slice){legends.text.p + s.from, s.n};
}

static inline struct key_list *
legends_list(struct slice k)
{
	return &legends.list[hash_of(k) % KEY_LISTS];
}

static inline struct grade
legends_grade_of(const struct entry *e)
{
	return (struct grade){legends_text(e->mark), legends_text(e->meaning), e->code, e->rank};
}

#endif
