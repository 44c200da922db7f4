/* weigh.h - bytes read as each of the encodings that they may be in, and which reading surprises least */
#ifndef TZ_DECODE_WEIGH_H
#define TZ_DECODE_WEIGH_H

#include "decode/detect.h"
#include "decode/model.h"

/* Judges the N bytes at P, which no byte order mark, escape sequence or validity has decided. */
void weigh(struct guess *g, const unsigned char *p, size_t n);
/* The encoding of a line, the N bytes at P, some of them beyond ASCII, in a document that may be in several of CP932,
 * EUC-JP and UTF-8: right throughout; NOW is that of the lines before. NULL: none is. */
const char *weigh_line(const unsigned char *p, size_t n, const char *now);
/* Which of the two byte orders is the more likely: "UTF-16LE" or "UTF-16BE". */
const char *weigh_utf16(const unsigned char *p, size_t n);
/* Judges valid UTF-8 that is clearly more likely something else, as one word in half-width katakana may be; else
 * returns 0. */
int weigh_short_utf8(struct guess *g, const unsigned char *p, size_t n);

#endif
