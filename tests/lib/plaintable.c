/* plaintable - tanzaku-table where every row waits for those behind it: the plain way beside table_judge */
#include "table/judge.h"

#define table_judge(table, row, cells) ((void)(cells), JUDGED_LATER)
#include "table/table.c"

#define FILTER table_filter
#include "stream/main.c"
