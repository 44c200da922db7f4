/*
 * states.h - is this, all of it, a word for the state of a measure? By the rules of status.tsv
 *
 * tanzaku-status looks for its rules in what cells and legends say; here they only tell words, so that a word which
 * status.tsv has, built in or a user's, is one for tables and legends as well.
 */
#ifndef TZ_WORDS_STATES_H
#define TZ_WORDS_STATES_H

#include "base/buf.h"
#include "stream/msg.h"

/* Reads the table; once a process: later calls do nothing. */
void states_load(void);
/* Whether the first rule that matches the whole of TEXT gives a code. TEXT is UTF-8, folded by label_fold (columns.h). */
int state_is_word(struct slice text, struct place at);

#endif
