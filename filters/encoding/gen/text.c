/* text.c - reads the text files; see text.h */
#include "text.h"

#include <stdlib.h>
#include <string.h>

FILE *
open_text(const char *file)
{
	FILE *fp = fopen(file, "r");

	if (!fp) {
		perror(file);
		exit(2);
	}
	return fp;
}

void
close_text(FILE *fp, const char *file)
{
	if (ferror(fp)) {
		perror(file);
		exit(2);
	}
	fclose(fp);
}

unsigned
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

void
read_rows(const char *file, unsigned *to, int rows)
{
	FILE *fp = open_text(file);
	char line[CELLS * 3 + 16];

	while (fgets(line, sizeof(line), fp)) {
		int row = atoi(line) - 1, cell;
		const char *p = strchr(line, '\t');

		if (!p || row < 0 || row >= rows) {
			fprintf(stderr, "%s: not a row: %s", file, line);
			exit(2);
		}
		p++;
		for (cell = 0; cell < CELLS; cell++) {
			unsigned c = next_char(&p);

			to[row * CELLS + cell] = c == '.' ? 0 : c;
		}
	}
	close_text(fp, file);
}
