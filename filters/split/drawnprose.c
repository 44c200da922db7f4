/* drawnprose.c - prose with pipes in it; see drawnprose.h */
#include "split/drawnprose.h"

#include <string.h>

#include "split/codelike.h"

/* S is " |name|": a reference, as reStructuredText has them in its sentences. */
static int
is_reference(struct slice s)
{
	size_t n = 2;

	while (n < s.n && (s.p[n] == '_' || ((s.p[n] | 0x20) >= 'a' && (s.p[n] | 0x20) <= 'z')))
		n++;
	return n > 2 && n < s.n && s.p[n] == '|';
}

/* A pipe stands inside of brackets of LINE, or they are closed and not opened: it says how a command is used. */
static int
is_usage(struct slice line)
{
	size_t i;
	int depth = 0;

	for (i = 0; i < line.n && depth >= 0; i++) {
		if (line.p[i] == '|' && depth)
			return 1;
		depth += (line.p[i] == '[' || line.p[i] == '{') - (line.p[i] == ']' || line.p[i] == '}');
	}
	return depth < 0;
}

/* A sentence ends inside of LINE, or a part of one in Latin letters, with a comma, a semicolon or a colon and a blank; or it
 * holds a reference, or is none at all. */
int
drawnprose_is(struct slice line)
{
	size_t i;

	if (is_usage(line) || codelike(line, PARTS_STROKES))
		return 1;
	for (i = 1; i + 1 < line.n; i++) {
		if (line.n - i > 4 && memcmp(line.p + i, "\xe3\x80\x82", 3) == 0 && line.p[i + 3] != ' ')
			return 1;
		if (line.p[i - 1] == ' ' && line.p[i] == '|' && is_reference((struct slice){line.p + i - 1, line.n - i + 1}))
			return 1;
		if (strchr(",;:", line.p[i]) && line.p[i + 1] == ' ' && (line.p[i - 1] | 0x20) >= 'a' && (line.p[i - 1] | 0x20) <= 'z')
			return 1;
	}
	return 0;
}

/* Blanks in LINE from place I on, or before it: STEP is -1. */
static size_t
blanks_from(struct slice line, size_t i, int step)
{
	size_t n = 0;

	while (i < line.n && line.p[i] == ' ') {
		n++;
		i += (size_t)step; /* wraps behind the first */
	}
	return n;
}

void
drawnprose_add(struct drawnprose *p, struct slice line)
{
	size_t i, at = line.n;
	int gapped = 0, hung = 0, begun = 0, ascii = 1;

	for (i = 0; i < line.n; i++) {
		ascii &= (unsigned char)line.p[i] < 0x80;
		if (line.p[i] == '|') {
			at = at < line.n ? at : i;
			hung |= blanks_from(line, i + 1, 1) > 1 && blanks_from(line, i - 1, -1) < 2;
			begun = 0;
		} else if (line.p[i] != ' ') {
			begun = 1;
		} else {
			size_t n = blanks_from(line, i, 1);

			gapped |= n > 1 && begun && i + n < line.n && line.p[i + n] != '|';
			i += n - 1;
		}
	}
	p->edged += at < line.n && blanks_from(line, 0, 1) == at;
	p->prose |= drawnprose_is(line);
	p->gapped += (size_t)gapped;
	p->hung += (size_t)(hung && ascii); /* in bytes, that is in places */
	p->apart |= p->lines && at != p->at;
	p->at = p->lines++ ? p->at : at;
}

int
drawnprose_holds(const struct drawnprose *p)
{
	return p->prose || (p->edged && p->edged < p->lines) || p->gapped == p->lines || (p->hung && p->apart);
}
