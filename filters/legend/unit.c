/* unit.c - a line that waits; see legend/unit.h */
#include "legend/unit.h"

#include <string.h>

#include "legend/cut.h"
#include "legend/drawn.h"
#include "legend/line.h"
#include "legend/row.h"
#include "stream/warn.h"

/* Bytes: of a line that a page has cut, at least; of a line that can be the rest of one. */
enum { SHORTEST_CUT = 48, LONGEST_REST = 400, SHORTEST_REST = 6, A_WORD = 24 };

static void
add_line(struct buf *to, const struct rec *r)
{
	buf_adds(to, r->raw);
	buf_addc(to, '\n');
}

static void
unit_clear(struct unit *u)
{
	struct unit old = *u;

	*u = (struct unit){.text = old.text, .cells = old.cells, .raw = old.raw, .own = old.own, .notes = old.notes,
	    .behind = old.behind};
	buf_clear(&u->text);
	buf_clear(&u->cells);
	buf_clear(&u->raw);
	buf_clear(&u->own);
	buf_clear(&u->notes);
	buf_clear(&u->behind);
}

static int
is_bad(struct slice text)
{
	return !is_utf8(text);
}

void
unit_begin(struct unit *u, const struct rec *r)
{
	unit_clear(u);
	u->line = r->line;
	u->kind = r->kind;
	unit_add(u, r);
	if (r->kind == K_ROW)
		buf_adds(&u->cells, slice_of(&u->text));
	else if (!u->bad && drawn_begins(slice_of(&u->text))) /* of an earlier run */
		u->drawn = DRAWN_LINE;
}

void
unit_add(struct unit *u, const struct rec *r)
{
	static struct fields f;
	size_t i, n = rec_fields(r, &f), from = u->text.n;

	for (i = 0; i < n; i++) {
		if (i && r->kind == K_ROW)
			buf_addc(&u->text, '\t');
		unesc(&u->text, f.f[i]);
	}
	u->bad |= is_bad((struct slice){slice_of(&u->text).p + from, u->text.n - from});
	add_line(&u->raw, r);
	add_line(&u->own, r);
}

/* The lines of a row that was drawn. */
static void
take_source(struct unit *u, const struct rec *r)
{
	static struct buf source;
	struct slice text = unesc_tmp(&source, r->rest);

	u->drawn = DRAWN_CELLS;
	if (u->bad || is_bad(text) || !drawn_is_row(text))
		return;
	u->drawn = DRAWN_LINE;
	buf_clear(&u->text);
	buf_adds(&u->text, text);
}

int
unit_is_row(const struct unit *u)
{
	return u->drawn || (u->text.n && memchr(u->text.p, '\t', u->text.n) != NULL);
}

struct slice
unit_title(const struct unit *u)
{
	return slice_of(u->cells.n ? &u->cells : &u->text);
}

void
unit_rule(struct unit *u, const struct rec *r)
{
	add_line(&u->behind, r);
}

void
unit_note(struct unit *u, const struct rec *r)
{
	if (u->behind.n) {
		add_line(&u->behind, r);
		return;
	}
	if (u->bad && is_warn(r, MSG_BAD_UTF8))
		return; /* of an earlier run: it will be said again */
	add_line(&u->raw, r);
	if (r->kind == K_SOURCE) {
		take_source(u, r);
		return;
	}
	add_line(&u->notes, r);
}

void
unit_swap(struct unit *a, struct unit *b)
{
	struct unit c = *a;

	*a = *b;
	*b = c;
}

void
unit_take_rest(struct unit *u, struct buf *rest)
{
	char *lf = u->kind == K_LEGEND && u->text.n && !u->drawn ? memchr(u->text.p, '\n', u->text.n) : NULL;

	buf_clear(rest);
	if (!lf)
		return;
	buf_add(rest, lf, u->text.n - (size_t)(lf - u->text.p));
	u->text.n = (size_t)(lf - u->text.p);
	u->bad = u->bad && is_bad(slice_of(&u->text));
}

void
unit_begin_rest(struct unit *u, struct buf *rest, unsigned long line)
{
	const char *lf = memchr(rest->p + 1, '\n', rest->n - 1);
	size_t n = lf ? (size_t)(lf - rest->p) : rest->n;

	unit_clear(u);
	u->line = line;
	u->kind = K_LEGEND;
	buf_add(&u->text, rest->p + 1, n - 1);
	u->bad = is_bad(slice_of(&u->text));
	memmove(rest->p, rest->p + n, rest->n - n);
	rest->n -= n;
}

/* The bracket depth that S adds. */
static int
depth_of(struct slice s)
{
	int depth = 0;
	size_t i;

	cut_begin(s);
	for (i = 0; i < cut_text.n; i += cut_length(i))
		depth += cut_bracket(i);
	return depth;
}

int
unit_is_open(const struct unit *last, size_t n)
{
	int depth = depth_of(slice_of(&last->text));

	for (; n; n--)
		depth += depth_of(slice_of(&(--last)->text));
	return depth > 0;
}

/* Some first characters, then a separator: an entry, if not one that is understood. */
static int
begins_entry(struct slice line)
{
	size_t i, n;

	cut_begin(line);
	for (i = 0; i < cut_text.n && i < A_WORD; i += cut_length(i))
		if (sep_is_strong(cut_sep(i, &n)))
			return 1;
	return 0;
}

/* A line that a page has cut is a long one; what hangs under an entry is indented, or begins with a bullet. */
int
unit_may_go_on(const struct unit *last, const struct unit *u)
{
	static const char *const hanging[] = {" ", "・", "･", "-", NULL};
	enum mark_class class;
	size_t i;

	if (u->text.n > LONGEST_REST || u->text.n < SHORTEST_REST)
		return 0;
	cut_begin(slice_of(&u->text));
	i = cut_skip(0);
	mark_at(cut_part(i, cut_text.n), &class);
	if (!cut_starts(0, hanging) &&
	    ((class != MARK_NONE && class != MARK_LETTER) || last->text.n < SHORTEST_CUT ||
	     (last->text.n > 3 && memcmp(last->text.p + last->text.n - 3, "。", 3) == 0)))
		return 0;
	return !begins_entry(slice_of(&u->text)) && !legend_is_title(slice_of(&u->text));
}

void
unit_read(struct legend_line *l, const struct unit *u)
{
	l->grid = l->cells = 0;
	if (u->grid.is && grid_tells(slice_of(&u->cells), u->grid))
		grid_read(l, slice_of(&u->cells), u->grid);
	else if (unit_is_row(u))
		legend_row_read(l, slice_of(&u->text));
	else
		legend_read(l, slice_of(&u->text));
	if (u->grid.is && l->n == 1 && l->cells) /* a mark that begins its row: the header says what it is all the same */
		l->grid = 1 + u->grid.signs;
}
