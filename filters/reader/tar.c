/* tar.c - the members of an archive; see tar.h */
#include "reader/tar.h"

#include <unistd.h>

enum { BLOCK = 512, NAME = 0, NAME_SIZE = 100, SIZE = 124, SIZE_SIZE = 12, SUM = 148, SUM_SIZE = 8, TYPE = 156, MAGIC = 257,
	PREFIX = 345, PREFIX_SIZE = 155, LONG_NAME = 64 * 1024 };

/* A number of octal digits, between blanks or NULs; one over 8 GiB is in base 256, as GNU tar has it. */
static unsigned long long
number(const char *p, size_t n)
{
	unsigned long long u = 0;
	size_t i = 1;

	if ((unsigned char)*p & 0x80) {
		for (; i < n; i++)
			u = u << 8 | (unsigned char)p[i];
		return u;
	}
	while (n && *p == ' ') {
		p++;
		n--;
	}
	for (; n && *p >= '0' && *p <= '7'; n--)
		u = u << 3 | (unsigned)(*p++ - '0');
	return u;
}

static int
is_header(const char *block)
{
	unsigned long sum = 0;
	size_t i;

	for (i = 0; i < BLOCK; i++)
		sum += i >= SUM && i < SUM + SUM_SIZE ? ' ' : (unsigned char)block[i];
	return number(block + SUM, SUM_SIZE) == sum;
}

static int
is_zero(const char *block)
{
	size_t i = 0;

	while (i < BLOCK && !block[i])
		i++;
	return i == BLOCK;
}

static void
add_field(struct buf *to, const char *p, size_t most)
{
	buf_add(to, p, strnlen(p, most));
}

static void
take_name(struct tar *t, const char *block)
{
	buf_clear(&t->name);
	/* in GNU tar's own form, "ustar  ", times stand where the prefix does */
	if (memcmp(block + MAGIC, "ustar\0", 6) == 0 && block[PREFIX]) {
		add_field(&t->name, block + PREFIX, PREFIX_SIZE);
		buf_addc(&t->name, '/');
	}
	add_field(&t->name, block + NAME, NAME_SIZE);
	buf_addc(&t->name, '\0');
}

/* The member of type L has the name of the next one. */
static void
take_long_name(struct tar *t)
{
	size_t n = t->size < LONG_NAME ? (size_t)t->size : LONG_NAME;
	ssize_t got;

	buf_clear(&t->name);
	buf_room(&t->name, n + 1);
	got = pread(t->fd, t->name.p, n, (off_t)t->at);
	t->name.n = got > 0 ? strnlen(t->name.p, (size_t)got) : 0;
	buf_addc(&t->name, '\0');
}

enum tar_member
tar_next(struct tar *t)
{
	char block[BLOCK];
	int named = 0;

	for (;;) {
		ssize_t n = pread(t->fd, block, BLOCK, (off_t)t->next);

		if (n == 0 || (n == BLOCK && is_zero(block)))
			return TAR_END;
		if (n != BLOCK || !is_header(block))
			return TAR_BROKEN;
		t->at = t->next + BLOCK;
		t->size = number(block + SIZE, SIZE_SIZE);
		if (t->size > 1ULL << 60)
			return TAR_BROKEN;
		t->next = t->at + (t->size + BLOCK - 1) / BLOCK * BLOCK;
		if (block[TYPE] == 'L') {
			take_long_name(t);
			named = 1;
			continue;
		}
		if (strchr("5gxKN", block[TYPE]) && block[TYPE]) { /* folders, and records about members */
			named = named && block[TYPE] != '5';
			continue;
		}
		if (!named)
			take_name(t, block);
		return !block[TYPE] || block[TYPE] == '0' || block[TYPE] == '7' ? TAR_FILE : TAR_OTHER;
	}
}
