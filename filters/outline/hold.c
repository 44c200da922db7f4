/* hold.c - each heading when the line behind it is known; see outline/hold.h */
#include "outline/hold.h"

#include <string.h>

#include "base/blank.h"
#include "base/decimal.h"
#include "outline/levels.h"
#include "stream/matchlimit.h"
#include "stream/out.h"
#include "stream/warn.h"
#include "stream/why.h"
#include "outline/before.h"
#include "outline/wrapped.h"

/* A list may begin this many lines below the words that announce it, and an item go on behind so many; more bytes than
 * these are not waited with. */
enum { MAX_BLANKS = 3, MAX_ID = 64, MAX_BEHIND = 1 << 16, LONGEST = 480 };

/* The heading that waits. */
static struct {
	int on, leads;       /* behind such words */
	int doubtful;        /* its number alone proves nothing: the line below has to */
	int begins;          /* no list has come to its number, and no section */
	int flow;            /* an arrow stands below it */
	int own;             /* what belongs to an item has come: bullets, indented lines, code */
	int plain;           /* nothing in it need be escaped */
	struct rec r;        /* its kind and line */
	struct heading h;    /* its parts are those of TEXT */
	struct buf raw, joined, id;
	struct slice text;   /* in RAW, or JOINED, of what an earlier run has cut or what is escaped */
	struct buf behind;   /* the records after it */
	struct buf last;     /* the last text among them that is not blank */
	size_t blanks;       /* in a row, at their end */
} held;

/* The list that the last lines are items of; or the number of the heading that is held. */
static struct {
	int on;
	char id[MAX_ID];
	size_t n;
	unsigned number;
	int item;             /* by CommonMark */
	int hangs;            /* its items are wrapped, and hang: see wrapped.h */
	size_t indent, width; /* columns: of the marker, and of what belongs to the item */
} list;

static int markdown; /* a heading by syntax stands above */

void
outline_begin(void)
{
	markdown = 0;
}

static void
add_field(struct buf *to, struct slice text, int plain)
{
	buf_addc(to, '\t');
	if (plain)
		buf_adds(to, text);
	else
		esc(to, text);
}

/* Why the line of H is a heading, or text. */
static void
why(unsigned long line, const char *decision, enum grade grade, const char *evidence, const struct heading *h)
{
	static struct buf rule;

	if (!why_wanted)
		return;
	buf_clear(&rule);
	buf_addz(&rule, h->rule.file);
	buf_addc(&rule, ':');
	buf_addu(&rule, h->rule.line);
	why_write(line, decision, grade, evidence, slice_of(&rule));
}

static const char *
order_of(const struct heading *h)
{
	return h->weak == STRONG    ? "numbered by a scheme of headings"
	       : level_follows(h) ? "numbered, as the first or the next one"
	                          : "numbered, behind a blank line or a heading";
}

