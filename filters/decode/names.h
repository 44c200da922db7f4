/* names.h - operands out of a list, for more of them than a command line takes */
#ifndef TZ_DECODE_NAMES_H
#define TZ_DECODE_NAMES_H

/* Calls FN for each name in the file LIST ("-" is standard input), as soon as it has been read. A NUL ends each name,
 * as find -print0 and the --files0-from of wc(1) and sort(1) have it. A list that cannot be read: exit 2. */
void each_name(const char *list, void (*fn)(const char *name));

#endif
