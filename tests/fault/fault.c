/*
 * fault.c - lets a call of the C library fail, by LD_PRELOAD
 *
 * FAULT='NAME N ERRNO [SUFFIX]': from the Nth call on (N 0: never), the function NAME returns an error with that errno,
 * in programs of the suite whose name ends in SUFFIX; 'NAME =N …': only the Nth. Each process counts for itself, or, with
 * FAULT_SHARED=FILE, all of them together, in that file: a long at its beginning, which is there already.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
	char name[32];
	long at;
	int only, error, on;
} fault;

static atomic_long own, *calls = &own;

/* The counter that all processes of a run see. */
static void
share(const char *file)
{
	int fd = open(file, O_RDWR | O_CLOEXEC);
	void *p = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof(*calls), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

	if (p == MAP_FAILED)
		abort();
	calls = p;
	close(fd);
}

__attribute__((constructor)) static void
begin(void)
{
	const char *told = getenv("FAULT"), *shared = getenv("FAULT_SHARED"), *self = program_invocation_name;
	char number[32], suffix[64] = "";
	size_t n, s;

	if (!told || sscanf(told, "%31s %31s %d %63s", fault.name, number, &fault.error, suffix) < 3)
		return;
	fault.only = *number == '=';
	fault.at = strtol(number + fault.only, NULL, 10);
	n = strlen(self);
	s = strlen(suffix);
	if (shared)
		share(shared);
	fault.on = strstr(self, "tanzaku-") && n >= s && strcmp(self + n - s, suffix) == 0;
}

static int
fails(const char *name)
{
	long n;

	if (!fault.on || strcmp(name, fault.name) != 0)
		return 0;
	n = ++*calls;
	if (!fault.at || n < fault.at || (fault.only && n > fault.at))
		return 0;
	errno = fault.error;
	return 1;
}

#define NEXT(type, name) ((type)(uintptr_t)dlsym(RTLD_NEXT, name))

#ifndef NO_MALLOC /* which the sanitizers have for themselves */
void *__libc_malloc(size_t);
void *__libc_realloc(void *, size_t);

void *
malloc(size_t n)
{
	return fails("malloc") ? NULL : __libc_malloc(n);
}

void *
realloc(void *p, size_t n)
{
	return fails("malloc") ? NULL : __libc_realloc(p, n);
}

void *__libc_calloc(size_t, size_t);

void *
calloc(size_t n, size_t size)
{
	return fails("malloc") ? NULL : __libc_calloc(n, size);
}

#endif

/* readfile is read of a regular file. */
static int
is_file(int fd)
{
	struct stat st;

	return fault.on && strcmp(fault.name, "readfile") == 0 &&
	       NEXT(int (*)(int, struct stat *), "fstat")(fd, &st) == 0 && S_ISREG(st.st_mode);
}

ssize_t
read(int fd, void *p, size_t n)
{
	return fails("read") || (is_file(fd) && fails("readfile")) ? -1 : NEXT(ssize_t (*)(int, void *, size_t), "read")(fd, p, n);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	return fails("write") ? -1 : NEXT(ssize_t (*)(int, const void *, size_t), "write")(fd, p, n);
}

int
open(const char *path, int flags, ...)
{
	va_list ap;
	int mode;

	va_start(ap, flags);
	mode = flags & O_CREAT ? va_arg(ap, int) : 0;
	va_end(ap);
	return fails("open") ? -1 : NEXT(int (*)(const char *, int, ...), "open")(path, flags, mode);
}

int
openat(int dir, const char *path, int flags, ...)
{
	va_list ap;
	int mode;

	va_start(ap, flags);
	mode = flags & O_CREAT ? va_arg(ap, int) : 0;
	va_end(ap);
	return fails("open") ? -1 : NEXT(int (*)(int, const char *, int, ...), "openat")(dir, path, flags, mode);
}

int
fstat(int fd, struct stat *st)
{
	return fails("stat") ? -1 : NEXT(int (*)(int, struct stat *), "fstat")(fd, st);
}

int
fstatat(int dir, const char *path, struct stat *st, int flags)
{
	return fails("stat") ? -1 : NEXT(int (*)(int, const char *, struct stat *, int), "fstatat")(dir, path, st, flags);
}

int
renameat(int a, const char *from, int b, const char *to)
{
	return fails("rename") ? -1 : NEXT(int (*)(int, const char *, int, const char *), "renameat")(a, from, b, to);
}

int
dup2(int from, int to)
{
	return fails("dup2") ? -1 : NEXT(int (*)(int, int), "dup2")(from, to);
}

int
pipe(int fd[2])
{
	return fails("pipe") ? -1 : NEXT(int (*)(int *), "pipe")(fd);
}

pid_t
fork(void)
{
	return fails("fork") ? -1 : NEXT(pid_t (*)(void), "fork")();
}

void *
mmap(void *p, size_t n, int prot, int flags, int fd, off_t at)
{
	return fails("mmap") ? MAP_FAILED :
	       NEXT(void *(*)(void *, size_t, int, int, int, off_t), "mmap")(p, n, prot, flags, fd, at);
}

ssize_t
pread(int fd, void *p, size_t n, off_t at)
{
	return fails("read") ? -1 : NEXT(ssize_t (*)(int, void *, size_t, off_t), "pread")(fd, p, n, at);
}

int
stat(const char *path, struct stat *st)
{
	return fails("stat") ? -1 : NEXT(int (*)(const char *, struct stat *), "stat")(path, st);
}

int
unlinkat(int dir, const char *path, int flags)
{
	return fails("unlink") ? -1 : NEXT(int (*)(int, const char *, int), "unlinkat")(dir, path, flags);
}

int
mkdirat(int dir, const char *path, mode_t mode)
{
	return fails("mkdir") ? -1 : NEXT(int (*)(int, const char *, mode_t), "mkdirat")(dir, path, mode);
}

int
syncfs(int fd)
{
	return fails("sync") ? -1 : NEXT(int (*)(int), "syncfs")(fd);
}

int
fsync(int fd)
{
	return fails("sync") ? -1 : NEXT(int (*)(int), "fsync")(fd);
}

off_t
lseek(int fd, off_t to, int from)
{
	return fails("lseek") ? -1 : NEXT(off_t (*)(int, off_t, int), "lseek")(fd, to, from);
}

/* The descriptor is gone all the same, as on Linux. */
int
close(int fd)
{
	int failed = NEXT(int (*)(int), "close")(fd);

	return fails("close") ? -1 : failed;
}

struct dirent *
readdir(DIR *d)
{
	return fails("readdir") ? NULL : NEXT(struct dirent *(*)(DIR *), "readdir")(d);
}

int
pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*fn)(void *), void *arg)
{
	return fails("thread") ? errno : NEXT(int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *),
	                                 "pthread_create")(thread, attr, fn, arg);
}

pid_t
waitpid(pid_t pid, int *status, int flags)
{
	return fails("waitpid") ? -1 : NEXT(pid_t (*)(pid_t, int *, int), "waitpid")(pid, status, flags);
}

int
poll(struct pollfd *p, nfds_t n, int timeout)
{
	return fails("poll") ? -1 : NEXT(int (*)(struct pollfd *, nfds_t, int), "poll")(p, n, timeout);
}
