/*
 * code.h - from the meaning of a grade to its code, by the rules of status.tsv
 */
#ifndef TZ_STATUS_CODE_H
#define TZ_STATUS_CODE_H

#include "base/buf.h"
#include "stream/msg.h"

/* Loads the built-in rules, with those of FILE (if not NULL) in front; to be called once. */
void statuscode_load(void);
/* The code of MEANING, well-formed UTF-8; empty if no rule gives one. AT is for the match limit. */
struct slice statuscode_of(struct slice meaning, struct place at);
/* True if a rule knows MEANING, be it that it gives no code. */
int statuscode_knows(struct slice meaning, struct place at);
/* True if REMARK, behind a word for the state CODE, takes it back, or says that it is not true of all. */
int statuscode_takes_back(struct slice remark, struct slice code, struct place at);
/* The same as statuscode_of for a legend's entry: its mark can be a word, 未着手…, and says then more than its definition. */
struct slice statuscode_of_grade(struct slice mark, struct slice meaning, struct place at);
/* The code that most people mean by the sign MARK, where nothing says what it is. */
struct slice statuscode_of_sign(struct slice mark, struct place at);
/* MARK is an empty box, and CODE, of the word behind it, says more than that nothing has begun: it was not ticked. */
int statuscode_unticked(struct slice mark, struct slice code, struct place at);

#endif
