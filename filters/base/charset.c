/* charset.c - sets of characters; see charset.h */
#include "base/charset.h"

#include <string.h>

#include "base/utf8.h"

void
charset_add(struct charset *c, const char *chars, unsigned char sets)
{
	size_t i, len, n = strlen(chars);

	for (i = 0; i < n; i += len) {
		uint32_t code = utf8_next(chars + i, n - i, &len);

		if (len == 3)
			c->in[code] |= sets;
	}
}
