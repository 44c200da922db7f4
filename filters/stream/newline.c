/* newline.c - the names of ways to end a line; see stream/newline.h */
#include "stream/newline.h"

static const struct {
	const char *name, *text;
} kinds[] = {
	[NL_NONE] = {"none", "\n"},
	[NL_LF] = {"lf", "\n"},
	[NL_CRLF] = {"crlf", "\r\n"},
	[NL_CR] = {"cr", "\r"},
	[NL_MIXED] = {"mixed", "\n"},
};

const char *
newline_name(enum newline kind)
{
	return kinds[kind].name;
}

const char *
newline_text(enum newline kind)
{
	return kinds[kind].text;
}
