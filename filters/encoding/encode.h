/*
 * encode.h - text back to the bytes of the encoding that it came from
 *
 * The exact inverse of what tanzaku-decode does: for every line that decode
 * gave no `bytes` note, encode() of its text and its line end are the bytes of
 * the source. Of a character with several codes the canonical one is written
 * (CP932: the lowest code that is not an NEC-selected IBM extension; EUC-JP
 * and ISO-2022-JP: JIS X 0208 with the NEC rows before JIS X 0212, the lowest
 * row first).
 */
#ifndef TZ_ENCODING_ENCODE_H
#define TZ_ENCODING_ENCODE_H

#include "base/buf.h"

struct encoder;

/* ENCODING as in the `doc` record: UTF-8, CP932, EUC-JP, ISO-2022-JP, UTF-16LE, UTF-16BE, else a
 * name for iconv(3). NULL if iconv(3) does not know it either. */
struct encoder *encoder_new(const char *encoding);
void encoder_free(struct encoder *e);

/* Appends TEXT in the encoding. TEXT is UTF-8 and may hold line ends ("\n", "\r\n", as the source had
 * them) and U+FEFF (which gives the BOM). ISO-2022-JP starts and ends in ASCII at each call, so a call takes
 * whole lines. Returns 1, or 0 if a character has no code: TO is then as it was. */
int encode(struct encoder *e, struct buf *to, struct slice text);

#endif
