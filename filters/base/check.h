/*
 * check.h - the check build: each quick path and kept answer beside what it stands for
 *
 * `make CHECK=1` builds programs that ask twice: where something is skipped because it cannot be, or an answer is taken
 * that was given before, they work it out as well, and die with what was asked if the two differ. It is for the tests
 * (tests/tables); otherwise CHECKS is 0, and no compiler leaves anything of it.
 */
#ifndef TZ_BASE_CHECK_H
#define TZ_BASE_CHECK_H

#include "base/buf.h"

#ifdef TZ_CHECK
enum { CHECKS = 1 };
#else
enum { CHECKS = 0 };
#endif

/* Aborts if not SAME: WHAT has given another answer about ASKED than what it stands for. */
void check_same(int same, const char *what, struct slice asked);

#endif
