/* labels.c - what web pages call encodings; see labels.h */
#include "decode/labels.h"

#include <string.h>
#include <strings.h>

/* The labels of Unicode and of Japanese, all of them; of the others, the beginnings that all of theirs have. */
static const struct {
	const char *label, *encoding;
} labels[] = {
	{"utf-8", "UTF-8"}, {"utf8", "UTF-8"}, {"unicode-1-1-utf-8", "UTF-8"}, {"unicode11utf8", "UTF-8"},
	{"unicode20utf8", "UTF-8"}, {"x-unicode20utf8", "UTF-8"},
	{"shift_jis", "CP932"}, {"shift-jis", "CP932"}, {"sjis", "CP932"}, {"x-sjis", "CP932"}, {"windows-31j", "CP932"},
	{"ms_kanji", "CP932"}, {"ms932", "CP932"}, {"csshiftjis", "CP932"},
	{"cp932", "CP932"}, /* no label of the standard, but programs write it */
	{"euc-jp", "EUC-JP"}, {"x-euc-jp", "EUC-JP"}, {"cseucpkdfmtjapanese", "EUC-JP"},
	{"iso-2022-jp", ""}, {"csiso2022jp", ""},
	{"utf-16", "UTF-16"}, {"utf-16le", "UTF-16"}, {"utf-16be", "UTF-16"}, {"unicode", "UTF-16"}, {"unicodefeff", "UTF-16"},
	{"unicodefffe", "UTF-16"}, {"csunicode", "UTF-16"}, {"iso-10646-ucs-2", "UTF-16"}, {"ucs-2", "UTF-16"},
}, beginnings[] = {
	{"iso-8859", ""}, {"iso8859", ""}, {"iso_8859", ""}, {"windows-", ""}, {"cp125", ""}, {"x-cp125", ""}, {"latin", ""}, {"koi8", ""},
	{"big5", ""}, {"gb", ""}, {"euc-kr", ""}, {"ks_c", ""}, {"us-ascii", ""}, {"ascii", ""}, {"x-user-defined", ""}, {"x-mac", ""},
	{"macintosh", ""}, {"tis-620", ""}, {"replacement", ""},
};

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

const char *
label_encoding(const char *label)
{
	size_t i, n;
	char text[32];

	while (is_blank(*label))
		label++;
	for (n = strlen(label); n && is_blank(label[n - 1]);)
		n--;
	if (n == 0 || n >= sizeof(text))
		return NULL;
	memcpy(text, label, n);
	text[n] = '\0';
	for (i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (strcasecmp(labels[i].label, text) == 0)
			return labels[i].encoding;
	for (i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++)
		if (strncasecmp(beginnings[i].label, text, strlen(beginnings[i].label)) == 0)
			return "";
	return NULL;
}
