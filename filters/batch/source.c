/* source.c - names of the sources; see source.h */
#define _XOPEN_SOURCE 700 /* realpath(3) */
#include "batch/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "stream/msg.h"

int
source_within(const char *path, const char *real)
{
	size_t n = strlen(real);

	if (strcmp(real, "/") == 0)
		return 1;
	return strncmp(path, real, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

/* The last part of the operand: empty where that says nothing, as in "dir/." or "..". */
static char *
last_part(const char *operand)
{
	size_t n = strlen(operand), from;
	char *name;

	while (n && operand[n - 1] == '/')
		n--;
	for (from = n; from && operand[from - 1] != '/'; from--)
		;
	name = emalloc(n - from + 1);
	memcpy(name, operand + from, n - from);
	name[n - from] = '\0';
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		*name = '\0';
	return name;
}

/* Would the output of a source NAME have the name of the source OTHER? */
static int
rivals(const struct sources *s, const char *name, const char *other)
{
	size_t n = strlen(name);

	return strncmp(name, other, n) == 0 && strcmp(other + n, s->suffix) == 0;
}

static void
check_name(const struct sources *s, size_t i, char **operands)
{
	size_t k;

	if (*s->name[i] == '\0' && s->n > 1)
		die("%s: has no name, and names below it may be those of another source; give it alone", operands[i]);
	if (strcmp(s->name[i], STATE_DIRECTORY) == 0)
		die("%s: is the name of our own files in the output directory", operands[i]);
	for (k = 0; k < i; k++)
		if (rivals(s, s->name[k], s->name[i]) || rivals(s, s->name[i], s->name[k]) ||
		    strcmp(s->name[k], s->name[i]) == 0)
			die("%s and %s: their output would have the same name", operands[k], operands[i]);
}

/* The link by which NAME leads to REAL; one that is right already stays. */
static void
put_link(int in, const char *name, const char *real)
{
	size_t n = strlen(real);
	char *now = emalloc(n + 1);

	if (readlinkat(in, name, now, n + 1) != (ssize_t)n || memcmp(now, real, n) != 0) {
		if (unlinkat(in, name, 0) < 0 && errno != ENOENT)
			die(STATE_DIRECTORY "/in/%s:", name);
		if (symlinkat(real, in, name) < 0)
			die(STATE_DIRECTORY "/in/%s:", name);
	}
	free(now);
}

void
sources_name(struct sources *s, char **operands, size_t n)
{
	size_t i;

	s->name = emalloc(n * sizeof(*s->name));
	s->n = n;
	for (i = 0; i < n; i++) {
		s->name[i] = last_part(operands[i]);
		check_name(s, i, operands);
	}
}

/* A name is found in the folder that the operand has before it, or, where it has none, below the operand. */
void
sources_one(struct sources *one, const struct sources *s, char **operands, size_t i)
{
	size_t before = strlen(operands[i]);
	struct buf dir = {0};

	while (*s->name[i] && before && operands[i][before - 1] == '/')
		before--;
	before -= strlen(s->name[i]);
	buf_add(&dir, operands[i], before);
	if (dir.n == 0)
		buf_addc(&dir, '.');
	buf_addc(&dir, '\0');
	*one = *s;
	one->name = &s->name[i];
	one->n = 1;
	one->in = open(dir.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (one->in < 0)
		die("%s:", operands[i]);
	buf_free(&dir);
}

void
sources_open(struct sources *s, const struct outdir *o, char **operands, size_t n)
{
	size_t i;

	sources_name(s, operands, n);
	s->in = o->in;
	for (i = 0; i < n; i++) {
		char *real = realpath(operands[i], NULL);

		if (!real)
			die("%s:", operands[i]);
		if (source_within(real, o->real))
			die("%s: lies in the output directory", operands[i]);
		if (*s->name[i])
			put_link(o->in, s->name[i], real);
		else if ((s->in = open(real, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
			die("%s:", operands[i]);
		free(real);
	}
}

int
sources_hold(const struct sources *s, const char *name)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (*s->name[i] == '\0' || source_within(name, s->name[i]))
			return 1;
	return 0;
}
