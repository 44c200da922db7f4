/* wikirow.c - tables of wikis; see wikirow.h */
#include "split/wikirow.h"

#include <string.h>

#include "base/blank.h"
#include "split/peek.h"
#include "split/strokes.h"

enum { TWO = 'D' };

/* Cuts S, between two signs BETWEEN, into C: how many cells it has; 0 if it does not begin and end with them. */
static size_t
cut(struct slice s, char between, struct slice *c)
{
	size_t wide = between == TWO ? 2 : 1, n = 0, i, from = wide;
	const char *sign = between == TWO ? "||" : &between;

	if (s.n <= 2 * wide || memcmp(s.p, sign, wide) != 0 || memcmp(s.p + s.n - wide, sign, wide) != 0)
		return 0;
	for (i = wide; i + wide <= s.n; i++) {
		if (memcmp(s.p + i, sign, wide) != 0)
			continue;
		if (n == LAYOUT_COLUMNS)
			return 0;
		c[n++] = blank_trim((struct slice){s.p + from, i - from});
		from = i + wide;
		i += wide - 1;
	}
	return from == s.n ? n : 0;
}

/* Takes BEFORE, and what is no letter of a name up to the blank behind it, off each of N cells; false if one does not have it. */
static int
strip(struct slice *c, size_t n, const char *before, const char *behind)
{
	size_t i, nb = strlen(before), ne = strlen(behind);

	for (i = 0; i < n; i++)
		if (c[i].n <= nb + ne || memcmp(c[i].p, before, nb) != 0 || memcmp(c[i].p + c[i].n - ne, behind, ne) != 0)
			return 0;
	for (i = 0; i < n; i++)
		c[i] = blank_trim((struct slice){c[i].p + nb, c[i].n - nb - ne});
	return 1;
}

/* All of N cells have a word, and none has a sign that parts cells. */
static int
are_names(const struct slice *c, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (c[i].n == 0 || memchr(c[i].p, '|', c[i].n) || !layout_may_be_name(c[i]))
			return 0;
	return n >= 2;
}

/* The cells of names that LINE has by its syntax, and how those of the rows below are parted. */
static size_t
names_of(struct wikirow *w, struct slice line)
{
	struct slice s = blank_trim(line);
	size_t n;

	w->between = '|';
	w->source = (struct slice){line.p, (size_t)(s.p + s.n - line.p)};
	if (s.n < 4)
		return 0;
	if (s.p[s.n - 1] == 'h' && s.p[s.n - 2] == '|' && (n = cut((struct slice){s.p, s.n - 1}, '|', w->cell)))
		return n;
	if (*s.p == '^' && (n = cut(s, '^', w->cell)))
		return n;
	if ((n = cut(s, TWO, w->cell))) {
		w->between = strip(w->cell, n, "=", "=") ? TWO : '|';
		return n;
	}
	if ((n = cut(s, '|', w->cell)) && (strip(w->cell, n, "~", "") || strip(w->cell, n, "_.", "")))
		return n;
	return 0;
}

/* The line behind the one at hand has N cells of a row. */
static int
row_follows(const struct wikirow *w, struct lines *in, size_t n)
{
	struct slice c[LAYOUT_COLUMNS];
	struct line l;
	size_t i = 0;

	return peek_line(in, &i, &l) && !strokes_delimiters(l.text) && cut(blank_trim(l.text), w->between, c) == n && !(w->between == '|' && slice_begins(blank_trim(l.text), "||"));
}

static enum wiki_line
begins(struct wikirow *w, struct lines *in, struct slice line)
{
	w->n = names_of(w, line);
	if (w->n && are_names(w->cell, w->n) && row_follows(w, in, w->n)) {
		w->source.n--;
		w->tail = (struct slice){line.p + w->source.n, line.n - w->source.n};
		return WIKI_NAMES;
	}
	w->between = TWO;
	w->n = cut(blank_trim(line), TWO, w->cell);
	return w->n >= 2 && row_follows(w, in, w->n) ? WIKI_ROW : WIKI_NONE;
}

/* May LINE begin such a table? Asked of every line. */
static int
may_begin(struct slice line)
{
	return line.n > 4 && (*line.p == '^' || (*line.p == '|' && (line.p[1] == '|' || line.p[1] == '~' || line.p[1] == '_' || line.p[line.n - 1] == 'h')));
}

enum wiki_line
wikirow_line(struct wikirow *w, struct lines *in, struct slice *line)
{
	enum wiki_line kind;

	if (!w->on && !may_begin(*line))
		return WIKI_NONE;
	buf_clear(&w->copy);
	buf_adds(&w->copy, *line);
	*line = slice_of(&w->copy);
	if (w->on) {
		w->on = cut(blank_trim(*line), w->between, w->cell) == w->n;
		return w->on ? WIKI_ROW : WIKI_NONE;
	}
	kind = begins(w, in, *line);
	w->on = kind != WIKI_NONE;
	return kind;
}

struct slice
wikirow_cell(const void *w, size_t i)
{
	return ((const struct wikirow *)w)->cell[i];
}

void
wikirow_end(struct wikirow *w)
{
	w->on = 0;
}
