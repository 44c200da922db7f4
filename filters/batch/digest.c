/* digest.c - hashes of contents; see batch/digest.h */
#include "batch/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stream/msg.h"

enum { BLOCK = 256 * 1024 };

static struct hash
hash_of(XXH128_hash_t h)
{
	return (struct hash){h.high64, h.low64};
}

struct hash
hash_bytes(struct slice s)
{
	return hash_of(XXH3_128bits(s.p, s.n));
}

/* Nearly all documents are read at once. Where that gave all SIZE bytes, another read(2) could not tell more than the
 * size does, which is compared afterwards. */
int
hash_fd(int fd, uint64_t size, struct hash *to)
{
	static struct {
		char block[BLOCK];
		struct hasher h;
	} room;
	ssize_t n = read(fd, room.block, sizeof(room.block));

	if (n >= 0 && n < BLOCK && (uint64_t)n == size) {
		*to = hash_bytes((struct slice){room.block, (size_t)n});
		return 0;
	}
	hasher_begin(&room.h);
	for (; n > 0; n = read(fd, room.block, sizeof(room.block)))
		hasher_add(&room.h, room.block, (size_t)n);
	*to = hasher_end(&room.h);
	return n < 0 ? -1 : 0;
}

int
hash_file(int dir, const char *name, struct hash *to, uint64_t *size)
{
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK), failed;
	struct stat st;

	if (fd < 0)
		return -1;
	failed = fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || hash_fd(fd, (uint64_t)st.st_size, to) < 0;
	*size = failed ? 0 : (uint64_t)st.st_size;
	close(fd);
	return failed ? -1 : 0;
}

uint64_t
hash_name(const char *p, size_t n)
{
	return XXH3_64bits(p, n);
}

int
hash_eq(struct hash a, struct hash b)
{
	return a.high == b.high && a.low == b.low;
}

int
hash_none(struct hash h)
{
	return h.high == 0 && h.low == 0;
}

void
hasher_begin(struct hasher *h)
{
	if (!h->state && !(h->state = XXH3_createState()))
		die("no memory for a hash:");
	XXH3_128bits_reset(h->state);
}

void
hasher_add(struct hasher *h, const char *p, size_t n)
{
	XXH3_128bits_update(h->state, p, n);
}

struct hash
hasher_end(struct hasher *h)
{
	return hash_of(XXH3_128bits_digest(h->state));
}
