/* declared.h - what a web page says that its encoding is */
#ifndef TZ_DECODE_DECLARED_H
#define TZ_DECODE_DECLARED_H

#include <stddef.h>

/* The encoding that a meta element among the first 1024 of the N bytes at P names, as in the `doc` record, if it is CP932,
 * EUC-JP or UTF-8; else NULL: ISO-2022-JP tells itself. After the HTML Standard, 13.2.3.2 (prescan),
 * which knows no other place either, and the labels of the Encoding Standard. */
const char *declared(const unsigned char *p, size_t n);

#endif
