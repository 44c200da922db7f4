/*
 * drip - copy standard input to standard output in writes of a given size
 *
 * usage: drip SIZE [FIRST]
 *
 * The first write has FIRST bytes (default: SIZE). A program that reads a pipe
 * fed by drip sees its input cut at these places, or at some of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int
copy(char *block, size_t size)
{
	size_t n = fread(block, 1, size, stdin), done = 0;

	while (done < n) {
		ssize_t w = write(STDOUT_FILENO, block + done, n - done);

		if (w < 0)
			exit(2);
		done += (size_t)w;
	}
	return n > 0;
}

int
main(int argc, char **argv)
{
	size_t size = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	size_t first = argc > 2 ? strtoul(argv[2], NULL, 10) : size;
	char *block;

	if (!size || !first || !(block = malloc(size > first ? size : first))) {
		fprintf(stderr, "usage: drip SIZE [FIRST]\n");
		return 2;
	}
	if (copy(block, first))
		while (copy(block, size))
			;
	free(block);
	return ferror(stdin) ? 2 : 0;
}
