/* leftout.h - documents that are left out, and notes about those that are not */
#ifndef TZ_DECODE_LEFTOUT_H
#define TZ_DECODE_LEFTOUT_H

#include "stream/msg.h"

/* Where a document comes from. */
struct source {
	const char *name;    /* "-": standard input */
	const char *readers; /* the programs that it came through, between blanks; NULL: none */
	struct slice said;   /* what the last of these said, a line; empty: nothing */
	int talks;           /* it often does */
	int framed;          /* there is a frame around documents: headers and notes */
	int is_text;         /* a reader has said so */
	unsigned deep;       /* in so many files, one in the other */
	struct through_left *left; /* see through.h */
	struct readers *table;     /* of reader/readers.h */
};

/* Its name in messages. */
const char *source_name(const struct source *s);
/* Says why it is left out, and leaves a header and a note where it would have stood. */
void leave_out(const struct source *s, enum msg id, ...);
/* The same without a word, which has been said before. */
void leave_out_unsaid(const struct source *s, enum msg id, ...);
/* Puts into the frame what was said, by in_fill() perhaps: whoever keeps the text must know that it is not whole. */
void note_document(enum msg id, ...);
/* Says it, and notes it if there is a frame. */
void say_of(const struct source *s, enum msg id, ...);

#endif
