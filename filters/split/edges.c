/* edges.c - how straight the cells of columns stand; see edges.h */
#include "split/edges.h"

#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

enum {
	PAGE = 512,              /* no cell ends beyond */
	KANA = 0x3040, BMP = 0xffff, /* letters of Japanese are between */
	LABEL_WIDE = 24,         /* of two columns, the first is as narrow as labels are */
	NAME_WIDE = 40,          /* a wider word in the first line is no name */
	CLOSE = 4,               /* a cell that goes on ends so near to the next column, */
	LAST_WIDE = 20,          /* and in the last one is so wide; */
	TEXT_WIDE = 12           /* so wide is a column of texts that go on */
};

/* What the cells of a column show. */
struct edges {
	size_t filled, left, right, at_left, at_right; /* the edges of its first cell, and how many others have them */
	size_t padded, apart; /* two blanks or more before a cell, or none in its place; the first, the name among them */
	size_t same;   /* cells that are as the header's */
	size_t width, narrower; /* the widest; cells that are less wide */
	size_t figures;    /* cells with a digit */
	size_t torn, parted; /* cells with two blanks or more inside, as two cells have between them; with one, not behind a sign */
	uint32_t first;    /* the first character of all of them; 0: they differ */
};

static struct slice
text_of(struct slice line, const struct place_on_page *c)
{
	return (struct slice){line.p + c->from, c->to - c->from};
}

static int
same_text(struct slice a, const struct place_on_page *x, struct slice b, const struct place_on_page *y)
{
	return slice_eq(text_of(a, x), text_of(b, y));
}

static int
has_digit(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.p[i] >= '0' && s.p[i] <= '9') ||
		    (i + 2 < s.n && s.p[i] == '\xef' && s.p[i + 1] == '\xbc' && s.p[i + 2] >= '\x90' && s.p[i + 2] <= '\x99'))
			return 1;
	return 0;
}

static uint32_t
first_of(struct slice s)
{
	size_t len;

	return s.n ? utf8_next(s.p, s.n, &len) : 0;
}

/* The first line differs from those below in kind, in a column with LEAST cells or more: it is centred, or lacks what all cells of a column have. */
static int
contrasts(const struct layout *l, const struct edges *e, size_t least, struct slice line, const struct place_on_page *head)
{
	size_t k, n = 0;

	for (k = 0; k < l->n; k++) {
		struct slice name = text_of(line, &head[k]);

		if (e[k].filled < least || name.n == 0)
			continue;
		n += e[k].at_left == e[k].filled && head[k].left > e[k].left;
		n += e[k].figures == e[k].filled && !has_digit(name);
		n += e[k].first && e[k].first != first_of(name) && (e[k].first < KANA || e[k].first > BMP);
	}
	return n > 0;
}

/* No letter, of ASCII or of Japanese. */
static int
is_sign(uint32_t c)
{
	return c >= 0x80 && (c < KANA || c > BMP);
}

static void
see_cell(struct edges *e, const struct place_on_page *c, struct slice text)
{
	struct place_on_page word[LAYOUT_COLUMNS];
	uint32_t first = first_of(text);

	e->figures += (size_t)has_digit(text);
	if (blank_may_be_in(text)) {
		e->torn += layout_words(text, WIDTH_CHARS, 2, word) > 1;
		e->parted += layout_words(text, WIDTH_CHARS, 1, word) > 1 && !is_sign(first);
	}
	e->first = e->filled && e->first != first ? 0 : first;
	if (e->filled++ == 0) {
		e->left = c->left;
		e->right = c->right;
	}
	e->at_left += c->left == e->left;
	e->at_right += c->right == e->right;
	if (c->right - c->left > e->width)
		e->width = c->right - c->left;
}

/* So many half-width columns in the unit of L: characters, of which most are full-width. */
static size_t
wide(const struct layout *l, size_t columns)
{
	return l->how == WIDTH_CHARS ? columns / 2 : columns;
}

