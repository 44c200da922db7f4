/* about.c - what there is to say about a row; see table/about.h */
#include "table/about.h"

#include "stream/out.h"
#include "stream/rec.h"
#include "stream/warn.h"

/* The row says "N of OF cells", or WHAT and N: the numbers of message ID; the terminal hears of them once a header. */
static void
say_once(struct about *a, enum msg id, struct place at, const char *what, unsigned long n, unsigned long of)
{
	struct buf numbers = {0}, header = {0}, record = {0};

	buf_addz(&numbers, what);
	buf_addu(&numbers, n);
	if (of) {
		buf_addz(&numbers, " of ");
		buf_addu(&numbers, of);
		buf_addz(&numbers, " cells");
	}
	buf_addu(&header, a->header);
	again_warn(&a->said, &record, id, at, slice_of(&numbers), slice_of(&header), n, of);
	outs(slice_of(&record));
	buf_free(&numbers);
	buf_free(&header);
	buf_free(&record);
}

void
about_say(struct about *a, const char *file)
{
	struct place at = {file, a->line, 0};
	struct about none = {.fills = a->fills, .unclear = a->unclear};
	unsigned long cells = a->cells, cols = a->cols;

	outs(slice_of(&a->fills));
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
		say_once(a, MSG_SHIFTED_ROW, at, "first ", a->shifted, 0);
	if (a->says & SAYS_FITTED)
		say_once(a, MSG_FITTED_ROW, at, "", cells, cols);
	if (a->says & SAYS_RAGGED)
		say_once(a, MSG_RAGGED_ROW, at, "", cells, cols);
	if (a->says & SAYS_ALONE)
		out_warn(MSG_NO_HEADER, at, cells);
	if (a->says & SAYS_LOST)
		out_warn(MSG_HEADER_LOST, at, cells);
	if (a->says & SAYS_CARRIED)
		say_once(a, MSG_HEADER_CARRIED, at, "line ", a->header, 0);
	buf_clear(&none.fills);
	none.said = a->said;
	*a = none;
}

void
about_say_all(struct about *a, const char *file)
{
	again_say(&a->said, file, "rows");
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
