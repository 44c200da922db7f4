/* encname.c - the names of encodings, and their decoders; see decoder.h */
#include <string.h>

#include "base/near.h"
#include "encoding/decoder.h"

static const struct {
	const char *name;
	size_t (*step)(struct decoder *, const unsigned char *, size_t, char *);
	size_t unit;
	int big, compare;
} known[] = {
	{"UTF-8", decode_utf8, 1, 0, 0},
	{"CP932", decode_cp932, 1, 0, 0},
	{"EUC-JP", decode_eucjp, 1, 0, 0},
	{"ISO-2022-JP", decode_iso2022jp, 1, 0, 1},
	{"UTF-16LE", decode_utf16, 2, 0, 0},
	{"UTF-16BE", decode_utf16, 2, 1, 0},
};

/* What people type, in lower case and without what is neither letter nor digit. */
static const struct {
	const char *typed, *name;
} aliases[] = {
	{"utf8", "UTF-8"}, {"utf8n", "UTF-8"}, {"utf8bom", "UTF-8"}, {"utf8sig", "UTF-8"}, {"ascii", "UTF-8"},
	{"usascii", "UTF-8"},
	{"cp932", "CP932"}, {"932", "CP932"}, {"sjis", "CP932"}, {"shiftjis", "CP932"}, {"xsjis", "CP932"},
	{"ms932", "CP932"}, {"mskanji", "CP932"}, {"windows31j", "CP932"}, {"windows932", "CP932"},
	{"cswindows31j", "CP932"}, {"csshiftjis", "CP932"}, {"sjiswin", "CP932"}, {"sjisopen", "CP932"},
	{"ibm943", "CP932"}, {"cp943", "CP932"}, {"cp943c", "CP932"},
	{"eucjp", "EUC-JP"}, {"euc", "EUC-JP"}, {"ujis", "EUC-JP"}, {"eucjpms", "EUC-JP"}, {"eucjpwin", "EUC-JP"},
	{"eucjpopen", "EUC-JP"}, {"cp51932", "EUC-JP"}, {"xeucjp", "EUC-JP"}, {"cseucpkdfmtjapanese", "EUC-JP"},
	{"jis", "ISO-2022-JP"}, {"jis7", "ISO-2022-JP"}, {"iso2022jp", "ISO-2022-JP"},
	{"iso2022jpms", "ISO-2022-JP"}, {"iso2022jp1", "ISO-2022-JP"}, {"csiso2022jp", "ISO-2022-JP"},
	{"cp50220", "ISO-2022-JP"}, {"cp50221", "ISO-2022-JP"},
	{"utf16le", "UTF-16LE"}, {"ucs2le", "UTF-16LE"}, {"utf16lebom", "UTF-16LE"},
	{"utf16be", "UTF-16BE"}, {"ucs2be", "UTF-16BE"}, {"utf16bebom", "UTF-16BE"},
	{"utf16", "UTF-16"}, {"unicode", "UTF-16"}, {"ucs2", "UTF-16"},
};

static int
same_name(const char *name, const char *typed)
{
	for (; *name; name++) {
		int c = *name >= 'A' && *name <= 'Z' ? *name - 'A' + 'a' : *name;

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'))
			continue;
		if (c != *typed)
			return 0;
		typed++;
	}
	return *typed == '\0';
}

const char *
encoding_name(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (same_name(name, aliases[i].typed))
			return aliases[i].name;
	return name;
}

/* The line end C as the encoding writes it: 0 if that is not the same each time, or not of one unit. */
static size_t
ask_line_end(iconv_t cd, char c, unsigned char *to)
{
	size_t length[2], i;

	for (i = 0; i < 2; i++) {
		char *from = &c, *p = (char *)to;
		size_t n = 1, room = 4;

		if (iconv(cd, &from, &n, &p, &room) != 0)
			return 0;
		length[i] = 4 - room;
	}
	return length[0] == length[1] ? length[0] : 0;
}

/* Does TEXT, ASCII as it stands, hide a line feed? */
static int
hides_line_feed(iconv_t cd, const char *text)
{
	char out[64], *from = (char *)text, *to = out;
	size_t n = strlen(text), room = sizeof(out);

	iconv(cd, &from, &n, &to, &room);
	iconv(cd, NULL, NULL, NULL, NULL);
	return memchr(out, '\n', (size_t)(to - out)) != NULL;
}

static int
open_iconv(struct decoder *d, const char *encoding)
{
	iconv_t back = iconv_open(encoding, "UTF-8");
	size_t cr = 0;

	d->step = decode_iconv;
	d->compare = 1;
	d->cd = iconv_open("UTF-8", encoding);
	if (d->cd == (iconv_t)-1)
		return 0;
	if (back != (iconv_t)-1) {
		d->unit = ask_line_end(back, '\n', d->lf);
		cr = ask_line_end(back, '\r', d->cr);
		iconv_close(back);
	}
	if (d->unit && d->unit == cr && !hides_line_feed(d->cd, "+AAo-") && !hides_line_feed(d->cd, "&AAo-"))
		return 1;
	decoder_close(d);
	return 0;
}

int
decoder_open(struct decoder *d, const char *encoding)
{
	size_t i;

	*d = (struct decoder){.unit = 1, .lf = "\n", .cr = "\r", .cd = (iconv_t)-1};
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(encoding, known[i].name) != 0)
			continue;
		d->step = known[i].step;
		d->unit = known[i].unit;
		d->big = known[i].big;
		d->compare = known[i].compare;
		if (d->big) {
			memcpy(d->lf, "\0\n", 2);
			memcpy(d->cr, "\0\r", 2);
		}
		return 1;
	}
	return open_iconv(d, encoding);
}

void
decoder_close(struct decoder *d)
{
	if (d->cd != (iconv_t)-1)
		iconv_close(d->cd);
	d->cd = (iconv_t)-1;
}

/* Both have the same length, and digits at the same places. */
static int
same_digits(struct slice a, const char *b)
{
	size_t i;

	for (i = 0; i < a.n; i++)
		if (a.p[i] != b[i] && a.p[i] >= '0' && a.p[i] <= '9' && b[i] >= '0' && b[i] <= '9')
			return 0;
	return 1;
}

const char *
encoding_meant(const char *name)
{
	struct buf typed = {0};
	const char *meant = NULL;
	size_t i;

	for (; *name; name++)
		if ((*name >= 'A' && *name <= 'Z') || (*name >= 'a' && *name <= 'z') || (*name >= '0' && *name <= '9'))
			buf_addc(&typed, *name);
	for (i = 0; i < sizeof(aliases) / sizeof(*aliases) && !meant; i++) {
		const char *const one[] = {aliases[i].typed, NULL};

		/* another number of as many digits is no slip: UTF-7 is not UTF-8 */
		if (near_word(slice_of(&typed), one) && (strlen(one[0]) != typed.n || same_digits(slice_of(&typed), one[0])))
			meant = aliases[i].name;
	}
	buf_free(&typed);
	return meant;
}
