/* recordlook.c - what one record of cells shows; see recordlook.h */
#include "split/recordlook.h"

#include "base/blank.h"
#include "base/hash.h"

struct slice
recordlook_inside(struct slice s)
{
	if (s.n >= 2 && s.p[0] == '"' && s.p[s.n - 1] == '"')
		return (struct slice){s.p + 1, s.n - 2};
	return s;
}

/* Each bracket of ASCII in S has its other one there. */
static int
is_balanced(struct slice s)
{
	int round = 0, square = 0, curly = 0;
	size_t i;

	for (i = 0; i < s.n; i++) {
		round += (s.p[i] == '(') - (s.p[i] == ')');
		square += (s.p[i] == '[') - (s.p[i] == ']');
		curly += (s.p[i] == '{') - (s.p[i] == '}');
	}
	return round == 0 && square == 0 && curly == 0;
}

int
recordlook_misquoted(const struct cells *c)
{
	size_t i;

	for (i = 0; i < c->n; i++) {
		struct slice s = blank_trim(cells_get(c, i));

		if (s.n && *s.p == '"' && (s.n < 2 || s.p[s.n - 1] != '"'))
			return 1;
	}
	return 0;
}

int
recordlook_torn(const struct cells *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (!is_balanced(cells_get(c, i)))
			return 1;
	return 0;
}

static int
is_ascii_digit(struct slice s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

size_t
recordlook_thousands(const struct cells *c)
{
	size_t i, n = 0;

	for (i = 0; i + 1 < c->n; i++) {
		struct slice left = cells_get(c, i), right = cells_get(c, i + 1);

		n += left.n && is_ascii_digit(left, left.n - 1) && is_ascii_digit(right, 0) && is_ascii_digit(right, 1) &&
		     is_ascii_digit(right, 2) && !is_ascii_digit(right, 3);
	}
	return n;
}

uint32_t
recordlook_call(struct slice record, char mark)
{
	size_t i = 0, n = 0;

	while (i < record.n && record.p[i] == ' ')
		i++;
	while (i + n < record.n && record.p[i + n] > ' ' && record.p[i + n] != mark && record.p[i + n] != '"' && !is_ascii_digit(record, i + n))
		n++;
	return n && i + n + 1 < record.n && record.p[i + n] == ' ' && record.p[i + n + 1] != mark ? (uint32_t)hash_of((struct slice){record.p + i, n}) | 1 : 0;
}

int
recordlook_goes_on(const struct cells *c)
{
	struct slice last = cells_get(c, c->n - 1);

	return blank_field(last) || slice_eq(last, slice_z("\\"));
}

size_t
recordlook_filled(const struct cells *c)
{
	size_t i, n = 0;

	for (i = 0; i < c->n; i++)
		n += !blank_field(recordlook_inside(cells_get(c, i)));
	return n;
}
