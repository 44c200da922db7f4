/* hold.c - each heading when the line behind it is known; see outline/hold.h */
#include "outline/hold.h"

#include <string.h>

#include "base/blank.h"
#include "outline/held.h"
#include "outline/put.h"
#include "outline/wrapped.h"
#include "stream/out.h"
#include "stream/warn.h"

/* A list may begin this many lines below the words that announce it, and an item go on behind so many; more bytes than
 * these are not waited with. */
enum { MAX_BLANKS = 3, MAX_BEHIND = 1 << 16, LONGEST = 480 };

/* H is what later lines are numbered on from. */
static void
number_of(struct outline *o, const struct heading *h)
{
	o->list.number = h->number;
	o->list.n = h->id.n < LIST_ID ? h->id.n : LIST_ID;
	memcpy(o->list.id, h->id.p, o->list.n);
	o->list.item = h->item;
	o->list.hangs &= o->list.on;
	o->list.indent = wrapped_indent(h->before);
	o->list.width = wrapped_columns(h->gap, wrapped_columns(h->mark, o->list.indent));
}

/* True if H may be an item of a list. */
static int
may_be_item(struct outline *o, const struct heading *h)
{
	return h->listed == LISTED || (o->markdown && h->listed == LISTED_IN_MARKDOWN);
}

/* True if TEXT belongs to the item above it: it is indented as its content by CommonMark, where the document is Markdown,
 * or it is a bullet that is indented more. Then it heads nothing, and is not headed. */
static int
is_own(struct outline *o, struct slice text, struct place at)
{
	size_t indent;

	if (!(o->held.on ? may_be_item(o, &o->held.h) : o->list.on) || !o->list.item || text.n == 0 || text.n > LONGEST || !is_utf8(text))
		return 0;
	indent = wrapped_indent(text);
	return indent > o->list.indent && ((o->list.on && o->list.hangs && indent == o->list.width) || (o->markdown && indent >= o->list.width) ||
	                                line_is(&o->headings, LINE_BULLET, text, at));
}

/* True if TEXT is an arrow from the step above it to the next one. */
static int
is_arrow(struct outline *o, struct slice text, struct place at)
{
	return (o->held.on || o->list.on) && text.n && text.n <= LONGEST && is_utf8(text) && line_is(&o->headings, LINE_ARROW, text, at);
}

static int
is_of(const struct heading *h, const char *id, size_t id_n)
{
	size_t n = h->id.n < LIST_ID ? h->id.n : LIST_ID;

	return n == id_n && memcmp(id, h->id.p, n) == 0;
}

/* True if H is numbered on from the last item, or from the heading that is held. In Markdown all items may be numbered 1. */
static int
continues(struct outline *o, const struct heading *h)
{
	if (!is_of(h, o->list.id, o->list.n))
		return 0;
	return h->number == o->list.number + 1 ||
	       (o->markdown && h->item && o->list.item && h->number == o->list.number && wrapped_indent(h->before) == o->list.indent);
}

/* H, right below what is held, has its number once more: so old minutes begin each item, 1 and 1. Neither is first nor next. */
static int
begins_same(struct outline *o, const struct heading *h)
{
	struct items *list = &o->list;

	if (!slice_eq(h->mark, o->held.h.mark) || o->held.blanks || o->held.own || o->markdown || !is_of(h, list->id, list->n))
		return 0;
	memcpy(list->same, list->id, list->n);
	list->same_n = list->n;
	list->same_number = list->number;
	return 1;
}

static int
is_same(const struct outline *o, const struct heading *h)
{
	return o->list.same_n && h->number == o->list.same_number && is_of(h, o->list.same, o->list.same_n);
}

/* True if H is the second item of a list, and what is held the first. */
static int
begins_list(struct outline *o, const struct heading *h)
{
	return continues(o, h) && (o->held.leads || o->held.flow || (may_be_item(o, h) && o->held.begins));
}

/* TEXT, right below what is held, goes on with it: that is an item of a list whose text hangs, or a sentence. */
static int
is_wrapped(struct outline *o, struct slice text)
{
	if (o->held.blanks || o->held.own || !is_utf8(text))
		return 0;
	return (o->held.h.item && wrapped_hangs(o->held.text, o->list.width, text)) || wrapped_latin(o->held.text, text);
}