/* The first word of S, of ASCII, is so long. */
static size_t
word_of(struct slice s)
{
	size_t n = 0;

	while (n < s.n && (unsigned char)s.p[n] > ' ' && (unsigned char)s.p[n] < 0x80)
		n++;
	return n;
}

/* Cell K of the line above ends where its column does; or where the first word of TEXT, the one below, would not have
 * fitted into what is left of it, with a blank before it. Where the line lacks more than its first
 * cell (ALONE), a word in a wide column is one of any letters, up to the next blank: programs that break lines at blanks know no other. */
static int
fills(const struct view *v, size_t k, const struct place_on_page *above, struct slice text, int alone)
{
	size_t end = k + 1 < v->l.n ? v->l.left[k + 1] : v->edge[k], word = word_of(text);
	struct place_on_page of[LAYOUT_COLUMNS];

	if (above->right + CLOSE >= end || (word && above->right + 1 + word > v->edge[k]))
		return 1;
	if (!alone || v->edge[k] < v->l.left[k] + wide(&v->l, TEXT_WIDE))
		return 0;
	return layout_words(text, v->l.how, 1, of) && above->right + 1 + (of[0].right - of[0].left) > v->edge[k];
}

static size_t
filled_of(const struct view *v, const struct place_on_page *cell)
{
	size_t k, n = 0;

	for (k = 0; k < v->l.n; k++)
		n += cell[k].to > 0;
	return n;
}

/* May LINE, whose cells are CELL and whose first one is empty, go on with the row whose last cells are ABOVE? */
int
edges_goes_on(const struct view *v, const struct place_on_page *above, struct slice line, const struct place_on_page *cell)
{
	size_t k, filled = filled_of(v, cell);

	if (filled + 1 == v->l.n && v->l.n > 2 && cell[0].to == 0)
		return 0; /* nothing but the first cell is missing: merged with the one above */
	for (k = 0; k < v->l.n; k++) {
		if (cell[k].to == 0)
			continue;
		if (above[k].to == 0 || cell[k].left != above[k].left)
			return 0;
		if (!fills(v, k, &above[k], text_of(line, &cell[k]), filled + 1 < v->l.n))
			return 0;
		if (k + 1 == v->l.n && above[k].right - above[k].left < wide(&v->l, LAST_WIDE))
			return 0;
	}
	return cell[0].to == 0;
}

/* The cells of column K are two each: all are parted widely, or at all, and nothing stands below the next name. */
static int
hides_two(const struct view *v, const struct edges *e, size_t k)
{
	if (e[k].filled < 2)
		return 0;
	return e[k].torn == e[k].filled || (k + 1 < v->l.n && e[k + 1].filled == 0 && e[k].parted == e[k].filled);
}

/* What the lines of a block show under the columns of a view. */
struct weighing {
	struct edges e[LAYOUT_COLUMNS];
	struct place_on_page *cell;                            /* of all lines, as many for each as there are columns */
	const struct place_on_page *head, *above; /* the names; the last row that began */
	size_t rows, goes, merged, torn;      /* lines that begin a row, that go on with one, that lack the first cell alone, that do neither */
	size_t narrowest, shortest, longest; /* cell of the last column, lines */
};

static enum looks_like
weigh_columns(const struct view *v, const struct weighing *w, int ruled)
{
	const struct edges *e = w->e;
	size_t k, rows = w->rows + w->torn + w->merged, lines = rows + w->goes, padded = 0, straight = 0, filled = 0;

	for (k = 0; k < v->l.n; k++) {
		if (e[k].filled && e[k].at_left < e[k].filled && e[k].at_right < e[k].filled)
			return LOOKS_LIKE_NONE;
		if (hides_two(v, e, k))
			return LOOKS_LIKE_NONE;
		if (e[k].filled && e[k].same == e[k].filled)
			return LOOKS_LIKE_NONE;
		if (k && e[k].padded == 0 && e[k - 1].narrower)
			return LOOKS_LIKE_NONE;
		/* one blank before all of them, the name's as well, and an empty cell: words of the cell before */
		if (k && e[k].apart == 0 && e[k].filled && e[k].padded)
			return LOOKS_LIKE_NONE;
		straight += e[k].filled > 0;
		padded += k ? e[k].padded : 0;
		filled += e[k].filled;
	}
	if (straight < 2 || filled < 2 * rows || (v->l.n == 2 && e[1].apart == 0))
		return LOOKS_LIKE_NONE;
	return ruled || 3 * padded >= lines * (v->l.n - 1) ? LOOKS_LIKE_TABLE : LOOKS_LIKE_NONE;
}

