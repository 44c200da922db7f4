/*
 * jistab.h - the Japanese double-byte sets as tables of ready UTF-8, made by gen/mktables and gen/mkcosts
 *
 * An entry is up to three bytes of UTF-8 and how many of them count, so that
 * a decoder's hot loop is one load, one store of four bytes and one addition.
 * A count of 0 means a second look: with a first byte of 0 there is no
 * character; else it is one whose canonical code is another one (a duplicate).
 */
#ifndef TZ_ENCODING_JISTAB_H
#define TZ_ENCODING_JISTAB_H

extern const unsigned char cp932_utf8[64 * 256][4]; /* [row][trail]; the last four rows are empty */
extern const unsigned char cp932_row[256]; /* leads 81-9F, E0-FC: 0 to 59; any other byte: 60 */
extern const unsigned char jisx0208_utf8[94 * 94][4]; /* [row - 1][cell - 1], with NEC rows 13, 89-92 */
extern const unsigned char jisx0212_utf8[94 * 94][4];

/* From a character of the BMP to its canonical code: X_code[X_page[c >> 8]][c & 0xff], 0 for none.
 * A code of to_jis is row and cell counted from 0x2121; bit 15 says JIS X 0212. */
extern const unsigned char to_cp932_page[256];
extern const unsigned short to_cp932_code[][256];
extern const unsigned char to_jis_page[256];
extern const unsigned short to_jis_code[][256];

/* What a character costs the detector, in eighths of a bit: see model.h. By lead byte from A1 on and trail byte
 * from A1 on; in Big5 the trail bytes 40 to 7E come before those. 0: no character. */
extern const unsigned char cost_eucjp[94 * 94];
extern const unsigned char cost_gb2312[94 * 94];
extern const unsigned char cost_euckr[94 * 94];
extern const unsigned char cost_big5[89 * 157];
/* And a half-width kana behind another: [how many bytes from A0 the one before is; 0: there is none][bytes from A1]. The
 * last column has what the end of a word costs more than behind any kana. */
extern const signed char cost_kana[64][64];
/* Pairs of kanji in words, and words of four half-width kana, where the costs alone would take one for the other: as the
 * four bytes of EUC-JP or CP932, in order. */
extern const unsigned kanji_pair[], kanji_pairs, kana_four[], kana_fours;

#endif
