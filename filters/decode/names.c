/* names.c - operands out of a list; see names.h */
#include "decode/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stream/msg.h"

void
each_name(const char *list, void (*fn)(const char *name))
{
	FILE *from = strcmp(list, "-") == 0 ? stdin : fopen(list, "r");
	char *name = NULL;
	size_t size = 0;

	if (!from)
		die("%s:", list);
	/* A file may be called "-" here: it is no operand. */
	while (getdelim(&name, &size, '\0', from) > 0)
		fn(strcmp(name, "-") == 0 ? "./-" : name);
	if (ferror(from))
		die("%s:", list);
	free(name);
	if (from != stdin)
		fclose(from);
}
