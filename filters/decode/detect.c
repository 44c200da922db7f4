/* detect.c - what encoding the beginning of a document is in; see detect.h */
#include "decode/detect.h"

#include <stdio.h>
#include <string.h>

#include "encoding/iso2022jp.h"
#include "decode/magic.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "decode/weigh.h"

enum { ESC = 0x1b };

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

/* Seven-bit text with escape sequences. One that only goes back to ASCII is a terminal's, and no evidence. */
static int
by_escape(struct guess *g, const unsigned char *p, size_t n)
{
	const unsigned char *esc = p, *end = p + n;
	size_t len;

	if (scan_ascii(p, n) < n || memchr(p, '\0', n))
		return 0;
	for (; (esc = memchr(esc, ESC, (size_t)(end - esc))); esc++) {
		int set = jset_called(esc, (size_t)(end - esc), &len);

		if (set == JSET_ASCII || set == -1 || end - esc < 2) {
			if (end - esc > 3 && memcmp(esc, "\033$)", 3) == 0 && (esc[3] == 'C' || esc[3] == 'A')) {
				foreign(g, esc[3] == 'C' ? "ISO-2022-KR" : "ISO-2022-CN", "escape sequence");
				return 1;
			}
			continue;
		}
		certain(g, "ISO-2022-JP", "");
		snprintf(g->reason, sizeof(g->reason), "escape sequence at byte %lu", (unsigned long)(esc - p));
		return 1;
	}
	return 0;
}

/* Is it UTF-8, but for a character that the end cuts? */
static int
is_utf8(const unsigned char *p, size_t n, size_t *valid)
{
	size_t good = utf8_valid((const char *)p, n);

	*valid = good;
	if (good == n)
		return 1;
	/* a lone byte is no evidence: something whole has to stand beside it */
	return utf8_bad((const char *)p + good, n - good) == 0 && scan_ascii(p, good) < good;
}

static int
has_controls(const unsigned char *p, size_t n)
{
	size_t controls = scan_controls(p, n);

	return controls && (memchr(p, '\0', n) || (n > 2 * SHORT && controls * 20 > n));
}

void
detect(struct guess *g, const unsigned char *p, size_t n)
{
	const char *kind = magic(p, n);

	*g = (struct guess){.verdict = DETECT_SURE};
	if (by_mark(g, p, n))
		return;
	if (kind)
		foreign(g, kind, "begins as such");
	else if (by_escape(g, p, n))
		return;
	else if (has_controls(p, n) || !is_utf8(p, n, &g->valid))
		weigh(g, p, n);
	else if (n > SHORT || !weigh_short_utf8(g, p, n))
		certain(g, "UTF-8", scan_ascii(p, n) == n ? "ASCII" : "valid UTF-8");
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
