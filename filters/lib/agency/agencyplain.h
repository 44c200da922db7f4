/*
 * agencyplain.h - fields that a few looks show to hold no label, a fifth of the work of looking closely
 *
 * They are one line, that begins and ends with a letter (but for 。 and ・),
 * and has no colon near its start: so are most.
 */
#ifndef TZ_AGENCYPLAIN_H
#define TZ_AGENCYPLAIN_H

#include "row.h"

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

/* An ideograph or kana at P: neither blank nor bullet nor bracket. */
static inline int
is_letter(const char *p)
{
	unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1], c = (unsigned char)p[2];

	if (c < 0x80) /* not well-formed */
		return 0;
	return (a >= 0xe4 && a <= 0xe9) || (a == 0xe3 && (b == 0x81 || b == 0x82 || (b == 0x83 && c != 0xbb)));
}

/* True if FIELD, as it stands in a record, is such a one. HAS: what it may hold, of row.h. */
int agency_plain_line(struct slice field, unsigned has);
static inline int
agency_plain(struct slice field, unsigned has)
{
	if (field.n < LABEL_SHORTEST)
		return 1;
	if (!(has & (ROW_ESCAPE | ROW_COLON)) && is_letter(field.p) && is_letter(field.p + field.n - 3))
		return 1;
	return agency_plain_line(field, has);
}

#endif
