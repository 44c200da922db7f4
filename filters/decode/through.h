/*
 * through.h - documents that are no text, through the programs that read them (reader/readers.h)
 *
 * What a program gives is a document again: text, another file, or an archive, whose members are documents called
 * ARCHIVE/MEMBER, and behind them the archive itself, without text, so that whoever has asked for it sees its end.
 */
#ifndef TZ_DECODE_THROUGH_H
#define TZ_DECODE_THROUGH_H

#include "decode/leftout.h"
#include "stream/in.h"

/* What one operand may still cost, with all that is in it. */
struct through_left {
	unsigned long members;
	unsigned long long bytes;
};

extern const struct through_left through_most;

/* Reads the document in FD, which it closes, of S. */
typedef void through_reads(int fd, const struct source *s);

/* Does readers.tsv have a program for what IN begins with? If so, READS is called with what that gives, or S is left out,
 * and said why. 0: IN is as it was. */
int through(struct in *in, const struct source *s, through_reads *reads);

#endif
