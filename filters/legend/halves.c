/* halves.c - a legend in two rows; see legend/halves.h */
#include "legend/halves.h"

#include <string.h>

#include "legend/cut.h"
#include "legend/prose.h"
#include "legend/rowcell.h"

/* The cell is a mark, or a word that is one below a title. */
static int
is_mark(struct legend_cell c, int words_too)
{
	return mark_whole(legend_cell_text(c)) != MARK_NONE || (words_too && cut_is_word(legend_cell_text(c)));
}

size_t
legend_row_marks(struct slice text, int words_too)
{
	struct legend_cell c[LEGEND_CELLS + 1];
	size_t i, n, title;

	cut_begin(text);
	n = legend_cells(c);
	if (n == 0 || n > LEGEND_CELLS)
		return 0;
	title = !is_mark(c[0], words_too);
	if (title && !legend_cell_is_title(c[0]) && !is_all(legend_rules.corner, legend_cell_text(c[0])))
		return 0;
	for (i = title; i < n; i++)
		if (!is_mark(c[i], words_too || title))
			return 0;
	return n - title;
}

/* The cells of ROW as written, without blanks around them. */
static size_t
written_cells(struct slice *to, struct slice row)
{
	struct legend_cell c[LEGEND_CELLS + 1];
	size_t i, n;

	cut_begin(row);
	n = legend_cells(c);
	for (i = 0; i < n && n <= LEGEND_CELLS; i++)
		to[i] = fold_part(&cut_line, c[i].from, c[i].to);
	return n;
}

/* 区分 alone in the corner proves little: 説明 below it must say what the marks are given, and no other row is like it. */
static int
corner_fits(struct slice upper, struct slice lower)
{
	return !is_all(legend_rules.corner, upper) || is_all(legend_rules.below, lower);
}

/* The stages of a work head columns too, and below them stands when: 検討 | 実施, 4月 | 10月から. */
static int
is_figure(struct slice cell)
{
	size_t i;

	for (i = 0; i < cell.n; i++)
		if ((cell.p[i] >= '0' && cell.p[i] <= '9') || (i + 2 < cell.n && memcmp(cell.p + i, "\xef\xbc", 2) == 0 &&
		                                              (unsigned char)cell.p[i + 2] >= 0x90 && (unsigned char)cell.p[i + 2] <= 0x99))
			return 1;
	return 0;
}

/* No meaning comes twice: 完了 | 未着手 | 完了 says how far each of three things is. */
static int
all_differ(const struct slice *meaning, size_t n)
{
	size_t i, j;

	for (i = 0; i < n; i++)
		for (j = 0; j < i; j++)
			if (slice_eq(meaning[i], meaning[j]))
				return 0;
	return 1;
}

int
legend_row_defines(struct buf *to, struct slice upper, struct slice lower, unsigned long number, int words_too)
{
	struct slice mark[LEGEND_CELLS], meaning[LEGEND_CELLS];
	size_t i, n = written_cells(mark, upper), marks = legend_row_marks(upper, words_too), states = 0;

	if (n == 0 || n > LEGEND_CELLS || written_cells(meaning, lower) != n || legend_row_marks(lower, 0))
		return 0;
	if ((n > marks && !corner_fits(mark[0], meaning[0])) || !all_differ(meaning + n - marks, marks))
		return 0;
	for (i = n - marks; i < n; i++) {
		if (mark_whole(meaning[i]) != MARK_NONE || (mark_whole(mark[i]) == MARK_NONE && is_figure(meaning[i])))
			return 0;
		states += speaks_of_state(meaning[i]);
	}
	if (2 * states < marks)
		return 0;
	for (i = n - marks; i < n; i++)
		legend_define(to, number, mark[i], meaning[i]);
	return 1;
}
