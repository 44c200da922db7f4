/*
 * html.h - lines of the source of a web page, whose tabs are indents and make no cells
 */
#ifndef TZ_SPLIT_HTML_H
#define TZ_SPLIT_HTML_H

#include "base/buf.h"

struct html {
	int open;    /* inside of a table, a page, a script: all lines are source up to its end */
	char end[8]; /* the name of that element */
	int blank;   /* the line before was blank */
	int table;   /* a table begins in the line at hand, in text that is no web page */
};

void html_begin(struct html *h); /* a document begins */
/* True if LINE is such a line. */
int html_line(struct html *h, struct slice line);

#endif
