/* odd.h - lines that are not what their document promised: bytes that are no UTF-8, no newline where one was to be */
#ifndef TZ_SPLIT_ODD_H
#define TZ_SPLIT_ODD_H

#include "split/doc.h"

/* S as UTF-8, which it was to be: each byte that is not becomes U+FFFD. Valid until the next call. */
struct slice odd_repaired(struct slice s);
/* `bytes`: what the source has for the text written last, where that does not say so. */
void odd_bytes(const struct docpos *d, const struct line *l);
/* U+FFFD is three bytes: a line of bad ones may become longer than a record can be. It is kept in pieces, as if each of
 * them had been cut off for its length. */
void odd_long_line(struct docpos *d, const struct line *l);

#endif
