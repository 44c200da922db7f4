/* newline.c - how the lines of a document end; see encoding/newline.h */
#include "encoding/newline.h"

#include <string.h>

/* The look-ahead for the kind, in code units. It is so short that the same characters are looked at when the
 * document comes again as UTF-8: decode of decoded text changes nothing. */
enum { UNITS = 80 * 1024 };

/* Where the code unit U first stands in the bytes from P to END, whole units; END if it does not. */
static const unsigned char *
find(const unsigned char *p, const unsigned char *end, const unsigned char *u, size_t unit)
{
	size_t byte = u[0] ? 0 : unit - 1; /* the one that is no zero */
	const unsigned char *at = p;

	while (at < end && (at = memchr(at, u[byte], (size_t)(end - at)))) {
		if ((size_t)(at - p) % unit == byte && memcmp(at - byte, u, unit) == 0)
			return at - byte;
		at++;
	}
	return end;
}

enum newline
newline_kind(const struct decoder *d, const unsigned char *p, size_t n, int whole)
{
	size_t unit = d->unit, units = n / unit;
	const unsigned char *end, *at;
	int lf = 0, cr = 0, crlf = 0;

	if (units > UNITS) {
		units = UNITS;
		whole = 0;
	}
	end = p + units * unit;
	if (find(p, end, d->cr, unit) == end) /* most documents */
		return find(p, end, d->lf, unit) < end ? NL_LF : NL_NONE;
	for (at = p; !(lf && crlf) && (at = find(at, end, d->lf, unit)) < end; at += unit) {
		int behind_cr = at > p && decoder_at_cr(d, at - unit);

		crlf |= behind_cr;
		lf |= !behind_cr;
	}
	for (at = p; !cr && (at = find(at, end, d->cr, unit)) < end; at += unit) {
		if (at + unit == end)
			cr = whole; /* else the LF may be the next one */
		else
			cr = !decoder_at_lf(d, at + unit);
	}
	if (lf + cr + crlf > 1)
		return NL_MIXED;
	return lf ? NL_LF : crlf ? NL_CRLF : cr ? NL_CR : NL_NONE;
}
