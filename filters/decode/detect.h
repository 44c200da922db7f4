/*
 * detect.h - what encoding the beginning of a document is in
 *
 * What is certain comes first: byte order marks, escape sequences, valid UTF-8.
 * Where that leaves a choice, the models of model.h weigh each reading.
 */
#ifndef TZ_DECODE_DETECT_H
#define TZ_DECODE_DETECT_H

#include <stddef.h>

enum verdict { DETECT_SURE, DETECT_AMBIGUOUS, DETECT_FOREIGN };

struct guess {
	enum verdict verdict;
	const char *encoding; /* as in the `doc` record; of a foreign document, what it is instead */
	const char *other;    /* ambiguous: what it may be as well */
	size_t bom;           /* bytes of the byte order mark in front */
	size_t rest;          /* bytes in front that are the rest of a character: the document is cut from within another */
	size_t valid;         /* bytes in front that are known to be well-formed UTF-8 */
	size_t wrong;         /* places that no reading of the encoding has a character for */
	int mixed;            /* some lines are in another encoding */
	int percent;          /* confidence */
	char reason[240];
};

/* Judges the N bytes at P, the beginning of a document. */
void detect(struct guess *g, const unsigned char *p, size_t n);
/* The same where it is known to be UTF-16 and only the byte order is not. */
void detect_utf16(struct guess *g, const unsigned char *p, size_t n);
/* The byte order mark that ENCODING has at P, if it is there: its length, or 0. */
size_t bom_length(const char *encoding, const unsigned char *p, size_t n);

#endif
