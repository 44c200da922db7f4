/*
 * cell.h - how a cell writes its status
 */
#ifndef TZ_STATUS_CELL_H
#define TZ_STATUS_CELL_H

#include "base/buf.h"
#include "words/marks.h"

enum form {
	FORM_EMPTY,
	FORM_MARK,    /* ① */
	FORM_MARKED,  /* ①(一部②), B 概ね期待どおり, ×※: a mark, then text in `rest` */
	FORM_SEVERAL, /* ①、② */
	FORM_CHANGE,  /* ○→◎: the last mark is the state now */
	FORM_LEFT,    /* 同左: as the status to the left */
	FORM_ABOVE,   /* 同上, 〃: as the status above */
	FORM_TICKED,  /* □a ■b: the label of the one black box, its mark and its `rest` */
	FORM_BOXES,   /* boxes of which none or several are black */
	FORM_DASH,    /* -, ***: nothing, or what a legend says of it */
	FORM_FIGURE,  /* 54.4%, ▲2 */
	FORM_WORD,    /* few enough words to be a status: 措置済 */
	FORM_TEXT
};

enum { READ_MARKS = 8 };

struct reading {
	enum form form;
	struct slice text;             /* the cell, folded and without the blanks around it */
	struct slice mark[READ_MARKS]; /* in text */
	size_t marks;
	enum mark_class class; /* of the first mark */
	struct slice rest;     /* in text: of a MARKED, what is not the mark; of a WORD, without a remark in brackets */
	int vague;             /* of a CHANGE: △→○ 等 */
	int remark;            /* the rest stands in brackets, or is a note: it is no definition of the mark */
};

/* Reads FIELD, as it stands in a record. The slices are valid until the next call. */
void cell_read(struct reading *r, struct slice field);

#endif
