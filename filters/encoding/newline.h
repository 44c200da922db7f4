/* newline.h - how the lines of a document end: the NEWLINE of its header in tanzaku(5) */
#ifndef TZ_ENCODING_NEWLINE_H
#define TZ_ENCODING_NEWLINE_H

#include "encoding/decoder.h"

enum newline { NL_NONE, NL_LF, NL_CRLF, NL_CR, NL_MIXED };

const char *newline_name(enum newline kind);
/* What an LF of the stream stands for in a document of this kind. */
const char *newline_text(enum newline kind);

/* The kind of the lines in the beginning of a document, the N bytes at P. WHOLE: nothing comes behind them. */
enum newline newline_kind(const struct decoder *d, const unsigned char *p, size_t n, int whole);

#endif