/* As a record, which a filter in the same program need not read. PLAIN: nothing in the line is escaped. */
static void
head_record(unsigned long line, const struct heading *h, int plain)
{
	const char *evidence = order_of(h); /* before it is entered */
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
	why(line, "heading", GRADE_STRONG, evidence, h);
	if (h->after.n) {
		out_rec("rule", line);
		out_field(h->after);
		out_end();
	}
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

/* H is what later lines are numbered on from. */
static void
number_of(const struct heading *h)
{
	list.number = h->number;
	list.n = h->id.n < MAX_ID ? h->id.n : MAX_ID;
	memcpy(list.id, h->id.p, list.n);
	list.item = h->item;
	list.hangs &= list.on;
	list.indent = wrapped_indent(h->before);
	list.width = wrapped_columns(h->gap, wrapped_columns(h->mark, list.indent));
}

/* True if H may be an item of a list. */
static int
may_be_item(const struct heading *h)
{
	return h->listed == LISTED || (markdown && h->listed == LISTED_IN_MARKDOWN);
}

/* True if TEXT belongs to the item above it: it is indented as its content by CommonMark, where the document is Markdown,
 * or it is a bullet that is indented more. Then it heads nothing, and is not headed. */
static int
is_own(struct slice text, struct place at)
{
	size_t indent;

	if (!(held.on ? may_be_item(&held.h) : list.on) || !list.item || text.n == 0 || text.n > LONGEST || !is_utf8(text))
		return 0;
	indent = wrapped_indent(text);
	return indent > list.indent && ((list.on && list.hangs && indent == list.width) || (markdown && indent >= list.width) ||
	                                line_is(LINE_BULLET, text, at));
}

/* True if TEXT is an arrow from the step above it to the next one. */
static int
is_arrow(struct slice text, struct place at)
{
	return (held.on || list.on) && text.n && text.n <= LONGEST && is_utf8(text) && line_is(LINE_ARROW, text, at);
}

static void
hold(const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	held.on = 1;
	held.leads = before_leads(at);
	held.doubtful = 0;
	held.begins = h->number == 1 || !level_follows(h);
	held.own = 0;
	held.flow = 0;
	held.blanks = 0;
	buf_clear(&held.raw);
	buf_clear(&held.behind);
	buf_clear(&held.last);
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
	held.h.after = same_part(h->after, text, held.text);
}

/* A record behind the heading, TEXT if it is one of text. */
static void
hold_behind(const struct rec *r, const struct slice *text)
{
	if (is_text_kind(r->kind))
		limits_take(&held.behind, r->line);
	if (r->kind == K_HEAD && text) { /* of an earlier run */
		buf_addz(&held.behind, "text\t");
		buf_addu(&held.behind, r->line);
		add_field(&held.behind, *text, 0);
	} else {
		buf_adds(&held.behind, r->raw);
	}
	buf_addc(&held.behind, '\n');
	if (!text)
		return;
	if (blank_field(*text)) {
		held.blanks++;
		return;
	}
	held.blanks = 0;
	buf_clear(&held.last);
	buf_adds(&held.last, *text);
}

static void
held_as_text(void)
{
	text_record(&held.r, held.text);
	why(held.r.line, "text", GRADE_STRONG,
	    held.h.cut      ? "numbered, but it breaks off"
	    : held.doubtful ? "numbered, but neither first nor next, nor behind a blank line"
	                    : "numbered, but an item of a list that heads nothing, the rest of a sentence, or a line that stands again",
	    &held.h);
}

/* What was held goes out: a heading, or text, an item of a list. */
static void
release(int is_text)
{
	if (!held.on)
		return;
	held.on = 0;
	if (is_text)
		held_as_text();
	else
		head_record(held.r.line, &held.h, held.plain);
	outs(slice_of(&held.behind));
	if (held.last.n)
		before_text(slice_of(&held.last));
	if (held.blanks)
		before_text((struct slice){"", 0});
}

/* True if H is numbered on from the last item, or from the heading that is held. In Markdown all items may be numbered 1. */
static int
continues(const struct heading *h)
{
	size_t n = h->id.n < MAX_ID ? h->id.n : MAX_ID;

	if (n != list.n || memcmp(list.id, h->id.p, n) != 0)
		return 0;
	return h->number == list.number + 1 ||
	       (markdown && h->item && list.item && h->number == list.number && wrapped_indent(h->before) == list.indent);
}

/* True if H stands below the same line: that was a trail to this place, or a link to it. */
static int
stands_again(const struct heading *h)
{
	return !held.behind.n && slice_eq(h->mark, held.h.mark) && slice_eq(h->gap, held.h.gap) && slice_eq(h->title, held.h.title);
}

/* True if H is numbered as a part of the heading that is held: 9.1 below 9. */
static int
is_part(const struct heading *h)
{
	size_t n = held.h.mark.n;

	return h->number == 1 && h->mark.n > n + 1 && memcmp(h->mark.p, held.h.mark.p, n) == 0 && (h->mark.p[n] == '.' || h->mark.p[n] == '-');
}

/* True if H is the second item of a list, and what is held the first. */
static int
begins_list(const struct heading *h)
{
	return continues(h) && (held.leads || held.flow || (may_be_item(h) && held.begins));
}

/* TEXT, right below what is held, goes on with it: that is an item of a list whose text hangs, or a sentence. */
static int
is_wrapped(struct slice text)
{
	if (held.blanks || held.own || !is_utf8(text))
		return 0;
	return (held.h.item && wrapped_hangs(held.text, list.width, text)) || wrapped_latin(held.text, text);
}

/* The line behind the one that is held decides what that is; H is NULL if it is no heading itself. */
static void
decide(const struct heading *h, struct slice text, struct place at)
{
	if (h && stands_again(h)) {
		release(1);
	} else if (h && begins_list(h)) {
		release(1);
		list.on = 1;
	} else if (!h && is_wrapped(text)) {
		list.on = list.hangs = held.h.item;
		release(1);
	} else if (held.doubtful) {
		release(!h || !is_part(h));
	} else if (held.own && markdown) {
		release(held.h.cut || held.h.item);
	} else if (h || held.blanks || held.own || line_is_rest(held.text, text, at)) {
		release(held.h.cut || !(h || held.blanks || held.own));
	} else if (line_is_tail(&held.h, text, at)) {
		release(0);
		at.line = held.r.line;
		out_warn(MSG_CUT_HEADING, at);
	} else {
		release(held.h.cut);
	}
}

/* H is no heading where it stands. */
static void
no_heading(const struct rec *r, struct slice text, const struct heading *h)
{
	number_of(h);
	text_record(r, text);
	why(r->line, "text", GRADE_STRONG,
	    list.on           ? "numbered, but an item of a list"
	    : level_repeats(h) ? "numbered, but the heading that is open stands again"
	                      : "numbered, but neither first nor next, or the line above goes on here",
	    h);
}

void
outline_heading(const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	int again = held.on && stands_again(h);

	if (is_own(text, at)) {
		outline_text(r, text, at);
		return;
	}
	if (held.on)
		decide(h, text, at);
	list.on = list.on && continues(h);
	if (list.on) {
		no_heading(r, text, h);
	} else if (again || before_allows(h) || before_doubts(h)) {
		int doubtful = !again && !before_allows(h);

		number_of(h);
		hold(r, text, h, at);
		held.doubtful = doubtful;
	} else {
		list.on = before_broke_off(h) || before_lists(h); /* the first item of a list that a sentence runs into */
		no_heading(r, text, h);
	}
}

int
outline_lists(void)
{
	return held.on || list.on;
}

void
outline_item(const struct rec *r, struct slice text, const struct heading *h, struct place at)
{
	if (!is_own(text, at) && (held.on ? begins_list(h) : list.on && continues(h))) {
		if (held.on)
			decide(h, text, at);
		no_heading(r, text, h);
	} else {
		outline_text(r, text, at);
		if (!held.on)
			why(r->line, "text", GRADE_STRONG, "numbered, but like a sentence, a count, a row or a line of contents", h);
	}
}

void
outline_text(const struct rec *r, struct slice text, struct place at)
{
	int blank = blank_field(text), arrow = !blank && is_arrow(text, at), own = arrow || (!blank && is_own(text, at));
	int waits = own || (blank && (held.leads || held.flow || may_be_item(&held.h)) && held.blanks < MAX_BLANKS);

	if (held.on && held.behind.n <= MAX_BEHIND && waits) {
		held.own |= own;
		held.flow |= arrow;
		hold_behind(r, &text);
		return;
	}
	if (held.on) {
		decide(NULL, text, at);
		own |= list.on; /* it hangs */
	}
	list.on &= blank || own;
	text_record(r, text);
}

void
outline_note(const struct rec *r)
{
	if (held.on && held.behind.n > MAX_BEHIND)
		release(held.h.cut || held.doubtful);
	if (held.on)
		hold_behind(r, NULL);
	else
		out_pass(r);
}

void
outline_code(const struct rec *r)
{
	if (!(held.on ? may_be_item(&held.h) : list.on)) {
		outline_row();
		before_other();
	}
	held.own = 1;
	outline_note(r);
}

void
outline_row(void)
{
	release(held.h.cut || held.doubtful);
	list.on = 0;
}

void
outline_other(void)
{
	release(held.h.cut || held.doubtful || (held.h.item && (markdown || (held.own && held.begins))));
	list.on = 0;
}

void
outline_markdown(void)
{
	outline_other();
	markdown = 1;
}
