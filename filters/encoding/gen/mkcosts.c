/*
 * mkcosts - turn the text files beside it into what characters cost the detector: see decode/model.h
 *
 * usage: mkcosts jisx0208.txt frequent.txt kanji.txt kana.txt pairs.txt >>jistab.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum { KANA = 63 };

static unsigned x0208[POINTERS];

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
	if (argc != 6) {
		fprintf(stderr, "usage: mkcosts jisx0208.txt frequent.txt kanji.txt kana.txt pairs.txt\n");
		return 2;
	}
	read_rows(argv[1], x0208, ROWS);
	begin_costs(94, CELLS, cost_ja);
	read_costs(argv[3], "EUC-JP", CELLS);
	read_costs(argv[2], "EUC-JP", CELLS); /* has the last word */
	put_costs("cost_eucjp", 94, CELLS);
	begin_costs(94, CELLS, cost_gb);
	read_costs(argv[2], "GB2312", CELLS);
	put_costs("cost_gb2312", 94, CELLS);
	begin_costs(94, CELLS, cost_kr);
	read_costs(argv[2], "EUC-KR", CELLS);
	put_costs("cost_euckr", 94, CELLS);
	begin_costs(89, 157, cost_big5);
	read_costs(argv[2], "BIG5", 157);
	put_costs("cost_big5", 89, 157);
	put_kana(argv[4]);
	put_pairs(argv[5]);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
