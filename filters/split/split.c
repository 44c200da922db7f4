/* tanzaku-split - one record a line, tabs make cells; see tanzaku-split(1) */
#include <string.h>

#include "split/odd.h"
#include "split/textline.h"
#include "stream/filter.h"
#include "stream/lines.h"
#include "stream/out.h"
#include "stream/pages.h"
#include "stream/rec.h"
#include "stream/warn.h"
#include "base/utf8.h"

static struct textline text;

static void
end_doc(void)
{
	if (text.doc.page > 0)
		pages->end();
	if (text.blocks.fence.c)
		out_warn(MSG_OPEN_FENCE, doc_here(&text.doc), text.blocks.fence.line);
	blocks_begin(&text.blocks);
	if (text.doc.name.n)
		say_enddoc(text.doc.name.p);
}

static void
begin_doc(struct slice name)
{
	end_doc();
	doc_begin(&text.doc, name);
	tables_begin(&text.tables, (struct slice){text.doc.name.p, text.doc.name.n - 1});
	html_begin(&text.html);
	tabstops_begin(&text.stops, (struct slice){text.doc.name.p, text.doc.name.n - 1});
	source_begin(&text.source);
	foreign_begin(&text.foreign);
	sheet_forget(&text.sheet);
	text.doc.page = pages && !text.separator.n && !text.spaced ? -1 : 0;
}

/* The header's fields are escaped as a record's: they go out as they came. */
static void
header(struct slice fields)
{
	const char *tab = memchr(fields.p, '\t', fields.n);

	begin_doc((struct slice){fields.p, tab ? (size_t)(tab - fields.p) : fields.n});
	out_rec("doc", 0);
	out_raw(fields);
	out_end();
}

/* A line with bytes that are no UTF-8, or with no newline where one was promised: what the source has is said as well. */
static void
deviating_line(struct lines *in, const struct line *l, int good)
{
	static struct buf kept;
	struct line fit = *l, source = *l;

	buf_clear(&kept); /* looking ahead may move the line away */
	buf_adds(&kept, l->text);
	source.text = slice_of(&kept);
	if (!good) {
		fit.text = odd_repaired(l->text);
		fit.room = 0;
	}
	if (fit.text.n > LINE_LIMIT) {
		odd_long_line(&text.doc, &source);
		return;
	}
	textline(&text, in, &fit);
	if (!good)
		out_warn(MSG_NOT_UTF8, doc_here(&text.doc));
	odd_bytes(&text.doc, &source);
}

/* Whether the document that begins with LINE is a page: perhaps only a line behind it tells. */
static int
is_page(struct lines *in, const struct line *line)
{
	enum { AHEAD = 64 };
	struct buf first = {0};
	struct line l;
	size_t i;
	int is;

	buf_adds(&first, line->text);
	is = pages->begins_with(slice_of(&first));
	for (i = 0; is < 0 && !line->cut && i < AHEAD && lines_peek(in, i, &l) && l.kind != LINE_HEADER && !l.cut; i++)
		if (l.kind == LINE_TEXT)
			is = pages->begins_with(l.text);
	buf_free(&first);
	return is > 0;
}

/* A line of a page. What it has in the source, if that is something else, is a note. */
static void
page_line(const struct line *l, int good, int promised)
{
	struct buf bytes = {0};
	size_t i;

	pages->line(good ? l->text : odd_repaired(l->text), text.doc.line, l->again);
	if (good && (l->ended || l->cut || !promised))
		return;
	buf_addz(&bytes, "bytes\t");
	buf_addu(&bytes, text.doc.column);
	buf_addc(&bytes, '\t');
	for (i = 0; i < l->text.n; i++) {
		buf_addc(&bytes, "0123456789abcdef"[(unsigned char)l->text.p[i] >> 4]);
		buf_addc(&bytes, "0123456789abcdef"[l->text.p[i] & 15]);
	}
	if (l->ended)
		buf_addz(&bytes, "0a");
	pages->note(slice_of(&bytes), text.doc.line);
	buf_free(&bytes);
}

