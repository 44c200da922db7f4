/* ring.c - slots of shared memory and the pipes that tell of them; see ring.h */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "stream/ring.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "stream/out.h"

/* A slot is so large that its bytes through the two pipes cost nothing. Fewer of them, and the processes wait for each
 * other more often; more, and what the one has written is no longer in the cache when the other comes to it. */
enum { SLOTS = 6, SLOT = OUT_ROOM };

/* The beginning of a record that goes on in the next slot is moved in front of that: most are shorter by far. */
enum { FRONT = 16 * 1024 };

struct slots {
	size_t n[SLOTS]; /* the bytes in each */
	struct {
		char front[FRONT], data[SLOT];
	} at[SLOTS];
};

struct ring {
	struct slots *slots; /* which both processes see */
	int back[2];         /* the pipe for those that come back */
	size_t now;          /* the slot that the writer fills, that the reader is in */
	size_t ready;        /* those behind it that this process need not wait for */
	size_t done;         /* those that the reader has left and not given back */
	struct buf longer;   /* the reader's window while a record is longer than FRONT */
};

struct ring *ring_in, *ring_out;

struct ring *
ring_new(void)
{
	struct ring *r = NULL;
#if defined(MAP_ANONYMOUS) && !defined(TZ_PLAIN_C)
	void *p = mmap(NULL, sizeof(*r->slots), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	r = emalloc(sizeof(*r));
	*r = (struct ring){.slots = p};
	if (pipe(r->back) < 0) {
		munmap(p, sizeof(*r->slots));
		free(r);
		return NULL;
	}
#endif
	return r;
}

void
ring_write_to(struct ring *r)
{
	ring_out = r;
	if (!r)
		return;
	close(r->back[1]); /* the reader's alone: read(2) sees when it is gone */
	r->ready = SLOTS - 1;
	stage->out = (struct buf){r->slots->at[0].data, 0, SLOT};
}

void
ring_read_from(struct ring *r)
{
	if (ring_in) {
		munmap(ring_in->slots, sizeof(*ring_in->slots));
		close(ring_in->back[0]);
		close(ring_in->back[1]);
		buf_free(&ring_in->longer);
		free(ring_in);
	}
	ring_in = r;
	if (!r)
		return;
	/* Both ends of the way back stay open: to a writer that has ended, slots are given back all the same. */
	r->now = SLOTS - 1;
	r->done = (size_t)-1; /* this one it does not leave */
}

/* Waits at FD for slots. Returns how many have come, as read(2) does. */
static ssize_t
wait_for_slots(int fd)
{
	char each[SLOTS];
	ssize_t n;

	do
		n = read(fd, each, sizeof(each));
	while (n < 0 && errno == EINTR);
	return n;
}

/* Tells of N slots. */
static int
tell(int fd, size_t n)
{
	static const char each[SLOTS];
	ssize_t w;

	do
		w = write(fd, each, n);
	while (w < 0 && errno == EINTR);
	return w == (ssize_t)n ? 0 : -1;
}

char *
ring_hand_on(size_t n)
{
	struct ring *r = ring_out;

	r->slots->n[r->now] = n;
	if (tell(STDOUT_FILENO, 1) < 0)
		return NULL;
	if (r->ready == 0) {
		ssize_t came = wait_for_slots(r->back[0]);

		if (came < 0)
			return NULL;
		r->ready = came ? (size_t)came : 1; /* no reader any more: that is for the next write to find out */
	}
	r->ready--;
	r->now = (r->now + 1) % SLOTS;
	return r->slots->at[r->now].data;
}

/* Puts the N bytes at SLOT behind what is left in the window, in a buffer that has room for both. */
static void
lengthen(struct buf *longer, struct in *in, const char *slot, size_t n)
{
	const char *left = in->p + in->pos;

	if (in->p != longer->p) {
		buf_clear(longer);
		buf_add(longer, left, in->end - in->pos);
	} else if (in->pos) {
		memmove(longer->p, left, in->end - in->pos);
		longer->n = in->end - in->pos;
	}
	buf_add(longer, slot, n);
	in->p = longer->p;
}

/* The reader goes on to the next slot. Those that it has left go back several at a time: each wakes the writer. */
static int
leave_slot(struct ring *r)
{
	r->ready--;
	r->now = (r->now + 1) % SLOTS;
	if (++r->done < SLOTS / 2)
		return 0;
	r->done = 0;
	return tell(r->back[1], SLOTS / 2);
}

ssize_t
ring_read(struct in *in)
{
	struct ring *r = ring_in;
	size_t left = in->end - in->pos, next = (r->now + 1) % SLOTS, n;
	char *slot = r->slots->at[next].data;

	if (r->ready == 0) {
		ssize_t came = wait_for_slots(STDIN_FILENO);

		if (came <= 0)
			return came;
		r->ready = (size_t)came;
	}
	n = r->slots->n[next];
	if (left > FRONT)
		lengthen(&r->longer, in, slot, n);
	else
		in->p = memcpy(slot - left, in->p + in->pos, left);
	in->pos = 0;
	in->end = left;
	return leave_slot(r) < 0 ? -1 : (ssize_t)n;
}
