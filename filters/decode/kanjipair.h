/* kanjipair.h - kanji of EUC-JP or half-width kana of CP932, where the same bytes are both */
#ifndef TZ_DECODE_KANJIPAIR_H
#define TZ_DECODE_KANJIPAIR_H

#include <stddef.h>

/* Nothing but ASCII, and half-width kana if it is CP932? */
int all_kana(const unsigned char *p, size_t n);

/* What the N bytes at P, of which that is so, cost more as kanji than how common each is makes them cost, in the unit of
 * model.h. Less than 0: there are words among them. */
long kanji_extra(const unsigned char *p, size_t n);

#endif
