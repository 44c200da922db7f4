/* tanzaku-outline - recognise numbered headings and their depth; see tanzaku-outline(1) */
#include <string.h>

#include "stream/filter.h"
#include "outline/headings.h"
#include "outline/levels.h"
#include "stream/out.h"
#include "outline/before.h"
#include "outline/certain.h"
#include "outline/hold.h"
#include "stream/rec.h"
#include "stream/warn.h"
#include "stream/why.h"

/* No heading is longer, in bytes; most lines of prose are. */
enum { LONGEST = 480 };

static struct buf file;      /* the document's name, for messages */
static unsigned long last;   /* the line of the last record of text */
static int bad_utf8;         /* the last record was said to be bad */

static struct place
at(unsigned long line)
{
	return (struct place){file.p, line, 0};
}

/* A line that cannot be a heading, without a look at its characters: a sentence, if it goes on with no list, a long one, a
 * blank one, or a piece of a line that was too long. */
static int
surely_none(const struct rec *r, struct slice text)
{
	if (text.n == 0 || text.n > LONGEST || r->line == last)
		return 1;
	return !outline_lists() && text.n > 3 && memcmp(text.p + text.n - 3, "。", 3) == 0;
}

static void
one_line(const struct rec *r, struct slice text)
{
	struct heading h;
	enum heading_kind kind = HEADING_NOT;
	int none = surely_none(r, text);

	bad_utf8 = !none && !is_utf8(text);
	if (!none && !bad_utf8)
		kind = heading_read(&h, text, at(r->line));
	if (before_in_contents(kind == HEADING && !h.cut ? &h : NULL, text, at(r->line)))
		kind = HEADING_NOT;
	if (kind == HEADING)
		outline_heading(r, text, &h, at(r->line));
	else if (kind == HEADING_NUMBERED)
		outline_item(r, text, &h, at(r->line));
	else
		outline_text(r, text, at(r->line));
	if (bad_utf8)
		out_warn(MSG_BAD_UTF8, at(r->line));
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
	outline_other();
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
	outline_begin();
	last = 0;
	out_pass(r);
}

static void
other_record(const struct rec *r)
{
	if (bad_utf8 && is_warn(r, MSG_BAD_UTF8))
		return; /* of an earlier run: it has been said again */
	if (is_warn(r, MSG_CUT_HEADING) || why_is_own(r))
		return; /* the same */
	if (r->kind == K_CODE) {
		outline_code(r);
		last = r->line;
		bad_utf8 = 0;
		return;
	}
	if (r->kind == K_RULE && r->line == last) { /* the end of a heading's line */
		outline_note(r);
		return;
	}
	if (r->kind == K_RULE) { /* behind it something new may begin, on the same line, too */
		outline_other();
		before_text((struct slice){"", 0});
		bad_utf8 = 0;
	} else if (is_text_kind(r->kind)) {
		outline_row();
		before_other();
		last = r->line;
		bad_utf8 = 0;
	}
	outline_note(r);
}

/* A `head` up to the record behind it: that tells whether it is one by syntax, or one that an earlier run has made. */
static struct buf pending;

static void
settle_head(int underlined)
{
	static struct buf text;
	struct rec r;

	if (pending.n == 0)
		return;
	rec_parse(&r, slice_of(&pending));
	if (underlined) {
		certain_head(&r, at(r.line));
		last = r.line;
		bad_utf8 = 0;
	} else {
		one_line(&r, rejoin(&r, &text));
	}
	buf_clear(&pending);
}

static void
head_record(const struct rec *r)
{
	buf_adds(&pending, r->raw);
	if (certain_is(r) != CERTAIN_IF_UNDERLINED)
		settle_head(certain_is(r) == CERTAIN);
}

static void
input_end(void)
{
	settle_head(0);
	outline_other();
}

static void
one_record(const struct rec *r)
{
	static struct buf text;

	settle_head(certain_is_underline(r));
	if (r->kind == K_TEXT)
		one_line(r, unesc_tmp(&text, r->rest));
	else if (r->kind == K_HEAD)
		head_record(r);
	else if (r->kind == K_DOC)
		begin_doc(r);
	else
		other_record(r);
}

static void
begin(void)
{
	headings_load();
}

static void
input(const char *name)
{
	(void)name;
	before_reset();
}

const struct filter outline_filter = {
	.prog = {
		"tanzaku-outline", "[-r FILE] [FILE ...]",
		"Finds the numbered headings among the text records and says how deep each one is.\n"
		"  -r FILE  heading schemes that come before the built-in ones\n",
	},
	.letters = "",
	.tables = "headings.tsv",
	.begin = begin,
	.input = input,
	.record = one_record,
	.input_end = input_end,
	.end = end_doc,
};
