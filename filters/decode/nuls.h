/* nuls.h - documents with NUL bytes: UTF-32, and text that is padded with them */
#ifndef TZ_DECODE_NULS_H
#define TZ_DECODE_NULS_H

#include <stddef.h>

/* "UTF-32LE" or "UTF-32BE" if the N bytes at P can be nothing else, but for padding behind them; else NULL. */
const char *nuls_utf32(const unsigned char *p, size_t n);

/* How many of the N bytes at P are there without what pads their end: NUL, or ^Z, the end of a file in CP/M and DOS. One
 * byte alone is no padding, and what is left of UTF-16 is whole. */
size_t nuls_unpadded(const unsigned char *p, size_t n);

/* The N bytes at P, text of fields that are filled up with NUL, with a blank for each NUL: to be freed. NULL if they are
 * no such text: other controls stand in it, too, as in a program. */
unsigned char *nuls_as_blanks(const unsigned char *p, size_t n);

#endif
