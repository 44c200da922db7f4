/* zipdir.c - the names in a ZIP archive; see zipdir.h */
#include "reader/zipdir.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	END_SIZE = 22,               /* of the end of the central directory, without its comment */
	COMMENT_MOST = 65535,
	ENTRY_SIZE = 46,             /* of an entry, without its name, extra field and comment */
	DIRECTORY_MOST = 4 << 20     /* more of a directory is not looked through: an Office document has its parts in front */
};

static unsigned long
number(const char *p, size_t bytes)
{
	unsigned long n = 0;

	while (bytes--)
		n = n << 8 | (unsigned char)p[bytes];
	return n;
}

/* Where in the last N bytes of the archive, at P, the end of its directory begins; N if nowhere. */
static size_t
find_end(const char *p, size_t n)
{
	size_t i;

	for (i = n < END_SIZE ? 0 : n - END_SIZE + 1; i-- > 0;)
		if (memcmp(p + i, "PK\5\6", 4) == 0 && i + END_SIZE + number(p + i + 20, 2) <= n)
			return i;
	return n;
}

static int
is_among(const char *p, size_t n, struct slice name)
{
	while (n >= ENTRY_SIZE && memcmp(p, "PK\1\2", 4) == 0) {
		size_t length = number(p + 28, 2), whole = ENTRY_SIZE + length + number(p + 30, 2) + number(p + 32, 2);

		if (length == name.n && n - ENTRY_SIZE >= length && memcmp(p + ENTRY_SIZE, name.p, length) == 0)
			return 1;
		if (whole > n)
			return 0;
		p += whole;
		n -= whole;
	}
	return 0;
}

int
zip_has(int fd, struct slice name)
{
	struct stat st;
	size_t room = END_SIZE + COMMENT_MOST, end;
	unsigned long size, at;
	char *p;
	ssize_t n;
	int has;

	if (fstat(fd, &st) < 0 || st.st_size < END_SIZE)
		return 0;
	p = emalloc(room);
	n = pread(fd, p, room, st.st_size > (off_t)room ? st.st_size - (off_t)room : 0);
	end = n > 0 ? find_end(p, (size_t)n) : 0;
	if (n <= 0 || end == (size_t)n) {
		free(p);
		return 0;
	}
	size = number(p + end + 12, 4);
	at = number(p + end + 16, 4);
	free(p);
	size = size < DIRECTORY_MOST ? size : DIRECTORY_MOST;
	p = emalloc(size + 1);
	n = pread(fd, p, size, (off_t)at);
	has = n > 0 && is_among(p, (size_t)n, name);
	free(p);
	return has;
}
