/* cp932.c - Microsoft's Shift_JIS, the WHATWG's shift_jis; see decoder.h */
#include <string.h>

#include "encoding/decoder.h"
#include "encoding/jistab.h"
#include "encoding/kana.h"
#include "base/scan.h"
#include "base/utf8.h"

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

/* The three bytes of both? A four-byte look at each entry, whose count is its last byte. */
static inline int
both_three(uint32_t a, uint32_t b)
{
#ifdef TZ_LITTLE
	return (a & b) >= 3U << 24; /* a count is 0, 2 or 3 */
#else
	const unsigned char count[] = {0, 0, 0, 3};
	uint32_t three;

	memcpy(&three, count, sizeof(three));
	return (a & b & three) == three;
#endif
}

/*
 * The hot loop: two pairs at a time that become three bytes each, as nearly all do. Two steps turn the lead bytes of both
 * into their rows, and any other byte into a row that the table has not, or has empty: a quarter less than to look each
 * up. What is written for two pairs that are not taken is written over.
 */
static const unsigned char *
twos(const unsigned char *p, const unsigned char *end, char **out)
{
	char *o = *out;
	size_t left;

	for (left = (size_t)(end - p) / 4; left; left--, p += 4, o += 6) {
		uint32_t both = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3], a, b;

		both = (both ^ 0x20002000) - 0xa100a100;
		if (both & 0xc000c000)
			break;
		memcpy(&a, cp932_utf8[both >> 16], sizeof(a));
		memcpy(&b, cp932_utf8[both & 0xffff], sizeof(b));
		memcpy(o, &a, sizeof(a));
		memcpy(o + 3, &b, sizeof(b));
		if (!both_three(a, b))
			break;
	}
	*out = o;
	return p;
}

/* One pair, if the table has it; else what it is. Returns the bytes taken; 0: see second_look. */
static inline size_t
one(struct decoder *d, const unsigned char *p, size_t n, char **o)
{
	const unsigned char *a = n > 1 ? pair(p) : NULL;

	if (!a || !a[3])
		return single(d, p, n, o);
	memcpy(*o, a, 4);
	*o += a[3];
	return 2;
}

size_t
decode_cp932(struct decoder *d, const unsigned char *s, size_t n, char *out)
{
	const unsigned char *p = s, *end = s + n;
	char *o = out;

	while ((p = twos(p, end, &o)) < end) {
		if (*p >= 0x80) {
			size_t took = one(d, p, (size_t)(end - p), &o);

			if (!took)
				break;
			p += took;
		}
		if (p < end && *p < 0x80)
			p = scan_copy(p, end, &o);
	}
	d->made = (size_t)(o - out);
	return (size_t)(p - s);
}
