/* userrules.c - the files and folders of -r; see userrules.h */
#include "stream/userrules.h"

#include <unistd.h>

#include "stream/msg.h"

enum { MOST = 32 };
static struct {
	struct user_rules r[MOST];
	size_t n;
} taken;

void
user_rules_take(const char *path, const char *own)
{
	if (taken.n == MOST)
		die("-r is for %d files or folders at most", MOST);
	if (access(path, R_OK) < 0)
		die("%s:", path);
	taken.r[taken.n++] = (struct user_rules){path, own};
}

size_t
user_rules(const struct user_rules **all)
{
	*all = taken.r;
	return taken.n;
}
