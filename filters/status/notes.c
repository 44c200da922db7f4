/* notes.c - the records that are held back; see status/notes.h */
#include "status/notes.h"

#include "stream/added.h"
#include "stream/again.h"
#include "stream/out.h"
#include "stream/rec.h"

static struct added statuses = {.kind = K_STATUS}, grades = {.kind = K_GRADE};
static struct buf warned;
static struct again texts;

void
notes_flush(void)
{
	added_flush(&statuses);
	added_flush(&grades);
	outs(slice_of(&warned));
	buf_clear(&warned);
}

void
notes_value(unsigned long line, size_t column, struct slice raw, const char *kind, struct slice number)
{
	buf_addz(&warned, "value\t");
	buf_addu(&warned, line);
	buf_addc(&warned, '\t');
	buf_addu(&warned, column);
	buf_addc(&warned, '\t');
	buf_adds(&warned, raw);
	buf_addc(&warned, '\t');
	buf_addz(&warned, kind);
	buf_addc(&warned, '\t');
	buf_adds(&warned, number);
	buf_addc(&warned, '\n');
}

void
notes_rank(struct buf *to, unsigned long rank)
{
	buf_addc(to, '\t');
	if (rank)
		buf_addu(to, rank);
}

/* Columns that only a number tells apart, R5 and R6, hold the same marks. */
static void
add_unnumbered(struct buf *to, struct slice label)
{
	size_t i;

	for (i = 0; i < label.n; i++)
		if (label.p[i] < '0' || label.p[i] > '9')
			buf_addc(to, label.p[i]);
}

void
notes_warn(enum msg id, struct place at, struct slice text, struct slice column)
{
	struct buf label = {0};

	text = again_shown(text);
	add_unnumbered(&label, column);
	again_warn(&texts, &warned, id, at, text, slice_of(&label), (int)text.n, text.p);
	buf_free(&label);
}

void
notes_stand_in(struct place at, struct slice text, struct slice column, struct slice mark)
{
	text = again_shown(text);
	again_warn(&texts, &warned, MSG_STAND_IN, at, text, column, (int)text.n, text.p, (int)mark.n, mark.p);
}

void
notes_say_all(const char *file)
{
	again_say(&texts, file, "cells");
}

void
notes_status(unsigned long line, size_t column, struct slice raw, struct slice suffix, uint64_t same)
{
	struct buf *b = &statuses.text;

	added_begin(&statuses, line);
	added_column(&statuses, column);
	added_same(&statuses, same);
	buf_adds(b, raw);
	buf_addc(b, '\t');
	buf_adds(b, suffix);
	buf_addc(b, '\n');
}

void
notes_grade(unsigned long line, struct slice code, unsigned long rank)
{
	struct buf *b = &grades.text;

	added_begin(&grades, line);
	buf_adds(b, code);
	notes_rank(b, rank);
	buf_addc(b, '\n');
}

size_t
notes_warned(void)
{
	return warned.n;
}
