/* tables.c - kinds of tables in turn; see tables.h */
#include "split/tables.h"

#include "base/blank.h"
#include "split/codelike.h"
#include "split/listed.h"
#include "split/put.h"
#include "stream/rec.h"
#include "stream/warn.h"

void
tables_begin(struct tables *t, struct slice name)
{
	drawn_forget(&t->drawn);
	t->drawn.proven = 0;
	counted_end(&t->counted);
	dashed_end(&t->dashed);
	aligned_forget(&t->aligned);
	roster_end(&t->roster);
	spaced_forget(&t->spaced);
	t->spaced.on = t->spaced.broken = t->spaced.told = 0;
	flat_end(&t->flat);
	delimited_begin(&t->delimited, name);
	records_begin(&t->records);
	cycles_begin(&t->cycles);
	tails_end(&t->tails);
	slashed_end(&t->slashed);
	wikirow_end(&t->wiki);
	t->program = 0;
	t->open = 0;
}

void
tables_end_block(struct tables *t, int blank)
{
	drawn_forget(&t->drawn);
	counted_end(&t->counted);
	t->spaced.on = t->spaced.broken = t->spaced.told = 0;
	roster_end(&t->roster);
	records_end(&t->records);
	tails_end(&t->tails);
	slashed_end(&t->slashed);
	wikirow_end(&t->wiki);
	t->program = 0;
	t->open = 0;
	if (blank) {
		aligned_blank(&t->aligned);
		flat_blank(&t->flat);
		cycles_blank(&t->cycles);
		return;
	}
	flat_end(&t->flat);
	aligned_end(&t->aligned);
	dashed_end(&t->dashed);
	delimited_end(&t->delimited);
	cycles_end(&t->cycles);
}

void
tables_end_page(struct tables *t)
{
	aligned_page(&t->aligned);
	flat_end(&t->flat);
}

static void
put_laid(const struct docpos *d, const struct laid_row *r)
{
	put_row(d->line, laid_cell, r, r->n, MARKUP_CELLS, slice_of(&r->source), 1);
	put_why(d->line, "row", GRADE_STRONG, "columns of characters or display columns that its neighbours have as well");
}

static void
put_unread(const struct docpos *d, struct slice line)
{
	put_record("text", d->line, line);
	out_warn(MSG_UNREAD_TABLE, doc_here(d));
}

int
tables_ruled(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t more;

	switch (dashed_line(&t->dashed, in, line, &more)) {
	case DASHED_NONE:
		if (!aligned_rule(&t->aligned, *line) && !flat_rule(&t->flat, *line))
			return 0;
		put_record("rule", d->line, *line);
		return 1;
	case DASHED_ROW:
		put_laid(d, &t->dashed.row);
		break;
	case DASHED_RULE:
		put_record("rule", d->line, *line);
		break;
	case DASHED_BLANK:
		put_record("text", d->line, *line);
		break;
	case DASHED_UNREAD:
		put_unread(d, *line);
		break;
	}
	aligned_end(&t->aligned);
	t->spaced.on = t->spaced.broken = 0;
	doc_take(d, in, more);
	return 1;
}

static struct slice
drawn_cell(const void *d, size_t i)
{
	return slice_of(&((const struct drawn *)d)->cell[i]);
}

static int
drawn(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t more;

	switch (drawn_line(&t->drawn, in, line, &more)) {
	case SHAPE_CELLS:
		put_row(d->line, drawn_cell, &t->drawn, t->drawn.n, MARKUP_GFM, slice_of(&t->drawn.source), 1);
		put_why(d->line, "row", GRADE_STRONG, "drawn with pipes or a box, beside a rule or other such lines");
		break;
	case SHAPE_RULE:
		put_record("rule", d->line, *line);
		break;
	case SHAPE_NONE:
		return 0;
	}
	doc_take(d, in, more);
	return 1;
}

