/* decimal.c - numbers that count; see decimal.h */
#include "base/decimal.h"

void
decimal_set(struct decimal *d, unsigned long u)
{
	struct buf b = {d->text, 0, DECIMAL_DIGITS}; /* has room for the longest number */

	buf_addu(&b, u);
	memmove(d->text + DECIMAL_DIGITS - b.n, d->text, b.n);
	d->n = b.n;
	d->u = u;
}

void
decimal_next(struct decimal *d)
{
	char *first = d->text + DECIMAL_DIGITS - d->n, *p = d->text + DECIMAL_DIGITS - 1;

	d->u++;
	while (p >= first && *p == '9')
		*p-- = '0';
	if (p >= first) {
		++*p;
		return;
	}
	*p = '1'; /* there is room: no number is twenty times 9 */
	d->n++;
}
