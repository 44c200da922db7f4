/*
 * text.h - what mktables and mkcosts read: the text files beside them
 *
 * Whatever is wrong with a file ends the program with a message and status 2.
 */
#ifndef TZ_ENCODING_GEN_TEXT_H
#define TZ_ENCODING_GEN_TEXT_H

#include <stdio.h>

/* NEC_SELECTED: rows of CP932 whose characters stand in others, too */
enum { CELLS = 94, ROWS = 120, NEC_SELECTED = 88, NEC_SELECTED_END = 92, POINTERS = ROWS * CELLS };

FILE *open_text(const char *file);
void close_text(FILE *fp, const char *file);
/* One character of UTF-8 of at most three bytes: all of JIS lies in the BMP. */
unsigned next_char(const char **p);
/* The ROWS characters of a set, as askiconv wrote them, 0 for none: TO[row - 1][cell - 1]. */
void read_rows(const char *file, unsigned *to, int rows);

#endif