/* The line behind the one that is held decides what that is; H is NULL if it is no heading itself. */
static void
decide(struct outline *o, const struct heading *h, struct slice text, struct place at)
{
	if (h && held_again(o, h)) {
		held_release(o, 1);
	} else if (h && (begins_list(o, h) || begins_same(o, h))) {
		held_release(o, 1);
		o->list.on = 1;
	} else if (!h && is_wrapped(o, text)) {
		o->list.on = o->list.hangs = o->held.h.item;
		held_release(o, 1);
	} else if (o->held.doubtful) {
		held_release(o, !h || !held_is_part(o, h));
	} else if (o->held.own && o->markdown) {
		held_release(o, o->held.h.cut || o->held.h.item);
	} else if (h || o->held.blanks || o->held.own || line_is_rest(&o->headings, o->held.text, text, at)) {
		held_release(o, o->held.h.cut || !(h || o->held.blanks || o->held.own));
	} else if (line_is_tail(&o->headings, &o->held.h, text, at)) {
		held_release(o, 0);
		at.line = o->held.r.line;
		out_warn(MSG_CUT_HEADING, at);
	} else {
		held_release(o, o->held.h.cut);
	}
}

/* H is no heading where it stands. */
static void
no_heading(struct outline *o, const struct rec *r, struct slice text, const struct heading *h)
{
	number_of(o, h);
	outline_put_text(o, r, text);
	outline_put_why(o, r->line, "text", GRADE_STRONG,
	    o->list.on           ? "numbered, but an item of a list"
	    : level_repeats(&o->levels, h) ? "numbered, but the heading that is open stands again"
	                      : "numbered, but neither first nor next, or the line above goes on here",
	    h);
}

void
outline_heading(struct outline *o, const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	int again = o->held.on && held_again(o, h);

	if (is_own(o, text, at)) {
		outline_text(o, r, text, at);
		return;
	}
	if (o->held.on)
		decide(o, h, text, at);
	o->list.on = (o->list.on && continues(o, h)) || is_same(o, h);
	if (o->list.on) {
		no_heading(o, r, text, h);
	} else if (again || before_allows(&o->before, h) || before_doubts(&o->before, h)) {
		int doubtful = !again && !before_allows(&o->before, h);

		number_of(o, h);
		held_begin(o, r, text, h, at);
		o->held.doubtful = doubtful;
	} else {
		o->list.on = before_broke_off(&o->before, h) || before_lists(&o->before, h); /* the first item of a list that a sentence runs into */
		no_heading(o, r, text, h);
	}
}

int
outline_lists(struct outline *o)
{
	return o->held.on || o->list.on;
}

void
outline_item(struct outline *o, const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	if (!is_own(o, text, at) && (o->held.on ? begins_list(o, h) : o->list.on && continues(o, h))) {
		if (o->held.on)
			decide(o, h, text, at);
		no_heading(o, r, text, h);
	} else {
		outline_text(o, r, text, at);
		if (!o->held.on)
			outline_put_why(o, r->line, "text", GRADE_STRONG, "numbered, but like a sentence, a count, a row or a line of contents", h);
	}
}

void
outline_text(struct outline *o, const struct rec *r, struct slice text, struct place at)
{
	int blank = blank_field(text), arrow = !blank && is_arrow(o, text, at), own = arrow || (!blank && is_own(o, text, at));
	int waits = own || (blank && (o->held.leads || o->held.flow || may_be_item(o, &o->held.h)) && o->held.blanks < MAX_BLANKS);

	if (o->held.on && o->held.behind.n <= MAX_BEHIND && waits) {
		o->held.own |= own;
		o->held.flow |= arrow;
		held_add(o, r, &text);
		return;
	}
	if (o->held.on && before_is_leaders(text)) {
		held_release(o, 1);
	} else if (o->held.on) {
		decide(o, NULL, text, at);
		own |= o->list.on; /* it hangs */
	}
	o->list.on &= blank || own;
	outline_put_text(o, r, text);
}

void
outline_note(struct outline *o, const struct rec *r)
{
	if (o->held.on && o->held.behind.n > MAX_BEHIND)
		held_release(o, o->held.h.cut || o->held.doubtful);
	if (o->held.on)
		held_add(o, r, NULL);
	else
		out_pass(r);
}

void
outline_code(struct outline *o, const struct rec *r)
{
	if (!(o->held.on ? may_be_item(o, &o->held.h) : o->list.on)) {
		outline_row(o);
		before_other(&o->before);
	}
	o->held.own = 1;
	outline_note(o, r);
}

void
outline_row(struct outline *o)
{
	held_release(o, o->held.h.cut || o->held.doubtful);
	o->list.on = 0;
}

void
outline_other(struct outline *o)
{
	held_release(o, o->held.h.cut || o->held.doubtful || (o->held.h.item && (o->markdown || (o->held.own && o->held.begins))));
	o->list.on = 0;
}

void
outline_markdown(struct outline *o)
{
	outline_other(o);
	o->markdown = 1;
}
