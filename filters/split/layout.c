/* layout.c - cells at columns of a page; see layout.h */
#include "split/layout.h"

#include "base/blank.h"
#include "base/utf8.h"

/* The column of L that the place AT on the page belongs to, from K on, which it is not before. */
static size_t
column_at(const struct layout *l, size_t k, size_t at)
{
	while (k + 1 < l->n && l->left[k + 1] <= at)
		k++;
	return k;
}

size_t
layout_cut(const struct layout *l, struct slice line, struct place_on_page *cell, size_t *exact)
{
	size_t i, len, at = 0, k = 0, filled = 0;

	*exact = 0;
	memset(cell, 0, l->n * sizeof(*cell));
	for (i = 0; i < line.n; i += len) {
		struct slice rest = {line.p + i, line.n - i};
		size_t wide = width_next(rest, l->how, &len);

		if (!blank_at(rest)) {
			if (at < l->left[0])
				return 0;
			k = column_at(l, k, at);
			if (k + 1 < l->n && at + wide >= l->left[k + 1])
				return 0; /* a word stands where the blank is to be */
			if (cell[k].to == 0) {
				cell[k] = (struct place_on_page){.from = i, .left = at};
				filled++;
				*exact += at == l->left[k];
			}
			cell[k].to = i + len;
			cell[k].right = at + wide;
		}
		at += wide;
	}
	return filled;
}

size_t
layout_words(struct slice line, enum width how, size_t gap, struct place_on_page *word)
{
	size_t i, len, at = 0, n = 0, blanks = gap;

	for (i = 0; i < line.n; i += len) {
		struct slice rest = {line.p + i, line.n - i};
		size_t wide = width_next(rest, how, &len);

		if (blank_at(rest)) {
			blanks++;
		} else {
			if (blanks >= gap && n == LAYOUT_COLUMNS)
				return 0;
			if (blanks >= gap)
				word[n++] = (struct place_on_page){.from = i, .left = at};
			blanks = 0;
			word[n - 1].to = i + len;
			word[n - 1].right = at + wide;
		}
		at += wide;
	}
	return n;
}

size_t
layout_parts(struct slice line, struct place_on_page *word)
{
	size_t i = 0, n = 0, len;

	while (i < line.n) {
		if ((len = blank_at((struct slice){line.p + i, line.n - i}))) {
			i += len;
			continue;
		}
		if (n == LAYOUT_COLUMNS)
			return 0;
		word[n].from = i;
		do
			i = blank_suspect(line, i + 1);
		while (i < line.n && !blank_at((struct slice){line.p + i, line.n - i}));
		word[n++].to = i;
	}
	return n;
}

int
layout_may_be_name(struct slice s)
{
	static const char *const ends[] = {",", ";", ":", "\xef\xbc\x8c", "\xef\xbc\x9a"}; /* ，： */
	enum { ABBREVIATED = 6 };
	size_t i;

	if (slice_eq(s, slice_z("/")))
		return 0;
	if (s.n > ABBREVIATED && s.p[s.n - 1] == '.')
		return 0;
	for (i = 0; i + 3 <= s.n; i++)
		if (memcmp(s.p + i, "\xe3\x80\x81", 3) == 0 || memcmp(s.p + i, "\xe3\x80\x82", 3) == 0) /* 、。 */
			return 0;
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (s.n >= n && memcmp(s.p + s.n - n, ends[i], n) == 0)
			return 0;
	}
	return 1;
}

int
layout_is_rule(struct slice line)
{
	enum { DASHES = 10 };
	size_t i, len, n = 0;
	uint32_t c, first = 0;

	line = blank_trim(line); /* of a table that is indented */
	for (i = 0; i < line.n; i += len, n++) {
		c = utf8_next(line.p + i, line.n - i, &len);
		if ((c != '-' && c != '=' && c != 0x2500 && c != 0x2501 && c != 0x2550) || (first && c != first))
			return 0;
		first = c;
	}
	return n >= DASHES;
}

int
layout_is_filled(size_t narrowest, size_t shortest, size_t longest)
{
	enum { WIDE = 30, EVEN = 2 };

	return narrowest >= WIDE && longest - shortest <= EVEN;
}

void
laid_begin(struct laid_row *r, size_t columns)
{
	size_t k;

	for (k = 0; k < columns; k++)
		buf_clear(&r->cell[k]);
	buf_clear(&r->source);
	r->n = columns;
	r->lines = 0;
}

void
laid_add(struct laid_row *r, struct slice line, const struct place_on_page *cell)
{
	size_t k;

	for (k = 0; k < r->n; k++) {
		struct slice part = {line.p + cell[k].from, cell[k].to - cell[k].from};
		struct buf *b = &r->cell[k];

		if (part.n && b->n && (unsigned char)b->p[b->n - 1] < 0x80 && (unsigned char)*part.p < 0x80)
			buf_addc(b, ' '); /* between words of ASCII */
		buf_adds(b, part);
	}
	if (r->lines++)
		buf_addc(&r->source, '\n');
	buf_adds(&r->source, line);
}

struct slice
laid_cell(const void *row, size_t i)
{
	return slice_of(&((const struct laid_row *)row)->cell[i]);
}
