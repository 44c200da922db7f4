/* magic.h - files that are known not to be text by how they begin */
#ifndef TZ_DECODE_MAGIC_H
#define TZ_DECODE_MAGIC_H

#include <stddef.h>

/* What kind of file begins with the N bytes at P ("PNG"), or NULL. */
const char *magic(const unsigned char *p, size_t n);

#endif
