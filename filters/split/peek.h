/* peek.h - the lines of text ahead, for those who look at several of them before they decide */
#ifndef TZ_SPLIT_PEEK_H
#define TZ_SPLIT_PEEK_H

#include "split/cells.h"
#include "stream/lines.h"

/* The next line of text behind stream line *I ahead, notes being passed over; *I is then behind it. 0 where the document
 * ends, and at a line that was cut or is not UTF-8. */
int peek_line(struct lines *in, size_t *i, struct line *l);

/* The lines behind the one at hand that belong to its last, quoted cell: added to C, to the end of the quotes. Returns how many
 * lines of the stream they are, or 0 if the quotes do not end as a spreadsheet would end them: then the mark is just a character
 * of the text. */
size_t peek_quoted(struct lines *in, struct cells *c);

#endif
