/*
 * columns.h - what a cell says about its column, by the rules of columns.tsv
 */
#ifndef TZ_WORDS_COLUMNS_H
#define TZ_WORDS_COLUMNS_H

#include <stdint.h>

#include "base/buf.h"
#include "stream/msg.h"
#include "stream/role.h"

enum column {
	COL_NONE, /* no rule matches */
	COL_DATA, /* a cell that no header has */
	COL_STATUS,
	COL_PROGRESS,
	COL_ITEM,
	COL_NAME,
	COL_AGENCY,
	COL_PERIOD,
	COL_DATE,
	COL_NUMBER,
	COL_TEXT,
	COL_NOTE,
	COL_OTHER,
	COL_STATE /* a word for a state: for column_kind() it is data */
};

/* Loads the built-in rules, with those of FILE (if not NULL) in front; once a process: later calls do
 * nothing. */
void columns_load(void);
/* The kind of FIELD, as it stands in a record, well-formed UTF-8; AT is for the match limit. */
enum column column_kind(struct slice field, struct place at);
/* The same, but COL_STATE for a word for a state, 完了: data, or the name of the column that has a sign where it is so. */
enum column column_or_state(struct slice field, struct place at);
/* What a column with the name FIELD is, as far as its name tells. */
struct named_role {
	enum role role; /* ROLE_UNKNOWN: it does not tell */
	enum column kind;
	int own;        /* the role stands in a rule of the user's file: no cell speaks against that */
};
struct named_role column_role(struct slice field, struct place at);
/* ★, ○: FIELD is a character that is no letter or digit. */
int cell_is_sign(struct slice field);
/* The first character that label_fold makes of FIELD, where the bytes of that character tell: it stands for itself, and
 * nothing before it goes. 0 where they do not. */
uint32_t label_first(struct slice field);
/* Appends FIELD without blanks, spreadsheet quotes and width: what two spellings of one label share. */
void label_fold(struct buf *to, struct slice field);

#endif
