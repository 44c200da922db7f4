/* put.c - headings and text as they go out; see outline/put.h */
#include "outline/put.h"

#include "stream/matchlimit.h"
#include "stream/out.h"

void
outline_put_field(struct buf *to, struct slice text, int plain)
{
	buf_addc(to, '\t');
	if (plain)
		buf_adds(to, text);
	else
		esc(to, text);
}

void
outline_put_why(struct outline *o, unsigned long line, const char *decision, enum grade grade, const char *evidence, const struct heading *h)
{
	if (!why_wanted)
		return;
	buf_clear(&o->rule);
	buf_addz(&o->rule, h->rule.file);
	buf_addc(&o->rule, ':');
	buf_addu(&o->rule, h->rule.line);
	why_write(line, decision, grade, evidence, slice_of(&o->rule));
}

static const char *
order_of(struct outline *o, const struct heading *h)
{
	return h->weak == STRONG    ? "numbered by a scheme of headings"
	       : level_follows(&o->levels, h) ? "numbered, as the first or the next one"
	                          : "numbered, behind a blank line or a heading";
}

/* As a record, which a filter in the same program need not read. PLAIN: nothing in the line is escaped. */
void
outline_put_heading(struct outline *o, unsigned long line, const struct heading *h, int plain)
{
	const char *evidence = order_of(o, h); /* before it is entered */
	struct rec r = {.kind = K_HEAD, .line = line, .serial = rec_serial()};
	size_t head;

	buf_clear(&o->raw);
	buf_add(&o->raw, "head\t", 5);
	decimal_add(&o->raw, &o->number, line);
	buf_addc(&o->raw, '\t');
	head = o->raw.n;
	buf_addu(&o->raw, level_enter(&o->levels, h));
	outline_put_field(&o->raw, h->before, plain);
	outline_put_field(&o->raw, h->mark, plain);
	outline_put_field(&o->raw, h->gap, plain);
	outline_put_field(&o->raw, h->title, plain);
	r.raw = slice_of(&o->raw);
	r.rest = (struct slice){o->raw.p + head, o->raw.n - head};
	out_pass(&r);
	outline_put_why(o, line, "heading", GRADE_STRONG, evidence, h);
	if (h->after.n) {
		out_rec("rule", line);
		out_field(h->after);
		out_end();
	}
	before_head(&o->before);
}

void
outline_put_text(struct outline *o, const struct rec *r, struct slice text)
{
	if (r->kind == K_TEXT) {
		out_pass(r);
	} else {
		out_limits(r->line);
		out_rec("text", r->line);
		out_field(text);
		out_end();
	}
	before_text(&o->before, text);
}
