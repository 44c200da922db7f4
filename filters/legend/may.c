/* may.c - whether a line is worth reading as a legend; see legend/may.h */
#include "legend/may.h"

#include <stdlib.h>

#include "base/check.h"
#include "base/fold.h"
#include "legend/cut.h"
#include "legend/line.h"
#include "legend/prose.h"
#include "legend/rules.h"

/* The check build reads the line as well. */
static void
check_none(struct slice line)
{
	struct legend_line *l = emalloc(sizeof(*l));
	struct buf defined = {0};

	legend_read(l, line);
	legend_prose(&defined, line, 0);
	check_same(l->n == 0 && defined.n == 0, "a line without entries", line);
	buf_free(&defined);
	free(l);
}

int
legend_cell_may_be(struct slice cell)
{
	if (cell.n == 0 || cell.n > LEGEND_LINE)
		return 0;
	cut_begin(cell);
	return re_may_match(legend_rules.entry, cut_text) || legend_has_title();
}

/* LINE has entries, or defines marks. That is looked for in it as it is, with the signs of Markdown: most have none, and both are
 * one question. */
static int
may_be(struct slice line)
{
	struct buf folded = {0};
	int may;

	cut_begin(line);
	if (cut_is_plain())
		return re_may_match(legend_rules.either, cut_text) || legend_has_title();
	if (legend_cell_may_be(line))
		return 1;
	fold(&folded, line);
	may = legend_prose_may_be(slice_of(&folded));
	buf_free(&folded);
	return may;
}

int
legend_may_be(struct slice line)
{
	int may;

#ifdef TZ_ASK_ALL /* tests/tables/plain.sh: each line is read as a whole */
	if (line.n && line.n <= LEGEND_LINE)
		return 1;
#endif
	may = line.n && line.n <= LEGEND_LINE && may_be(line);
	if (CHECKS && !may && line.n && line.n <= LEGEND_LINE)
		check_none(line);
	return may;
}
