/* check.c - a quick answer that is wrong; see check.h */
#include "base/check.h"

#include <stdio.h>
#include <stdlib.h>

enum { SHOWN = 400 };

void
check_same(int same, const char *what, struct slice asked)
{
	if (same)
		return;
	fprintf(stderr, "CHECK: %s is not what it stands for, of: %.*s\n", what, (int)(asked.n < SHOWN ? asked.n : SHOWN),
	        asked.p);
	abort();
}
