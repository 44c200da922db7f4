/* listing.c - see listing.h */
#include "batch/listing.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* In the file, each is its number of bytes and its stamp, its name and the names in it. Behind the last is a hash. */
struct head {
	uint64_t n, stamp;
};

struct record {
	const char *folder;
	uint64_t stamp;
	struct slice names;
};

struct records {
	struct record *r; /* by folder */
	size_t n, cap;
};

static struct {
	struct records before, now;
	int changed;
} folders;

static void
add(struct records *to, struct record r)
{
	if (to->n == to->cap) {
		to->cap = to->cap ? 2 * to->cap : 64;
		to->r = erealloc(to->r, to->cap * sizeof(*to->r));
	}
	to->r[to->n++] = r;
}

static int
by_folder(const void *a, const void *b)
{
	return strcmp(((const struct record *)a)->folder, ((const struct record *)b)->folder);
}

static struct slice
slurp(int dir, const char *name)
{
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct buf b = {0};
	ssize_t n;

	do {
		buf_room(&b, 64 * 1024);
		n = fd < 0 ? 0 : read(fd, b.p + b.n, b.cap - b.n);
		b.n += n > 0 ? (size_t)n : 0;
	} while (n > 0);
	if (fd >= 0)
		close(fd);
	return slice_of(&b);
}

static int
whole(struct slice *s)
{
	uint64_t hash;

	if (s->n < sizeof(hash))
		return 0;
	s->n -= sizeof(hash);
	memcpy(&hash, s->p + s->n, sizeof(hash));
	return hash == hash_name(s->p, s->n);
}

void
listing_load(const struct outdir *o)
{
	struct slice s = slurp(o->state, "folders");
	struct head head;

	if (o->state < 0 || !whole(&s))
		return;
	for (; s.n >= sizeof(head); s = (struct slice){s.p + head.n, s.n - head.n}) {
		const char *folder = s.p + sizeof(head);
		size_t name;

		memcpy(&head, s.p, sizeof(head));
		if (head.n <= sizeof(head) || head.n > s.n || s.p[head.n - 1] != '\0')
			return;
		name = strlen(folder) + 1;
		add(&folders.before, (struct record){folder, head.stamp, {folder + name, head.n - sizeof(head) - name}});
	}
}

static const struct record *
find(const char *folder)
{
	struct record key = {.folder = folder};

	return folders.before.n ? bsearch(&key, folders.before.r, folders.before.n, sizeof(key), by_folder) : NULL;
}

int
listing_find(const char *folder, uint64_t stamp, struct slice *names)
{
	const struct record *r = find(folder);

	if (!r || r->stamp != stamp)
		return 0;
	*names = r->names;
	return 1;
}

void
listing_note(const char *folder, uint64_t stamp, struct slice names)
{
	const struct record *r = find(folder);
	struct buf own = {0};
	size_t n = strlen(folder) + 1;

	if (r && r->stamp == stamp) {
		add(&folders.now, *r);
		return;
	}
	folders.changed = 1;
	buf_add(&own, folder, n);
	buf_adds(&own, names);
	add(&folders.now, (struct record){own.p, stamp, {own.p + n, names.n}});
}

int
listing_save(const struct outdir *o)
{
	struct buf b = {0};
	uint64_t hash;
	size_t i;
	int failed;

	if (!folders.changed && folders.now.n == folders.before.n)
		return 0;
	if (folders.now.n)
		qsort(folders.now.r, folders.now.n, sizeof(*folders.now.r), by_folder);
	for (i = 0; i < folders.now.n; i++) {
		const struct record *r = &folders.now.r[i];
		size_t name = strlen(r->folder) + 1;
		struct head head = {sizeof(head) + name + r->names.n, r->stamp};

		buf_add(&b, (const char *)&head, sizeof(head));
		buf_add(&b, r->folder, name);
		buf_adds(&b, r->names);
	}
	hash = hash_name(b.p ? b.p : "", b.n);
	buf_add(&b, (const char *)&hash, sizeof(hash));
	failed = outdir_replace(o, "folders", slice_of(&b));
	buf_free(&b);
	return failed;
}
