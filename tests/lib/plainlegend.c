/* plainlegend - tanzaku-legend where every row that may be one is read as a whole: the plain way beside
 * legend_row_is_none */
#include "legend/row.h"

#define legend_row_is_none(fields) 0
#include "legend/legend.c"

#define FILTER legend_filter
#include "stream/main.c"