/* PROMISED: the document's header says that its last line ends with a newline. */
static void
text_line(struct lines *in, const struct line *l, int promised)
{
	int good = l->utf8 || is_utf8(l->text);

	if (text.doc.page < 0) {
		struct buf held = {0};
		struct line first = *l;

		buf_adds(&held, l->text); /* looking ahead may move the line away */
		first.text = slice_of(&held);
		text.doc.page = is_page(in, l);
		if (text.doc.page)
			pages->begin(text.doc.name.p);
		first.room = 0;
		text_line(in, &first, promised);
		buf_free(&held);
		return;
	}
	doc_count(&text.doc, l);
	if (text.doc.page) {
		page_line(l, good, promised);
		return;
	}
	if (good && (l->ended || l->cut || !promised))
		textline(&text, in, l);
	else
		deviating_line(in, l, good);
	if (l->cut && !l->again)
		out_warn(MSG_LONG_LINE, doc_here(&text.doc), (unsigned long)l->text.n);
}

/* The header comes before the end of a longer document is known. */
enum { KNOWN_END = 64 * 1024 };

/* A plain document has no header: it gets one with the name of the operand and what its first 64 KiB
 * show. The window is filled to there whatever the reads bring, so that it always shows the same.
 * Returns whether the header promises a newline at the end. */
static int
plain_header(struct in *in)
{
	int ends_with_newline = 1, has_newline = 1;
	size_t n;

	while ((n = in->end - in->pos) <= KNOWN_END && in_fill(in))
		;
	if (n <= KNOWN_END) {
		has_newline = n && memchr(in->p + in->pos, '\n', n);
		ends_with_newline = n && in->p[in->end - 1] == '\n';
	}
	begin_doc(slice_z(in->name));
	out_rec("doc", 0);
	out_field((struct slice){text.doc.name.p, text.doc.name.n - 1});
	out_fieldz("UTF-8");
	out_fieldz("no");
	out_fieldz(has_newline ? "lf" : "none");
	out_fieldz(ends_with_newline ? "yes" : "no");
	out_end();
	return ends_with_newline;
}

static void
split(struct in *in)
{
	struct lines lines;
	struct line l;
	int promised = 0;

	lines_begin(&lines, in);
	if (!lines.framed && !(text.headed && in->eof && in->end == in->pos))
		promised = plain_header(in);
	while (lines_next(&lines, &l)) {
		if (l.kind == LINE_HEADER)
			header(l.text);
		else if (l.kind == LINE_NOTE)
			text.doc.page > 0 ? pages->note(l.text, text.doc.line) : doc_note(&text.doc, l.text);
		else
			text_line(&lines, &l, promised);
	}
	lines_end(&lines);
}

static int
option(int letter, const char *argument)
{
	if (letter == 'H') { /* of convert: every document has its header, so that nothing is none */
		text.headed = 1;
		return 1;
	}
	text.spaced = strcmp(argument, "space") == 0;
	if (!text.spaced && argument[0] && argument[1] && argument[strspn(argument, "abcdefghijklmnopqrstuvwxyz")] == '\0')
		die("-d %s: the separator itself, as ',' or ';', or space for two and more blanks; tabs need no -d", argument);
	text.stops.said = strcmp(argument, "\t") == 0;
	text.separator = slice_z(text.stops.said ? "" : argument);
	return 1;
}

const struct filter split_filter = {
	.prog = {
		"tanzaku-split", "[-d SEPARATOR] [FILE ...]",
		"Turns text, as tanzaku decode writes it, into records: one a line, with the cells\n"
		"of a line that has tabs. A cell that a spreadsheet has quoted over several lines\n"
		"is one cell of one record. Tables that are drawn, with pipes or boxes, are rows too.\n"
		"  -d SEPARATOR  what separates cells, instead of a tab; \"space\": two or more blanks\n",
	},
	.letters = "d:",
	.option = option,
	.read = split,
	.end = end_doc,
};
