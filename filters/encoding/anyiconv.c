/*
 * anyiconv.c - every other encoding, through iconv(3); see decoder.h
 *
 * iconv(3) says where it stopped, but not how long the wrong sequence is: one
 * code unit is taken for wrong, and it is asked again behind it. That is never
 * more than there is, and it finds back into step by itself.
 */
#include <errno.h>

#include "encoding/decoder.h"

/* The longest sequence of any encoding known: GB18030 and UTF-32 have 4, ISO-2022 escapes as many. */
enum { LONGEST = 8 };

size_t
decode_iconv(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	char *from = (char *)s, *to = out; /* iconv(3) does not write there, but POSIX leaves the const out */
	size_t left = n, room = DECODE_ROOM(n);

	d->bad = 0;
	if (iconv(d->cd, &from, &left, &to, &room) == (size_t)-1) {
		if (errno == EILSEQ || (errno == EINVAL && left > LONGEST))
			d->bad = left < d->unit ? left : d->unit;
		else if (errno == EINVAL)
			d->bad = d->eof ? left : 0;
		/* E2BIG: some sets have two characters for one code; what is left comes with the next step */
	}
	if (d->eof && !left) /* a character that waited for a combining one */
		iconv(d->cd, NULL, NULL, &to, &room);
	d->made = (size_t)(to - out);
	return n - left;
}
