/* hold.c - each heading when the line behind it is known; see outline/hold.h */
#include "outline/hold.h"

#include <string.h>

#include "base/blank.h"
#include "base/decimal.h"
#include "outline/levels.h"
#include "stream/matchlimit.h"
#include "stream/out.h"
#include "stream/warn.h"
#include "outline/before.h"

/* A list may begin this many lines below the words that announce it; more bytes of annotations than this
 * are not waited with. */
enum { MAX_BLANKS = 3, MAX_ID = 64, MAX_BEHIND = 1 << 16 };

/* The heading that waits. */
static struct {
	int on, leads;       /* behind such words */
	int plain;           /* nothing in it need be escaped */
	struct rec r;        /* its kind and line */
	struct heading h;    /* its parts are those of TEXT */
	struct buf raw, joined, id;
	struct slice text;   /* in RAW, or JOINED, of what an earlier run has cut or what is escaped */
	struct buf behind;   /* the records after it: annotations, blank lines */
	size_t blanks;
} held;

/* The list that the last lines are items of; or the number of the heading that is held. */
static struct {
	int on;
	char id[MAX_ID];
	size_t n;
	unsigned number;
} list;

static void
add_field(struct buf *to, struct slice text, int plain)
{
	buf_addc(to, '\t');
	if (plain)
		buf_adds(to, text);
	else
		esc(to, text);
}

/* As a record, which a filter in the same program need not read. PLAIN: nothing in the line is escaped. */
static void
head_record(unsigned long line, const struct heading *h, int plain)
{
	static struct buf raw;
	static struct decimal number;
	struct rec r = {.kind = K_HEAD, .line = line, .serial = rec_serial()};
	size_t head;

	buf_clear(&raw);
	buf_add(&raw, "head\t", 5);
	decimal_add(&raw, &number, line);
	buf_addc(&raw, '\t');
	head = raw.n;
	buf_addu(&raw, level_enter(h));
	add_field(&raw, h->before, plain);
	add_field(&raw, h->mark, plain);
	add_field(&raw, h->gap, plain);
	add_field(&raw, h->title, plain);
	r.raw = slice_of(&raw);
	r.rest = (struct slice){raw.p + head, raw.n - head};
	out_pass(&r);
	before_head();
}

static void
text_record(const struct rec *r, struct slice text)
{
	if (r->kind == K_TEXT) {
		out_pass(r);
	} else {
		out_limits(r->line);
		out_rec("text", r->line);
		out_field(text);
		out_end();
	}
	before_text(text);
}

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

static void
hold(const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	held.on = 1;
	held.leads = before_leads(at);
	held.blanks = 0;
	buf_clear(&held.raw);
	buf_clear(&held.behind);
	buf_adds(&held.raw, r->raw);
	held.r = *r;
	held.r.raw = slice_of(&held.raw);
	held.r.rest.p = held.raw.p + (r->rest.p - r->raw.p);
	held.r.serial = rec_serial(); /* its fields stand elsewhere now */
	buf_clear(&held.id);
	buf_adds(&held.id, h->id);
	held.h = *h;
	held.h.id = slice_of(&held.id);
	held.plain = is_plain(r, text);
	if (held.plain) {
		held.text = held.r.rest;
	} else {
		buf_clear(&held.joined);
		buf_adds(&held.joined, text);
		held.text = slice_of(&held.joined);
	}
	held.h.before = same_part(h->before, text, held.text);
	held.h.mark = same_part(h->mark, text, held.text);
	held.h.gap = same_part(h->gap, text, held.text);
	held.h.title = same_part(h->title, text, held.text);
}

static void
hold_behind(const struct rec *r)
{
	if (is_text_kind(r->kind))
		limits_take(&held.behind, r->line);
	buf_adds(&held.behind, r->raw);
	buf_addc(&held.behind, '\n');
}

/* What was held goes out: a heading, or text, an item of a list. */
static void
release(int is_text)
{
	if (!held.on)
		return;
	held.on = 0;
	if (is_text)
		text_record(&held.r, held.text);
	else
		head_record(held.r.line, &held.h, held.plain);
	outs(slice_of(&held.behind));
	if (held.blanks)
		before_text((struct slice){"", 0});
}

static void
number_of(const struct heading *h)
{
	list.number = h->number;
	list.n = h->id.n < MAX_ID ? h->id.n : MAX_ID;
	memcpy(list.id, h->id.p, list.n);
}

/* True if H is numbered on from the last item, or from the heading that is held. */
static int
continues(const struct heading *h)
{
	size_t n = h->id.n < MAX_ID ? h->id.n : MAX_ID;

	return h->number == list.number + 1 && n == list.n && memcmp(list.id, h->id.p, n) == 0;
}

/* The line behind the one that is held decides what that is; H is NULL if it is no heading itself. */
static void
decide(const struct heading *h, struct slice text, struct place at)
{
	if (h && held.leads && continues(h)) {
		release(1);
		list.on = 1;
	} else if (h || held.blanks || line_is_rest(held.text, text, at)) {
		release(held.h.cut || !(h || held.blanks));
	} else if (line_is_tail(&held.h, text, at)) {
		release(0);
		at.line = held.r.line;
		out_warn(MSG_CUT_HEADING, at);
	} else {
		release(held.h.cut);
	}
}

void
outline_heading(const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	int item;

	if (held.on)
		decide(h, text, at);
	item = list.on && continues(h);
	list.on = item;
	if (item) {
		number_of(h);
		text_record(r, text);
	} else if (before_allows(h)) {
		number_of(h);
		hold(r, text, h, at);
	} else {
		list.on = before_broke_off(h) || before_lists(h); /* the first item of a list that a sentence runs into */
		number_of(h);
		text_record(r, text);
	}
}

void
outline_text(const struct rec *r, struct slice text, struct place at)
{
	int blank = blank_field(text);

	if (held.on && blank && held.leads && held.blanks++ < MAX_BLANKS && r->kind == K_TEXT) {
		hold_behind(r);
		return;
	}
	if (held.on)
		decide(NULL, text, at);
	list.on &= blank;
	text_record(r, text);
}

void
outline_note(const struct rec *r)
{
	if (held.on && held.behind.n > MAX_BEHIND)
		release(held.h.cut);
	if (held.on)
		hold_behind(r);
	else
		out_pass(r);
}

void
outline_other(void)
{
	release(held.h.cut);
	list.on = 0;
}
