/* form.c - what a cell looks like; see table/form.h */
#include "table/form.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "words/columns.h"
#include "words/lists.h"

enum { PROSE_BYTES = 120 };

static int
is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19); /* and full-width ones */
}

/* ▲5, 約3: what a figure may begin with. */
static int
is_sign(uint32_t c)
{
	static const uint32_t signs[] = {'-', '+', '(', 0x25b2, 0x25b3, 0x2212, 0xff0d, 0x7d04};
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(*signs) && signs[i] != c; i++)
		;
	return i < sizeof(signs) / sizeof(*signs);
}

/* 12, 3.4%, ▲5千円: digits, one sign before and a short unit behind. */
static int
is_figure(struct slice cell)
{
	size_t i, len, digits = 0, other = 0;

	for (i = 0; i < cell.n && other <= 4; i += len) {
		uint32_t c = utf8_next(cell.p + i, cell.n - i, &len);

		if (i == 0 && !is_digit(c) && !is_sign(c))
			return 0;
		if (is_digit(c))
			digits++;
		else if (c != ',' && c != '.' && c != 0xff0c && c != 0xff0e)
			other++;
	}
	return digits && other <= 4;
}

static int
is_office(struct slice cell)
{
	return cell.n <= PROSE_BYTES && list_ends(LIST_OFFICE, cell);
}

static int
is_state(struct slice cell)
{
	return cell.n <= PROSE_BYTES / 4 && column_or_state(cell, (struct place){0}) == COL_STATE;
}

/* A digit, and what says that it is a time. */
static int
is_day(struct slice cell)
{
	size_t i, len;

	if (cell.n > PROSE_BYTES / 2 || !list_ends(LIST_DAY, cell))
		return 0;
	for (i = 0; i < cell.n; i += len)
		if (is_digit(utf8_next(cell.p + i, cell.n - i, &len)))
			return 1;
	return 0;
}

/* One or two characters are a sign; ideographs and kana may also be a word. */
static unsigned short
form_of_short(struct slice cell)
{
	unsigned char c = (unsigned char)*cell.p;

	return c >= 0xe3 && c <= 0xe9 ? FORM_SHORT : FORM_SIGN;
}

/* Words, or something shorter. */
static unsigned short
form_of_words(struct slice cell)
{
	int state = is_state(cell);

	if (cell.n <= 8 && utf8_count(cell.p, cell.n) <= 2)
		return (unsigned short)(form_of_short(cell) | (state ? FORM_STATE : 0));
	if (state)
		return FORM_STATE;
	return is_office(cell) ? FORM_OFFICE : FORM_WORDS;
}

/* An ideograph or a kana begins CELL, as most: then it is not blank, nor, where it is no sign (約), a figure. */
static int
begins_word(struct slice cell)
{
	unsigned char c = cell.n < 3 ? 0 : (unsigned char)*cell.p;

	size_t len;

	return ((c >= 0xe4 && c <= 0xe9) || (c == 0xe3 && cell.p[1] != '\x80')) && !is_sign(utf8_next(cell.p, cell.n, &len));
}

unsigned short
form_begin(struct slice cell)
{
	if (!begins_word(cell) && blank_field(cell))
		return FORM_EMPTY;
	return cell.n > PROSE_BYTES || (cell.n >= 3 && memcmp(cell.p + cell.n - 3, "。", 3) == 0) ? FORM_PROSE : 0;
}

unsigned short
form_of(struct slice cell)
{
	unsigned short form = form_begin(cell);
	int word = begins_word(cell);

	if (form)
		return form;
	if (is_day(cell))
		return FORM_DAY;
	if (!word && is_figure(cell))
		return FORM_FIGURE;
	return form_of_words(cell);
}
