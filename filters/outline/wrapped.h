/*
 * wrapped.h - a line that goes on in the one below it because the page is no wider
 *
 * A page that was dumped for a terminal wraps the items of its lists, and hangs what follows below the text of the item;
 * the title of a section is not wrapped so.
 */
#ifndef TZ_OUTLINE_WRAPPED_H
#define TZ_OUTLINE_WRAPPED_H

#include <stddef.h>

#include "base/buf.h"

/* How far TEXT is indented, in columns, and the column behind TEXT, which begins in column FROM; tabs go to the next fourth. */
size_t wrapped_indent(struct slice text);
size_t wrapped_columns(struct slice text, size_t from);

/* ITEM, a numbered line whose text begins in column WIDTH, fills its line, and NEXT hangs below that text. Both are UTF-8. */
int wrapped_hangs(struct slice item, size_t width, struct slice next);
/* LINE fills its line and breaks off inside of a sentence of Latin letters, which NEXT goes on with. */
int wrapped_latin(struct slice line, struct slice next);

#endif
