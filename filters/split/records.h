/*
 * records.h - rows that are written one field a line, and items of task lists
 *
 *	- 状態: 未解決          - [x] 橋の図を描く（4月10日）
 *	- 期限: 9月30日         - [ ] 道の図を描く
 *
 * A label and its value are no table yet: prose, settings and minutes have such lines. What makes them rows is that the
 * same labels come again, in another block of the document, two of them in lists, three elsewhere. A block is the lines
 * up to a blank one, or to the label that it began with; each of them has a label, which no other has, or, in a list, is
 * indented and goes on with the value above. A block of which any line is otherwise is text, as a whole.
 *
 * A block that stands once is one as well if it has four fields, one of which names a thing, and most of which are called as
 * columns are: a sheet of labels and values.
 *
 * One line may have all fields of a record, with blanks between: then the next lines have the same labels, in the same order.
 *
 *	事業: 橋の補修　担当: 道路課　状況: 完了
 *
 * Records need no blank line between them where each has a title, which all begin with the same character: 施策1, 施策2.
 *
 * Items of task lists are as GFM has them (0.29, section 5.3), [ ] and [x]; other signs count next to such. The text,
 * with the lines that go on with it, is one cell, and the box the other.
 */
#ifndef TZ_SPLIT_RECORDS_H
#define TZ_SPLIT_RECORDS_H

#include <stdint.h>

#include "base/buf.h"
#include "stream/lines.h"

enum { RECORD_FIELDS = 48, RECORD_LABELS = 96 };

struct field_text {
	struct buf label, value;
	unsigned long line; /* lines below the first one of the record */
};

struct records {
	struct field_text field[RECORD_FIELDS]; /* of the row; those of a task have no label */
	size_t n;
	struct buf source;  /* its lines as they stand, with LF between */
	struct buf copy;    /* of the line at hand */
	uint32_t known[RECORD_LABELS]; /* hashes of the labels that came again */
	size_t knows;
	size_t tries;       /* blocks of the document that were looked at in vain */
	int refused;        /* the block at hand is text */
	uint32_t title;     /* what the line above in the block begins with, if it is no field */
	uint32_t titled;    /* what the titles of the document's records begin with, if they have some */
	size_t above;       /* lines of it that might have been fields or tasks, and are text */
	int tasks;          /* the document has some */
};

enum record_line { RECORD_NONE, RECORD_FIELDED, RECORD_TASK };

/* What *LINE is, the one that IN handed out last. *MORE is how many lines of the stream behind *LINE are part of it (notes
 * among them count). Looking ahead may move the line: *LINE is then a copy. */
enum record_line record_line(struct records *r, struct lines *in, struct slice *line, size_t *more);
void records_end(struct records *r);   /* the block ends */
void records_begin(struct records *r); /* a document begins */

#endif
