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

/* The line that was taken last is LINE. What it defines is looked for in it as it is, with the signs of Markdown. */
static int
defines(struct slice line)
{
	struct buf folded = {0};
	int may;

	if (cut_is_plain())
		return legend_prose_may_be(cut_text);
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
	may = line.n && line.n <= LEGEND_LINE && (legend_cell_may_be(line) || defines(line));
	if (CHECKS && !may && line.n && line.n <= LEGEND_LINE)
		check_none(line);
	return may;
}
