/*
 * check.h - the check build: each quick path and kept answer beside what it stands for
 *
 * `make CHECK=1` builds programs that ask twice: where something is skipped because it cannot be, or an answer is taken
 * that was given before, they work it out as well, and die with what was asked if the two differ. It is for the tests
 * (tests/tables); otherwise CHECKS is 0, and no compiler leaves anything of it.
 *
 * Asked twice (grep check_same):
 *	base/memo.c		every kept answer of every filter that is found by a text
 *	words/re.c		the shape of a pattern, by which a text is passed over; words/kinds.c: totals, repeated rows
 *	decode/readings.c	the encodings that are not weighed to the end
 *	legend/may.c title.c legend.c	lines and rows without a legend; a title that was known
 *	outline/headings.c headrules.c	lines that begin like no heading; schemes and rules that need not be asked
 *	status/note.c find.c cell.c	the status of a cell that comes again; what a legend is for; how a cell was read
 *	date/around.c found.c value.c	dates that come again
 *	agency/agency.c		fields without a place for a label
 *	json/notecell.c		annotations that come again, by their number
 * Not here, but by the plain build, which has neither vectors nor kept answers (tests/plain.sh): where a date may stand
 * (date/anchor.c), the costs of known characters (decode/modelja.c), the columns of rows that wait (table/shape.c). And by a
 * case, pipe/quick-looks: rows that table/judge.c tells by themselves.
 */
#ifndef TZ_BASE_CHECK_H
#define TZ_BASE_CHECK_H

#include "base/buf.h"

#ifdef TZ_CHECK
enum { CHECKS = 1 };
#else
enum { CHECKS = 0 };
#endif

/* Aborts if not SAME: WHAT has given another answer about ASKED than what it stands for. */
void check_same(int same, const char *what, struct slice asked);

#endif
