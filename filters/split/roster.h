/*
 * roster.h - lists of persons whose names are spread over as many places each, as minutes have them
 *
 *	　１番　　港　川　篤　子　議員　　　　２番　　灯　台　　　敦　議員
 *	　３番　　浜　内　博　之　議員　　　　４番　　岸　　　達　也　議員
 *
 * The lines have no header, and blanks inside of names stand in one place as often as those between columns do. What tells a name
 * is that the letters of Japanese in it stand apart, and that all cells of its column begin at one place and end at one. There are
 * three of them at least, and another column. A line without two cells side by side goes on with the row above.
 */
#ifndef TZ_SPLIT_ROSTER_H
#define TZ_SPLIT_ROSTER_H

#include "split/gaps.h"
#include "split/layout.h"
#include "stream/lines.h"

struct roster {
	size_t rows;                 /* lines of the list that are still to come, the one at hand among them */
	struct layout l;
	struct laid_row row;
	struct buf copy;             /* of the line at hand */
	struct pageblock block;
	size_t tries;                /* lines of the block at which none began, or one did */
	int rest;                    /* lines of the block are behind it, with other columns */
};

enum roster_line {
	ROSTER_NONE,
	ROSTER_ROW,
	ROSTER_UNREAD /* right behind a list, and perhaps more of it, but its columns are other ones */
};

/* What *LINE is, the one that IN handed out last; the cells of a row are in r->row. *MORE is how many lines of the stream behind
 * *LINE are part of it (notes among them count). Looking ahead may move the line: *LINE is then a copy. */
enum roster_line roster_line(struct roster *r, struct lines *in, struct slice *line, size_t *more);
void roster_end(struct roster *r); /* the block ends */

#endif
