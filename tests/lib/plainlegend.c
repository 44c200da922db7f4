/* plainlegend - tanzaku-legend where every row that may be one is read as a whole: the plain way beside
 * legend_row_is_none */
#include "legendrow.h"

#define legend_row_is_none(fields) 0
#include "../../filters/legend.c"

#define FILTER legend_filter
#include "../../filters/main.c"
