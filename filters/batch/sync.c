/* sync.c - see sync.h */
#include "batch/sync.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>

static struct {
	pthread_t thread;
	int threaded, error;
	atomic_int goes_on;
} disk;

static void *
wait_for_disk(void *outdir)
{
	disk.error = outdir_sync(outdir) < 0 ? errno : 0;
	atomic_store(&disk.goes_on, 0);
	return NULL;
}

void
sync_begin(const struct outdir *o)
{
	atomic_store(&disk.goes_on, 1);
	disk.threaded = pthread_create(&disk.thread, NULL, wait_for_disk, (void *)o) == 0;
	if (!disk.threaded)
		wait_for_disk((void *)o);
}

int
sync_goes_on(void)
{
	return atomic_load(&disk.goes_on);
}

int
sync_end(void)
{
	if (disk.threaded)
		pthread_join(disk.thread, NULL);
	disk.threaded = 0;
	errno = disk.error;
	return disk.error ? -1 : 0;
}
