/* loose.c - blank lines between rows; see loose.h */
#include "split/loose.h"

#include "split/layout.h"
#include "split/markdown.h"
#include "split/peek.h"

enum { LOOSE = 2 };

size_t
loose_blanks(struct lines *in)
{
	size_t i = 0, n = 0;
	struct line l;

	while (n <= LOOSE && peek_line(in, &i, &l) && markdown_is_blank(l.text))
		n++;
	return n <= LOOSE ? n : 0;
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
			return !begins_block(l->text) && (blanks == 0 || layout_words(l->text, WIDTH_CHARS, 1, word) > 1);
		if (++blanks > loose)
			return 0;
	}
	return 0;
}
