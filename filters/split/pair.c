/* pair.c - two lines of a drawn table, one below the other; see split/pair.h */
#include "split/pair.h"

#include <string.h>

#include "base/blank.h"
#include "base/width.h"

static int
is_digit(struct slice s)
{
	return s.n && ((*s.p >= '0' && *s.p <= '9') || (s.n > 2 && memcmp(s.p, "\xef\xbc", 2) == 0 && s.p[2] >= '\x90' && s.p[2] <= '\x99'));
}

/* The text of cell C reaches the upright behind it, but for a blank or two, or for as many as the first word of the cell
 * below it would not have fitted into, with a blank before it. */
static int
fills(const struct stroke_cell *c, struct slice below)
{
	const char *end = c->text.p + c->text.n, *to = c->whole.p + c->whole.n;
	size_t room = (size_t)(to - end), word = 0;

	while (word < below.n && (unsigned char)below.p[word] > ' ' && (unsigned char)below.p[word] < 0x80)
		word++;
	return c->text.n && (room <= 3 || (word && word + 1 >= room));
}

enum pair
pair_of(const struct stroke_cell *upper, size_t nu, const struct stroke_cell *lower, size_t nl)
{
	size_t i, empty = 0, below_full = 0, filled = 0, n = nu < nl ? nu : nl;

	if (nu != nl)
		return PAIR_OPEN;
	for (i = 0; i < n && i < PAIR_CELLS; i++) {
		empty += lower[i].text.n == 0;
		filled += lower[i].text.n != 0;
		below_full += lower[i].text.n && ((i && upper[i].text.n == 0) || fills(&upper[i], lower[i].text));
	}
	if (filled == 0 || lower[0].text.n == 0)
		return filled ? PAIR_WRAPS : PAIR_OPEN;
	if (upper[0].text.n == 0)
		return PAIR_WRAPS; /* its cells stand in the middle of their height */
	if (is_digit(lower[0].text))
		return PAIR_OWN;
	if (empty)
		return PAIR_WRAPS;
	return below_full == filled ? PAIR_OPEN : PAIR_OWN;
}

static size_t
width_of(struct slice s, int word)
{
	size_t i, len, n = 0;

	for (i = 0; i < s.n && !(word && blank_at((struct slice){s.p + i, s.n - i})); i += len)
		n += width_next((struct slice){s.p + i, s.n - i}, WIDTH_WIDE, &len);
	return n;
}

/* The same as fills() of words of any letters: programs that break lines at blanks alone take them for one. */
static int
fills_perhaps(const struct stroke_cell *c, struct slice below)
{
	size_t room = (size_t)(c->whole.p + c->whole.n - (c->text.p + c->text.n));

	return c->text.n && width_of(below, 1) + 1 >= room;
}

enum wrap
pair_wraps(const struct stroke_cell *upper, const struct stroke_cell *lower, size_t n)
{
	enum { WIDE = 20 };
	size_t i, filled = 0, wide = 0, full = 0;
	int first = n && lower[0].text.n != 0;

	for (i = 0; i < n; i++) {
		if (lower[i].text.n == 0)
			continue;
		filled++;
		wide += width_of(upper[i].whole, 0) > WIDE;
		full += fills(&upper[i], lower[i].text) || (width_of(upper[i].whole, 0) > WIDE && memchr(upper[i].text.p, ' ', upper[i].text.n));
		if (!fills(&upper[i], lower[i].text) && !fills_perhaps(&upper[i], lower[i].text))
			return first ? WRAP_NOT : WRAP_REFUTED;
	}
	if (filled == 0 || n < 2 || (first && (filled > 1 || n < 3 || full == 0)))
		return WRAP_NOT;
	return full == filled && (filled + 1 < n || wide == filled) ? WRAP_SURELY : WRAP_PERHAPS;
}

static struct slice
last_character(struct slice s)
{
	size_t n = s.n;

	while (n && ((unsigned char)s.p[--n] & 0xc0) == 0x80)
		;
	return (struct slice){s.p + n, s.n - n};
}

int
pair_are_items(const struct stroke_cell *c, struct slice below)
{
	enum { ROOM = 6 }; /* blanks behind the text, the one before the upright among them */

	return c->text.n && below.n && c->text.p + c->text.n + ROOM <= c->whole.p + c->whole.n && !fills(c, below) &&
	       slice_eq(last_character(c->text), last_character(below));
}
