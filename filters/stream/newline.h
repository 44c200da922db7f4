/* newline.h - how the lines of a document end: the NEWLINE of its header in tanzaku(5) */
#ifndef TZ_STREAM_NEWLINE_H
#define TZ_STREAM_NEWLINE_H

enum newline { NL_NONE, NL_LF, NL_CRLF, NL_CR, NL_MIXED };

const char *newline_name(enum newline kind);
/* What an LF of the stream stands for in a document of this kind. */
const char *newline_text(enum newline kind);

#endif
