/*
 * fault.c - lets a call of the C library fail, by LD_PRELOAD
 *
 * FAULT='NAME N ERRNO [SUFFIX]': from the Nth call on (N 0: never), the function NAME of programs whose name ends in
 * SUFFIX returns an error with that errno; 'NAME =N …': only the Nth. FAULT_COUNT=FILE: at a program's end a line
 * with its name and how many calls of NAME it made is appended to FILE.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
	char name[32];
	long at;
	int only, error, on;
} fault;

static atomic_long calls;

__attribute__((constructor)) static void
begin(void)
{
	const char *told = getenv("FAULT"), *self = program_invocation_name;
	char number[32], suffix[64] = "";
	size_t n, s;

	if (!told || sscanf(told, "%31s %31s %d %63s", fault.name, number, &fault.error, suffix) < 3)
		return;
	fault.only = *number == '=';
	fault.at = strtol(number + fault.only, NULL, 10);
	n = strlen(self);
	s = strlen(suffix);
	fault.on = n >= s && strcmp(self + n - s, suffix) == 0;
}

__attribute__((destructor)) static void
end(void)
{
	const char *file = getenv("FAULT_COUNT");
	char line[256];
	int fd, n;

	if (!file || !fault.on)
		return;
	fault.on = 0;
	fd = open(file, O_WRONLY | O_CREAT | O_APPEND, 0666);
	n = snprintf(line, sizeof(line), "%s %ld\n", program_invocation_short_name, (long)calls);
	if (fd >= 0 && write(fd, line, (size_t)n) == n)
		close(fd);
}

static int
fails(const char *name)
{
	long n;

	if (!fault.on || strcmp(name, fault.name) != 0)
		return 0;
	n = ++calls;
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
