/* declared.c - what a web page says that its encoding is; see decode/declared.h */
#include "decode/declared.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "encoding/decoder.h"

enum { PRESCAN = 1024, LABEL = 32 };

static int
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* S from behind the first NEEDLE on, whatever its case; empty if it is not there. */
static struct slice
behind(struct slice s, const char *needle)
{
	size_t n = strlen(needle);

	for (; s.n >= n; s.p++, s.n--)
		if (strncasecmp(s.p, needle, n) == 0)
			return (struct slice){s.p + n, s.n - n};
	return (struct slice){s.p, 0};
}

static struct slice
without_spaces(struct slice s)
{
	while (s.n && is_space(*s.p))
		s = (struct slice){s.p + 1, s.n - 1};
	return s;
}

/* The value of charset in TAG, the inside of a meta element: an attribute, or part of content. Into LABEL; 0 if there is
 * none. */
static int
label_in(struct slice tag, char label[LABEL])
{
	size_t i;

	while ((tag = without_spaces(behind(tag, "charset"))).n && *tag.p != '=')
		;
	if (tag.n == 0)
		return 0;
	tag = without_spaces((struct slice){tag.p + 1, tag.n - 1});
	if (tag.n && (*tag.p == '"' || *tag.p == '\''))
		tag = without_spaces((struct slice){tag.p + 1, tag.n - 1});
	for (i = 0; i < tag.n && i + 1 < LABEL && !is_space(tag.p[i]) && !strchr("\"';>/", tag.p[i]); i++)
		label[i] = tag.p[i];
	label[i] = '\0';
	return i > 0;
}

const char *
declared(const unsigned char *p, size_t n)
{
	static const char *const japanese[] = {"CP932", "EUC-JP", "UTF-8"};
	struct slice rest = {(const char *)p, n < PRESCAN ? n : PRESCAN};
	char label[LABEL];
	size_t i;

	while ((rest = behind(rest, "<meta")).n) {
		const char *end = memchr(rest.p, '>', rest.n);

		if (!end || !label_in((struct slice){rest.p, (size_t)(end - rest.p)}, label))
			continue;
		for (i = 0; i < sizeof(japanese) / sizeof(*japanese); i++)
			if (strcmp(encoding_name(label), japanese[i]) == 0)
				return japanese[i];
		return NULL;
	}
	return NULL;
}
