/*
 * decimal.h - the numbers of lines, in decimal
 *
 * They come one behind the other: the digits of most are those of the one before with one more in the last place,
 * which takes a fifth of dividing.
 */
#ifndef TZ_BASE_DECIMAL_H
#define TZ_BASE_DECIMAL_H

#include "base/buf.h"

enum { DECIMAL_DIGITS = 20 };

/* The number that was asked for last. Starts as {0}. */
struct decimal {
	unsigned long u;
	size_t n;                       /* of its digits; 0 if there was none */
	char text[2 * DECIMAL_DIGITS]; /* they end in the middle: wherever they begin, DECIMAL_DIGITS bytes may be read */
};

void decimal_set(struct decimal *d, unsigned long u);
/* decimal_set of the next number. */
void decimal_next(struct decimal *d);

static inline void
decimal_of(struct decimal *d, unsigned long u)
{
	if (d->n && u && u == d->u + 1)
		decimal_next(d);
	else
		decimal_set(d, u);
}

/* Writes U so that it ends at END, and returns where it begins. DECIMAL_DIGITS bytes before END are spoilt. */
static inline char *
decimal_before(char *end, struct decimal *d, unsigned long u)
{
	decimal_of(d, u);
	memcpy(end - DECIMAL_DIGITS, d->text, DECIMAL_DIGITS); /* a length that the compiler knows */
	return end - d->n;
}

/* Appends U. */
static inline void
decimal_add(struct buf *to, struct decimal *d, unsigned long u)
{
	decimal_of(d, u);
	if (to->cap - to->n < DECIMAL_DIGITS)
		buf_room(to, DECIMAL_DIGITS);
	memcpy(to->p + to->n, d->text + DECIMAL_DIGITS - d->n, DECIMAL_DIGITS);
	to->n += d->n;
}

#endif
