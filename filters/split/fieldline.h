/* fieldline.h - a line with a label and its value, or a box and its text: where they stand in it */
#ifndef TZ_SPLIT_FIELDLINE_H
#define TZ_SPLIT_FIELDLINE_H

#include "base/buf.h"

struct fieldline {
	size_t indent;      /* blanks before it */
	int item;           /* it is one of a list */
	int apart;          /* blanks, and no colon, stand between label and value */
	struct slice label, value; /* without the emphasis and the blanks around them */
};

/* LABEL: VALUE, behind the marker of a list or not. */
int fieldline_read(struct slice line, struct fieldline *f);
int fieldline_is_item(struct slice line); /* it begins with the marker of a list */
/* The same, or LABEL VALUE: of Japanese alone, two letters or more, an ideographic space or two blanks before the value, which has none
 * of these, and no full stop. */
int fieldline_read_any(struct slice line, struct fieldline *f);
/* LABEL: VALUE  LABEL: VALUE in one line, with blanks between: all of them, MOST at most. 0: there is but one, or none. */
size_t fieldline_folded(struct slice line, struct fieldline *f, size_t most);
/* - [x] VALUE; LABEL is the box then. *SURE: GFM says that it is one. */
int fieldline_task(struct slice line, struct fieldline *f, int *sure);
/* Whether S, without the marker of a list, is indented by INDENT at least, and goes on with what stands above. */
int fieldline_goes_on(struct slice line, size_t indent);

#endif
