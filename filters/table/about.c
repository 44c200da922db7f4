/* about.c - what there is to say about a row; see table/about.h */
#include "table/about.h"

#include "stream/out.h"
#include "stream/rec.h"
#include "stream/warn.h"

void
about_say(struct about *a, const char *file)
{
	struct place at = {file, a->line, 0};
	struct buf fills = a->fills, unclear = a->unclear;
	unsigned long cells = a->cells, cols = a->cols;

	outs(slice_of(&fills));
	if (a->says & SAYS_TEXT)
		out_warn(a->what, at);
	if (a->says & SAYS_UNCLEAR)
		out_warn(MSG_HEADER_UNCLEAR, at, a->unclear.p);
	if (a->says & SAYS_TOTAL)
		out_warn(MSG_TOTAL_ROW, at);
	if (a->says & SAYS_REPEAT)
		out_warn(MSG_REPEATED_ROW, at);
	if (a->says & SAYS_EMPTY)
		out_warn(MSG_MERGED_CELLS, at, (unsigned long)a->empty);
	if (a->says & SAYS_BROKEN)
		out_warn(MSG_BAD_UTF8, at);
	if (a->says & SAYS_SHIFTED)
		out_warn(MSG_SHIFTED_ROW, at, (unsigned long)a->shifted);
	if (a->says & SAYS_FITTED)
		out_warn(MSG_FITTED_ROW, at, cells, cols);
	if (a->says & SAYS_RAGGED)
		out_warn(MSG_RAGGED_ROW, at, cells, cols);
	if (a->says & SAYS_ALONE)
		out_warn(MSG_NO_HEADER, at, cells);
	if (a->says & SAYS_LOST)
		out_warn(MSG_HEADER_LOST, at, cells);
	if (a->says & SAYS_CARRIED)
		out_warn(MSG_HEADER_CARRIED, at, a->header);
	buf_clear(&fills);
	*a = (struct about){.fills = fills, .unclear = unclear};
}

void
about_unclear(struct about *a, const char *why, size_t cols)
{
	a->says |= SAYS_UNCLEAR;
	buf_clear(&a->unclear);
	buf_addz(&a->unclear, why);
	buf_addz(&a->unclear, ", over rows of ");
	buf_addu(&a->unclear, cols);
	buf_addz(&a->unclear, " cells");
	buf_addc(&a->unclear, '\0');
}
