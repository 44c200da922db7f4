/*
 * manifest.h - what is known of each document from earlier runs
 *
 * A file of lines, for grep as well as for us:
 *
 *	STATE NAME STAMP CONTENT RECIPE FORM SIZE OUTPUT CODE MESSAGE TEMP CHECK
 *
 * with a tab between the fields, numbers in hexadecimal, and what has no value
 * empty. STATE is ok, bad or gone. STAMP (stamp.h) and CONTENT (batch/digest.h) are those of
 * the document when it was converted by RECIPE, the hash of version and options.
 * FORM, SIZE and OUTPUT (its hash) are those of the output that there is: of a
 * bad document, an earlier one's. CHECK is a hash of the line, so that
 * one that a loss of power has torn is none. The journal has the same lines;
 * TEMP is where the output was before it got its name.
 *
 * Two more kinds: "dir NAME/ STAMP" is a directory of output as we left it, and
 * "all NAME" the file that -1 has made.
 */
#ifndef TZ_BATCH_MANIFEST_H
#define TZ_BATCH_MANIFEST_H

#include "base/buf.h"
#include "batch/digest.h"

enum state { STATE_OK, STATE_BAD, STATE_GONE, STATE_DIR, STATE_ALL, STATES, STATE_DROPPED = STATES };

/* Where an output is, and in which format. */
enum form { FORM_NONE, FORM_TREE, FORM_LINES, FORM_PART_TREE, FORM_PART_LINES, FORM_CSV, FORMS };

/* What the lines call them. */
extern const char *const state_words[STATES], *const form_words[FORMS];

struct entry {
	char *name; /* ends in NUL; of a directory, in a slash before that */
	enum state state;
	enum form form;
	int seen; /* by this run */
	uint64_t stamp, recipe, size;
	struct hash content, output;
	char *code, *message; /* why it is bad; NULL otherwise */
};

struct slot {
	uint32_t at, hash; /* index + 1 into e; 0: free. Most entries need not be looked at to know that they differ. */
};

struct manifest {
	struct entry **e; /* owned, as they are */
	size_t n, cap;
	int unsorted; /* by name they are, else */
	size_t next;  /* the one that is asked for next, probably */
	struct slot *slot; /* by hash of the name */
	size_t slots, indexed;
	struct entry *spare; /* memory for entries to come */
	size_t spares;
	int changed; /* it differs from the file */
};

/* Calls FN for each whole line of the file NAME in DIR, with TEMP. No such file: no line. */
void manifest_read(int dir, const char *name, void (*fn)(const struct entry *e, const char *temp));

struct entry *manifest_find(struct manifest *m, const char *name);
/* Takes over E, its strings as well, in the place of one of the same name. */
struct entry *manifest_put(struct manifest *m, const struct entry *e);
/* By name, byte for byte. */
void manifest_sort(struct manifest *m);

void manifest_line(struct buf *to, const struct entry *e, const char *temp);

const char *form_suffix(enum form f); /* ".json", ".jsonl", ".csv", "" */

#endif
