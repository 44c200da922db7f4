/* unmark.c - the signs of Markdown and inline tags in a line; see legend/unmark.h */
#include "legend/unmark.h"

#include <string.h>

#include "base/markup.h"

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

/* <A> is a mark, and as well the tag of an anchor: a name of one letter is a tag's only where one closes something. */
static int
is_tag(struct slice tag, int closed)
{
	return tag.p[1] == '/' || tag.n > sizeof("<b>") - 1 || closed;
}

/* <small>○：済</small>, 済<br>: a tag says how its text looks. Returns whether there are some. */
static int
unmark_tags(struct slice line)
{
	const char *p = line.p, *end = line.p + line.n;
	int breaks, found = 0, closed = 0;
	struct slice tag;

	for (; p < end && (p = memchr(p, '<', (size_t)(end - p))); p++)
		closed |= p + 1 < end && p[1] == '/';
	for (p = line.p; p < end && (p = memchr(p, '<', (size_t)(end - p))); p++) {
		tag = (struct slice){p, markup_tag((struct slice){p, (size_t)(end - p)}, &breaks)};
		if (tag.n == 0 || !is_tag(tag, closed))
			continue;
		memset((char *)tag.p, ' ', tag.n);
		found = 1;
	}
	return found;
}

int
unmark(struct slice line)
{
	int stars = line.n && memchr(line.p, '*', line.n), ticks = line.n && memchr(line.p, '`', line.n);
	int tags = line.n && memchr(line.p, '<', line.n) && unmark_tags(line);

	if (stars)
		unmark_pairs(line, "**");
	if (ticks)
		unmark_pairs(line, "`");
	return stars || ticks || tags;
}
