/* modelany.h - what bytes cost as UTF-8 of any language */
#ifndef TZ_DECODE_MODELANY_H
#define TZ_DECODE_MODELANY_H

#include <stddef.h>

/* The N bytes at P are well-formed UTF-8, but that the end may cut a character. The unit is that of model.h. */
long any_utf8_cost(const unsigned char *p, size_t n);

#endif
