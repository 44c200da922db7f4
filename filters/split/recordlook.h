/* recordlook.h - what one record of cells between commas or semicolons shows of what it is part of */
#ifndef TZ_SPLIT_RECORDLOOK_H
#define TZ_SPLIT_RECORDLOOK_H

#include <stdint.h>

#include "split/cells.h"

/* The cell S without its quotation marks. */
struct slice recordlook_inside(struct slice s);
/* Cells that hold something. */
size_t recordlook_filled(const struct cells *c);
/* A cell has a bracket of ASCII whose other one is not in it: f(a, b). */
int recordlook_torn(const struct cells *c);
/* A cell is begun by a quotation mark that does not end it: "1";"2 - another separator parts them. */
int recordlook_misquoted(const struct cells *c);
/* The last cell is empty, or the sign that a statement goes on in the next line. */
int recordlook_goes_on(const struct cells *c);
/* Cells that end with a digit, and three digits, no more, begin the next one: 1,204. */
size_t recordlook_thousands(const struct cells *c);
/* The word of ASCII, or the signs, that RECORD begins with, if a blank parts them from more in its first cell, as a hash: what a
 * statement, a comment or an item of a list begins with. 0: there is none, or it has a digit: 1.5 km. MARK separates cells. */
uint32_t recordlook_call(struct slice record, char mark);

#endif
