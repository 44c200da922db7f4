/* careful.h - the careful way of encoding/transcode.h: one line, and all that is to be said about it */
#ifndef TZ_ENCODING_CAREFUL_H
#define TZ_ENCODING_CAREFUL_H

#include "encoding/transcode.h"

/* Converts and writes the line in front of C->in, which is not at its end. */
void careful(struct convert *c);

/* Does the code unit at P end a line of the source? */
int ends_line(const struct convert *c, const unsigned char *p);

#endif
