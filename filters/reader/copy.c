/* copy.c - bytes from file to file; see copy.h */
#include "reader/copy.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

int
copy_bytes(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t w = write(fd, p, n);

		if (w < 0 && errno != EINTR)
			return -1;
		p += w > 0 ? w : 0;
		n -= w > 0 ? (size_t)w : 0;
	}
	return 0;
}

int
copy_all(const struct sample *document, int to, unsigned long long most)
{
	unsigned long long done = document->begin.n;
	int result = copy_bytes(to, document->begin.p, document->begin.n);
	char *block = emalloc(BLOCK);
	ssize_t n = 1;

	while (result == 0 && (n = read(document->fd, block, BLOCK)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			result = -1;
		} else if ((done += (unsigned long long)n) > most) {
			errno = EFBIG;
			result = -1;
		} else {
			result = copy_bytes(to, block, (size_t)n);
		}
	}
	free(block);
	return result;
}

int
copy_part(int from, unsigned long long at, unsigned long long n, int to)
{
	char *block = emalloc(BLOCK);
	int result = 0;

	while (result == 0 && n) {
		ssize_t got = pread(from, block, n < BLOCK ? (size_t)n : BLOCK, (off_t)at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			result = -1;
			break;
		}
		result = copy_bytes(to, block, (size_t)got);
		at += (unsigned long long)got;
		n -= (unsigned long long)got;
	}
	free(block);
	return result;
}
