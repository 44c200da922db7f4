/*
 * leave.h - what is done with JSON on its way out: characters that end a line elsewhere are escaped, and it is indented
 *
 * JSON takes U+007F to U+009F, U+2028 and U+2029 as they are. But U+0085, U+2028 and U+2029 end a line for many readers of
 * lines (Unicode Standard, section 5.8), which would cut an object in two, and the others are control characters. All of
 * them stand in strings, so that \uXXXX can stand for them.
 */
#ifndef TZ_JSON_LEAVE_H
#define TZ_JSON_LEAVE_H

#include "base/buf.h"

/* Starts as {0}. */
struct leaving {
	int indent; /* it is to be indented */
	struct buf escaped, pretty; /* scratch */

	/* how far the indented form has come */
	int depth;   /* open objects and arrays */
	int opened;  /* the last one has nothing in it yet */
	int string;  /* inside of a string */
	int slash;   /* a backslash stands before the next character */
};

/* Makes what stands in W from FROM on, whole tokens, ready to be written. */
void leave_ready(struct buf *w, size_t from, struct leaving *l);

#endif
