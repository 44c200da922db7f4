/* folder.c - a folder of the sources, and the names in it; see folder.h */
#define _DEFAULT_SOURCE /* d_type: saves a call of stat(2) for each directory */
#include "batch/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif

#include "batch/listing.h"
#include "batch/stamp.h"

struct folder *
folder_new(const char *dir, const char *base)
{
	struct folder *f = emalloc(sizeof(*f));
	struct buf name = {0};

	buf_addz(&name, dir);
	if (*dir)
		buf_addc(&name, '/');
	buf_add(&name, base, strlen(base) + 1);
	*f = (struct folder){.name = name.p, .fd = -1};
	return f;
}

void
folder_free(struct folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	buf_free(&f->text);
	free(f->file.name);
	free(f->dir.name);
	free(f->name);
	free(f);
}

/* Names */

static void
add_name(struct names *l, const char *base, int link)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 64;
		l->name = erealloc(l->name, l->cap * sizeof(*l->name));
	}
	l->name[l->n++] = (struct name){base, (char)link, 0};
}

/* Folders are entered whatever files are wanted. */
static int
is_wanted(const struct folder *f, const char *base, int is_folder, const struct sources *s)
{
	if (globs_fit(&s->exclude, f->name, base))
		return 0;
	return is_folder || (!globs_litter(base) && (!s->include.n || globs_fit(&s->include, f->name, base)));
}

static void
list_names(struct folder *f, const struct sources *s)
{
	const char *p = f->names.p, *end = p + f->names.n;

	for (; p < end; p += strlen(p) + 1) {
		if (p[1] == '.' && !s->hidden)
			continue;
		if (is_wanted(f, p + 1, *p == 'd', s))
			add_name(*p == 'd' ? &f->dir : &f->file, p + 1, *p == 'l');
		else
			f->excluded++;
	}
}

/* Files whose output would have the name of a directory beside them. */
static void
find_rivals(struct folder *f, const char *suffix)
{
	size_t i, k, m = strlen(suffix);

	for (i = 0; i < f->dir.n; i++) {
		const char *dir = f->dir.name[i].base;
		size_t n = strlen(dir);

		if (n <= m || strcmp(dir + n - m, suffix) != 0)
			continue;
		for (k = 0; k < f->file.n; k++)
			f->file.name[k].noplace |= strlen(f->file.name[k].base) == n - m &&
			                           memcmp(f->file.name[k].base, dir, n - m) == 0;
	}
}

/* Reading */

static char
type_of(const struct folder *f, const struct dirent *e)
{
	struct stat st;

	if (e->d_type == DT_UNKNOWN && fstatat(f->fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return S_ISDIR(st.st_mode) ? 'd' : S_ISLNK(st.st_mode) ? 'l' : 'f';
	return e->d_type == DT_DIR ? 'd' : e->d_type == DT_LNK ? 'l' : 'f';
}

static void
read_text(struct folder *f)
{
	int fd = openat(f->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e;

	for (errno = d ? 0 : errno; d && (e = readdir(d)); errno = 0) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		buf_addc(&f->text, type_of(f, e));
		buf_add(&f->text, e->d_name, strlen(e->d_name) + 1);
	}
	f->torn = errno;
	if (d)
		closedir(d);
	else if (fd >= 0)
		close(fd);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a + 1, *(const char *const *)b + 1);
}

static void
sort_text(struct buf *text)
{
	struct buf sorted = {0};
	const char **line = NULL, *p = text->p;
	size_t n = 0, cap = 0, i;

	for (; p < text->p + text->n; p += strlen(p) + 1) {
		if (n == cap) {
			cap = cap ? 2 * cap : 64;
			line = erealloc(line, cap * sizeof(*line));
		}
		line[n++] = p;
	}
	if (n)
		qsort(line, n, sizeof(*line), by_name);
	for (i = 0; i < n; i++)
		buf_add(&sorted, line[i], strlen(line[i]) + 1);
	free(line);
	buf_free(text);
	*text = sorted;
}

/* Does whatever comes into a folder, or goes, show in its times, and nowhere sooner than in these? Of the file systems
 * that are known for it. (FAT does not tell, if another system has written; nor do many that are kept in a network.) */
static int
tells_changes(int fd)
{
#ifdef __linux__
	enum { EXT = 0xef53, XFS = 0x58465342, TMPFS = 0x01021994, F2FS = (int)0xf2f52010, BTRFS = (int)0x9123683e };
	struct statfs fs;

	if (fstatfs(fd, &fs) < 0)
		return 0;
	switch ((int)fs.f_type) {
	case EXT: case XFS: case TMPFS: case F2FS: case BTRFS: return 1;
	default: return 0;
	}
#else
	(void)fd;
	return 0;
#endif
}

/* Its names: those of the last run, if nothing has come or gone since. */
static void
read_names(struct folder *f, const struct stat *st, const struct sources *s)
{
	f->stamp = stamp_of(st);
	f->listed = listing_find(f->name, f->stamp, &f->names);
	if (!f->listed) {
		if (stamp_wait(st) || !tells_changes(f->fd)) /* what comes now would not show in it */
			f->stamp = 0;
		read_text(f);
		sort_text(&f->text);
		f->names = slice_of(&f->text);
	}
	list_names(f, s);
}

void
folder_read(struct folder *f, const struct sources *s, const struct outdir *o)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (f->operand ? 0 : O_NOFOLLOW);
	struct stat st;

	f->fd = openat(s->in, *f->name ? f->name : ".", flags);
	if (f->fd < 0 || fstat(f->fd, &st) < 0) {
		f->error = errno;
		return;
	}
	f->ours = st.st_dev == o->st.st_dev && st.st_ino == o->st.st_ino;
	if (f->ours)
		return;
	read_names(f, &st, s);
	find_rivals(f, s->suffix);
}
