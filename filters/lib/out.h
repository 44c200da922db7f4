/*
 * out.h - standard output through one buffer, where a lost write is never silent
 *
 * A failed write says so and ends the filter with status 2 (SIGPIPE keeps its
 * default action: a reader that leaves ends us quietly, as it ends cat).
 */
#ifndef TZ_OUT_H
#define TZ_OUT_H

#include "buf.h"

void out(const char *p, size_t n);
void outs(struct slice s);
void outc(char c);
void outz(const char *z);
void outu(unsigned long u); /* in decimal */

/* At least N writable bytes inside the buffer, for a producer that fills it in place;
 * out_took says how many of them were used. N is at most OUT_ROOM. */
enum { OUT_ROOM = 4096 };
char *out_room(size_t n);
void out_took(size_t n);

void out_flush(void);

#endif
