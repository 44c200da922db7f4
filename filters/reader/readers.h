/*
 * readers.h - programs that read what is no text, as the table readers.tsv has them
 *
 * Which programs there are is looked up when a document asks for one.
 */
#ifndef TZ_READER_READERS_H
#define TZ_READER_READERS_H

#include "reader/pattern.h"
#include "words/rules.h"

enum reader_gives { GIVES_TEXT, GIVES_FILE, GIVES_TAR };

struct readrule {
	struct slice name;      /* of the rule: "docx" */
	struct slice program;   /* "pandoc" */
	struct slice package;   /* what has it */
	struct slice command;   /* arguments between blanks; {} is the document */
	struct slice file;      /* in its folder, that holds what it gives; empty: its standard output does */
	char *path;             /* where the program is; it stays */
	enum reader_gives gives;
	int again;              /* READER_MISSING: so it was before, for another document */
	struct reader_limits {
		unsigned long seconds;  /* of a clock on the wall, and of a processor */
		unsigned long memory, output; /* MiB */
		unsigned long talks;    /* what it says of a file that it has read is not much of a warning */
	} most;
};

/* The table, once it has been read. Starts as {0}. */
struct readers {
	struct rules rules;
	char *missed; /* for each rule: its program was not there */
};

enum reader_found { READER_NONE, READER_MISSING, READER_FOUND };

/* The reader for FILE. READER_MISSING: rules fit, but none of their programs is there; R is the first of them.
 * R->path is the caller's to free. */
enum reader_found reader_for(struct readers *table, const struct sample *file, struct readrule *r);

#endif
