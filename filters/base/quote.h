/* quote.h - what spreadsheets do with a cell that holds a newline, a tab or a quotation mark */
#ifndef TZ_BASE_QUOTE_H
#define TZ_BASE_QUOTE_H

#include "base/buf.h"

/* A cell in spreadsheet quotes, "…" with each quote inside doubled, means the text between them: puts
 * that into TO and returns 1. For any other text returns 0. Neither side is escaped. */
int cell_unquote(struct buf *to, struct slice cell);
/* The inverse. */
void cell_quote(struct buf *to, struct slice text);

#endif
