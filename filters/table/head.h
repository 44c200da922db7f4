/*
 * head.h - is this row a header?
 *
 * A rule below the row, or an empty line, decides before this is asked: ruled.h, contrast.h; who asks whom: judge.h.
 * Here it is decided by content: a header has short labels and no data; among its cells
 * are words that head columns (words/columns.tsv), or else the rows below look
 * different from it in most columns.
 */
#ifndef TZ_TABLE_HEAD_H
#define TZ_TABLE_HEAD_H

#include <stddef.h>

#include "stream/msg.h"
#include "table/win.h"

/* True if the row at record I of W is a header, as far as it and the rows behind it tell. ABOVE is the
 * number of cells of the row directly above: more is asked of a header there. It is 0 at the start of a
 * run of rows, and where there is nothing but a title above. */
int head_is(const struct window *w, size_t i, size_t above, const char *file);
/* The same by the row R of CELLS cells alone: what stands below it changes nothing, or it must be asked. */
enum head_alone { HEAD_IS_NONE, HEAD_MAY_BE, HEAD_IS_SURE };
enum head_alone head_alone(const struct rec *r, size_t cells, size_t above, const char *file);
/* The labels of the row, folded, one after another with tabs between: equal in a repeated header. */
void head_labels(struct buf *to, struct held *h);
/* True if R has these labels: most rows differ in the first. They are folded in ROOM. */
int head_has_labels(const struct rec *r, struct slice labels, struct buf *room);
/* The rows behind record I, up to the next text that is not blank: their places into AT, their number returned. */
enum { ROWS_AHEAD = 6 };
size_t rows_ahead(const struct window *w, size_t i, size_t at[ROWS_AHEAD]);

#endif
