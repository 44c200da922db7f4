/* near.c - slips of words; see near.h */
#include "base/near.h"

enum { LONGEST = 24, LONG = 6 };

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int
least(int a, int b, int c)
{
	int ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* How many slips make B of A, none of them inside of another: the distance of optimal string alignment. */
static int
slips(struct slice a, struct slice b)
{
	int d[LONGEST + 1][LONGEST + 1];
	size_t i, j;

	for (i = 0; i <= a.n; i++)
		d[i][0] = (int)i;
	for (j = 0; j <= b.n; j++)
		d[0][j] = (int)j;
	for (i = 1; i <= a.n; i++)
		for (j = 1; j <= b.n; j++) {
			int other = lower(a.p[i - 1]) != lower(b.p[j - 1]);

			d[i][j] = least(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + other);
			if (i > 1 && j > 1 && lower(a.p[i - 1]) == lower(b.p[j - 2]) && lower(a.p[i - 2]) == lower(b.p[j - 1]) &&
			    d[i - 2][j - 2] + 1 < d[i][j])
				d[i][j] = d[i - 2][j - 2] + 1;
		}
	return d[a.n][b.n];
}

const char *
near_word(struct slice said, const char *const *words)
{
	for (; *words; words++) {
		struct slice word = slice_z(*words);

		if (said.n > 0 && said.n <= LONGEST && word.n <= LONGEST &&
		    slips(said, word) <= 1 + (said.n >= LONG && word.n >= LONG))
			return *words;
	}
	return NULL;
}
