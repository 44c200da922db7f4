/* newline.c - how the lines of a document end; see newline.h */
#include "newline.h"

#include <string.h>

/* The look-ahead for the kind, in code units. It is so short that the same characters are looked at when the
 * document comes again as UTF-8: decode of decoded text changes nothing. */
enum { UNITS = 80 * 1024 };

static const struct {
	const char *name, *text;
} kinds[] = {
	[NL_NONE] = {"none", "\n"},
	[NL_LF] = {"lf", "\n"},
	[NL_CRLF] = {"crlf", "\r\n"},
	[NL_CR] = {"cr", "\r"},
	[NL_MIXED] = {"mixed", "\n"},
};

const char *
newline_name(enum newline kind)
{
	return kinds[kind].name;
}

const char *
newline_text(enum newline kind)
{
	return kinds[kind].text;
}

enum newline
newline_kind(const struct decoder *d, const unsigned char *p, size_t n, int whole)
{
	size_t i, units = n / d->unit;
	int lf = 0, cr = 0, crlf = 0;

	if (units > UNITS) {
		units = UNITS;
		whole = 0;
	}
	if (d->unit == 1 && !memchr(p, *d->cr, units)) /* most documents, at a twentieth of the cost */
		return memchr(p, *d->lf, units) ? NL_LF : NL_NONE;
	for (i = 0; i < units; i++) {
		const unsigned char *at = p + i * d->unit;

		if (decoder_at_lf(d, at)) {
			lf = 1;
		} else if (decoder_at_cr(d, at)) {
			if (i + 1 == units && !whole) /* the LF may be the next one */
				break;
			if (i + 1 < units && decoder_at_lf(d, at + d->unit)) {
				crlf = 1;
				i++;
			} else
				cr = 1;
		}
	}
	if (lf + cr + crlf > 1)
		return NL_MIXED;
	return lf ? NL_LF : crlf ? NL_CRLF : cr ? NL_CR : NL_NONE;
}
