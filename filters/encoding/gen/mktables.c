/*
 * mktables - turn the text files beside it into the tables that decoders and encoders load
 *
 * usage: mktables jisx0208.txt jisx0212.txt >jistab.c
 *
 * Why the two text files are kept in the tree and not asked from iconv(3) at
 * each build: musl's iconv has neither the NEC and IBM rows nor JIS X 0212,
 * and GNU libiconv differs from glibc in six characters, so that a table made
 * from the iconv at hand would make the output depend on the machine.
 * askiconv wrote them from glibc's, and a test asks the linked iconv again.
 */
#include <stdio.h>
#include <string.h>

#include "text.h"

static unsigned x0208[POINTERS], x0212[CELLS * CELLS];

/* The character as the decoders store it, then how many bytes count: 0 for one that needs a second look. */
static void
put_entry(unsigned c, int canonical)
{
	if (c >= 0x800)
		printf("{%u,%u,%u,%d},", 0xe0 | c >> 12, 0x80 | (c >> 6 & 0x3f), 0x80 | (c & 0x3f), canonical ? 3 : 0);
	else if (c)
		printf("{%u,%u,0,%d},", 0xc0 | c >> 6, 0x80 | (c & 0x3f), canonical ? 2 : 0);
	else
		printf("{0,0,0,0},");
}

/* Which of several codes is written: see encode.h. */
static int
first_in_cp932(int at)
{
	int row = at / CELLS, i;

	if (row >= NEC_SELECTED && row < NEC_SELECTED_END)
		return 0;
	for (i = 0; i < at; i++)
		if (x0208[i] == x0208[at] && !(i / CELLS >= NEC_SELECTED && i / CELLS < NEC_SELECTED_END))
			return 0;
	return 1;
}

static int
first_in_0208(int at)
{
	int i;

	for (i = 0; i < at; i++)
		if (x0208[i] == x0208[at])
			return 0;
	return 1;
}

static int
only_in_0212(int at)
{
	int i;

	for (i = 0; i < CELLS * CELLS; i++)
		if (x0208[i] == x0212[at] || (i < at && x0212[i] == x0212[at]))
			return 0;
	return 1;
}

static unsigned to_code[0x10000];

/* A table from UTF-16 units in two steps: the page of the high byte, then the code. Page 0 is empty. */
static void
put_reverse(const char *name)
{
	int page, n = 0, used[256] = {0}, i;

	for (i = 0; i < 0x10000; i++)
		if (to_code[i] && !used[i >> 8])
			used[i >> 8] = ++n;
	printf("\nconst unsigned char %s_page[256] = {", name);
	for (page = 0; page < 256; page++)
		printf("%s%d,", page % 16 ? "" : "\n\t", used[page]);
	printf("\n};\n\nconst unsigned short %s_code[%d][256] = {\n\t{0},\n", name, n + 1);
	for (page = 0; page < 256; page++) {
		if (!used[page])
			continue;
		printf("\t{");
		for (i = 0; i < 256; i++)
			printf("%u,", to_code[page << 8 | i]);
		printf("},\n");
	}
	printf("};\n");
	memset(to_code, 0, sizeof(to_code));
}

/* CP932 by row and trail byte. Bytes that are no lead share a row without characters, the first of the last four, so that
 * there is one thing to ask. */
static void
put_cp932(void)
{
	int lead, trail;

	printf("const unsigned char cp932_row[256] = {");
	for (lead = 0; lead < 256; lead++) {
		int row = (lead ^ 0x20) - 0xa1;

		printf("%s%d,", lead % 32 ? "" : "\n\t", row >= 0 && row < 60 ? row : 60);
	}
	printf("\n};\n\nconst unsigned char cp932_utf8[64 * 256][4] = {\n");
	for (lead = 0; lead < 64; lead++) {
		for (trail = 0; trail < 256; trail++) {
			int at = lead * 188 + trail - (trail < 0x7f ? 0x40 : 0x41);
			unsigned c = lead >= 60 || trail < 0x40 || trail == 0x7f || trail > 0xfc ? 0 : x0208[at];
			int canonical = c && first_in_cp932(at);

			put_entry(c, canonical);
			if (canonical)
				to_code[c] = (unsigned)(lead + (lead < 31 ? 0x81 : 0xc1)) << 8 | (unsigned)trail;
		}
		printf("\n");
	}
	printf("};\n");
	put_reverse("to_cp932");
}

/* Rows 1 to 94, by row and cell; a code is row and cell from 0x2121, in JIS X 0212 with bit 15 set. */
static void
put_jis(void)
{
	int i;

	printf("\nconst unsigned char jisx0208_utf8[94 * 94][4] = {\n");
	for (i = 0; i < CELLS * CELLS; i++) {
		int canonical = x0208[i] && first_in_0208(i);

		put_entry(x0208[i], canonical);
		if (canonical)
			to_code[x0208[i]] = (unsigned)(i / CELLS + 0x21) << 8 | (unsigned)(i % CELLS + 0x21);
	}
	printf("\n};\n\nconst unsigned char jisx0212_utf8[94 * 94][4] = {\n");
	for (i = 0; i < CELLS * CELLS; i++) {
		int canonical = x0212[i] && only_in_0212(i);

		put_entry(x0212[i], canonical);
		if (canonical)
			to_code[x0212[i]] = 0x8000 | (unsigned)(i / CELLS + 0x21) << 8 | (unsigned)(i % CELLS + 0x21);
	}
	printf("\n};\n");
	put_reverse("to_jis");
}

int
main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: mktables jisx0208.txt jisx0212.txt\n");
		return 2;
	}
	read_rows(argv[1], x0208, ROWS);
	read_rows(argv[2], x0212, CELLS);
	printf("/* made by mktables and mkcosts from the text files beside them: see there */\n#include \"encoding/jistab.h\"\n\n");
	put_cp932();
	put_jis();
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
