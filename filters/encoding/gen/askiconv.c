/*
 * askiconv - write the tables jisx0208.txt and jisx0212.txt as the iconv(3) linked here knows them
 *
 * usage: askiconv 0208|0212|ibm
 *
 * A line of output is one row of the set that has any character: its number,
 * a tab, and its 94 cells in UTF-8, "." for a cell that has none. Row and cell
 * of 0208 are asked for as CP932, since no iconv knows the NEC rows under the
 * name of EUC-JP or ISO-2022-JP; rows 115 to 119 are the IBM extensions, which
 * CP932 alone can reach. ibm writes the rows 83 and 84 that eucJP-ms puts
 * behind JIS X 0212 for the same; they are the end of jisx0212.txt.
 */
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 94, ROWS_0208 = 119, ROWS_0212 = 84, IBM_0212 = 83, USER_DEFINED = 95, IBM = 115 };

/* GNU libiconv reads these as JIS X 0208 has them, Microsoft and the WHATWG as their full-width
 * twins; in JIS X 0212 the tilde and the broken bar differ between the libraries as well. */
static const struct {
	const char *from, *to;
} microsoft[] = {
	{"\u301c", "\uff5e"}, {"\u2016", "\u2225"}, {"\u2212", "\uff0d"},
	{"\u00a2", "\uffe0"}, {"\u00a3", "\uffe1"}, {"\u00ac", "\uffe2"},
}, microsoft_0212[] = {
	{"~", "\uff5e"}, {"\uffe4", "\u00a6"},
};

static iconv_t cd;

/* One character's bytes in UTF-8, NUL-terminated; "." where iconv(3) has no character for them. */
static const char *
ask(char *bytes, size_t n)
{
	static char text[16];
	char *to = text;
	size_t room = sizeof(text) - 1;

	iconv(cd, NULL, NULL, NULL, NULL);
	if (iconv(cd, &bytes, &n, &to, &room) != 0 || n)
		return ".";
	*to = '\0';
	return text;
}

static const char *
cell_0208(int row, int cell)
{
	int at = row * CELLS + cell, lead = at / 188, trail = at % 188;
	char bytes[2] = {(char)(lead + (lead < 31 ? 0x81 : 0xc1)), (char)(trail + (trail < 63 ? 0x40 : 0x41))};
	const char *text = ask(bytes, 2);
	size_t i;

	for (i = 0; i < sizeof(microsoft) / sizeof(*microsoft); i++)
		if (strcmp(text, microsoft[i].from) == 0)
			return microsoft[i].to;
	return text;
}

static const char *
cell_0212(int row, int cell)
{
	char bytes[3] = {(char)0x8f, (char)(0xa1 + row), (char)(0xa1 + cell)};
	const char *text = ask(bytes, 3);
	size_t i;

	for (i = 0; i < sizeof(microsoft_0212) / sizeof(*microsoft_0212); i++)
		if (strcmp(text, microsoft_0212[i].from) == 0)
			return microsoft_0212[i].to;
	return text;
}

static void
write_row(int row, const char *(*cell)(int, int))
{
	char line[CELLS * 4 + 1], *p = line;
	int i, known = 0;

	for (i = 0; i < CELLS; i++) {
		const char *text = cell(row, i);

		known |= strcmp(text, ".") != 0;
		p += sprintf(p, "%s", text);
	}
	if (known)
		printf("%d\t%s\n", row + 1, line);
}

static void
begin(const char *name)
{
	cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1) {
		fprintf(stderr, "askiconv: iconv(3) does not know %s\n", name);
		exit(2);
	}
}

int
main(int argc, char **argv)
{
	int row;

	if (argc == 2 && strcmp(argv[1], "0208") == 0) {
		begin("CP932");
		for (row = 0; row < ROWS_0208; row++)
			if (row + 1 < USER_DEFINED || row + 1 >= IBM)
				write_row(row, cell_0208);
	} else if (argc == 2 && strcmp(argv[1], "0212") == 0) {
		begin("EUC-JP");
		for (row = 0; row + 1 < IBM_0212; row++)
			write_row(row, cell_0212);
	} else if (argc == 2 && strcmp(argv[1], "ibm") == 0) {
		begin("EUC-JP-MS");
		for (row = IBM_0212 - 1; row < ROWS_0212; row++)
			write_row(row, cell_0212);
	} else {
		fprintf(stderr, "usage: askiconv 0208|0212|ibm\n");
		return 2;
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