static int
counted(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t more;

	if (t->drawn.on || (!t->counted.on && codelike(*line, PARTS_STROKES) != CODE_NONE))
		return 0;
	switch (counted_line(&t->counted, in, line, &more)) {
	case COUNTED_NONE:
		return 0;
	case COUNTED_ROW:
		put_row(d->line, laid_cell, &t->counted.row, t->counted.row.n, MARKUP_GFM, slice_of(&t->counted.row.source), 1);
		break;
	case COUNTED_RULE:
		put_record("rule", d->line, *line);
		break;
	case COUNTED_UNREAD:
		put_unread(d, *line);
		break;
	}
	doc_take(d, in, more);
	return 1;
}

static int
roster(struct tables *t, struct docpos *d, struct lines *in, struct slice *line, int *unread)
{
	size_t more;
	enum roster_line kind = t->aligned.on || t->spaced.on ? ROSTER_NONE : roster_line(&t->roster, in, line, &more);

	*unread |= kind == ROSTER_UNREAD;
	if (kind != ROSTER_ROW)
		return 0;
	put_row(d->line, laid_cell, &t->roster.row, t->roster.row.n, MARKUP_CELLS, slice_of(&t->roster.row.source), 1);
	put_why(d->line, "row", GRADE_STRONG, "names that are spread over as many places each");
	doc_take(d, in, more);
	return 1;
}

/* *UNREAD: no row, but perhaps part of a table; unless another kind makes it a row, that is to be said. */
static int
aligned(struct tables *t, struct docpos *d, struct lines *in, struct slice *line, int *unread)
{
	size_t more;
	enum aligned_line kind = t->spaced.on ? ALIGNED_NONE : aligned_line(&t->aligned, in, line, &more);

	*unread |= kind == ALIGNED_UNREAD;
	if (kind != ALIGNED_ROW)
		return 0;
	put_laid(d, &t->aligned.row);
	doc_take(d, in, more);
	return 1;
}

static struct slice
spaced_cell_of(const void *s, size_t i)
{
	return spaced_cell(s, i);
}

static int
spaced(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t more;

	if (!spaced_row(&t->spaced, in, line, &more))
		return 0;
	put_row(d->line, spaced_cell_of, &t->spaced, t->spaced.n, MARKUP_CELLS, spaced_source(&t->spaced), 1);
	put_why(d->line, "row", GRADE_STRONG, "columns of blanks that its neighbours have as well");
	doc_take(d, in, more);
	return 1;
}

static struct slice
flat_cell(const void *f, size_t i)
{
	return ((const struct flat *)f)->cell[i];
}

static int
flat(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	switch (flat_line(&t->flat, in, line)) {
	case FLAT_NONE:
		return 0;
	case FLAT_ROW:
		put_row(d->line, flat_cell, &t->flat, t->flat.n, MARKUP_CELLS, *line, 1);
		put_why(d->line, "row", GRADE_STRONG, "lines that end in as many figures or marks each, of one type a column");
		break;
	case FLAT_UNREAD:
		put_unread(d, *line);
		break;
	}
	return 1;
}

static struct slice
delimited_cell_of(const void *d, size_t i)
{
	return delimited_cell((struct delimited *)d, i);
}

static int
delimited(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t more;
	int first = !t->delimited.on;

	switch (delimited_row(&t->delimited, in, line, &more)) {
	case DELIMITED_NONE:
		return 0;
	case DELIMITED_ROW:
		put_row(d->line, delimited_cell_of, &t->delimited, t->delimited.c.n, first ? MARKUP_NAMES : MARKUP_CELLS, cells_source(&t->delimited.c), 1);
		put_why(d->line, "row", GRADE_STRONG, "commas or semicolons that part its neighbours into as many cells");
		break;
	case DELIMITED_TEXT:
		put_record("text", d->line, cells_source(&t->delimited.c));
		break;
	case DELIMITED_PADDED:
		put_record("text", d->line, delimited_text(&t->delimited));
		put_record("rule", d->line, delimited_rest(&t->delimited));
		break;
	case DELIMITED_RULE:
		put_record("rule", d->line, *line);
		break;
	}
	doc_take(d, in, more);
	return 1;
}

