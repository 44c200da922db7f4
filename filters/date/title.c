/* title.c - what the lines before the first table, and the headings, say about the document; see date/ctx.h */
#include <string.h>

#include "date/ctx.h"

enum { TITLE_LINES = 12, PROSE = 240 };

/* True if a word of SET begins at byte AT of S, behind blanks and opening brackets. */
static int
begins(struct slice s, size_t at, struct wordset set)
{
	static struct datewin w;
	size_t i;

	win_begin(&w, s, at);
	for (i = 0; is_blank(win(&w, i)) || char_is(win(&w, i), DC_OPEN); i++)
		;
	return win_is(&w, i, set) != 0;
}

/* The same behind a particle, and behind the day of the week. */
static int
follows(struct slice s, size_t at, struct wordset set)
{
	static struct datewin w;
	int ignore;
	size_t i, k;

	win_begin(&w, s, at);
	i = skip_remarks(&w, 0, &ignore, &ignore);
	if ((k = win_is(&w, i, WORDS2(W_THE, W_MOVED))))
		i = k;
	return win_is(&w, skip_blanks(&w, i), set) || begins(s, at, set);
}

/* A label before a colon or a blank: the day of issue, of the last change. */
static int
labelled(struct slice s, size_t at, struct wordset set)
{
	size_t begin = at;
	uint32_t c;

	while (at > 0 && ((c = win_before(s, at, &begin)) == ':' || is_blank(c) || char_is(c, DC_OPEN | DC_CLOSE)))
		at = begin;
	return win_word_before(s, at, set) < at;
}

/* The date is all that the line says, but for brackets, blanks and a day of the week. */
static int
is_all(struct slice s, size_t from, size_t to)
{
	static struct datewin w;
	size_t begin = from, i;
	int ignore;

	while (from > 0) {
		uint32_t c = win_before(s, from, &begin);

		if (!is_blank(c) && !char_is(c, DC_OPEN))
			return 0;
		from = begin;
	}
	win_begin(&w, s, to);
	i = skip_remarks(&w, 0, &ignore, &ignore);
	while (is_blank(win(&w, i)) || char_is(win(&w, i), DC_CLOSE))
		i++;
	return win(&w, i) == 0;
}

/* Inside brackets that the line has opened before: said beside it. */
static int
is_aside(struct slice s, size_t at)
{
	size_t begin = at;

	while (at > 0) {
		uint32_t c = win_before(s, at, &begin);

		if (char_is(c, DC_CLOSE))
			return 0;
		if (char_is(c, DC_OPEN))
			return begin > 0;
		at = begin;
	}
	return 0;
}

static void
name_day(struct ctx *c, const struct datectx *as)
{
	int *year = &c->named[as->month - 1][as->day - 1];

	*year = *year && *year != as->year ? -1 : as->year;
}

/* A year of something that is named beside the title's own, on the same line: a budget of the next one. The title's months
 * are of neither for sure. */
static void
state_beside(struct ctx *c, const struct datectx *as)
{
	struct frame *f = &c->frames[c->top];

	if (as->kind != CTX_FISCAL && as->kind != CTX_YEAR)
		return;
	c->beside = as->year;
	if (f->subject.kind && f->subject_line == c->lines && f->subject.year != as->year)
		f->subject.several = 1;
}

/* A year in the title, the heading: what it is about. Of several, the first one is the present, and months are of none
 * for sure. */
static void
state_subject(struct frame *f, const struct datectx *as, int beside)
{
	if (f->subject.kind == CTX_NONE)
		f->subject = *as;
	else if (f->subject.year != as->year && !(beside && f->subject.kind == CTX_SPAN))
		f->subject.several = 1;
}

static void
issue(struct frame *f, const struct datectx *as)
{
	f->issue = *as;
	f->issue.issued = 1;
}

void
ctx_issued(struct ctx *c, const struct datectx *as)
{
	c->frames[c->top].issue_said = 1;
	issue(&c->frames[c->top], as);
}

void
ctx_state(struct ctx *c, struct slice s, const struct date *d, int is_head)
{
	const struct datectx *as = &d->v.as;
	size_t from = (size_t)(d->raw.p - s.p), to = from + d->raw.n;
	int inferred = (d->v.flags & (FLAG_INFERRED_YEAR | FLAG_INFERRED_ERA | FLAG_RELATIVE)) != 0, issued;

	if (!d->v.known || !as->kind || inferred)
		return;
	if (as->kind == CTX_DAY && as->month && d->v.precision == BY_DAY)
		name_day(c, as);
	if (as->event || labelled(s, from, WORDS1(W_EVENT)) || follows(s, to, WORDS1(W_EVENT))) {
		if (is_head || c->in_title)
			state_beside(c, as);
		return;
	}
	issued = follows(s, to, WORDS1(W_ISSUE)) || labelled(s, from, WORDS1(W_ISSUE));
	if (!is_head && !c->in_title && !(issued && is_all(s, from, to)))
		return;
	if (as->kind == CTX_MONTH || as->kind == CTX_DAY) {
		if (issued)
			ctx_issued(c, as);
		else if (is_head)
			state_subject(&c->frames[c->top], as, 0);
		else if (!c->frames[c->top].issue_said)
			issue(&c->frames[c->top], as);
	} else {
		state_subject(&c->frames[c->top], as, is_aside(s, from));
		c->frames[c->top].subject_line = c->lines;
		if (c->beside && c->beside != as->year)
			c->frames[c->top].subject.several = 1;
	}
}

int
is_issue_label(struct slice s)
{
	size_t end = s.n;
	uint32_t c;

	while (end > 0 && ((c = win_before(s, end, &s.n)) == ':' || is_blank(c)))
		end = s.n;
	s.n = end;
	return end > 0 && win_word_before(s, end, WORDS1(W_ISSUE)) == 0;
}

void
ctx_title_ends(struct ctx *c)
{
	c->in_title = 0;
}

void
ctx_title_line(struct ctx *c, struct slice s)
{
	static struct datewin w;
	size_t i;

	if (!c->in_title || s.n == 0)
		return;
	if (++c->title_lines > TITLE_LINES || s.n > PROSE) {
		c->in_title = 0;
		return;
	}
	win_begin(&w, s, 0);
	for (i = 0; win(&w, i); i++)
		if (win_is(&w, i, WORDS1(W_STOP))) /* a sentence is no title, and none stands behind one */
			c->in_title = 0;
}
