/* may.h - whether a line, or a cell, is worth reading as a legend: most are not, and one question tells (legend/entry.h) */
#ifndef TZ_LEGEND_MAY_H
#define TZ_LEGEND_MAY_H

#include "base/buf.h"

enum { LEGEND_LINE = 4096 }; /* bytes; a longer one is read below a title, and between entries */

/* False if LINE, well-formed UTF-8, has surely no entry and defines nothing, or is longer than LEGEND_LINE. */
int legend_may_be(struct slice line);
/* The same of the entries of a cell. */
int legend_cell_may_be(struct slice cell);

#endif
