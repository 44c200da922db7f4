/*
 * document.h - a document on its way to JSON: its beginning, its end, and the node between them that is open
 */
#ifndef TZ_JSON_DOCUMENT_H
#define TZ_JSON_DOCUMENT_H

#include "base/decimal.h"
#include "json/celllist.h"
#include "json/looks.h"
#include "json/nodes.h"
#include "stream/recshape.h"
#include "stream/trailer.h"

/* All that tanzaku-json knows. */
struct tojson {
	struct {
		int trailers; /* -d */
		int lines;    /* -l */
		int list;     /* -L: cells as a list */
	} told;
	struct scene scene;
	enum node node; /* the one begun last, which waits for its annotations */
	struct celllist list; /* the cells of the row at hand */
	struct decimal number; /* the line of the last row */
	int cut; /* the last record was part of one that is too long */
	struct {
		int begun, failed, final;
		int any;         /* it has a line */
		int deep;        /* it was said that it nests too deep */
		int page;        /* it is a web page: its text stands in `page` annotations */
		struct buf name; /* for messages: ends in NUL */
		struct buf json; /* what the lines of its rows begin with */
		struct buf field; /* the name as a field */
		struct kinds_seen kinds;
		struct likeness looks; /* up to its first row */
		struct trailer trailer;
		unsigned long from; /* bytes that were written before */
	} doc;
};

/* R: a `doc` record with all of its fields. */
void document_begin(struct tojson *j, const struct rec *r);
/* Records that were cut out of a stream, by grep for instance, still make a document. */
void document_need(struct tojson *j);
void document_end(struct tojson *j);

/* Ends the node begun last. Where none is open, what was noted waits for the next one. */
void document_end_node(struct tojson *j);
/* Something is about to be noted. An empty line, which is no node else, becomes one for it. */
void document_need_node(struct tojson *j);
/* Says WHAT is wrong with the record at hand. */
void document_malformed(struct tojson *j, const char *what);

#endif
