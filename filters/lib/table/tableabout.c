/* tableabout.c - what there is to say about a row; see tableabout.h */
#include "tableabout.h"

#include "out.h"
#include "rec.h"

void
about_say(struct about *a, const char *file)
{
	struct place at = {file, a->line, 0};
	struct buf fills = a->fills;
	unsigned long cells = a->cells, cols = a->cols;

	outs(slice_of(&fills));
	if (a->text)
		out_warn(a->what, at);
	if (a->unclear)
		out_warn(MSG_HEADER_UNCLEAR, at, cols);
	if (a->total)
		out_warn(MSG_TOTAL_ROW, at);
	if (a->repeat)
		out_warn(MSG_REPEATED_ROW, at);
	if (a->empty)
		out_warn(MSG_MERGED_CELLS, at, (unsigned long)a->empty);
	if (a->broken)
		out_warn(MSG_BAD_UTF8, at);
	if (a->shifted)
		out_warn(MSG_SHIFTED_ROW, at, (unsigned long)a->shifted);
	if (a->fitted)
		out_warn(MSG_FITTED_ROW, at, cells, cols);
	if (a->ragged)
		out_warn(MSG_RAGGED_ROW, at, cells, cols);
	if (a->alone)
		out_warn(MSG_NO_HEADER, at, cells, cols);
	if (a->lost)
		out_warn(MSG_HEADER_LOST, at, cells);
	if (a->header)
		out_warn(MSG_HEADER_CARRIED, at, a->header);
	buf_clear(&fills);
	*a = (struct about){.fills = fills};
}
