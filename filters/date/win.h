/*
 * win.h - a piece of text as folded characters, read ahead as far as a grammar asks
 *
 * Dates stand scattered in text that is mostly something else: only around
 * them are characters decoded and folded (fold.h), one by one.
 */
#ifndef TZ_DATE_WIN_H
#define TZ_DATE_WIN_H

#include <stdint.h>

#include "base/buf.h"
#include "date/char.h"
#include "date/words.h"

enum { DATE_WIN = 256 };

/* What the cells of a column are: anything, dates, or fiscal years and dates. */
enum date_column { NOT_DATES, DATES, FISCAL_DATES };

struct datewin {
	struct slice s;
	uint32_t before; /* the character before the first one; 0 at the start of S */
	size_t fresh;    /* the character at which an expression has just ended, and another may begin */
	size_t done;     /* byte of S where the date before ends, if the window begins there or behind it */
	int looked_back; /* what stands before the window has been asked for, beyond the first character */
	enum date_column every; /* of the column whose cell the text is */
	size_t next; /* byte of S behind the characters read */
	size_t n;
	uint32_t c[DATE_WIN];
	size_t at[DATE_WIN + 1]; /* at[i]: byte of S where character i begins */
};

/* Begins at byte FROM of S, well-formed UTF-8. */
void win_begin(struct datewin *w, struct slice s, size_t from);
void win_more(struct datewin *w);

/* Character I; 0 behind the end. */
static inline uint32_t
win(struct datewin *w, size_t i)
{
	while (i >= w->n && w->next < w->s.n && w->n < DATE_WIN)
		win_more(w);
	return i < w->n ? w->c[i] : 0;
}

/* The character before I that what begins there has to keep away from. */
static inline uint32_t
win_prev(struct datewin *w, size_t i)
{
	if (i && i == w->fresh)
		return 0;
	return i ? win(w, i - 1) : w->before;
}

/* The character of S before byte AT, folded, and where it begins; 0 at the start. */
uint32_t win_before(struct slice s, size_t at, size_t *begin);

static inline int
is_blank(uint32_t c)
{
	return char_is(c, DC_BLANK) != 0;
}

int is_ideograph(uint32_t c);
int is_alnum(uint32_t c); /* of ASCII */
/* The index behind at most three blanks at I. */
static inline size_t
skip_blanks(struct datewin *w, size_t i)
{
	size_t end = i + 3;

	while (i < end && is_blank(win(w, i)))
		i++;
	return i;
}

/* The longest word of the classes SET at I: the index behind it, and *TO if that is not NULL; 0 if there is none.
 * SPACED: blanks may stand between its characters, as where a PDF has spaced them. */
size_t win_word_of(struct datewin *w, size_t i, const struct wordchar *c, struct wordset set, int spaced,
    const struct word **to);

static inline size_t
win_word(struct datewin *w, size_t i, struct wordset set, int spaced, const struct word **to)
{
	const struct wordchar *c = wordchar(win(w, i));

	return sets_meet(c->begin, set) ? win_word_of(w, i, c, set, spaced, to) : 0;
}

static inline size_t
win_is(struct datewin *w, size_t i, struct wordset set)
{
	return win_word(w, i, set, 0, NULL);
}

/* The longest word of SET that ends before byte AT of S: the byte where it begins; AT if there is none. */
size_t win_word_before(struct slice s, size_t at, struct wordset set);

/* The index behind the characters Z at I (blanks may stand between them if SPACED); 0 if they do not stand there. */
size_t win_chars(struct datewin *w, size_t i, const uint32_t *z, int spaced);

static inline size_t
win_text(struct datewin *w, size_t i, const uint32_t *z, int spaced)
{
	return win(w, i) == *z ? win_chars(w, i, z, spaced) : 0;
}

#endif
