/* pattern.c - how a file is recognised; see pattern.h */
#include "reader/pattern.h"

#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader/zipdir.h"

enum { ENDS = 64 * 1024, BYTES_MOST = 256 };

struct slice
pattern_word(struct slice *fields)
{
	struct slice word;

	while (fields->n && *fields->p == ' ') {
		fields->p++;
		fields->n--;
	}
	word.p = fields->p;
	while (fields->n && *fields->p != ' ') {
		fields->p++;
		fields->n--;
	}
	word.n = (size_t)(fields->p - word.p);
	return word;
}

static int
hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The bytes that TEXT stands for, in TO of BYTES_MOST. */
static struct slice
bytes_of(struct slice text, char *to)
{
	size_t i, n = 0;

	for (i = 0; i < text.n && n < BYTES_MOST; i++) {
		const char *p = text.p + i;

		if (*p == '\\' && i + 1 < text.n && p[1] == 's') {
			to[n++] = ' ';
			i++;
		} else if (*p == '\\' && i + 3 < text.n && p[1] == 'x' && hex(p[2]) >= 0 && hex(p[3]) >= 0) {
			to[n++] = (char)(hex(p[2]) << 4 | hex(p[3]));
			i += 3;
		} else {
			to[n++] = *p;
		}
	}
	return (struct slice){to, n};
}

static int
stands_at(const struct sample *file, size_t offset, struct slice bytes)
{
	return file->begin.n >= offset && file->begin.n - offset >= bytes.n && memcmp(file->begin.p + offset, bytes.p, bytes.n) == 0;
}

static int
is_within(struct slice text, struct slice bytes)
{
	size_t i;

	for (i = 0; bytes.n && i + bytes.n <= text.n; i++)
		if (text.p[i] == *bytes.p && memcmp(text.p + i, bytes.p, bytes.n) == 0)
			return 1;
	return 0;
}

static int
is_at_an_end(const struct sample *file, struct slice bytes)
{
	struct slice begin = {file->begin.p, file->begin.n < ENDS ? file->begin.n : ENDS};
	char *end;
	struct stat st;
	ssize_t n;
	int is;

	if (is_within(begin, bytes))
		return 1;
	if (!file->regular || fstat(file->fd, &st) < 0 || st.st_size <= (off_t)begin.n)
		return 0;
	end = emalloc(ENDS);
	n = pread(file->fd, end, ENDS, st.st_size > ENDS ? st.st_size - ENDS : 0);
	is = n > 0 && is_within((struct slice){end, (size_t)n}, bytes);
	free(end);
	return is;
}

/* Does the file begin with lines "Name: value", as RFC 5322, 2.2 has them, among which is one called NAME? A line that begins
 * with a blank goes on with the one before it. */
static int
has_field(const struct sample *file, struct slice name)
{
	const char *p = file->begin.p, *end = p + (file->begin.n < ENDS ? file->begin.n : ENDS), *line, *lf;

	for (; p < end && *p != '\n' && *p != '\r'; p = lf + 1) {
		lf = memchr(p, '\n', (size_t)(end - p));
		if (!lf)
			return 0;
		if (*p == ' ' || *p == '\t')
			continue;
		for (line = p; p < lf && *p > ' ' && *p < 127 && *p != ':'; p++)
			;
		if (p == line || *p != ':')
			return 0;
		if ((size_t)(p - line) == name.n && strncasecmp(line, name.p, name.n) == 0)
			return 1;
	}
	return 0;
}

static int
part_fits(struct slice part, const struct sample *file)
{
	char room[BYTES_MOST];
	size_t offset = 0, digits = 0;

	if (slice_begins(part, "zip:"))
		return file->regular && zip_has(file->fd, bytes_of(slice_behind(part, 4), room));
	if (slice_begins(part, "any:"))
		return is_at_an_end(file, bytes_of(slice_behind(part, 4), room));
	if (slice_begins(part, "field:"))
		return has_field(file, slice_behind(part, 6));
	while (digits < part.n && digits < 6 && part.p[digits] >= '0' && part.p[digits] <= '9')
		offset = 10 * offset + (size_t)(part.p[digits++] - '0');
	if (digits && digits < part.n && part.p[digits] == ':')
		return stands_at(file, offset, bytes_of(slice_behind(part, digits + 1), room));
	return stands_at(file, 0, bytes_of(part, room));
}

int
pattern_fits(struct slice pattern, const struct sample *file)
{
	struct slice part = pattern_word(&pattern);

	if (!part.n)
		return 0;
	for (; part.n; part = pattern_word(&pattern))
		if (!part_fits(part, file))
			return 0;
	return 1;
}
