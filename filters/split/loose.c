/* loose.c - blank lines between rows; see loose.h */
#include "split/loose.h"

#include <stdint.h>

#include "split/layout.h"
#include "split/markdown.h"
#include "split/peek.h"

enum { LOOSE = 2, ROW_LINES = 3 }; /* blank lines between rows; lines of the first one */

/* The blank lines at stream line *I, and the text behind them in *L; *I is then behind that. SIZE_MAX: there is none. */
static size_t
count_blanks(struct lines *in, size_t *i, struct line *l)
{
	size_t n = 0;

	while (peek_line(in, i, l)) {
		if (!markdown_is_blank(l->text))
			return n;
		n++;
	}
	return SIZE_MAX;
}

size_t
loose_blanks(struct lines *in)
{
	struct line l;
	size_t i = 0, k, n = count_blanks(in, &i, &l), next = 0;

	if (n == 0 || n > LOOSE)
		return 0;
	for (k = 0; k < ROW_LINES && next == 0; k++)
		next = count_blanks(in, &i, &l);
	return next && next <= LOOSE ? n > next ? n : next : 0;
}

static int
begins_block(struct slice line)
{
	return memchr(line.p, '\t', line.n) || markdown_heading(line) || markdown_fence(line);
}

int
loose_next(struct lines *in, size_t *i, struct line *l, size_t loose)
{
	struct place_on_page word[LAYOUT_COLUMNS];
	size_t blanks = 0;

	while (peek_line(in, i, l) && (l->text.n == 0 || *l->text.p != '\f')) {
		if (!markdown_is_blank(l->text))
			return !begins_block(l->text) && (blanks == 0 || layout_parts(l->text, word) > 1);
		if (++blanks > loose)
			return 0;
	}
	return 0;
}
