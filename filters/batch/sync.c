/* sync.c - see sync.h */
#include "batch/sync.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>

static pthread_t thread;
static int threaded, error;
static atomic_int goes_on;

static void *
wait_for_disk(void *outdir)
{
	error = outdir_sync(outdir) < 0 ? errno : 0;
	atomic_store(&goes_on, 0);
	return NULL;
}

void
sync_begin(const struct outdir *o)
{
	atomic_store(&goes_on, 1);
	threaded = pthread_create(&thread, NULL, wait_for_disk, (void *)o) == 0;
	if (!threaded)
		wait_for_disk((void *)o);
}

int
sync_goes_on(void)
{
	return atomic_load(&goes_on);
}

int
sync_end(void)
{
	if (threaded)
		pthread_join(thread, NULL);
	threaded = 0;
	errno = error;
	return error ? -1 : 0;
}
