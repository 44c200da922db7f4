/* drawnprose.h - a line with pipes in it that is no row of a table: a sentence, how a command is used, a reference */
#ifndef TZ_SPLIT_DRAWNPROSE_H
#define TZ_SPLIT_DRAWNPROSE_H

#include "base/buf.h"

int drawnprose_is(struct slice line);

/* What the strokes of lines without a rule and without strokes at their ends show. Starts as {0}. */
struct drawnprose {
	size_t lines, edged; /* edged: a stroke begins the line */
	size_t gapped, hung; /* gapped: two blanks stand inside of a cell; hung: behind a stroke, and not before it */
	size_t at;                  /* the place of the first stroke of the first line */
	int prose, apart;           /* a line is prose; the first stroke of another line stands elsewhere */
};

void drawnprose_add(struct drawnprose *p, struct slice line);
/* Strokes that say "or", in grammars and lists of units, and prose. */
int drawnprose_holds(const struct drawnprose *p);

#endif
