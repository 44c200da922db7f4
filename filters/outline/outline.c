/* tanzaku-outline - recognise numbered headings and their depth; see tanzaku-outline(1) */
#include "outline/outline.h"

#include <string.h>

#include "outline/certain.h"
#include "outline/hold.h"
#include "outline/wrapped.h"
#include "stream/filter.h"
#include "stream/out.h"
#include "stream/warn.h"
#include "stream/why.h"
#include "words/phrases.h"

/* No heading is longer, in bytes; most lines of prose are. Columns: CommonMark 0.31 section 4.4. */
enum { LONGEST = 480, CODE_INDENT = 4 };

static struct outline now;

static struct place
at(unsigned long line)
{
	return (struct place){now.file.p, line, 0};
}

/* A line that cannot be a heading, without a look at its characters: a sentence, if it goes on with no list, a long one, a
 * blank one, or a piece of a line that was too long. */
static int
surely_none(const struct rec *r, struct slice text)
{
	if (text.n == 0 || text.n > LONGEST || r->line == now.last)
		return 1;
	return !outline_lists(&now) && text.n > 3 && memcmp(text.p + text.n - 3, "。", 3) == 0;
}

static void
one_line(const struct rec *r, struct slice text)
{
	struct heading h;
	enum heading_kind kind = HEADING_NOT;
	int none = surely_none(r, text);

	now.bad_utf8 = !none && !is_utf8(text);
	if (!none && !now.bad_utf8)
		kind = heading_read(&now.headings, &h, text, at(r->line));
	if (before_in_contents(&now.before, kind == HEADING && !h.cut ? &h : NULL, text, at(r->line)))
		kind = HEADING_NOT;
	if (kind == HEADING && now.markdown && wrapped_indent(text) >= CODE_INDENT)
		kind = HEADING_NUMBERED; /* by CommonMark code, or of the item above */
	if (kind == HEADING)
		outline_heading(&now, r, text, &h, at(r->line));
	else if (kind == HEADING_NUMBERED)
		outline_item(&now, r, text, &h, at(r->line));
	else
		outline_text(&now, r, text, at(r->line));
	if (now.bad_utf8)
		out_warn(MSG_BAD_UTF8, at(r->line));
	now.last = r->line;
}

/* The text of a record of this filter's own making, from an earlier run. */
static struct slice
rejoin(const struct rec *r, struct buf *to)
{
	size_t i, n = rec_fields(r, &now.fields);

	buf_clear(to);
	for (i = HEAD_BEFORE; i < n; i++)
		unesc(to, now.fields.f[i]);
	return slice_of(to);
}

static void
end_doc(void)
{
	outline_other(&now);
	if (now.file.n)
		say_enddoc(now.file.p);
}

static void
begin_doc(const struct rec *r)
{
	end_doc();
	buf_clear(&now.file);
	if (rec_fields(r, &now.fields))
		unesc(&now.file, now.fields.f[DOC_NAME]);
	buf_addc(&now.file, '\0');
	levels_reset(&now.levels);
	before_reset(&now.before);
	now.markdown = 0;
	now.list.same_n = 0;
	now.last = 0;
	out_pass(r);
}

static void
other_record(const struct rec *r)
{
	if (now.bad_utf8 && is_warn(r, MSG_BAD_UTF8))
		return; /* of an earlier run: it has been said again */
	if (is_warn(r, MSG_CUT_HEADING) || why_is_own(r))
		return; /* the same */
	if (r->kind == K_CODE) {
		outline_code(&now, r);
		now.last = r->line;
		now.bad_utf8 = 0;
		return;
	}
	if (r->kind == K_RULE && r->line == now.last) { /* the end of a heading's line */
		outline_note(&now, r);
		return;
	}
	if (r->kind == K_RULE) { /* behind it something new may begin, on the same line, too */
		outline_other(&now);
		before_text(&now.before, (struct slice){"", 0});
		now.bad_utf8 = 0;
	} else if (is_text_kind(r->kind)) {
		outline_row(&now);
		before_other(&now.before);
		now.last = r->line;
		now.bad_utf8 = 0;
	}
	outline_note(&now, r);
}

/* A `head` waits for the record behind it: that tells whether it is one by syntax, or one that an earlier run has made. */
static void
settle_head(int underlined)
{
	struct rec r;

	if (now.pending.n == 0)
		return;
	rec_parse(&r, slice_of(&now.pending));
	if (underlined) {
		certain_head(&now, &r, at(r.line));
		now.last = r.line;
		now.bad_utf8 = 0;
	} else {
		one_line(&r, rejoin(&r, &now.joined));
	}
	buf_clear(&now.pending);
}

static void
head_record(const struct rec *r)
{
	buf_adds(&now.pending, r->raw);
	if (certain_is(&now, r) != CERTAIN_IF_UNDERLINED)
		settle_head(certain_is(&now, r) == CERTAIN);
}

static void
input_end(void)
{
	settle_head(0);
	outline_other(&now);
}

static void
one_record(const struct rec *r)
{
	settle_head(certain_is_underline(r));
	if (r->kind == K_TEXT)
		one_line(r, unesc_tmp(&now.text, r->rest));
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
	now.before.lines = &now.headings;
	now.before.levels = &now.levels;
	levels_reset(&now.levels);
	phrases_load();
	headtable_load(&now.headings.rules.table);
}

static void
input(const char *name)
{
	(void)name;
	before_reset(&now.before);
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