/* Two columns alone: the names stand in the middle of theirs, and the second one is straight. */
static int
is_centred(const struct edges *e, const struct place_on_page *head)
{
	return e[1].at_left == e[1].filled && head[1].left > e[1].left && head[0].left >= e[0].left;
}

/* The first line has names for the columns of V, and the others are cut by them: finds how far their cells go. */
static int
cut_all(const struct edges_case *a, struct weighing *w, struct view *v)
{
	struct place_on_page *cell = w->cell;
	size_t i, k, exact;

	w->head = cell;
	if (!layout_cut(&v->l, pageblock_line(a->block, 0), cell, &v->straight)) /* names are as well */
		return 0;
	for (k = 0; k < v->l.n; k++)
		if (w->head[k].right - w->head[k].left > NAME_WIDE || !layout_may_be_name(text_of(pageblock_line(a->block, 0), &w->head[k])))
			return 0;
	memset(v->edge, 0, sizeof(v->edge));
	for (i = 1; i < a->block->n; i++) {
		cell += v->l.n;
		if (!layout_cut(&v->l, pageblock_line(a->block, i), cell, &exact))
			return 0;
		for (k = 0; k < v->l.n; k++)
			if (cell[k].right > v->edge[k])
				v->edge[k] = cell[k].right;
	}
	return 1;
}

static void
see_width(struct weighing *w, const struct view *v, const struct place_on_page *cell)
{
	const struct place_on_page *last = &cell[v->l.n - 1];
	size_t k, right = 0;

	for (k = 0; k < v->l.n; k++)
		right = cell[k].to ? cell[k].right : right;
	if (last->right - last->left < w->narrowest)
		w->narrowest = last->right - last->left;
	w->shortest = right < w->shortest ? right : w->shortest;
	w->longest = right > w->longest ? right : w->longest;
}

/* LINE, whose cells are CELL, begins a row, or goes on with the one above. */
static void
see_row(struct weighing *w, const struct view *v, struct slice line, const struct place_on_page *cell)
{
	if (cell[0].to) {
		w->rows++;
		w->above = cell;
	} else if (w->rows && edges_goes_on(v, w->above, line, cell)) {
		w->goes++;
	} else if (filled_of(v, cell) + 1 == v->l.n && v->l.n > 2) {
		w->merged++;
	} else {
		w->torn++;
	}
}

static void
see_line(struct weighing *w, const struct view *v, struct slice names, struct slice line, const struct place_on_page *cell)
{
	size_t k;

	see_width(w, v, cell);
	see_row(w, v, line, cell);
	for (k = 0; k < v->l.n; k++) {
		size_t before = k && cell[k - 1].to ? cell[k - 1].right : 0;

		if (cell[k].to == 0) {
			w->e[k].padded++;
			continue;
		}
		see_cell(&w->e[k], &cell[k], text_of(line, &cell[k]));
		w->e[k].padded += cell[k].left >= before + 2;
		w->e[k].apart += cell[k].left >= before + 2;
		w->e[k].same += same_text(names, &w->head[k], line, &cell[k]);
	}
}

/* Once the widest cells are known. */
static void
see_narrower(const struct edges_case *a, struct weighing *w, const struct view *v)
{
	const struct place_on_page *cell = w->cell;
	size_t i, k;

	for (i = 1; i < a->block->n; i++) {
		cell += v->l.n;
		for (k = 0; k < v->l.n; k++)
			w->e[k].narrower += cell[k].to && cell[k].right - cell[k].left < w->e[k].width;
	}
}

