/*
 * words.h - the state that the words of a cell say
 *
 * A word, as the rules of status.tsv know it, and perhaps a remark: in brackets,
 * behind a full stop or a colon. Several words side by side count only if all of
 * them say the same; of a change, 未着手→着手, what it came to counts.
 */
#ifndef TZ_STATUS_WORDS_H
#define TZ_STATUS_WORDS_H

#include "base/buf.h"
#include "stream/msg.h"

/* The code of TEXT, folded; empty if it says none, or two. */
struct slice statuswords_code(struct slice text, struct place at);

/* That of the word that TEXT, folded, begins with, where a colon or a dash between blanks stands behind it and nothing there says
 * otherwise; empty if there is none. */
struct slice statuswords_explained(struct slice text, struct place at);

#endif
