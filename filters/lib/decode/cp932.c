/* cp932.c - Microsoft's Shift_JIS, the WHATWG's shift_jis; see decoder.h */
#include <string.h>

#include "decoder.h"
#include "jistab.h"
#include "kana.h"
#include "scan.h"
#include "utf8.h"

enum { ROWS = 60, TRAILS = 256, USER_LEAD = 0xf0, USER_LEAD_END = 0xf9, USER_FIRST = 0xe000 };

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
		const unsigned char *e = cp932_utf8[cp932_row[lead] * TRAILS + trail];

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
	if (cp932_row[*s] < ROWS && n > 1)
		return second_look(d, s[0], s[1], o);
	d->bad = cp932_row[*s] >= ROWS || d->eof ? 1 : 0;
	return 0;
}

/* What the table has for the pair at P: up to three bytes of UTF-8, and how many; none if it is for second_look. */
static inline const unsigned char *
pair(const unsigned char *p)
{
	return cp932_utf8[cp932_row[p[0]] * TRAILS + p[1]];
}

/* The hot loop: pairs that the table answers. Returns where the first other byte is. Two at a time, nearly all of three
 * bytes, take a tenth less time than one. */
static const unsigned char *
pairs(const unsigned char *p, const unsigned char *end, char **out)
{
	const unsigned char *a, *b;
	char *o = *out;

	for (; end - p >= 4; p += 4, o += 6) {
		a = pair(p);
		b = pair(p + 2);
		if ((a[3] & b[3]) != 3)
			break;
		memcpy(o, a, 4);
		memcpy(o + 3, b, 4);
	}
	for (; end - p > 1 && (a = pair(p))[3]; p += 2) {
		memcpy(o, a, 4);
		o += a[3];
	}
	*out = o;
	return p;
}

size_t
decode_cp932(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	const unsigned char *p = s, *end = s + n;
	char *o = out;

	while ((p = pairs(p, end, &o)) < end) {
		size_t took;

		if (*p < 0x80) {
			p = scan_copy(p, end, &o);
			continue;
		}
		took = single(d, p, (size_t)(end - p), &o);
		if (!took)
			break;
		p += took;
	}
	d->made = (size_t)(o - out);
	return (size_t)(p - s);
}
