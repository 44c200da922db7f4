/* mojibake.h - UTF-8 that was read as another encoding, and written as UTF-8 again */
#ifndef TZ_DECODE_MOJIBAKE_H
#define TZ_DECODE_MOJIBAKE_H

#include "base/buf.h"

/* What the UTF-8 of the N bytes at P, the beginning of a document of UTF-8, was taken for: "CP932", "windows-1252" (and
 * ISO-8859-1, which is the same but for what text does not have), "CP850" or "CP437". NULL: for nothing. *CERTAIN: a line
 * can be undone; else something was lost on the way, or it is a code page of DOS. */
const char *mojibake(const unsigned char *p, size_t n, int *certain);

/* Undoes that in TEXT, a line, which was taken for AS. Returns 0, and leaves it, where that gives no UTF-8 of three bytes
 * a character: then nothing is known for certain. */
int mojibake_undo(struct buf *text, const char *as);

#endif
