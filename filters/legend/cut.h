/*
 * cut.h - where the entries of a line begin and end, as offsets in its folded text
 *
 * For legend/line.c and legend/row.c. The line is static: one is read at a time.
 */
#ifndef TZ_LEGEND_CUT_H
#define TZ_LEGEND_CUT_H

#include "base/buf.h"
#include "base/charset.h"
#include "base/fold.h"
#include "legend/rules.h"
#include "words/marks.h"

struct cut {
	size_t open; /* where its opening quote, or else its mark, begins */
	size_t mark, sep, meaning, end;
	enum mark_class class;
	enum sep_kind kind;
};

extern struct folded cut_line;
extern struct slice cut_text; /* of cut_line */

/* Sets of characters, beside those of ASCII. */
enum { CUT_QUOTE = 1, CUT_OPEN = 2, CUT_CLOSE = 4, CUT_STOP = 8, CUT_NO_MEANING = 16 };
extern struct charset cut_signs;

/* Set for the header of a table: there a number may stand right before its meaning, (①済 ②未). */
extern int cut_header;
/* Set behind a title: there ◇検討 is an entry as ●実施 is. */
extern int cut_titled;

/* Takes LINE, well-formed UTF-8, to be read. In a row of a drawn table, tabs stand for the uprights. */
void cut_begin(struct slice line);

/* Nothing of it but its folding is other than it was written: no signs of Markdown and no uprights were made blanks. */
int cut_is_plain(void);

/* The folded text FROM … TO. */
struct slice cut_part(size_t from, size_t to);
int cut_blank(size_t i);              /* a blank or a tab stands at I */
size_t cut_skip(size_t i);            /* the first byte at or after I that is none */
size_t cut_back(size_t from, size_t to); /* TO, moved before the blanks that end there */
static inline size_t
cut_length(size_t i) /* of the character at I */
{
	unsigned char c = (unsigned char)cut_text.p[i];

	return c >= 0xe0 ? 3 + (c >= 0xf0) : 1 + (c >= 0x80);
}
/* The length of that string of LIST which stands at I, or ends at I and begins at FROM or later; 0 if none does. */
size_t cut_starts(size_t i, const char *const *list);
size_t cut_ends(size_t from, size_t i, const char *const *list);
/* The length of an opening quotation mark at I, which is of SETS, or 0. */
size_t cut_quoted(size_t i, unsigned sets);
static inline size_t
cut_quote(size_t i) /* the same: asked of every character of a line */
{
	unsigned sets = charset_begins(&cut_signs, (struct slice){cut_text.p + i, cut_text.n - i});

	return sets & (CUT_QUOTE | CUT_OPEN) ? cut_quoted(i, sets) : (size_t)(i < cut_text.n && cut_text.p[i] == '"');
}

/* The separator at I, as sep_at has it. */
enum sep_kind cut_sep(size_t i, size_t *n);
/* +1 for an opening bracket at I, -1 for a closing one; where the bracket that is open at I is closed. */
int cut_bracket(size_t i);
size_t cut_closing(size_t i);

/* An entry that begins at I with a mark, or with a word for a state. Its end is not set. */
int cut_mark(struct cut *c, size_t i);
int cut_word(struct cut *c, size_t i);
/* TEXT is a word for a state, letterspaced or not. */
int cut_is_word(struct slice text);

/* Two blanks stand before I. */
int cut_is_apart(size_t i);
/* A bracket or a quote is open at the meaning, and closes behind it: A(達成), 「A：達成」 */
int cut_is_enclosed(const struct cut *c);
/* Sets the ends of the meanings of the entries C[0..N) of a line; the last one's is STOP at most. */
void cut_end(struct cut *c, size_t n, size_t stop);

#endif
