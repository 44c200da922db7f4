/*
 * stateword.h - is this, all of it, a word for the state of a measure? By the rules of status.tsv
 *
 * tanzaku-status looks for its rules in what cells and legends say; here they only tell words, so that a word which
 * status.tsv has, built in or a user's, is one for tables and legends as well.
 */
#ifndef TZ_WORDS_STATEWORD_H
#define TZ_WORDS_STATEWORD_H

#include "base/buf.h"
#include "stream/msg.h"

/* Reads the table; once a process: later calls do nothing. */
void statewords_load(void);
/* What the first rule that matches the whole of TEXT says. TEXT is UTF-8, folded by label_fold (columns.h). What is planned
 * (完成予定) heads a column as well. */
enum state_word { STATE_WORD_NONE, STATE_WORD_PLAN, STATE_WORD };
enum state_word state_word(struct slice text, struct place at);

#endif
