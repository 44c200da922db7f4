/* readings.h - the encodings that bytes may be in, and what it costs, in bits of surprise, to read them so */
#ifndef TZ_DECODE_READINGS_H
#define TZ_DECODE_READINGS_H

#include "decode/model.h"
#include "decode/tally.h"

enum { CP932, EUCJP, UTF8, UTF16LE, UTF16BE, JAPANESE, CANDIDATES = JAPANESE + 8 };

/* The bytes by which an encoding decides if all the rest goes on like them; one that costs DECIDED more is out of it. */
enum { HEAD = 1 * 1024, DECIDED = 100 * BIT };
/* Few documents begin within a character. */
enum { COST_BEGUN = 9 * BIT };

struct candidate {
	const char *name;
	void (*score)(struct score *, const unsigned char *, size_t);
	long (*least)(const struct tally *);
	long prior; /* how much rarer it is */
	size_t unit;
	int cuts;   /* tells a text that begins in the middle of a character */
};
extern const struct candidate candidates[CANDIDATES];

/* Weighs the N bytes at P as CANDIDATE, and stops once they cost more than LIMIT. */
void weigh_one(int candidate, struct score *s, const unsigned char *p, size_t n, long limit);
/* Weighs them as all, into the CANDIDATES scores at S; the one that costs least into *BEST. Returns by how much less. */
long weigh_all(struct score *s, const unsigned char *p, size_t n, int *best);
/* The one of those from FROM to TO - 1, but BUT, that costs least; -1: there is none. */
int best_of(const struct score *s, int from, int to, int but);

/* Is there a whole character of three bytes of UTF-8, as all of Japanese has them? */
int has_three(const unsigned char *p, size_t n);

#endif
