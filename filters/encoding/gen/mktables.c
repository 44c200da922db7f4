/*
 * mktables - turn the text files beside it into the tables that decoders, encoders and the detector load
 *
 * usage: mktables jisx0208.txt jisx0212.txt frequent.txt kanji.txt kana.txt pairs.txt >jistab.c
 *
 * Why the two text files are kept in the tree and not asked from iconv(3) at
 * each build: musl's iconv has neither the NEC and IBM rows nor JIS X 0212,
 * and GNU libiconv differs from glibc in six characters, so that a table made
 * from the iconv at hand would make the output depend on the machine.
 * askiconv wrote them from glibc's, and a test asks the linked iconv again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 94, ROWS = 120, NEC_SELECTED = 88, NEC_SELECTED_END = 92, POINTERS = ROWS * CELLS, KANA = 63 };

static unsigned x0208[POINTERS], x0212[CELLS * CELLS];

/* One character of UTF-8 of at most three bytes: all of JIS lies in the BMP. */
static unsigned
next_char(const char **p)
{
	const unsigned char *s = (const unsigned char *)*p;
	int n = s[0] < 0x80 ? 1 : s[0] < 0xe0 ? 2 : 3;

	*p += n;
	if (n == 1)
		return s[0];
	if (n == 2)
		return (s[0] & 0x1fU) << 6 | (s[1] & 0x3fU);
	return (s[0] & 0xfU) << 12 | (s[1] & 0x3fU) << 6 | (s[2] & 0x3fU);
}

static void
read_rows(const char *name, unsigned *to, int rows)
{
	FILE *fp = fopen(name, "r");
	char line[CELLS * 3 + 16];

	if (!fp) {
		perror(name);
		exit(2);
	}
	while (fgets(line, sizeof(line), fp)) {
		int row = atoi(line) - 1, cell;
		const char *p = strchr(line, '\t');

		if (!p || row < 0 || row >= rows) {
			fprintf(stderr, "%s: not a row: %s", name, line);
			exit(2);
		}
		p++;
		for (cell = 0; cell < CELLS; cell++) {
			unsigned c = next_char(&p);

			to[row * CELLS + cell] = c == '.' ? 0 : c;
		}
	}
	fclose(fp);
}

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

/* What a character costs the detector that frequent.txt does not list, by its row; 0 for no character. */
static int
cost_ja(int row, int cell)
{
	if (!x0208[(row - 1) * CELLS + cell - 1])
		return 0;
	if (row >= 16)
		return row <= 47 ? 128 : row <= 84 ? 164 : 140; /* kanji of level 1; of level 2, and the NEC-selected */
	return row == 1 ? 72 : row == 2 ? 84 : row == 13 ? 76 : 92;
}

static int
cost_gb(int row, int cell)
{
	if (row >= 16)
		return row > 87 || (row == 55 && cell > 89) ? 0 : row <= 55 ? 105 : 140;
	return row > 9 ? 0 : row == 1 || row == 3 ? 80 : 98;
}

static int
cost_kr(int row, int cell)
{
	(void)cell;
	if (row >= 16 && row <= 40)
		return 112;
	return row >= 42 && row <= 93 ? 152 : row <= 3 ? 80 : row <= 12 ? 100 : 0;
}

static int
cost_big5(int row, int cell)
{
	(void)cell;
	return row <= 3 ? 84 : row <= 38 ? 105 : row >= 41 && row <= 89 ? 140 : 0;
}

static FILE *
open_text(const char *file)
{
	FILE *fp = fopen(file, "r");

	if (!fp) {
		perror(file);
		exit(2);
	}
	return fp;
}

static void
close_text(FILE *fp, const char *file)
{
	if (ferror(fp)) {
		perror(file);
		exit(2);
	}
	fclose(fp);
}

static int cost[CELLS * 157];

/* Reads what FILE says of the characters of SET, of WIDTH cells in a row: trail bytes 40 to 7E first where there are any. */
static void
read_costs(const char *file, const char *set, int width)
{
	FILE *fp = open_text(file);
	char line[2048], chars[1024], hex[1024], of[32];
	int value;
	unsigned lead, trail;
	const char *p;

	while (fgets(line, sizeof(line), fp)) {
		if (sscanf(line, "%31s %d %1023s %1023s", of, &value, chars, hex) != 4 || strcmp(of, set) != 0)
			continue;
		for (p = hex; sscanf(p, "%2x%2x", &lead, &trail) == 2; p += 4)
			cost[((int)lead - 0xa1) * width +
			     (width == CELLS ? (int)trail - 0xa1 : (int)trail - (trail < 0x80 ? 0x40 : 0x62))] = value;
	}
	close_text(fp, file);
}

