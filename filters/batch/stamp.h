/*
 * stamp.h - what stat(2) tells about a file, as one number
 *
 * Two equal stamps mean the same content, but for one case: a file that is
 * written twice within a tick of the file system's clock, and looked at in
 * between, has the same times before and after. So a stamp is only worth
 * keeping once that tick is over: stamp_wait() is 0 then. The time of the last
 * change (ctime) decides, since nobody can set it back.
 */
#ifndef TZ_BATCH_STAMP_H
#define TZ_BATCH_STAMP_H

#include <stdint.h>
#include <sys/stat.h>

uint64_t stamp_of(const struct stat *st);
/* Nanoseconds until a later change would show in the stamp; 0: now. */
long long stamp_wait(const struct stat *st);
void stamp_sleep(long long ns);

#endif
