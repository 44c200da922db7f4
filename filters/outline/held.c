/* held.c - the heading that waits; see outline/held.h */
#include "outline/held.h"

#include <string.h>

#include "base/blank.h"
#include "outline/put.h"
#include "stream/matchlimit.h"
#include "stream/out.h"

/* The part of the line FROM, in its copy TO. */
static struct slice
same_part(struct slice part, struct slice from, struct slice to)
{
	return (struct slice){to.p + (part.p - from.p), part.n};
}

/* TEXT, of R, stands in the record as it is, and has nothing that is to be escaped. */
static int
is_plain(const struct rec *r, struct slice text)
{
	return r->kind == K_TEXT && text.p == r->rest.p && !memchr(text.p, '\t', text.n) && !memchr(text.p, '\r', text.n);
}

void
held_begin(struct outline *o, const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	o->held.on = 1;
	o->held.leads = before_leads(&o->before, at);
	o->held.doubtful = 0;
	o->held.begins = h->number == 1 || !level_follows(&o->levels, h);
	o->held.own = 0;
	o->held.flow = 0;
	o->held.blanks = 0;
	buf_clear(&o->held.raw);
	buf_clear(&o->held.behind);
	buf_clear(&o->held.last);
	buf_adds(&o->held.raw, r->raw);
	o->held.r = *r;
	o->held.r.raw = slice_of(&o->held.raw);
	o->held.r.rest.p = o->held.raw.p + (r->rest.p - r->raw.p);
	o->held.r.serial = rec_serial(); /* its fields stand elsewhere now */
	buf_clear(&o->held.id);
	buf_adds(&o->held.id, h->id);
	o->held.h = *h;
	o->held.h.id = slice_of(&o->held.id);
	o->held.plain = is_plain(r, text);
	if (o->held.plain) {
		o->held.text = o->held.r.rest;
	} else {
		buf_clear(&o->held.joined);
		buf_adds(&o->held.joined, text);
		o->held.text = slice_of(&o->held.joined);
	}
	o->held.h.before = same_part(h->before, text, o->held.text);
	o->held.h.mark = same_part(h->mark, text, o->held.text);
	o->held.h.gap = same_part(h->gap, text, o->held.text);
	o->held.h.title = same_part(h->title, text, o->held.text);
	o->held.h.after = same_part(h->after, text, o->held.text);
}

void
held_add(struct outline *o, const struct rec *r, const struct slice *text)
{
	if (is_text_kind(r->kind))
		limits_take(&o->held.behind, r->line);
	if (r->kind == K_HEAD && text) { /* of an earlier run */
		buf_addz(&o->held.behind, "text\t");
		buf_addu(&o->held.behind, r->line);
		outline_put_field(&o->held.behind, *text, 0);
	} else {
		buf_adds(&o->held.behind, r->raw);
	}
	buf_addc(&o->held.behind, '\n');
	if (!text)
		return;
	if (blank_field(*text)) {
		o->held.blanks++;
		return;
	}
	o->held.blanks = 0;
	buf_clear(&o->held.last);
	buf_adds(&o->held.last, *text);
}

static void
held_as_text(struct outline *o)
{
	outline_put_text(o, &o->held.r, o->held.text);
	outline_put_why(o, o->held.r.line, "text", GRADE_STRONG,
	    o->held.h.cut      ? "numbered, but it breaks off"
	    : o->held.doubtful ? "numbered, but neither first nor next, nor behind a blank line"
	                    : "numbered, but an item of a list that heads nothing, the rest of a sentence, or a line that stands again",
	    &o->held.h);
}

void
held_release(struct outline *o, int is_text)
{
	if (!o->held.on)
		return;
	o->held.on = 0;
	if (is_text)
		held_as_text(o);
	else
		outline_put_heading(o, o->held.r.line, &o->held.h, o->held.plain);
	outs(slice_of(&o->held.behind));
	if (o->held.last.n)
		before_text(&o->before, slice_of(&o->held.last));
	if (o->held.blanks)
		before_text(&o->before, (struct slice){"", 0});
}

int
held_again(struct outline *o, const struct heading *h)
{
	return !o->held.behind.n && slice_eq(h->mark, o->held.h.mark) && slice_eq(h->gap, o->held.h.gap) && slice_eq(h->title, o->held.h.title);
}

int
held_is_part(struct outline *o, const struct heading *h)
{
	size_t n = o->held.h.mark.n;

	return h->number == 1 && h->mark.n > n + 1 && memcmp(h->mark.p, o->held.h.mark.p, n) == 0 && (h->mark.p[n] == '.' || h->mark.p[n] == '-');
}