/* *LINE is of a program, and so are those behind it in the block if something in it is torn and most lines look so. */
static int
is_program(struct tables *t, struct lines *in, struct slice *line)
{
	enum codelike like;

	if (t->aligned.on || t->spaced.on)
		return 0;
	if (t->program)
		return 1;
	like = codelike_block(&t->copy, in, line);
	t->program = like == CODE_TORN;
	return like != CODE_NONE;
}

static int
wiki(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	enum wiki_line kind = wikirow_line(&t->wiki, in, line);
	struct slice source = kind == WIKI_NAMES ? t->wiki.source : *line;

	if (kind == WIKI_NONE)
		return 0;
	put_row(d->line, wikirow_cell, &t->wiki, t->wiki.n, MARKUP_GFM, source, 1);
	put_why(d->line, "row", GRADE_CERTAIN, "pipes, as wikis have them");
	if (kind == WIKI_NAMES)
		put_record("rule", d->line, t->wiki.tail);
	return 1;
}

/* Rows between strokes, but where those stand in brackets, of which some are open still. */
static int
stroked(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	size_t open = t->open;

	if (!t->counted.on && !t->drawn.on && (open || strokes_may_be(*line)))
		t->open = codelike_open(*line, open);
	return !open && (wiki(t, d, in, line) || counted(t, d, in, line) || drawn(t, d, in, line));
}

/* The number sign of LINE is perhaps the name of a column, #   題   期限: blanks part what is behind it, as names are parted, or a
 * stroke does. The lines below it tell. */
static int
may_have_names(struct slice line)
{
	size_t i = 0, gaps = 0;

	while (i < line.n && line.p[i] == ' ')
		i++;
	if (i + 2 >= line.n || line.p[i] != '#' || line.p[i + 1] != ' ')
		return 0;
	line = blank_trim(line);
	if (strokes_may_be(line) || strokes_has_upright(line))
		return 1;
	for (i = 1; i + 1 < line.n; i++)
		gaps += line.p[i] == ' ' && line.p[i + 1] == ' ' && line.p[i - 1] != ' ';
	return gaps >= 2;
}

int
tables_names(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	int unread = 0;

	if (!may_have_names(*line))
		return 0;
	if (drawn(t, d, in, line))
		return 1;
	if (codelike_block(&t->copy, in, line) != CODE_NONE)
		return 0;
	if (aligned(t, d, in, line, &unread) || (!t->aligned.on && !t->aligned.torn && spaced(t, d, in, line)))
		return 1;
	if (t->aligned.torn)
		put_unread(d, *line);
	return t->aligned.torn;
}

int
tables_blank(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	return delimited(t, d, in, line);
}

int
tables_line(struct tables *t, struct docpos *d, struct lines *in, struct slice *line)
{
	int unread = 0;

	if (t->flat.rows)
		return flat(t, d, in, line);
	if (t->tails.rows)
		return listed_tails(&t->tails, d, in, line);
	if (strokes_may_be(*line) && strokes_is_branch(*line)) {
		tables_end_block(t, 0);
		return 0;
	}
	if (stroked(t, d, in, line) || listed_records(&t->records, d, in, line) ||
	    listed_slashed(&t->slashed, d, in, line) || listed_cycles(&t->cycles, d, in, line))
		return 1;
	if (is_program(t, in, line))
		return delimited(t, d, in, line);
	if (roster(t, d, in, line, &unread) || aligned(t, d, in, line, &unread))
		return 1;
	unread |= t->drawn.unread;
	if (t->aligned.on) /* a title in the middle of the table: no other begins there */
		return 0;
	if (!t->aligned.torn) {
		if (spaced(t, d, in, line))
			return 1;
		unread |= t->spaced.broken;
		if (delimited(t, d, in, line) || (!unread && !codelike_indented(*line) && flat(t, d, in, line)) || listed_tails(&t->tails, d, in, line))
			return 1;
	}
	unread |= t->spaced.unread;
	if (unread)
		put_unread(d, *line);
	return unread;
}
