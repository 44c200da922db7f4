/* shown.h - text as a page shows it: white space is one blank, <br> is a newline */
#ifndef TZ_HTML_SHOWN_H
#define TZ_HTML_SHOWN_H

#include "base/buf.h"

/* Starts as {0}. */
struct shown {
	struct buf text;
	unsigned long line; /* on which it begins */
	int blank;          /* white space is pending: 1, 2 if a newline is in it */
};

void shown_clear(struct shown *s);
/* TEXT, which ends on LINE. AS_IT_IS: in <pre>. No more than MOST bytes are kept; returns 0 if there were more. */
int shown_add(struct shown *s, struct slice text, unsigned long line, int as_it_is, size_t most);
/* The next text stands on a line of its own. */
void shown_break(struct shown *s);
/* The text, without newlines at its ends. */
struct slice shown_text(const struct shown *s);

#endif
