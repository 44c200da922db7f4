/*
 * box.h - boxes to tick: □a.進んだ ■b.やや進んだ □c.変わらない
 */
#ifndef TZ_STATUS_BOX_H
#define TZ_STATUS_BOX_H

#include "base/buf.h"
#include "stream/msg.h"

enum { MAX_BOXES = 16 };

struct boxes {
	size_t n, black, which; /* boxes, black ones, the first of these */
	struct slice label[MAX_BOXES]; /* what stands behind each, without blanks around it */
};

/* Reads TEXT, folded, which begins with a box; returns how many bytes of it are boxes with their labels. */
size_t boxes_read(struct boxes *b, struct slice text);
/* The parts of a label: b and やや進んだ of b.やや進んだ; the first is empty where there is no such sign. */
struct slice label_mark(struct slice label);
struct slice label_words(struct slice label);

/* Where in FIELD, a line of text as it stands in a record, a choice between states begins, one of which is ticked;
 * FIELD.n if there is none. Boxes tick many other things. */
size_t boxes_in_line(struct slice field, struct place at);

#endif
