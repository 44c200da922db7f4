/* apart.c - words that stand below each other; see table/apart.h */
#include "table/apart.h"

#include <stdint.h>
#include <string.h>

#include "base/blank.h"
#include "base/width.h"

/* Lines of a table, columns behind the first, lines in which they have a cell; and lines in which one of them has two blanks before;
 * one word of single blanks is below another by chance. */
enum { LINES = 3, COLUMNS = 2, FILLED = 2, WIDE = 2 };

/* Where the words of LINE begin that a blank of ASCII stands before, in half-width columns, and whether several do; how many. The line ends at
 * *END. */
static size_t
words_of(struct slice line, size_t *left, unsigned char *wide, size_t *end)
{
	size_t i, len, at = 0, n = 0, blanks = 0;
	int begun = 0;

	line = blank_trim(line).n ? (struct slice){line.p, (size_t)(blank_trim(line).p + blank_trim(line).n - line.p)} : line;
	for (i = 0; i < line.n && n < APART_COLUMNS; i += len) {
		size_t columns = width_next((struct slice){line.p + i, line.n - i}, WIDTH_NARROW, &len);

		if (line.p[i] == ' ') {
			blanks++;
		} else {
			if (blanks && begun) {
				left[n] = at;
				wide[n++] = blanks > 1;
			}
			begun = 1;
			blanks = 0;
		}
		at += columns;
	}
	*end = i < line.n ? SIZE_MAX : at;
	return n;
}

static int
has_wide(struct slice line)
{
	size_t i;

	for (i = 1; i + 2 < line.n; i++)
		if (line.p[i] == ' ' && line.p[i + 1] == ' ' && line.p[i - 1] != ' ')
			return 1;
	return 0;
}

static int
is_ascii(struct slice line)
{
	size_t i;

	for (i = 0; i < line.n && (unsigned char)line.p[i] < 0x80; i++)
		;
	return i == line.n;
}

/* What is left of the columns of A under N words, the last of which ends at END: cells behind it may be empty. */
static void
keep(struct apart *a, const size_t *left, const unsigned char *wide, size_t n, size_t end)
{
	size_t i, k, kept = 0;

	for (i = k = 0; i < a->n; i++) {
		while (k < n && left[k] < a->left[i])
			k++;
		if (a->left[i] < end && (k == n || left[k] != a->left[i]))
			continue;
		a->left[kept] = a->left[i];
		a->filled[kept] = a->filled[i] + (a->left[i] < end);
		a->wide[kept++] = a->wide[i] + (a->left[i] < end && wide[k]);
	}
	a->n = kept;
}

static void
begin(struct apart *a, const size_t *left, const unsigned char *wide, size_t n)
{
	size_t i;

	*a = (struct apart){.lines = 1, .n = n};
	for (i = 0; i < n; i++) {
		a->left[i] = left[i];
		a->wide[i] = wide[i];
		a->filled[i] = 1;
	}
}

int
apart_line(struct apart *a, struct slice line)
{
	size_t left[APART_COLUMNS], n, i, end, often = 0, apart = 0;
	unsigned char wide[APART_COLUMNS];

	if ((a->lines == 0 && !has_wide(line)) || slice_begins(blank_trim(line), "\xe2\x94")) /* or a rule */
		return 0;
	n = words_of(line, left, wide, &end);
	if (a->lines && a->lines < LINES)
		keep(a, left, wide, n, end);
	if (a->lines == 0 || (a->lines < LINES && a->n < COLUMNS)) {
		begin(a, left, wide, n < COLUMNS ? 0 : n);
		a->lines = n >= COLUMNS;
		a->japanese = !is_ascii(line);
		return 0;
	}
	a->japanese |= !is_ascii(line);
	if (++a->lines != LINES || !a->japanese)
		return 0;
	for (i = 0; i < a->n; i++) {
		often += a->filled[i] >= FILLED && a->wide[i];
		apart += a->wide[i] >= WIDE;
	}
	return often >= COLUMNS && apart > 0;
}

void
apart_told(struct apart *a)
{
	a->lines = LINES;
}
