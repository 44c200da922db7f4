/*
 * jtape.h - JSON values, read strictly, kept or not
 *
 * What is kept lies on a tape: a value, then what is in it, then the next one; the text of strings beside it. It is a
 * stack: whoever remembers its height can go back to it. No key may come twice in an object, kept or not: which of the
 * two holds would be a guess.
 */
#ifndef TZ_RESTORE_JTAPE_H
#define TZ_RESTORE_JTAPE_H

#include <stdint.h>

#include "restore/jlex.h"
#include "restore/names.h"

enum jtype { JTYPE_NULL, JTYPE_TRUE, JTYPE_FALSE, JTYPE_INTEGER, JTYPE_REAL, JTYPE_STRING, JTYPE_ARRAY, JTYPE_OBJECT };

struct jval {
	enum jtype type;
	uint32_t end;     /* where the next value stands, behind what is in this one */
	uint32_t key, key_n; /* of a member: in the text, with a NUL behind it */
	union {
		long long integer;
		struct {
			uint32_t at, n; /* a string's, in the text, with a NUL behind it; an array's or object's n */
		} s;
	} u;
};

struct jtape {
	struct jlex lex;
	struct jval *v;
	size_t n, cap;
	struct buf text;
	struct jname *names; /* the keys of the objects that are being read, one object above the other */
	size_t names_n, names_cap;
	struct buf name_text;
	struct buf scratch;
};

enum { JTAPE_DEEPEST = 2048 }; /* values in values */

/* The string at hand: what it says, until more is read. NULL: it fails. */
const char *jtape_string(struct jtape *t, struct slice *s);
/* Reads the value at hand, which stands in DEPTH others, and puts it on the tape if it is to be KEPT, as the member KEY. */
void jtape_value(struct jtape *t, int kept, int depth, struct slice key);

/* A key of the object whose first one was number FROM of the names. Fails if it had that one before, maybe not before its
 * end. Returns 0 then. */
int jtape_key(struct jtape *t, size_t from, struct slice key);
/* The object that began at FROM ends. */
void jtape_keys_end(struct jtape *t, size_t from);

/* What lies on the tape: valid until more is kept. */
static inline struct slice
jtape_text(const struct jtape *t, const struct jval *v)
{
	return (struct slice){t->text.p + v->u.s.at, v->u.s.n};
}

static inline struct slice
jtape_member(const struct jtape *t, const struct jval *v)
{
	return (struct slice){t->text.p + v->key, v->key_n};
}

/* How many are in V: 0 for what is neither an array nor an object, and for NULL. */
static inline size_t
jval_size(const struct jval *v)
{
	return v && v->type >= JTYPE_ARRAY ? v->u.s.n : 0;
}

/* Is V, which may be NULL, a string? */
static inline int
jval_is_string(const struct jval *v)
{
	return v && v->type == JTYPE_STRING;
}

#define JTAPE_EACH(t, array, i) (i) = (array) + 1; (i) < (t)->v + (array)->end; (i) = (t)->v + (i)->end

void jtape_begin(struct jtape *t, struct in *in);
void jtape_free(struct jtape *t);

#endif
