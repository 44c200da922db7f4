/* detect.c - what encoding the beginning of a document is in; see detect.h */
#include "decode/detect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decode/escape.h"
#include "decode/magic.h"
#include "decode/nuls.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "decode/weigh.h"

enum { SO = 0x0e };

static const struct {
	const char *encoding, *mark;
	size_t n;
} marks[] = {
	{"UTF-8", "\xef\xbb\xbf", 3},
	{"UTF-32LE", "\xff\xfe\0\0", 4},
	{"UTF-32BE", "\0\0\xfe\xff", 4},
	{"UTF-16LE", "\xff\xfe", 2},
	{"UTF-16BE", "\xfe\xff", 2},
};

static int
begins_with(size_t mark, const unsigned char *p, size_t n)
{
	return n >= marks[mark].n && memcmp(p, marks[mark].mark, marks[mark].n) == 0;
}

size_t
bom_length(const char *encoding, const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strcmp(encoding, marks[i].encoding) == 0 && begins_with(i, p, n))
			return marks[i].n;
	return 0;
}

static void
certain(struct guess *g, const char *encoding, const char *reason)
{
	g->verdict = DETECT_SURE;
	g->encoding = encoding;
	g->percent = 100;
	snprintf(g->reason, sizeof(g->reason), "%s", reason);
}

static void
foreign(struct guess *g, const char *kind, const char *reason)
{
	certain(g, kind, reason);
	g->verdict = DETECT_FOREIGN;
}

static int
by_mark(struct guess *g, const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (!begins_with(i, p, n))
			continue;
		certain(g, marks[i].encoding, "byte order mark");
		g->bom = marks[i].n;
		return 1;
	}
	return 0;
}

/* Text that calls its character sets. */
static int
by_escape(struct guess *g, const unsigned char *p, size_t n)
{
	size_t at;
	const char *encoding = escape_encoding(p, n, &at);

	if (!encoding)
		return 0;
	certain(g, encoding, "");
	snprintf(g->reason, sizeof(g->reason), p[at] == SO ? "kana between SO and SI at byte %lu" : "escape sequence at byte %lu",
	         (unsigned long)at);
	if (strncmp(encoding, "ISO-2022-JP", 11) != 0)
		g->verdict = DETECT_FOREIGN;
	return 1;
}

/* Is it UTF-8, or CESU-8, but for a character that the end cuts? */
static int
is_utf8(const unsigned char *p, size_t n, size_t *valid)
{
	size_t good = utf8_valid((const char *)p, n), cesu;

	*valid = good;
	while (good < n && (cesu = utf8_cesu8(p + good, n - good))) {
		good += cesu;
		good += utf8_valid((const char *)p + good, n - good);
	}
	if (good == n)
		return 1;
	/* a lone byte is no evidence: something whole has to stand beside it */
	return utf8_bad((const char *)p + good, n - good) == 0 && scan_ascii(p, good) < good;
}

static int
has_controls(const unsigned char *p, size_t n)
{
	size_t controls = scan_controls(p, n);

	return n > 2 * SHORT && controls * 20 > n;
}

/* Bytes that begin like no other kind of file. */
static void
by_text(struct guess *g, const unsigned char *p, size_t n)
{
	if (by_escape(g, p, n))
		return;
	if (has_controls(p, n) || !is_utf8(p, n, &g->valid))
		weigh(g, p, n);
	else if (n > SHORT || !weigh_short_utf8(g, p, n))
		certain(g, "UTF-8", scan_ascii(p, n) == n ? "ASCII" : "valid UTF-8");
}

/* With NULs: UTF-16 has them as halves of characters, other text as padding, and programs everywhere. */
static void
by_nuls(struct guess *g, const unsigned char *p, size_t n)
{
	unsigned char *text;
	struct guess as_is = *g;

	weigh(&as_is, p, n);
	text = as_is.wrong || strncmp(as_is.encoding, "UTF-16", 6) != 0 ? nuls_as_blanks(p, n) : NULL;
	if (text)
		by_text(g, text, n);
	else
		*g = as_is;
	free(text);
}

void
detect(struct guess *g, const unsigned char *p, size_t n)
{
	const char *kind = magic(p, n);
	const unsigned char *nul;
	size_t text = n;

	*g = (struct guess){.verdict = DETECT_SURE};
	if (by_mark(g, p, n))
		return;
	if (kind)
		foreign(g, kind, "begins as such");
	else if ((kind = nuls_utf32(p, n)))
		certain(g, kind, "each unit of four bytes is a character");
	else if (n && !(text = nuls_unpadded(p, n)))
		foreign(g, "binary", "nothing but padding");
	else if ((nul = memchr(p, '\0', text)) && (nul < p + text - 1 || text % 2 == 0))
		by_nuls(g, p, text);
	else
		by_text(g, p, nul ? text - 1 : text); /* one NUL at the end is padding */
}

void
detect_utf16(struct guess *g, const unsigned char *p, size_t n)
{
	*g = (struct guess){.verdict = DETECT_SURE};
	if (bom_length("UTF-16LE", p, n) || bom_length("UTF-16BE", p, n))
		by_mark(g, p, n);
	else
		certain(g, weigh_utf16(p, n), "more likely than the other byte order");
}
