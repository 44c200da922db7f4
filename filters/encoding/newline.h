/* newline.h - how the lines of a document end, found in its bytes */
#ifndef TZ_ENCODING_NEWLINE_H
#define TZ_ENCODING_NEWLINE_H

#include "encoding/decoder.h"
#include "stream/newline.h"

/* The kind of the lines in the beginning of a document, the N bytes at P. WHOLE: nothing comes behind them. */
enum newline newline_kind(const struct decoder *d, const unsigned char *p, size_t n, int whole);

#endif
