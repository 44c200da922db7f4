/*
 * agreement.h - do records agree so well that they are a table, and not prose or a program with commas in it?
 *
 * Refused: a blank behind more than a third of the separators (English), one line in ten indented (programs), fewer
 * than four in five records of one width (seven in ten from six columns on, or where the document is known to have such tables), one record in ten with a bracket that a
 * separator parts from its other one, all records ending in a separator or beginning with the same word or sign and a blank (programs, their
 * comments, lists), all separators being commas that part the
 * thousands of figures. Else points, of which five make
 * a table (six with two columns); where the document is known to have such tables, the refusals alone count, without
 * those of programs.
 */
#ifndef TZ_SPLIT_AGREEMENT_H
#define TZ_SPLIT_AGREEMENT_H

#include <stdint.h>

#include "split/cells.h"

enum { AGREE_RECORDS = 12, AGREE_SILENT = 40, AGREE_COLUMNS = 32 };

struct agreement {
	char mark;
	size_t silent;   /* records with one cell alone, or none, in a sheet that is padded: not among the N */
	size_t n, width[AGREE_RECORDS], filled[AGREE_RECORDS];
	int first_filled[AGREE_RECORDS]; /* its first cell is */
	size_t cells, quoted, empty, ends, shut; /* ends: cells with a full stop inside; shut: of those, at their end */
	size_t parts;    /* cells longer than any label */
	size_t marks, blanks, indented;
	size_t thousands; /* marks that part the thousands of a figure, or could */
	size_t torn;     /* records a cell of which has a bracket whose other one is not in it: f(a, b) */
	size_t misquoted; /* records with a cell that a quotation mark begins and none ends: another separator parts them */
	size_t called;   /* records that begin with the word that the first one does, and a blank; with the same sign and one */
	uint32_t call;   /* which that is; 0: it begins with no word of ASCII, or there is nothing behind it */
	size_t trailing; /* records that end in a separator behind a filled cell: statements, lists of values */
	int names;       /* the first full record looks like names */
	size_t named_by; /* which one that is */
	struct column {
		size_t filled, typed, again;
		uint32_t seen[AGREE_RECORDS];
	} column[AGREE_COLUMNS];
};

void agreement_begin(struct agreement *a, char mark);
/* Takes the record C. */
void agreement_add(struct agreement *a, const struct cells *c);
/* Whether another record would tell more. */
int agreement_wants(const struct agreement *a);
/* Whether they are a table. KNOWN: the document is known to have such. */
int agreement_holds(const struct agreement *a, int known);
/* The width of most records. */
size_t agreement_width(const struct agreement *a);
/* How many of the first are no rows but a title: half empty, above a fuller one that has a first cell. */
size_t agreement_titles(const struct agreement *a);

#endif
