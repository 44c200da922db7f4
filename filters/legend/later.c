/* later.c - records that wait; see legend/later.h */
#include "legend/later.h"

#include <stdlib.h>

#include "legend/used.h"
#include "stream/spool.h"

/* Counted by the lines of the source, which no run of this filter changes: each decides alike. */
enum { WINDOW = 1000 };

static struct {
	struct spool spool;
	int begun; /* the spool is one */
	int on, known;
	unsigned long first, last; /* lines */
} later;

static void
see(const struct rec *r)
{
	if (!later.first)
		later.first = r->line;
	later.last = r->line;
	used_see(r);
}

void
later_begin(struct slice lines)
{
	struct in in = {.fd = -1, .p = (char *)lines.p, .end = lines.n, .eof = 1};
	struct rec r;

	if (!later.begun)
		spool_init(&later.spool);
	later.begun = later.on = 1;
	later.first = 0;
	used_reset();
	spool_add(&later.spool, lines.p, lines.n);
	while (rec_read(&in, &r))
		see(&r);
}

int
later_on(void)
{
	return later.on;
}

void
later_take(const struct rec *r)
{
	spool_add(&later.spool, r->raw.p, r->raw.n);
	if (!r->cut)
		spool_add(&later.spool, "\n", 1);
	see(r);
}

int
later_is_full(void)
{
	return later.on && later.last - later.first >= WINDOW;
}

void
later_replay(void (*fn)(const struct rec *r), void (*end)(void))
{
	struct in in = {.eof = 1};
	struct slice mem = {NULL, 0};
	struct rec r;
	int fd = spool_read(&later.spool, &mem);

	later.on = 0;
	later.known = 1;
	if (fd < 0)
		in = (struct in){.fd = -1, .p = (char *)mem.p, .end = mem.n, .eof = 1};
	else
		in = (struct in){.fd = fd, .name = "temporary file"};
	while (rec_read(&in, &r))
		fn(&r);
	if (end)
		end();
	if (fd >= 0)
		free(in.p);
	spool_reset(&later.spool);
	later.known = 0;
}

int
later_is_known(void)
{
	return later.known;
}
