/* eucjp.c - EUC-JP as the WHATWG has it: CP51932 with JIS X 0212; see decoder.h */
#include <string.h>

#include "encoding/decoder.h"
#include "encoding/jispairs.h"
#include "encoding/kana.h"
#include "base/scan.h"
#include "base/utf8.h"

enum { SS2 = 0x8e, SS3 = 0x8f };

static inline int
is_double(unsigned char c)
{
	return c >= 0xa1 && c <= 0xfe;
}

/* The character of ENTRY, if it has any: a duplicate of one that has a code before it. */
static size_t
duplicate(struct decoder *d, const unsigned char *e, size_t len, char **o)
{
	size_t n = e[0] < 0xe0 ? 2 : 3;

	if (!e[0])
		return 0;
	if (!e[3])
		d->odd = 1;
	memcpy(*o, e, n);
	*o += n;
	return len;
}

/* A sequence that the hot loop did not take; N is what is left. Returns the bytes taken, or 0 with d->bad.
 * The WHATWG gives the last byte of a wrong sequence back to the text if it is ASCII. */
static size_t
second_look(struct decoder *d, const unsigned char *s, size_t n, char **o)
{
	size_t at = s[0] == SS3 && n > 1 && is_double(s[1]) ? 2 : 1; /* where the last byte is */
	size_t took = 0;

	if (s[0] != SS2 && s[0] != SS3 && !is_double(s[0])) {
		d->bad = 1;
		return 0;
	}
	if (n <= at) {
		d->bad = d->eof ? n : 0;
		return 0;
	}
	if (s[0] == SS2 && s[1] >= 0xa1 && s[1] <= 0xdf) {
		*o = kana_put(*o, s[1]);
		return 2;
	}
	if (at == 2 && is_double(s[2]))
		took = duplicate(d, jisx0212_utf8[(s[1] - 0xa1) * 94 + s[2] - 0xa1], 3, o);
	else if (at == 1 && is_double(s[0]) && is_double(s[1]))
		took = duplicate(d, jisx0208_utf8[(s[0] - 0xa1) * 94 + s[1] - 0xa1], 2, o);
	if (!took)
		d->bad = s[at] < 0x80 ? at : at + 1;
	return took;
}

size_t
decode_eucjp(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	const unsigned char *p = s, *end = s + n;
	char *o = out;

	while ((p = jis_pairs(p, end, 0xa1, &o)) < end) {
		size_t took;

		if (*p < 0x80) {
			p = scan_copy(p, end, &o);
			continue;
		}
		took = second_look(d, p, (size_t)(end - p), &o);
		if (!took)
			break;
		p += took;
	}
	d->made = (size_t)(o - out);
	return (size_t)(p - s);
}
