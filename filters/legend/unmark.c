/* unmark.c - the signs of Markdown in a line; see legend/unmark.h */
#include "legend/unmark.h"

#include <string.h>

static void
unmark_pairs(struct slice line, const char *sign)
{
	size_t n = strlen(sign), i, open = line.n;
	char *p = (char *)line.p;

	for (i = 0; i + n <= line.n;) {
		char *at = memchr(p + i, *sign, line.n - n + 1 - i);

		if (!at)
			return;
		i = (size_t)(at - p);
		if (memcmp(at, sign, n) != 0) {
			i++;
			continue;
		}
		if (open < i) {
			memset(p + open, ' ', n);
			memset(p + i, ' ', n);
			open = line.n;
		} else {
			open = i;
		}
		i += n;
	}
}

int
unmark(struct slice line)
{
	int stars = line.n && memchr(line.p, '*', line.n), ticks = line.n && memchr(line.p, '`', line.n);

	if (stars)
		unmark_pairs(line, "**");
	if (ticks)
		unmark_pairs(line, "`");
	return stars || ticks;
}
