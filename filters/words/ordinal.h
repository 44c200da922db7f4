/* ordinal.h - the number that a mark stands for: 3, 三, ③, Ⅲ, ウ and c are all 3 */
#ifndef TZ_WORDS_ORDINAL_H
#define TZ_WORDS_ORDINAL_H

#include "base/buf.h"

/* The number that TEXT (folded) is, or its last part is ("2-3" is 3); 0 if it is none. With ROMAN,
 * letters are Roman numerals. */
unsigned ordinal(struct slice text, int roman);

#endif
