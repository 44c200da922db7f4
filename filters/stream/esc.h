/* esc.h - text as a field of a record: \\ \t \n \r stand for what would end the field or the record */
#ifndef TZ_STREAM_ESC_H
#define TZ_STREAM_ESC_H

#include "base/buf.h"

void unesc(struct buf *to, struct slice field);      /* appends the field's text */
void esc(struct buf *to, struct slice text);         /* appends the text as a field */
struct slice unesc_tmp(struct buf *tmp, struct slice field); /* field itself if nothing is escaped, else TMP refilled */

/* For who writes the field elsewhere: how many bytes at P stand for themselves, and the letter behind the backslash
 * for one that does not. */
size_t esc_plain(const char *p, const char *end);
char esc_letter(char c);

#endif
