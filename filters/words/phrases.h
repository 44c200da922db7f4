/*
 * phrases.h - what cells, rows and lines say by a few words or signs: the patterns of phrases.tsv, by name
 */
#ifndef TZ_WORDS_PHRASES_H
#define TZ_WORDS_PHRASES_H

#include <stdint.h>

#include "words/re.h"

/* As phrases.tsv explains them, with their names there. */
#define PHRASE_RULES(RULE) \
	RULE(TOTAL, "total") RULE(REPEAT, "repeat") RULE(REPEAT_HAS, "repeat-has") RULE(CAPTION, "caption") \
	RULE(LABEL_TAIL, "label-tail") RULE(STAGE, "stage") RULE(CLASS, "class") RULE(SITUATION, "situation") RULE(FIELD, "field") \
	RULE(CONTINUED, "continued") RULE(ALONE, "alone") RULE(ENDS, "ends") RULE(SENTENCE, "sentence") RULE(HANGS, "hangs") RULE(BULLET, "bullet") \
	RULE(READ_ALOUD, "read-aloud") RULE(SPOKEN, "spoken") RULE(GARBAGE, "garbage") \
	RULE(BETWEEN, "between") RULE(AND_SO_ON, "and-so-on") RULE(REMARK, "remark") RULE(MEANS_SIGN, "means-sign") \
	RULE(MEANS_LETTER, "means-letter") RULE(NOTED, "noted") RULE(REFERS, "refers") RULE(FIGURE, "figure") \
	RULE(REMARKED, "remarked") RULE(FILLER, "filler") RULE(PROSE, "prose") RULE(BOX, "box") RULE(BOXED, "boxed")

enum phrase {
#define RULE(id, name) PHRASE_##id,
	PHRASE_RULES(RULE)
#undef RULE
	PHRASES
};

/* Reads the table; once a process: later calls do nothing. */
void phrases_load(void);

/* The pattern of PHRASE, for re_group, and as it is written. */
struct re *phrase(enum phrase phrase);
struct slice phrase_text(enum phrase phrase);

/* PHRASE stands in S, or at byte START of it. */
int phrase_in(enum phrase phrase, struct slice s, struct place at);
int phrase_at(enum phrase phrase, struct slice s, size_t start);

/* False if no match of PHRASE at the start of a text begins with C, of the BMP; each is worked out once. */
int phrase_may_begin(enum phrase phrase, uint32_t c);

#endif
