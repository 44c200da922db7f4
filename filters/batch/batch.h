/*
 * batch.h - one run: what all of its parts share
 *
 *	plan.c     what has changed since the last run            -> run.todo
 *	pipes.c    pipelines (pipes.h): feed.c gives them names, cut.c cuts what comes back
 *	outcome.c  what each document has become
 *	store.c    outputs, by groups, into OUTDIR and the journal
 *	gone.c     what is no longer there
 *	finish.c   the manifest; the list of bad ones; the file of -1
 *	log.c      what happened, as JSON Lines
 *	news.c     what it has found out, by name (news.h)
 *	report.c   progress, summary
 *
 * options.h takes the arguments, guard.h looks whether they can be meant; dry.h is a run that only says what it would do.
 */
#ifndef TZ_BATCH_BATCH_H
#define TZ_BATCH_BATCH_H

#include "batch/doc.h"
#include "batch/outdir.h"
#include "batch/source.h"

struct run {
	/* as it was told */
	enum form form;
	int force, prune, quiet, jobs; /* prune: 2 is --prune=all */
	int stays;  /* other runs come by themselves */
	int dry;    /* nothing is written */
	long settle; /* what has changed in the last so many seconds waits */
	char **worker;   /* the command of a pipeline: names in, JSON with trailers out */
	const char *hosts; /* on which it runs; NULL: here */
	uint64_t recipe; /* of version and options */

	struct outdir out;
	struct sources sources;
	struct manifest known;
	struct queue todo;
	int incomplete; /* a directory could not be read: what was not found may be there */

	/* what happened */
	size_t documents, unchanged, converted, warned, rowless, waiting, excluded, bad, gone, pruned;
	int emptied; /* so much of a source is gone at once that somebody has to look; 2: as of this run */
	int status; /* 2: something failed, and was said */
};

extern struct run run;

/* Says why on standard error and in the log, saves what is complete, and ends with 2. */
void give_up(const char *fmt, ...) __attribute__((noreturn, format(printf, 1, 2)));

char *copy(const char *z);

/* batch.c */
extern volatile int interrupted; /* by this signal */

/* plan.c: goes through S */
void plan(const struct sources *s);
/* Looks at the source of D anew, once it has come to rest for a moment. Returns -1 if it is no longer there. */
int plan_again(struct doc *d);

/* pipes.c */
void convert_all(void);
void forget_unfinished(void); /* removes what has been written of documents that are not complete */

/* outcome.c: takes D over. */
struct result {
	unsigned long temp; /* number of the file in tmp */
	uint64_t size;
	struct hash output;
	unsigned long warnings, rows, bytes, line; /* as its trailer says */
	int failed;
	const char *code, *message; /* why it failed, or its first warning, on that line; "" if there is none */
};
void store(struct doc *d, const struct result *r);
void store_bad(struct doc *d, const char *code, const char *message);

/* store.c */
/* Takes D over, and what E owns: TEMP is to be E's output, 0: none. */
void store_add(struct doc *d, const struct entry *e, unsigned long temp, unsigned long warnings);
void store_group(int at_once); /* puts in place what waits, if it is time */
void store_recover(void);  /* what a killed run has left */
void store_rescue(void);   /* the run must stop: puts in place what can be, removes the rest */
int temp_open(unsigned long *number);
void temp_remove(unsigned long number);

/* finish.c */
void finish(void);
void drop_other_all(void); /* the file of an earlier -1, if this run makes none */
int is_document(const struct entry *e); /* not a directory, nor the file of -1 */

/* gone.c */
void find_gone(void); /* once all sources have been walked through */
int remove_output(const struct entry *e); /* -1 with errno */

/* log.c */
void log_open(const char *file);
void log_begin(void);
void log_flush(void);
void log_doc(const char *event, const char *name);
void log_waits(const char *name, long seconds);
void log_left_out(const char *name, const char *why);
void log_converted(const struct doc *d, unsigned long warnings);
void log_bad(const struct entry *e);
void log_retry(const char *why);
void log_said(const char *lines); /* by filters */
void log_end(int status, const char *message);
void log_forget(void); /* what is not yet written, since nothing has happened */
void bad_line(struct buf *to, const struct entry *e);
double run_seconds(void); /* since log_open() */

/* report.c */
/* A line on standard error, with control characters shown. */
void say_line(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void progress(int last);
void summary(void);

#endif
