/*
 * opts.h - what every filter does before it looks at its own options
 */
#ifndef TZ_STREAM_OPTS_H
#define TZ_STREAM_OPTS_H

struct prog {
	const char *name;    /* "tanzaku-legend" */
	const char *synopsis; /* the arguments alone: "[-r FILE] [FILE ...]" */
	const char *help;    /* what it does, then one line an option */
};

/* The version is TANZAKU_VERSION, which the build takes from config.mk.
 * Names the program, makes sure that descriptors 0 to 2 are open, so that no file of ours takes their
 * place, and answers --help and --version. A closed standard output is said and ends it with 2. */
void opts_begin(const struct prog *p, int argc, char **argv);

/* Takes NAME, an option that every filter has, out of the arguments before "--"; true if it was there. */
int opts_take(int *argc, char **argv, const char *name);

/* The same of one that may have a value, NAME=VALUE: that, "" where it has none, NULL where it is not there. */
const char *opts_take_value(int *argc, char **argv, const char *name);

/* Makes the long option NAME, which people look for, the letter that getopt(3) knows: "--fill", "-f". */
void opts_long(int argc, char **argv, const char *name, const char *letter);

/* Puts options that stand behind operands before them, with their arguments: LETTERS is what getopt(3) is called with next.
 * All behind "--" are operands; a file that is called like an option is named ./-l or stands there. A long option that is
 * still there is none of P's: that is said, with the one that was meant, and P's usage. */
void opts_order(const struct prog *p, int argc, char **argv, const char *letters);

#endif
