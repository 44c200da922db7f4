/* detect.c - what encoding the beginning of a document is in; see detect.h */
#include "detect.h"

#include <stdio.h>
#include <string.h>

#include "decoder.h"
#include "utf8.h"

size_t
bom_length(const char *encoding, const unsigned char *p, size_t n)
{
	static const struct {
		const char *encoding, *mark;
		size_t n;
	} marks[] = {
		{"UTF-8", "\xef\xbb\xbf", 3},
		{"UTF-16LE", "\xff\xfe", 2},
		{"UTF-16BE", "\xfe\xff", 2},
	};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strcmp(encoding, marks[i].encoding) == 0 && n >= marks[i].n && memcmp(p, marks[i].mark, marks[i].n) == 0)
			return marks[i].n;
	return 0;
}

static size_t errors(const char *encoding, const unsigned char *p, size_t n, int whole)
{
	static char out[DECODE_ROOM(256 * 1024)];
	struct decoder d;
	size_t i = 0, bad = 0;

	decoder_open(&d, encoding);
	d.eof = whole;
	if (n > 256 * 1024)
		n = 256 * 1024;
	while (i < n) {
		d.bad = 0;
		i += d.step(&d, p + i, n - i, out);
		if (i < n && !d.bad)
			break;
		if (i < n) {
			bad++;
			i += d.bad;
		}
	}
	return bad;
}

void
detect(struct guess *g, const unsigned char *p, size_t n, int whole)
{
	static const char *const names[] = {"UTF-8", "ISO-2022-JP", "EUC-JP", "CP932"};
	size_t i, best = (size_t)-1, nul = 0, even = 0;
	(void)whole;

	*g = (struct guess){.encoding = "UTF-8", .percent = 100};
	if (bom_length("UTF-16LE", p, n))
		g->encoding = "UTF-16LE";
	if (bom_length("UTF-16BE", p, n))
		g->encoding = "UTF-16BE";
	g->bom = bom_length(g->encoding, p, n);
	if (g->bom)
		return;
	for (i = 0; i < n; i++)
		if (p[i] == 0) {
			nul++;
			even += i % 2 == 0;
		}
	if (nul == n && n) {
		g->verdict = DETECT_FOREIGN;
		g->encoding = "binary";
		return;
	}
	if (nul) {
		g->encoding = even * 2 > nul ? "UTF-16BE" : "UTF-16LE";
		return;
	}
	for (i = 0; i < 4; i++) {
		size_t bad = errors(names[i], p, n, 0);

		if (i == 0 && bad == 0 && memchr(p, 0x1b, n))
			bad = 1;
		if (bad < best) {
			best = bad;
			g->encoding = names[i];
		}
	}
}
