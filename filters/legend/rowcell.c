/* rowcell.c - the cells of a row; see legend/rowcell.h */
#include "legend/rowcell.h"

#include "legend/cut.h"

size_t
legend_cells(struct legend_cell *c)
{
	size_t i, n = 0, from = 0;

	for (i = 0; i <= cut_text.n; i++) {
		if (i < cut_text.n && cut_text.p[i] != '\t')
			continue;
		if (from <= i) /* else it is behind empty cells that follow */
			from = cut_skip(from);
		if (from >= i)
			continue;
		if (n == LEGEND_CELLS)
			return LEGEND_CELLS + 1;
		c[n++] = (struct legend_cell){from, cut_back(from, i)};
		from = i + 1;
	}
	return n;
}

struct slice
legend_cell_text(struct legend_cell c)
{
	return cut_part(c.from, c.to);
}

int
legend_cell_is_title(struct legend_cell c)
{
	enum { SIGNS = 9 };

	return re_match_at(legend_rules.title, legend_cell_text(c), 0, legend_at) &&
	       re_group(legend_rules.title, 0).n + SIGNS >= c.to - c.from && !cut_is_word(legend_cell_text(c));
}
