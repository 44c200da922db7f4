/*
 * legend.h - the legends of a document, and what a mark means by them
 *
 * Legend records that stand together are one legend. Where several define the
 * same mark, the one that names the mark's column counts; else the last one
 * before the row; else the first one behind it. Two legends that stand together,
 * with no row between them, and disagree without naming a column leave it open.
 */
#ifndef TZ_STATUS_LEGEND_H
#define TZ_STATUS_LEGEND_H

#include "base/buf.h"
#include "words/marks.h"
#include "stream/rec.h"

struct grade {
	struct slice mark, meaning, code; /* escaped as in records, but CODE */
	unsigned long rank;
};

enum found { FOUND_NONE, FOUND, FOUND_UNSURE };

/* A new document: forgets all but the user's own legend. */
void legends_reset(void);
/* Adds the legend in FILE, lines of MARK TAB MEANING [TAB CODE]; it counts where the document's own say nothing. */
void legends_load(const char *file);
/* Shows a record to the store; every record of a document once, in order. */
void legends_see(const struct rec *r, const char *file);
/* The grade that legend record R, shown before, has become; 0 if none. */
int legends_grade(const struct rec *r, struct grade *g);
/* The labels of the table's columns, folded: a legend "「LABEL」欄…" is for none of the others. They stay the caller's. */
void legends_columns(const struct slice *labels, size_t n);
/* The grade that KEY, a mark_key, has at LINE in the column headed LABEL (folded; empty if unknown). */
enum found legends_find(struct slice key, struct slice label, unsigned long line, struct grade *g);
/* True if the title of some legend names the column headed LABEL. */
int legends_name(struct slice label);
/* True if the last legend stands before LINE, right behind its table, so that the next table may have one of its own. */
int legends_may_follow(unsigned long line);
/* True if all legends so far stand before LINE: until the next one, every row from there on finds the same. */
int legends_settled(unsigned long line);
/* How many times what legends_find can find has changed. */
unsigned long legends_version(void);
/* True if the document has shown any legend so far. */
int legends_any(void);
/* True if a legend is being read: the last text shown belongs to it. */
int legends_open(void);

#endif
