/* copy.h - bytes from file to file */
#ifndef TZ_READER_COPY_H
#define TZ_READER_COPY_H

#include "reader/pattern.h"

/* Copies DOCUMENT, whose fd is read to its end, to the file TO, at most MOST bytes. Returns 0; -1 with errno, EFBIG if it is
 * longer. */
int copy_all(const struct sample *document, int to, unsigned long long most);
/* Copies the N bytes at AT of the file FROM to TO. Returns 0; -1 if they are not there, or with errno. */
int copy_part(int from, unsigned long long at, unsigned long long n, int to);
int copy_bytes(int to, const char *p, size_t n);

#endif
