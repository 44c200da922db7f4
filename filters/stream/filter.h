/*
 * filter.h - what a filter is, apart from where it runs
 *
 * filters/stream/main.c makes a program of one; filters/convert/convert.c makes one of all.
 */
#ifndef TZ_STREAM_FILTER_H
#define TZ_STREAM_FILTER_H

#include "stream/added.h"
#include "stream/in.h"
#include "stream/opts.h"
#include "stream/rec.h"

struct filter {
	struct prog prog;
	const char *letters;             /* its options, as getopt(3) takes them */
	const char *const (*words)[2];   /* long options and the letters that they stand for, up to {NULL} */
	const char *tables;              /* those that a file of -r is of which is not called like one; NULL: none */
	int (*option)(int letter, const char *argument); /* the others; 0: the argument is none */
	void (*begin)(void);             /* its options are known */

	/* One of these three: */
	void (*record)(const struct rec *r);  /* is called with each record, valid until it returns */
	void (*read)(struct in *in);          /* reads an input itself */
	void (*operand)(const char *operand); /* opens it, too: "-" is standard input */

	/* What a filter that has `record` does with annotations of the filters before it in a program: see stage.h. */
	void (*added)(const struct added *a);
	unsigned deaf;

	void (*input)(const char *name); /* before the first record of an input, and */
	void (*input_end)(void);         /* behind its last; not called for those that read */
	void (*end)(void);               /* behind all inputs */
};

/* A member that has nothing to do is NULL. */

extern const struct filter decode_filter, split_filter, legend_filter, outline_filter, table_filter, status_filter,
	date_filter, agency_filter, json_filter, csv_filter, html_filter;

/* The parts of a filter's life, in order; it runs in the stage that runs (stage.h). */
/* Leaves optind(3) at the operands; returns how many arguments there are, without those of all filters. */
int filter_options(const struct filter *f, int argc, char **argv);
void filter_begin(const struct filter *f);
void filter_inputs(const struct filter *f, int operands, char **operand); /* each of them, or standard input */
void filter_end(const struct filter *f);

/* The parts of filter_inputs for a filter that another one calls with its records. */
void filter_input(const struct filter *f, const char *name);
void filter_input_end(const struct filter *f);

#endif
