/*
 * unit.h - a line that waits: its text record, or the legend records that an earlier run has
 * made of it, with the annotations among them
 */
#ifndef TZ_LEGEND_UNIT_H
#define TZ_LEGEND_UNIT_H

#include "base/buf.h"
#include "legend/grid.h"
#include "legend/line.h"
#include "stream/rec.h"

/* A group longer than this is judged by its beginning: memory stays bounded. */
enum { MAX_HELD = 256 };

enum goes_on { NOT_AT_ALL, PERHAPS, SURELY };

/* The text before a line. */
struct before {
	enum kind kind;     /* K_ROW for a header, too */
	unsigned long rows; /* of the table that the line is of, so far */
};

enum drawn {
	DRAWN_NOT,
	DRAWN_LINE, /* its text is its lines as they stand, uprights and rules included */
	DRAWN_CELLS /* its text is its cells: they are no parts of one line, and stay a row */
};

struct unit {
	unsigned long line;
	enum kind kind;   /* of its first record */
	enum goes_on goes_on; /* with the entry in the line before */
	int bad;          /* it is not UTF-8 */
	enum drawn drawn; /* a row with other separators than tabs */
	size_t marks;     /* a row with so many marks and nothing else */
	struct legend_grid grid; /* of a row below a header that says that it is a legend's */
	struct before before;
	int settled;      /* it has been looked at */
	int header;       /* the first row of a table */
	int prose;        /* it may define marks in running text */
	size_t entries;   /* how many it has, for whoever reads it */
	struct buf text;  /* the line */
	struct buf cells; /* of a row: its cells, with tabs between them */
	struct buf raw;   /* all records, as they came */
	struct buf own;   /* those of them that carry the text */
	struct buf notes; /* the others: annotations */
	struct buf behind; /* rules behind it, and what is said of those: they go out behind all else */
};

void unit_begin(struct unit *u, const struct rec *r);
void unit_add(struct unit *u, const struct rec *r);  /* one more part of the same line */
void unit_note(struct unit *u, const struct rec *r); /* an annotation */
void unit_rule(struct unit *u, const struct rec *r); /* a rule behind it */
void unit_swap(struct unit *a, struct unit *b);

int unit_is_row(const struct unit *u);
/* What a title is looked for in: the line, or the cells of a row. */
struct slice unit_title(const struct unit *u);

/* A record of several lines: all but the first line of U go to REST, with the newline before them;
 * they come back one by one. */
void unit_take_rest(struct unit *u, struct buf *rest);
void unit_begin_rest(struct unit *u, struct buf *rest, unsigned long line);

/* True if line U, which has no entry, can be the rest of the line LAST. */
int unit_may_go_on(const struct unit *last, const struct unit *u);
/* True if a bracket is open at the end of LAST, counted over it and the N lines before it. */
int unit_is_open(const struct unit *last, size_t n);

/* Reads the entries of the line. */
void unit_read(struct legend_line *l, const struct unit *u);

/* Writes the line, and the N - 1 behind it, as legend records; as they came, if they came as just these. */
void unit_out_legend(const struct unit *u, size_t n);
/* Writes the line as a text record, tabs and all, unless its cells must stay a row; DEFINES, records, behind it. */
void unit_out_text(const struct unit *u, const struct buf *defines);
/* Writes the line as the text that it was before any run of this filter. */
void unit_out_plain(const struct unit *u);

#endif
