/* stamp.c - stat(2) as one number; see stamp.h */
#include "batch/stamp.h"

#include <time.h>

#include "batch/digest.h"

#define SECOND 1000000000LL
/* The clock of a kernel ticks at least 100 times a second; file systems that keep whole seconds, or even ones, show it. */
#define TICK (SECOND / 50)
#define COARSE (2 * SECOND)

uint64_t
stamp_of(const struct stat *st)
{
	/* Not st_dev, which may differ after the next boot. */
	int64_t of[] = {st->st_size, st->st_mtim.tv_sec, st->st_mtim.tv_nsec, st->st_ctim.tv_sec, st->st_ctim.tv_nsec,
	                (int64_t)st->st_ino};

	return hash_name((const char *)of, sizeof(of));
}

long long
stamp_wait(const struct stat *st)
{
	long long grain = st->st_ctim.tv_nsec ? TICK : COARSE, left;
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	left = (st->st_ctim.tv_sec - now.tv_sec) * SECOND + st->st_ctim.tv_nsec - now.tv_nsec + grain;
	/* further in the future: another machine's clock, by which nothing can be judged */
	return left < 0 || left > 2 * COARSE ? 0 : left;
}

void
stamp_sleep(long long ns)
{
	struct timespec t = {(time_t)(ns / SECOND), (long)(ns % SECOND)};

	if (ns > 0)
		nanosleep(&t, NULL);
}
