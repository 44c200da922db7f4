/* escape.h - text of seven bits that says by escape sequences, or by SO and SI, what it is */
#ifndef TZ_DECODE_ESCAPE_H
#define TZ_DECODE_ESCAPE_H

#include <stddef.h>

/* The encoding of the N bytes at P by what calls character sets in it, and where the first such call is: "ISO-2022-JP",
 * "ISO-2022-JP-3"; "ISO-2022-KR" and "ISO-2022-CN", which are not Japanese; NULL if there is none. */
const char *escape_encoding(const unsigned char *p, size_t n, size_t *at);

#endif
