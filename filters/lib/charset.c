/* charset.c - a set of characters; see charset.h */
#include "charset.h"

#include <string.h>

#include "utf8.h"

void
charset_add(struct charset *set, const char *chars)
{
	size_t i, len, n = strlen(chars);

	for (i = 0; i < n; i += len) {
		uint32_t c = utf8_next(chars + i, n - i, &len);

		if (len == 3)
			set->bits[c / 8] |= (unsigned char)(1 << c % 8);
	}
}