/* Three columns or more, all of whose cells begin at one place, and behind two blanks at least: nothing but a table is laid out
 * so, whatever its first line is. Where a line above did not begin one, this would take a row for the names. */
static int
is_straight(const struct edges_case *a, const struct weighing *w, const struct view *v)
{
	enum { COLUMNS = 3, ROWS = 3 };
	size_t k, often = 0, all = w->rows + w->goes + w->torn + w->merged;

	for (k = 0; k < v->l.n; k++) {
		if (w->e[k].at_left < w->e[k].filled || (k && w->e[k].padded < all))
			return 0;
		often += w->e[k].filled > 1;
	}
	return a->above.n == 0 && often >= COLUMNS && w->rows >= ROWS && !w->torn && !w->merged;
}

/* A block of two lines, three words or more in each, all apart and each of the second right below one of the first: what a program
 * prints of one thing, if the first has no figure and is another kind of line. */
static int
is_pair(const struct edges_case *a, const struct weighing *w, const struct view *v)
{
	enum { COLUMNS = 3 };
	size_t k;

	for (k = 0; k < v->l.n; k++)
		if (w->e[k].filled == 0 || w->e[k].left != w->head[k].left || (k && !(w->e[k].apart && w->e[k].padded)))
			return 0;
	return a->block->n == 2 && v->l.n >= COLUMNS && a->above.n == 0 && !has_digit(pageblock_line(a->block, 0)) &&
	       contrasts(&v->l, w->e, 1, pageblock_line(a->block, 0), w->head);
}

/* Without a rule below its names, or names that were those of a table before, a table shows that the first line is another kind
 * of line than the others, and that no row stands above it. */
static int
is_told(const struct edges_case *a, const struct weighing *w, const struct view *v)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t exact;

	if (a->named_before)
		return 1;
	if (a->above.n && layout_cut(&v->l, a->above, cell, &exact) > 1) /* one more row, or the names */
		return 0;
	return is_straight(a, w, v) || is_pair(a, w, v) || (w->rows + w->torn + w->merged >= 2 && contrasts(&v->l, w->e, 2, pageblock_line(a->block, 0), w->head));
}

/* The lines of W are cut. */
static enum looks_like
weigh(const struct edges_case *a, struct weighing *w, struct view *v)
{
	size_t i, k;

	memset(w->e, 0, v->l.n * sizeof(*w->e));
	for (k = 1; k < v->l.n; k++)
		w->e[k].apart = w->head[k].left >= w->head[k - 1].right + 2;
	for (i = 1; i < a->block->n; i++)
		see_line(w, v, pageblock_line(a->block, 0), pageblock_line(a->block, i), w->cell + i * v->l.n);
	see_narrower(a, w, v);
	for (k = 0; k < v->l.n; k++)
		v->straight += w->e[k].at_left > w->e[k].at_right ? w->e[k].at_left : w->e[k].at_right;
	if (!a->ruled && !is_told(a, w, v))
		return LOOKS_LIKE_NONE;
	if (weigh_columns(v, w, a->ruled) == LOOKS_LIKE_NONE || layout_is_filled(w->narrowest, w->shortest, w->longest))
		return LOOKS_LIKE_NONE;
	if (v->l.n == 2 && !a->ruled && (!is_centred(w->e, w->head) || w->e[0].width >= LABEL_WIDE))
		return LOOKS_LIKE_NONE;
	return w->torn || (w->merged && (w->goes || !a->ruled)) ? LOOKS_UNSURE : LOOKS_LIKE_TABLE;
}

enum looks_like
edges_weigh(const struct edges_case *a, struct view *v)
{
	struct weighing w; /* its columns are cleared when there is something to see in them: most blocks have none */
	enum looks_like verdict = LOOKS_LIKE_NONE;

	w.rows = w.goes = w.merged = w.torn = w.longest = 0;
	w.narrowest = w.shortest = PAGE;
	w.above = NULL;
	w.cell = emalloc(a->block->n * v->l.n * sizeof(*w.cell));
	if (cut_all(a, &w, v))
		verdict = weigh(a, &w, v);
	free(w.cell);
	return verdict;
}
