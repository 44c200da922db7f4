/* manifestline.c - an entry as a line, and back; see manifest.h */
#include "manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msg.h"
#include "rec.h"

enum { F_STATE, F_NAME, F_STAMP, F_CONTENT, F_RECIPE, F_FORM, F_SIZE, F_OUTPUT, F_CODE, F_MESSAGE, F_TEMP, F_CHECK, FIELDS };

static const char *const states[STATES] = {"ok", "bad", "gone", "dir", "all"};
static const char *const forms[] = {"", "tree", "lines", "part-tree", "part-lines"};

/* Numbers in hexadecimal, with all of their digits; 0, which stands for what is not known, as nothing. */
static void
add_hex(struct buf *to, uint64_t u)
{
	int i;

	buf_room(to, 16);
	for (i = 60; i >= 0; i -= 4)
		to->p[to->n++] = "0123456789abcdef"[u >> i & 15];
}

static void
add_number(struct buf *to, uint64_t u)
{
	buf_addc(to, '\t');
	if (u)
		add_hex(to, u);
}

static void
add_hash(struct buf *to, struct hash h)
{
	buf_addc(to, '\t');
	if (hash_none(h))
		return;
	add_hex(to, h.high);
	add_hex(to, h.low);
}

static void
add_text(struct buf *to, const char *z)
{
	buf_addc(to, '\t');
	if (z)
		esc(to, slice_z(z));
}

void
manifest_line(struct buf *to, const struct entry *e, const char *temp)
{
	size_t from = to->n;

	buf_addz(to, states[e->state]);
	add_text(to, e->name);
	add_number(to, e->stamp);
	add_hash(to, e->content);
	add_number(to, e->recipe);
	add_text(to, forms[e->form]);
	add_number(to, e->size);
	add_hash(to, e->output);
	add_text(to, e->code);
	add_text(to, e->message);
	add_text(to, temp);
	add_number(to, hash_name(to->p + from, to->n - from));
	buf_addc(to, '\n');
}

/* Eight fields of a line are numbers: what each digit is worth is looked up, which takes a third of the time. */
static const unsigned char digit[256] = {
	['1'] = 1, ['2'] = 2, ['3'] = 3, ['4'] = 4, ['5'] = 5, ['6'] = 6, ['7'] = 7, ['8'] = 8, ['9'] = 9,
	['a'] = 10, ['b'] = 11, ['c'] = 12, ['d'] = 13, ['e'] = 14, ['f'] = 15,
};

static uint64_t
number(const char *p, size_t n)
{
	uint64_t u = 0;

	for (; n; n--, p++)
		u = u << 4 | digit[(unsigned char)*p];
	return u;
}

static struct hash
hash_field(struct slice f)
{
	if (f.n != 32)
		return (struct hash){0, 0};
	return (struct hash){number(f.p, 16), number(f.p + 16, 16)};
}

/* The text of a field, in its own place, where a tab or newline follows; NULL if it is empty. */
static char *
text(struct slice f)
{
	char *p = (char *)f.p;
	struct buf b = {0};

	if (f.n == 0)
		return NULL;
	if (memchr(f.p, '\\', f.n)) { /* never longer than it was */
		unesc(&b, f);
		memcpy(p, b.p, b.n);
		f.n = b.n;
		buf_free(&b);
	}
	p[f.n] = '\0';
	return p;
}

static int
word(struct slice f, const char *const *words, int n)
{
	int i;

	for (i = 0; i < n && !slice_eq(f, slice_z(words[i])); i++)
		;
	return i;
}

/* Cuts a line at its tabs. Returns 0 if it is none of ours, or torn. */
static int
cut(struct slice line, struct slice *f)
{
	const char *p = line.p, *end = line.p + line.n;
	size_t i;

	for (i = 0; i < FIELDS; i++) {
		const char *tab = i < F_CHECK ? memchr(p, '\t', (size_t)(end - p)) : end;

		if (!tab)
			return 0;
		f[i] = (struct slice){p, (size_t)(tab - p)};
		p = tab + 1;
	}
	return f[F_CHECK].n == 16 && number(f[F_CHECK].p, 16) == hash_name(line.p, line.n - 17);
}

static int
parse(struct slice line, struct entry *e, const char **temp)
{
	struct slice f[FIELDS];
	int state, form;

	if (!cut(line, f))
		return 0;
	state = word(f[F_STATE], states, STATES);
	form = word(f[F_FORM], forms, sizeof(forms) / sizeof(*forms));
	*e = (struct entry){.name = text(f[F_NAME]), .state = (enum state)state, .form = (enum form)form};
	e->stamp = number(f[F_STAMP].p, f[F_STAMP].n);
	e->content = hash_field(f[F_CONTENT]);
	e->recipe = number(f[F_RECIPE].p, f[F_RECIPE].n);
	e->size = number(f[F_SIZE].p, f[F_SIZE].n);
	e->output = hash_field(f[F_OUTPUT]);
	e->code = text(f[F_CODE]);
	e->message = text(f[F_MESSAGE]);
	*temp = text(f[F_TEMP]);
	return e->name && state < STATES && form < (int)(sizeof(forms) / sizeof(*forms));
}

/* All of a file, which entries then point into: it is never freed. */
static struct buf
slurp(int dir, const char *name)
{
	struct buf b = {0};
	struct stat st;
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ssize_t n = 0;

	if (fd < 0 && errno != ENOENT)
		die("%s:", name);
	if (fd >= 0 && fstat(fd, &st) == 0)
		buf_room(&b, (size_t)st.st_size + 1);
	while (fd >= 0) {
		buf_room(&b, 4096);
		n = read(fd, b.p + b.n, b.cap - b.n);
		if (n <= 0)
			break;
		b.n += (size_t)n;
	}
	if (n < 0)
		die("%s:", name);
	if (fd >= 0)
		close(fd);
	return b;
}

void
manifest_read(int dir, const char *name, void (*fn)(const struct entry *e, const char *temp))
{
	struct buf b = slurp(dir, name);
	const char *p = b.p, *end = b.p + b.n, *lf;
	struct entry e;
	const char *temp;

	for (; p < end && (lf = memchr(p, '\n', (size_t)(end - p))); p = lf + 1)
		if (parse((struct slice){p, (size_t)(lf - p)}, &e, &temp))
			fn(&e, temp);
}