static void
begin_costs(int rows, int width, int (*usual)(int, int))
{
	int i;

	for (i = 0; i < rows * width; i++)
		cost[i] = usual(i / width + 1, i % width + 1);
}

static void
put_costs(const char *name, int rows, int width)
{
	int i;

	printf("\nconst unsigned char %s[%d] = {", name, rows * width);
	for (i = 0; i < rows * width; i++)
		printf("%s%d,", i % 32 ? "" : "\n\t", cost[i]);
	printf("\n};\n");
}

/* Half-width kana: a row for none and for each that may stand before, of the costs of all, and of the end. */
static void
put_kana(const char *file)
{
	FILE *fp = open_text(file);
	char line[1024], *p;
	int rows = 0, i;

	printf("\nconst signed char cost_kana[%d][%d] = {", KANA + 1, KANA + 1);
	while (fgets(line, sizeof(line), fp)) {
		if (*line == '#' || !(p = strchr(line, '\t')))
			continue;
		printf("\n\t{");
		for (i = 0; i <= KANA; i++)
			printf("%ld,", strtol(p, &p, 10));
		printf("},");
		rows++;
	}
	printf("\n};\n");
	close_text(fp, file);
	if (rows != KANA + 1) {
		fprintf(stderr, "%s: %d rows\n", file, rows);
		exit(2);
	}
}

/* Half-width kana and kanji as EUC-JP has them, without SS2. */
static unsigned
code_of(unsigned c)
{
	int i;

	if (c >= 0xff61 && c <= 0xff9f)
		return c - 0xff61 + 0xa1;
	for (i = 0; i < CELLS * CELLS && x0208[i] != c; i++)
		;
	return (unsigned)(i / CELLS + 0xa1) << 8 | (unsigned)(i % CELLS + 0xa1);
}

static int
by_value(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return (x > y) - (x < y);
}

static void
put_list(const char *name, unsigned *code, unsigned n)
{
	unsigned i;

	qsort(code, n, sizeof(*code), by_value);
	printf("\nconst unsigned %s[%u] = {", name, n);
	for (i = 0; i < n; i++)
		printf("%s0x%x,", i % 8 ? "" : "\n\t", code[i]);
	printf("\n};\nconst unsigned %ss = %u;\n", name, n);
}

/* Pairs of kanji and words of four half-width kana, as four bytes each, in order. */
static void
put_pairs(const char *file)
{
	enum { MOST = 16 * 1024 };
	static unsigned pair[MOST], four[MOST];
	unsigned pairs = 0, fours = 0;
	FILE *fp = open_text(file);
	char line[8 * 1024], *word;

	while (fgets(line, sizeof(line), fp)) {
		for (word = *line == '#' ? NULL : strtok(line, " \n"); word; word = strtok(NULL, " \n")) {
			const char *p = word;
			unsigned first = code_of(next_char(&p));

			if (first > 0xff)
				for (; *p && pairs < MOST; pairs++)
					pair[pairs] = first << 16 | code_of(next_char(&p));
			else if (fours < MOST) {
				for (; *p; first = first << 8 | code_of(next_char(&p)))
					;
				four[fours++] = first;
			}
		}
	}
	close_text(fp, file);
	put_list("kanji_pair", pair, pairs);
	put_list("kana_four", four, fours);
}

int
main(int argc, char **argv)
{
	if (argc != 7) {
		fprintf(stderr, "usage: mktables jisx0208.txt jisx0212.txt frequent.txt kanji.txt kana.txt pairs.txt\n");
		return 2;
	}
	read_rows(argv[1], x0208, ROWS);
	read_rows(argv[2], x0212, CELLS);
	printf("/* made by mktables from the text files beside it: see there */\n#include \"encoding/jistab.h\"\n\n");
	put_cp932();
	put_jis();
	begin_costs(94, CELLS, cost_ja);
	read_costs(argv[4], "EUC-JP", CELLS);
	read_costs(argv[3], "EUC-JP", CELLS); /* has the last word */
	put_costs("cost_eucjp", 94, CELLS);
	begin_costs(94, CELLS, cost_gb);
	read_costs(argv[3], "GB2312", CELLS);
	put_costs("cost_gb2312", 94, CELLS);
	begin_costs(94, CELLS, cost_kr);
	read_costs(argv[3], "EUC-KR", CELLS);
	put_costs("cost_euckr", 94, CELLS);
	begin_costs(89, 157, cost_big5);
	read_costs(argv[3], "BIG5", 157);
	put_costs("cost_big5", 89, 157);
	put_kana(argv[5]);
	put_pairs(argv[6]);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
