/*
 * plain.h - fields that a few looks show to hold no label, a fifth of the work of looking closely
 *
 * They are one line, that begins and ends with a letter (but for 。 and ・),
 * and has no colon: so are most.
 */
#ifndef TZ_AGENCY_PLAIN_H
#define TZ_AGENCY_PLAIN_H

#include "stream/row.h"

enum {
	LABEL_HEAD = 40,   /* bytes of a line in which the colon of 担当府省庁： stands */
	LABEL_SHORTEST = 4 /* bytes of a line with a label: a colon or a bracket of three, and a letter */
};

/* HAS without ROW_COLON if FIELDS, all of a record's, hold none: a look at all of them is a look at each of them less. */
unsigned agency_has(struct slice fields, unsigned has);

static inline int
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* An ideograph or kana at P: neither blank nor bullet nor bracket. Its last byte is not looked at if the others tell. */
static inline int
is_letter(const char *p)
{
	unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1], c = (unsigned char)p[2];

	return (a >= 0xe4 && a <= 0xe9) || (a == 0xe3 && (b == 0x81 || b == 0x82 || (b == 0x83 && c != 0xbb)));
}

/* True if byte C ends neither a bracket that closes nor what may stand behind one: 　 。 ） 〉 》 】 〕 〗 ＞ ］. Those of
 * ASCII are not told apart. */
static inline int
ends_plainly(char c)
{
#define LAST(c) (UINT64_C(1) << ((c) & 63))
	const uint64_t not_plain = LAST(0x80) | LAST(0x82) | LAST(0x89) | LAST(0x8b) | LAST(0x91) | LAST(0x95) | LAST(0x97) |
	    LAST(0x9e) | LAST(0xbd);
#undef LAST

	return c & 0x80 && !(not_plain >> (c & 63) & 1);
}

/* True if FIELD, as it stands in a record, is seen at once to be such a one. HAS: what it may hold, of row.h. */
static inline int
agency_plain(struct slice field, unsigned has)
{
	return field.n < LABEL_SHORTEST ||
	    (!(has & (ROW_ESCAPE | ROW_COLON)) && is_letter(field.p) && ends_plainly(field.p[field.n - 1]));
}

/* The same at a second look: lines may begin with ・ and end with 。, or with a bracket that nothing opens. */
APART int agency_plain_line(struct slice field, unsigned has);

#endif
