/*
 * headings.h - whether a line is a numbered heading, and what its parts are
 *
 * What is known here is the line alone; words/headings.tsv holds the schemes.
 * Where it stands in its document, levels.h knows.
 */
#ifndef TZ_OUTLINE_HEADINGS_H
#define TZ_OUTLINE_HEADINGS_H

#include "base/fold.h"
#include "outline/headrules.h"

/* Starts as {0}; its table is to be loaded. */
struct headings {
	struct headrules rules;
	struct folded folded;    /* the line at hand */
	struct buf id, of_mark;
};

/* Reads LINE, well-formed UTF-8, as a heading; one that is NUMBERED alone has an id and a number, and cannot head anything.
 * The slices are valid until the next call; AT is whom to blame for a pattern that gives up. */
enum heading_kind { HEADING_NOT, HEADING_NUMBERED, HEADING };
enum heading_kind heading_read(struct headings *hs, struct heading *h, struct slice line, struct place at);

/* TEXT, as written, is a line of KIND. */
int line_is(struct headings *hs, enum other_line kind, struct slice text, struct place at);

/* True if the line AFTER goes on with the sentence of the line BEFORE, which stands above it. */
int line_is_rest(struct headings *hs, struct slice before, struct slice after, struct place at);

/* True if AFTER, the line below the heading BEFORE, looks like the end of its title: a line break has cut it. */
int line_is_tail(struct headings *hs, const struct heading *before, struct slice after, struct place at);

#endif
