/*
 * ring.h - a pipe between two processes, through which the bytes need not go
 *
 * They stay in slots of memory that both processes see. The writer fills one
 * after another, in place, and the reader works in them, in place; all that
 * the pipe carries is a byte a slot, and a second pipe one for each slot that
 * comes back. So both wait for each other, and notice each other's end, as at
 * any pipe, and no copy is made by the kernel, nor one to read into.
 */
#ifndef TZ_STREAM_RING_H
#define TZ_STREAM_RING_H

#include <sys/types.h>

#include "stream/in.h"

struct ring;

/* What leads from standard input, and to standard output, of this process; NULL: nothing but a pipe. */
extern struct ring *ring_in, *ring_out;

/* A new one, before the fork. NULL where there is no memory to share: the pipe alone serves as well. */
struct ring *ring_new(void);
/* R, which may be NULL, leads to standard output, whose pipe is there already: the stage that runs writes into it. */
void ring_write_to(struct ring *r);
/* R leads from standard input, in the place of any other. */
void ring_read_from(struct ring *r);

/* Hands on the N bytes in the slot that is being filled, and waits for the next one to be free. Returns it, or NULL. */
char *ring_hand_on(size_t n);
/* Makes what is left in the window of IN, and the next slot behind that, its window, from 0 to in->end. Returns how
 * many bytes came, as read(2) does; in->end is still to be moved behind them. */
ssize_t ring_read(struct in *in);

#endif
