/* cp932.c - Microsoft's Shift_JIS, the WHATWG's shift_jis; see decoder.h */
#include <string.h>

#include "decoder.h"
#include "jistab.h"
#include "kana.h"
#include "scan.h"
#include "utf8.h"

enum { TRAILS = 192, USER_LEAD = 0xf0, USER_LEAD_END = 0xf9, USER_FIRST = 0xe000 };

/* Which row of the table a lead byte has, from 0; -1 for a byte that is no lead. */
static inline int
row_of(unsigned c)
{
	if (c >= 0x81 && c <= 0x9f)
		return (int)c - 0x81;
	return c >= 0xe0 && c <= 0xfc ? (int)c - 0xc1 : -1;
}

/* A pair that the hot loop did not take. Returns the bytes taken; 0, with d->bad, if there is no character.
 * The WHATWG gives an ASCII byte back to the text when the pair is wrong. */
static size_t
second_look(struct decoder *d, unsigned lead, unsigned trail, char **o)
{
	int valid = trail >= 0x40 && trail <= 0xfc && trail != 0x7f;

	if (valid && lead >= USER_LEAD && lead <= USER_LEAD_END) {
		*o += utf8_put(*o, USER_FIRST + (lead - USER_LEAD) * 188 + trail - (trail < 0x7f ? 0x40 : 0x41));
		return 2;
	}
	if (valid) {
		const unsigned char *e = cp932_utf8[row_of(lead) * TRAILS + (int)trail - 0x40];

		if (e[0]) {
			size_t n = e[0] < 0xe0 ? 2 : 3;

			memcpy(*o, e, n);
			*o += n;
			d->odd = 1;
			return 2;
		}
	}
	d->bad = trail < 0x80 ? 1 : 2;
	return 0;
}

/* A byte that begins no pair of the hot loop: kana, 0x80, a wrong one, or the pair that the input's end cuts. */
static size_t
single(struct decoder *d, const unsigned char *s, size_t n, char **o)
{
	if (*s >= 0xa1 && *s <= 0xdf) {
		*o = kana_put(*o, *s);
		return 1;
	}
	if (*s == 0x80) {
		*o += utf8_put(*o, 0x80);
		return 1;
	}
	if (row_of(*s) >= 0 && n > 1)
		return second_look(d, s[0], s[1], o);
	if (row_of(*s) >= 0)
		d->bad = d->eof ? 1 : 0;
	else
		d->bad = 1;
	return 0;
}

size_t
decode_cp932(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	const unsigned char *p = s, *end = s + n;
	char *o = out;

	while (p < end) {
		size_t took;
		int row;

		if (*p < 0x80) {
			if (end - p >= 8 && scan_ascii8(p)) {
				took = scan_ascii(p, (size_t)(end - p));
				memcpy(o, p, took);
				o += took;
				p += took;
			} else
				*o++ = (char)*p++;
			continue;
		}
		row = row_of(*p);
		if (row >= 0 && end - p > 1 && p[1] >= 0x40) {
			const unsigned char *e = cp932_utf8[row * TRAILS + p[1] - 0x40];

			if (e[3]) {
				memcpy(o, e, 4);
				o += e[3];
				p += 2;
				continue;
			}
		}
		took = single(d, p, (size_t)(end - p), &o);
		if (!took)
			break;
		p += took;
	}
	d->made = (size_t)(o - out);
	return (size_t)(p - s);
}
