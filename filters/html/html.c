/* tanzaku-html - a web page as records; see tanzaku-html(1) */
#include <string.h>

#include "base/utf8.h"
#include "html/reader.h"
#include "stream/filter.h"
#include "stream/lines.h"
#include "stream/out.h"

static struct document {
	struct buf name;
	unsigned long line;
} doc;

static void
end_doc(void)
{
	html_pages.end();
	if (doc.name.n)
		say_enddoc(doc.name.p);
}

static void
begin_doc(struct slice fields)
{
	const char *tab = memchr(fields.p, '\t', fields.n);

	end_doc();
	buf_clear(&doc.name);
	unesc(&doc.name, (struct slice){fields.p, tab ? (size_t)(tab - fields.p) : fields.n});
	buf_addc(&doc.name, '\0');
	doc.line = 0;
	out_rec("doc", 0);
	out_raw(fields);
	out_end();
	html_pages.begin(doc.name.p);
}

static void
read_pages(struct in *in)
{
	static const char plain[] = "\tUTF-8\tno\tlf\tyes";
	struct lines lines;
	struct line l;
	struct buf header = {0};

	lines_begin(&lines, in);
	if (!lines.framed) {
		esc(&header, slice_z(in->name));
		buf_addz(&header, plain);
		begin_doc(slice_of(&header));
	}
	while (lines_next(&lines, &l)) {
		if (l.kind == LINE_HEADER) {
			begin_doc(l.text);
			continue;
		}
		if (l.kind == LINE_NOTE) {
			html_pages.note(l.text, doc.line);
			continue;
		}
		doc.line += !l.again;
		if (utf8_valid(l.text.p, l.text.n) != l.text.n)
			die("%s:%lu: not UTF-8: tanzaku decode reads it", doc.name.p, doc.line);
		html_pages.line(l.text, doc.line, l.again);
	}
	lines_end(&lines);
	buf_free(&header);
}

static int
option(int letter, const char *argument)
{
	(void)letter;
	(void)argument;
	return 0;
}

const struct filter html_filter = {
	.prog = {
		"tanzaku-html", "[FILE ...]",
		"Turns the text of web pages, as tanzaku decode writes it, into records, as tanzaku split\n"
		"does by itself with a document that begins with <!DOCTYPE html> or <html>.\n",
	},
	.letters = "",
	.option = option,
	.read = read_pages,
	.end = end_doc,
};
