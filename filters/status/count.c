/* count.c - what the cells of a column hold; see status/cols.h */
#include <string.h>

#include "status/cols.h"
#include "status/legend.h"
#include "status/spelled.h"
#include "base/utf8.h"

static struct fields field;

/* ① ② ③, A B C, 1 2 3 down a column number its rows. */
static void
count_step(struct statuscol *c, struct slice mark)
{
	size_t len;
	unsigned long u = utf8_next(mark.p, mark.n, &len);

	if (c->last && u == c->last + 1)
		c->steps++;
	if (c->last && u != c->last)
		c->differ = 1;
	c->last = u;
}

static void
count_mark(struct statuscol *c, const struct reading *r, unsigned long line)
{
	static struct buf key;
	struct grade g;

	buf_clear(&key);
	mark_key(&key, r->mark[r->marks - 1]);
	if (c->marks == 0)
		c->class = r->class;
	c->marks++;
	c->defined += legends_find(slice_of(&key), c->label, line, &g) != FOUND_NONE ||
	    (statuscol_says_status(c) && spelled_find(slice_of(&key), &g));
	count_step(c, r->mark[0]);
}

/* A cell that is no mark: perhaps the legend defines it as it stands. */
static void
count_word(struct statuscol *c, const struct reading *r, struct place at)
{
	static struct buf key;
	struct grade g;

	buf_clear(&key);
	mark_key(&key, r->text);
	if (legends_find(slice_of(&key), c->label, at.line, &g) != FOUND_NONE) {
		c->marks++;
		c->defined++;
		c->class = MARK_NONE;
	}
}

static unsigned long
hash(struct slice s)
{
	unsigned long h = 5381;
	size_t i;

	for (i = 0; i < s.n; i++)
		h = 33 * h + (unsigned char)s.p[i];
	return 2 * h + 1; /* 0: none */
}

/* A mark with words behind it, which define it if they are the same wherever it stands. */
static void
count_glued(struct statuscol *c, const struct reading *r)
{
	struct wording w = {hash(r->mark[0]), hash(r->rest)};
	size_t i;

	c->glued++;
	for (i = 0; i < WORDINGS && c->wording[i].mark && c->wording[i].mark != w.mark; i++)
		;
	if (i < WORDINGS && !c->wording[i].mark)
		c->wording[i] = w;
	c->remarks |= i == WORDINGS || c->wording[i].words != w.words;
}

/* Boxes bring their own legend with them. */
static void
count_boxes(struct statuscol *c)
{
	c->marks++;
	c->defined++;
	c->class = MARK_NONE;
}

/* A dash or a blank that the legend defines is a grade beside the others, whatever else the column holds. */
static void
count_filler(struct statuscol *c, const struct reading *r, unsigned long line)
{
	static struct buf key;
	struct grade g;

	c->filled--;
	buf_clear(&key);
	mark_key(&key, r->text);
	if (legends_find(slice_of(&key), c->label, line, &g) == FOUND)
		c->differ = 1;
}

static void
count_cell(struct statuscol *c, struct slice f, struct place at)
{
	struct reading r;

	cell_read(&r, f);
	c->rows++;
	c->filled++;
	switch (r.form) {
	case FORM_MARK:
	case FORM_SEVERAL:
	case FORM_CHANGE: count_mark(c, &r, at.line); break;
	case FORM_MARKED:
		if (r.remark)
			count_mark(c, &r, at.line);
		else
			count_glued(c, &r);
		break;
	case FORM_TICKED:
	case FORM_BOXES: count_boxes(c); break;
	case FORM_WORD: count_word(c, &r, at); break;
	case FORM_TEXT: c->texts++; break;
	case FORM_FIGURE: break;
	case FORM_EMPTY: /* these say nothing by themselves */
	case FORM_DASH: count_filler(c, &r, at.line); break;
	case FORM_LEFT:
	case FORM_ABOVE:
		c->filled--;
		c->again++;
		break;
	}
}

int
statuscol_is_out(const struct statuscol *c)
{
	return !statuscol_says_status(c) && c->filled > c->marks;
}

void
statuscols_count(struct statuscols *t, const struct rec *r, const char *file)
{
	size_t i;

	rec_fields(r, &field);
	for (i = 0; i < field.n && i < STATUS_COLUMNS; i++) {
		struct statuscol *c = statuscols_at(t, i);

		if (!statuscol_is_out(c))
			count_cell(c, field.f[i], (struct place){file, r->line, 0});
	}
}

void
statuscols_uncount(struct statuscols *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		struct statuscol *c = &t->c[i];

		*c = (struct statuscol){.role = c->role, .label = c->label, .above = c->above};
	}
}
