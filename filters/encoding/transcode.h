/*
 * transcode.h - one document, from its bytes to the text stream
 *
 * Two ways lead there. The fast one takes a block of whole lines, and writes it
 * if nothing in it needs a word; the careful one takes a line, and knows for
 * everything where it stands. Both give the same bytes.
 */
#ifndef TZ_ENCODING_TRANSCODE_H
#define TZ_ENCODING_TRANSCODE_H

#include "encoding/decoder.h"
#include "encoding/encode.h"
#include "stream/in.h"
#include "encoding/newline.h"

/* A run of bad bytes, open until something converts behind it. */
struct bad_run {
	unsigned long long offset; /* in the source */
	unsigned long long n;
	unsigned long column;
	unsigned char first[8]; /* what is shown of it */
};

struct convert {
	/* set by the caller */
	struct in *in;
	const char *encoding;
	int framed, strict;
	int undecided; /* all that was seen is ASCII: stop where that ends, since it may be any encoding */
	enum newline newline;
	int final; /* what the header says: the last line has its newline */
	size_t valid; /* up to this offset the source is known to be well-formed UTF-8 */
	size_t rest; /* bytes at the beginning that are the end of a character, which is not there */
	size_t skip; /* bytes at the beginning that give no text: BOMs behind the one that the header tells of */
	/* Which of the encodings of Japanese with units of a byte the N bytes at LINE are in, some of them beyond ASCII; NOW is
	 * that of the lines before. NULL: none. May be NULL itself: all lines are in ENCODING. */
	const char *(*encoding_of)(const unsigned char *line, size_t n, const char *now);
	int mixed; /* ask that of all lines, not only of those that are wrong in ENCODING */
	/* Undoes in the text of a line that it was taken for AS before. NULL: text is not touched. */
	int (*undo)(struct buf *text, const char *as);
	const char *as;
	int odd;   /* the line, or piece, encodes to other bytes */
	int very_first; /* nothing was written to the stream before */
	unsigned long long offset; /* of in->p[in->pos] in the source */

	/* its own */
	struct decoder dec;
	const char *now;      /* the encoding of the lines before; NULL: ENCODING */
	struct encoder *enc;  /* where only encoding a line again shows whether it was canonical */
	unsigned long line;   /* the number of the line being converted; 0 before the first */
	struct buf text;      /* of the line, or of the piece of it that is at hand */
	unsigned long piece;  /* code points of the line in front of that piece */
	unsigned long column; /* and in front of byte COUNTED of the text */
	size_t counted;
	struct bad_run run;
	unsigned long runs; /* of this piece */
	struct buf notes;   /* messages of this piece: a byte for its id, the text, NUL */
	int noted;          /* an earlier piece of this line has a `bytes` note */
	int cesu;             /* it was said that this is no true UTF-8 */
	int padding;          /* the last line is nothing else */
	int stop;             /* --strict has met a bad byte */
};

enum converted { CONVERT_ALL, CONVERT_STRICT, CONVERT_UNDECIDED };

/* Converts what is left of C->in and writes it: all of it, or up to the bad byte that --strict stops at, or up
 * to the line that decides an undecided encoding. */
enum converted convert(struct convert *c);

#endif
