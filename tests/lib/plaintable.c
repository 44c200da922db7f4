/* plaintable - tanzaku-table where every row waits for those behind it: the plain way beside table_judge */
#include "tablejudge.h"

#define table_judge(table, row, cells) ((void)(cells), JUDGED_LATER)
#include "../../filters/table.c"

#define FILTER table_filter
#include "../../filters/main.c"
