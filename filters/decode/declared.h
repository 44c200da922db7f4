/* declared.h - what a web page says that its encoding is */
#ifndef TZ_DECODE_DECLARED_H
#define TZ_DECODE_DECLARED_H

#include <stddef.h>

/* The encoding that a meta element among the first 1024 of the N bytes at P names, or else an XML declaration at their
 * beginning, as in the `doc` record, if it is CP932, EUC-JP or UTF-8 (which UTF-16 counts as); NULL if not. After the HTML
 * Standard, 13.2.3.2 (prescan), and labels.h. A byte order mark is looked for before. */
const char *declared(const unsigned char *p, size_t n);

#endif
