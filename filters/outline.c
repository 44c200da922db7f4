/* tanzaku-outline - recognise numbered headings and their depth; see tanzaku-outline(1) */
#include <string.h>
#include <unistd.h>

#include "blank.h"
#include "headings.h"
#include "levels.h"
#include "opts.h"
#include "out.h"
#include "outlinebefore.h"
#include "rec.h"
#include "utf8.h"

static const struct prog prog = {
	"tanzaku-outline", "[-r FILE] [FILE ...]",
	"Finds the numbered headings among the text records and says how deep each one is.\n"
	"  -r FILE  heading schemes that come before the built-in ones\n",
};

/* No heading is longer, in bytes; most lines of prose are. A list may begin this many lines below. */
enum { LONGEST = 480, MAX_BLANKS = 3, MAX_ID = 64 };

static struct buf file;      /* the document's name, for messages */
static unsigned long last;   /* the line of the last record of text */
static int bad_utf8;         /* the last record was said to be bad */

/*
 * A heading waits for the next line. That may be the rest of it: then it was a
 * sentence, cut by the width of its page. Behind words that announce a list, the
 * next line may be numbered on: then both are items of the list.
 */
static struct {
	int on, leads;       /* behind such words */
	struct rec r;        /* its kind and line */
	struct heading h;    /* its parts are those of TEXT */
	struct buf raw, text, id;
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

static struct place
at(unsigned long line)
{
	return (struct place){file.p, line, 0};
}

static void
head_record(unsigned long line, const struct heading *h)
{
	out_rec("head", line);
	out_fieldu(level_enter(h));
	out_field(h->before);
	out_field(h->mark);
	out_field(h->gap);
	out_field(h->title);
	out_end();
	before_head();
}

static void
text_record(const struct rec *r, struct slice text)
{
	if (r->kind == K_TEXT) {
		out_pass(r);
	} else {
		out_rec("text", r->line);
		out_field(text);
		out_end();
	}
	before_text(text);
}

/* The part of the line FROM, in its copy TO. */
static struct slice
same_part(struct slice part, struct slice from, const struct buf *to)
{
	return (struct slice){to->p + (part.p - from.p), part.n};
}

static void
hold(const struct rec *r, struct slice text, const struct heading *h)
{
	held.on = 1;
	held.leads = before_leads(at(r->line));
	held.blanks = 0;
	buf_clear(&held.raw);
	buf_clear(&held.text);
	buf_clear(&held.behind);
	buf_adds(&held.raw, r->raw);
	buf_adds(&held.text, text);
	held.r = *r;
	held.r.raw = slice_of(&held.raw);
	buf_clear(&held.id);
	buf_adds(&held.id, h->id);
	held.h = *h;
	held.h.id = slice_of(&held.id);
	held.h.before = same_part(h->before, text, &held.text);
	held.h.mark = same_part(h->mark, text, &held.text);
	held.h.gap = same_part(h->gap, text, &held.text);
	held.h.title = same_part(h->title, text, &held.text);
}

static void
hold_behind(const struct rec *r)
{
	buf_adds(&held.behind, r->raw);
	buf_addc(&held.behind, '\n');
}

/* What was held goes out: a heading, or an item of a list. */
static void
release(int is_item)
{
	if (!held.on)
		return;
	held.on = 0;
	if (is_item)
		text_record(&held.r, slice_of(&held.text));
	else
		head_record(held.r.line, &held.h);
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
decide(const struct heading *h, struct slice text, struct place place)
{
	if (h && held.leads && continues(h)) {
		release(1);
		list.on = 1;
	} else {
		release(!h && !held.blanks && line_is_rest(slice_of(&held.text), text, place));
	}
}

/* A line that looks like a heading. */
static void
candidate(const struct rec *r, struct slice text, const struct heading *h)
{
	int item;

	if (held.on)
		decide(h, text, at(r->line));
	item = list.on && continues(h);
	list.on = item;
	if (item) {
		number_of(h);
		text_record(r, text);
	} else if (before_allows(h)) {
		number_of(h);
		hold(r, text, h);
	} else {
		list.on = before_broke_off(h); /* the first item of a list that a sentence runs into */
		number_of(h);
		text_record(r, text);
	}
}

static void
no_heading(const struct rec *r, struct slice text)
{
	int blank = blank_field(text);

	if (held.on && blank && held.leads && held.blanks++ < MAX_BLANKS && r->kind == K_TEXT) {
		hold_behind(r);
		return;
	}
	if (held.on)
		decide(NULL, text, at(r->line));
	list.on &= blank;
	text_record(r, text);
	if (bad_utf8)
		out_warn(MSG_BAD_UTF8, at(r->line));
}

/* A line that cannot be a heading, without a look at its characters: a sentence, a long one, a
 * blank one, or a piece of a line that was too long. */
static int
surely_none(const struct rec *r, struct slice text)
{
	if (text.n == 0 || text.n > LONGEST || r->line == last)
		return 1;
	return text.n > 3 && memcmp(text.p + text.n - 3, "。", 3) == 0;
}

static void
one_line(const struct rec *r, struct slice text)
{
	struct heading h;
	int none = surely_none(r, text), head = 0;

	bad_utf8 = !none && utf8_valid(text.p, text.n) != text.n;
	if (!none && !bad_utf8)
		head = heading_read(&h, text, at(r->line));
	if (before_in_contents(head ? &h : NULL, text, at(r->line)) || !head)
		no_heading(r, text);
	else
		candidate(r, text, &h);
	last = r->line;
}

/* The text of a record of this filter's own making, from an earlier run. */
static struct slice
rejoin(const struct rec *r, struct buf *to)
{
	static struct fields f;
	size_t i, n = rec_fields(r, &f);

	buf_clear(to);
	for (i = HEAD_BEFORE; i < n; i++)
		unesc(to, f.f[i]);
	return slice_of(to);
}

static void
end_doc(void)
{
	release(0);
	list.on = 0;
	if (file.n)
		say_enddoc(file.p);
}

static void
begin_doc(const struct rec *r)
{
	static struct fields f;

	end_doc();
	buf_clear(&file);
	if (rec_fields(r, &f))
		unesc(&file, f.f[DOC_NAME]);
	buf_addc(&file, '\0');
	levels_reset();
	before_reset();
	last = 0;
	out_pass(r);
}

static void
other_record(const struct rec *r)
{
	if (bad_utf8 && is_warn(r, MSG_BAD_UTF8))
		return; /* of an earlier run: it has been said again */
	if (is_text_kind(r->kind)) {
		release(0);
		list.on = 0;
		before_other();
		last = r->line;
		bad_utf8 = 0;
	}
	if (held.on)
		hold_behind(r);
	else
		out_pass(r);
}

static void
one_record(const struct rec *r)
{
	static struct buf text;

	if (r->kind == K_TEXT)
		one_line(r, unesc_tmp(&text, r->rest));
	else if (r->kind == K_HEAD)
		one_line(r, rejoin(r, &text));
	else if (r->kind == K_DOC)
		begin_doc(r);
	else
		other_record(r);
}

static void
outline(struct in *in)
{
	struct rec r;

	before_reset();
	while (rec_read(in, &r))
		one_record(&r);
	release(0);
}

int
main(int argc, char **argv)
{
	const char *rules = NULL;
	int c;

	opts_begin(&prog, argc, argv);
	while ((c = getopt(argc, argv, "r:")) != -1) {
		if (c != 'r')
			usage(prog.synopsis);
		rules = optarg;
	}
	headings_load(rules);
	each_input(argc - optind, argv + optind, outline);
	end_doc();
	out_flush();
	return status_now();
}
