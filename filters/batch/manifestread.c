/*
 * manifestread.c - lines back into entries; see manifest.h
 *
 * A run that changes nothing reads 20,000 of them, and does little else: so a line is gone through once, field by
 * field, and what its digits are worth is found for eight at a time.
 */
#include "batch/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "stream/msg.h"
#include "stream/rec.h"

enum { DIGITS = 16, BLOCK = 64 * 1024 };

static uint64_t
eight_digits(const unsigned char *p)
{
	uint64_t u = (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
	             (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;

	u = (u & 0x0f0f0f0f0f0f0f0f) + 9 * (u >> 6 & 0x0101010101010101); /* a digit in each byte, the first lowest */
	u = (u << 4 | u >> 8) & 0x00ff00ff00ff00ff;
	u = (u << 8 | u >> 16) & 0x0000ffff0000ffff;
	return (u << 16 | u >> 32) & 0xffffffff;
}

static uint64_t
number(const char *p)
{
	const unsigned char *digit = (const unsigned char *)p;

	return eight_digits(digit) << 32 | eight_digits(digit + 8);
}

/* What is left of a line; fields end in a tab. Those that read them return 0 where the line is none of ours, or torn. */
struct cursor {
	const char *p, *end;
};

static int
skip_tab(struct cursor *c)
{
	return c->p < c->end && *c->p++ == '\t';
}

static int
read_number(struct cursor *c, uint64_t *u)
{
	*u = 0;
	if (c->end - c->p > DIGITS && *c->p != '\t') {
		*u = number(c->p);
		c->p += DIGITS;
	}
	return skip_tab(c);
}

static int
read_hash(struct cursor *c, struct hash *h)
{
	*h = (struct hash){0, 0};
	if (c->end - c->p > 2 * DIGITS && *c->p != '\t') {
		*h = (struct hash){number(c->p), number(c->p + DIGITS)};
		c->p += 2 * DIGITS;
	}
	return skip_tab(c);
}

static int
read_field(struct cursor *c, struct slice *f)
{
	const char *tab = c->p < c->end ? memchr(c->p, '\t', (size_t)(c->end - c->p)) : NULL;

	if (!tab)
		return 0;
	*f = (struct slice){c->p, (size_t)(tab - c->p)};
	c->p = tab + 1;
	return 1;
}

static int
read_word(struct cursor *c, const char *const *words, int n, int *which)
{
	struct slice f;

	if (!read_field(c, &f))
		return 0;
	for (*which = 0; *which < n; ++*which)
		if (slice_eq(f, slice_z(words[*which])))
			return 1;
	return 0;
}

/* Text that stays for good, by the block; NULL: the field was empty. */
static int
read_text(struct cursor *c, char **to)
{
	static struct {
		char *p;
		size_t n;
	} spare;
	struct buf plain = {0};
	struct slice f;

	*to = NULL;
	if (c->p < c->end && *c->p == '\t') /* most */
		return skip_tab(c);
	if (!read_field(c, &f))
		return 0;
	if (memchr(f.p, '\\', f.n)) {
		unesc(&plain, f);
		f = slice_of(&plain);
	}
	if (f.n >= spare.n) {
		spare.n = f.n < BLOCK ? BLOCK : f.n + 1;
		spare.p = emalloc(spare.n);
	}
	*to = memcpy(spare.p, f.p, f.n);
	spare.p[f.n] = '\0';
	spare.p += f.n + 1;
	spare.n -= f.n + 1;
	buf_free(&plain);
	return 1;
}

/* The last field is a hash of those before it. */
static int
whole(struct slice line)
{
	size_t fields = line.n - DIGITS;

	return line.n > DIGITS + 1 && line.p[fields - 1] == '\t' &&
	       number(line.p + fields) == hash_name(line.p, fields - 1);
}

/* No part of NAME, but for the slash at the end of a directory's, leads out of OUTDIR or into what is ours there. */
static int
is_below(const char *name)
{
	const char *part = name, *end;

	if (strncmp(name, ".tanzaku", sizeof(".tanzaku") - 1) == 0 && (name[8] == '/' || name[8] == '\0'))
		return 0;
	for (;; part = end + 1) {
		size_t n;

		end = strchr(part, '/');
		n = end ? (size_t)(end - part) : strlen(part);
		if ((n == 1 && part[0] == '.') || (n == 2 && part[0] == '.' && part[1] == '.') || (n == 0 && end))
			return 0;
		if (!end)
			return 1;
	}
}

/* A line that somebody has written: what it names is not touched. */
static int
is_inside(const struct entry *e)
{
	if (e->state == STATE_ALL)
		return strcmp(e->name, "/all.json") == 0 || strcmp(e->name, "/all.jsonl") == 0;
	if (e->state == STATE_DIR && strcmp(e->name, "/") == 0)
		return 1;
	return *e->name && is_below(e->name);
}

/* The name of a temporary, if there is one. */
static int
is_number(const char *z)
{
	return !z || strspn(z, "0123456789") == strlen(z);
}

static int
parse(struct slice line, struct entry *e, char **temp)
{
	struct cursor c = {line.p, line.p + line.n};
	int state, form;

	if (!whole(line))
		return 0;
	c.end -= DIGITS;
	if (!read_word(&c, state_words, STATES, &state))
		return 0;
	*e = (struct entry){.state = (enum state)state};
	if (!read_text(&c, &e->name) || !read_number(&c, &e->stamp) || !read_hash(&c, &e->content) ||
	    !read_number(&c, &e->recipe) || !read_word(&c, form_words, FORMS, &form) || !read_number(&c, &e->size) ||
	    !read_hash(&c, &e->output) || !read_text(&c, &e->code) || !read_text(&c, &e->message) || !read_text(&c, temp))
		return 0;
	e->form = (enum form)form;
	return e->name && c.p == c.end && is_inside(e) && is_number(*temp);
}

/* Hands on the whole lines that have been read, and keeps the rest. */
static void
lines(struct buf *b, void (*fn)(const struct entry *e, const char *temp))
{
	const char *p = b->p, *end = b->p + b->n, *lf;
	struct entry e;
	char *temp;

	for (; p < end && (lf = memchr(p, '\n', (size_t)(end - p))); p = lf + 1)
		if (parse((struct slice){p, (size_t)(lf - p)}, &e, &temp))
			fn(&e, temp);
	b->n = (size_t)(end - p);
	memmove(b->p, p, b->n);
}

void
manifest_read(int dir, const char *name, void (*fn)(const struct entry *e, const char *temp))
{
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct buf b = {0};
	ssize_t n;

	if (fd < 0 && errno == ENOENT)
		return;
	do {
		buf_room(&b, BLOCK);
		n = fd < 0 ? -1 : read(fd, b.p + b.n, b.cap - b.n);
		if (n < 0)
			die("%s:", name);
		b.n += (size_t)n;
		lines(&b, fn);
	} while (n > 0);
	close(fd);
	buf_free(&b);
}
