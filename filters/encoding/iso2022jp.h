/* iso2022jp.h - the character sets of ISO-2022-JP that the decoder reads and the encoder writes */
#ifndef TZ_ENCODING_ISO2022JP_H
#define TZ_ENCODING_ISO2022JP_H

#include <stddef.h>

/* The last one no escape calls: the kana between SO and SI. */
enum jset { JSET_ASCII, JSET_ROMAN, JSET_KANA, JSET_0208, JSET_0212, JSET_COUNT, JSET_SHIFTED = JSET_COUNT };

/* The escape that the encoder writes; the first of each set in the list of those the decoder reads. */
extern const char *const jset_escape[JSET_COUNT];

/* The set that the escape sequence at S, of N bytes, calls; its length into *LEN. Returns -1 for none,
 * and -2 if N cuts what may become one. */
int jset_called(const unsigned char *s, size_t n, size_t *len);

#endif
