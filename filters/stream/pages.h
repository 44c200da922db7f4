/*
 * pages.h - who reads web pages, for a program that has such a reader: see html/reader.h
 *
 * A document that begins as a page does is not read line by line by who cuts lines (split), but handed to this.
 */
#ifndef TZ_STREAM_PAGES_H
#define TZ_STREAM_PAGES_H

#include "base/buf.h"

struct pages {
	/* Does a page begin with LINE? 1 yes, 0 no, -1 if the next line tells. */
	int (*begins_with)(struct slice line);
	/* Behind the `doc` record of a page, whose name is NAME. */
	void (*begin)(const char *name);
	/* A line, well-formed UTF-8, or a piece of one. AGAIN: of the same line as the one before. */
	void (*line)(struct slice text, unsigned long number, int again);
	/* A note KIND TAB FIELDS of tanzaku(5) about line NUMBER. */
	void (*note)(struct slice fields, unsigned long number);
	void (*end)(void);
};

/* NULL: this program has none. Set before the first input. */
extern const struct pages *pages;

#endif
