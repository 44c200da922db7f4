/* put.c - records of split; see put.h */
#include "split/put.h"

#include "base/blank.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/why.h"

void
put_record(const char *kind, unsigned long line, struct slice text)
{
	out_rec(kind, line);
	out_field(text);
	out_end();
}

void
put_why(unsigned long line, const char *decision, enum grade grade, const char *evidence)
{
	out_why(line, decision, grade, evidence, slice_z(""));
}

void
put_heading(unsigned long line, const struct block_heading *h, int underlined)
{
	out_rec("head", line);
	out_fieldu(h->level);
	out_field(h->before);
	out_fieldz("");
	out_fieldz("");
	out_field(h->title);
	out_end();
	if (underlined) {
		out_rec("block", line);
		out_fieldz("underlined");
		out_fieldu(h->level);
		out_end();
	}
	out_why(line, "heading", GRADE_CERTAIN, underlined ? "a line that underlines it" : "number signs before it", slice_z(""));
	if (h->after.n)
		put_record("rule", line, h->after);
}

/* A cell in a spreadsheet's quotes is what is in them, whatever it looks like. */
static int
reads(struct buf *to, struct slice cell, enum markup how)
{
	buf_clear(to);
	if (how == MARKUP_NAMES)
		return markup_clean(to, blank_trim(cell), MARKUP_CELLS) || blank_trim(cell).n != cell.n;
	if (how == MARKUP_CELLS && cell.n && *cell.p == '"') {
		buf_adds(to, cell);
		return 0;
	}
	return markup_clean(to, cell, how);
}

static void
raw_record(unsigned long line, size_t column, struct slice raw)
{
	out_rec("raw", line);
	out_fieldu(column);
	out_field(raw);
	out_end();
}

void
put_row(unsigned long line, put_cell *cell, const void *of, size_t n, enum markup how, struct slice source, int always)
{
	static struct buf clean;
	size_t i, other = 0;

	out_rec("row", line);
	for (i = 0; i < n; i++) {
		other += (size_t)reads(&clean, cell(of, i), how);
		out_field(slice_of(&clean));
	}
	out_end();
	if (always || other)
		put_record("source", line, source);
	for (i = 0; i < n && other; i++)
		if (reads(&clean, cell(of, i), how))
			raw_record(line, i + 1, cell(of, i));
}
