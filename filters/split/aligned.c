/* aligned.c - columns that hold over a block; see aligned.h */
#include "split/aligned.h"

#include "base/blank.h"
#include "base/utf8.h"
#include "split/markdown.h"
#include "split/peek.h"

enum {
	BLOCK_BYTES = 16 * 1024,
	PAGE = 512,      /* a place beyond is beyond all columns */
	TRIES = 2,       /* lines of a block at which a table may begin: below a title or two */
	DASHES = 10,     /* a run of them below a header */
	KANA = 0x3040, BMP = 0xffff, /* letters of Japanese are between */
	WORDS = 2,       /* of a name, on the whole */
	LABEL_WIDE = 24, /* of two columns, the first is as narrow as labels are */
	NAME_WIDE = 40,  /* a wider word in the first line is no name */
	CLOSE = 4,       /* a cell that goes on ends so near to the next column, */
	LAST_WIDE = 20   /* and in the last one is so wide */
};

/* What one way to count makes of the block. */
struct view {
	struct layout l;
	size_t straight; /* cells at the edge of their column */
	size_t edge[LAYOUT_COLUMNS];
};

static struct slice
line_of(const struct aligned *a, size_t i)
{
	size_t from = i ? a->end[i - 1] : 0;

	return (struct slice){a->text.p + from, a->end[i] - from};
}

/* A run of dashes, or of another stroke, alone. */
static int
is_rule(struct slice line)
{
	size_t i, len, n = 0;
	uint32_t c, first = 0;

	for (i = 0; i < line.n; i += len, n++) {
		c = utf8_next(line.p + i, line.n - i, &len);
		if (c == '\r' && i + 1 == line.n)
			break;
		if ((c != '-' && c != '=' && c != 0x2500 && c != 0x2501 && c != 0x2550) || (first && c != first))
			return 0;
		first = c;
	}
	return n >= DASHES;
}

static int
ends_block(struct slice line)
{
	return markdown_is_blank(line) || memchr(line.p, '\t', line.n) || markdown_heading(line) || markdown_fence(line);
}

static int
is_ascii(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n && (unsigned char)s.p[i] < 0x80; i++)
		;
	return i == s.n;
}

/* The lines from LINE to the end of the block, without a rule below the first: there is one in *RULED. */
static void
read_block(struct aligned *a, struct lines *in, struct slice line, int *ruled)
{
	struct line l;
	size_t i = 0, seen = 0;

	*ruled = 0;
	buf_clear(&a->text);
	buf_adds(&a->text, line);
	a->end[0] = a->text.n;
	a->n = 1;
	while (a->n < ALIGNED_LINES && a->text.n < BLOCK_BYTES && peek_line(in, &i, &l) && !ends_block(l.text)) {
		if (seen++ == 0 && (*ruled = is_rule(l.text)))
			continue;
		if (is_rule(l.text))
			break;
		buf_adds(&a->text, l.text);
		a->end[a->n++] = a->text.n;
		if (a->n == 2 && !blank_may_be_in(l.text))
			return; /* of one word: no row */
	}
	a->ascii = is_ascii(slice_of(&a->text));
}

static void
take_places(char *taken, struct slice line, enum width how)
{
	size_t k, len, at = 0;

	for (k = 0; k < line.n && at < PAGE; k += len) {
		struct slice rest = {line.p + k, line.n - k};
		size_t wide, end;

		if ((unsigned char)*rest.p < 0x80) { /* most of what has blanks in it */
			taken[at++] |= (unsigned char)*rest.p > ' ';
			len = 1;
			continue;
		}
		wide = width_next(rest, how, &len);
		end = at + wide < PAGE ? at + wide : PAGE;
		if (!blank_at(rest))
			memset(taken + at, 1, end - at);
		at += wide;
	}
}

/* Which places of the page a line from 1 to N has a character at. */
static void
find_blanks(const struct aligned *a, enum width how, size_t n, char *taken)
{
	size_t i;

	memset(taken, 0, PAGE);
	for (i = 1; i <= n; i++)
		take_places(taken, line_of(a, i), how);
}

/* Where the column begins whose name is the word NEXT, behind the word NAME: 0 if no place between them is blank in all
 * lines. Of several, the one that the name begins with, else the widest. */
static size_t
border(const char *taken, const struct place_on_page *name, const struct place_on_page *next)
{
	size_t at = name->right, best = 0, widest = 0;

	while (at < next->left && at < PAGE) {
		size_t from = at, to;

		if (taken[at++])
			continue;
		while (at < PAGE && !taken[at])
			at++;
		to = at < next->left ? at : next->left;
		if (to == next->left)
			return to;
		while (from && !taken[from - 1])
			from--;
		if (to - from >= widest) {
			widest = to - from;
			best = to;
		}
	}
	return best;
}

/* Nothing stands below from place FROM to place TO. */
static int
is_empty(const char *taken, size_t from, size_t to)
{
	while (from < to && from < PAGE && !taken[from])
		from++;
	return from >= to || from >= PAGE;
}

/* Beyond ASCII: a letter of Japanese, as far as names of columns go. */
static int
is_wide(char c)
{
	return (unsigned char)c >= 0x80;
}

/* WORD and the one behind it, with a blank between, are one name, although what is below has a blank there, up to LEFT: 氏 名; or
 * nothing stands below the second one, and there is ASCII beside the blank: 関連 Phase. Japanese has no blanks between words:
 * 担当 期限 are two names. BEHIND: words behind the first. */
static int
is_one_name(const char *taken, struct slice line, const struct place_on_page *word, size_t behind, size_t left)
{
	size_t next = behind > 1 ? border(taken, &word[1], &word[2]) : PAGE;

	if (word->right - word->left <= 2 && word[1].right - word[1].left <= 2)
		return 1;
	return !(is_wide(line.p[word->to - 1]) && is_wide(line.p[word[1].from])) && is_empty(taken, left, next ? next : word[2].left);
}

/* The columns that the names in the first line have, counted so. False if two names are apart and nothing parts what is below. */
static int
columns_of(const struct aligned *a, enum width how, size_t rows, struct layout *l)
{
	struct place_on_page word[LAYOUT_COLUMNS];
	char taken[PAGE];
	size_t i, n = layout_words(line_of(a, 0), how, 1, word);

	find_blanks(a, how, rows, taken);
	l->how = how;
	l->left[0] = 0;
	l->n = n > 0;
	for (i = 1; i < n; i++) {
		size_t left = border(taken, &word[i - 1], &word[i]);
		int apart = word[i].left - word[i - 1].right > 1;

		if (left && !apart && is_one_name(taken, line_of(a, 0), &word[i - 1], n - i, left))
			left = 0;
		if (left)
			l->left[l->n++] = left;
		else if (apart)
			return 0;
	}
	return l->n >= 2 && n <= WORDS * l->n; /* more of them are a sentence */
}

/* The same of all lines: most paragraphs show in their first lines that they have none. */
static int
find_columns(const struct aligned *a, enum width how, struct layout *l)
{
	enum { FIRST = 3 };

	return (a->n - 1 <= FIRST || columns_of(a, how, FIRST, l)) && columns_of(a, how, a->n - 1, l);
}

/* What the cells of a column show. */
struct edges {
	size_t filled, left, right, at_left, at_right; /* the edges of its first cell, and how many others have them */
	size_t padded; /* two blanks or more before a cell, or none in its place */
	size_t same;   /* cells that are as the header's */
	size_t width, narrower; /* the widest; cells that are less wide */
	size_t figures;    /* cells with a digit */
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

/* The first line differs from those below in kind: it is centred, or lacks what all cells of a column have. */
static int
contrasts(const struct layout *l, const struct edges *e, struct slice line, const struct place_on_page *head)
{
	size_t k, n = 0;

	for (k = 0; k < l->n; k++) {
		struct slice name = text_of(line, &head[k]);

		if (e[k].filled < 2 || name.n == 0)
			continue;
		n += e[k].at_left == e[k].filled && head[k].left > e[k].left;
		n += e[k].figures == e[k].filled && !has_digit(name);
		n += e[k].first && e[k].first != first_of(name) && (e[k].first < KANA || e[k].first > BMP);
	}
	return n > 0;
}

static void
see_cell(struct edges *e, const struct place_on_page *c, struct slice text)
{
	uint32_t first = first_of(text);

	e->figures += (size_t)has_digit(text);
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

/* May LINE, whose cells are CELL and whose first one is empty, go on with the row whose last cells are ABOVE? */
static int
goes_on(const struct layout *l, const size_t *edge, const struct place_on_page *above, const struct place_on_page *cell)
{
	size_t k;

	for (k = 0; k < l->n; k++) {
		if (cell[k].to == 0)
			continue;
		if (above[k].to == 0 || cell[k].left != above[k].left)
			return 0;
		if (above[k].right + CLOSE < (k + 1 < l->n ? l->left[k + 1] : edge[k]))
			return 0;
		if (k + 1 == l->n && above[k].right - above[k].left < LAST_WIDE)
			return 0;
	}
	return cell[0].to == 0;
}

/* How the block looks under the columns of V. */
enum looks_like { NO_TABLE, TABLE, UNSURE };

static enum looks_like
weigh_columns(const struct view *v, const struct edges *e, size_t rows, int ruled)
{
	size_t k, padded = 0, straight = 0, filled = 0;

	for (k = 0; k < v->l.n; k++) {
		if (e[k].filled && e[k].at_left < e[k].filled && e[k].at_right < e[k].filled)
			return NO_TABLE;
		if (e[k].filled && e[k].same == e[k].filled)
			return NO_TABLE;
		if (k && e[k].padded == 0 && e[k - 1].narrower)
			return NO_TABLE;
		straight += e[k].filled > 0;
		padded += k ? e[k].padded : 0;
		filled += e[k].filled;
	}
	if (straight < 2 || filled < 2 * rows)
		return NO_TABLE;
	return ruled || 3 * padded >= rows * (v->l.n - 1) ? TABLE : NO_TABLE;
}

/* Two columns alone: the names stand in the middle of theirs, and the second one is straight. */
static int
is_centred(const struct edges *e, const struct place_on_page *head)
{
	return e[1].at_left == e[1].filled && head[1].left > e[1].left && head[0].left >= e[0].left;
}

/* What the lines of a block show under the columns of a view. */
struct weighing {
	struct edges e[LAYOUT_COLUMNS];
	struct place_on_page head[LAYOUT_COLUMNS], above[LAYOUT_COLUMNS]; /* the names; the last row that began */
	size_t rows, goes, torn;              /* lines that begin a row, that go on with one, that do neither */
	size_t narrowest, shortest, longest; /* cell of the last column, lines */
};

/* The first line has names for the columns of V, and the others are cut by them: finds how far their cells go. */
static int
cut_all(const struct aligned *a, struct weighing *w, struct view *v)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t i, k, exact;

	if (!layout_cut(&v->l, line_of(a, 0), w->head, &v->straight)) /* names are as well */
		return 0;
	for (k = 0; k < v->l.n; k++)
		if (w->head[k].right - w->head[k].left > NAME_WIDE || !layout_may_be_name(text_of(line_of(a, 0), &w->head[k])))
			return 0;
	memset(v->edge, 0, sizeof(v->edge));
	for (i = 1; i < a->n; i++) {
		if (!layout_cut(&v->l, line_of(a, i), cell, &exact))
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
see_row(struct weighing *w, const struct view *v, const struct place_on_page *cell)
{
	if (cell[0].to) {
		w->rows++;
		memcpy(w->above, cell, sizeof(w->above));
	} else if (w->rows && goes_on(&v->l, v->edge, w->above, cell)) {
		w->goes++;
	} else {
		w->torn++;
	}
}

static void
see_line(struct weighing *w, const struct view *v, struct slice names, struct slice line)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t k, exact;

	layout_cut(&v->l, line, cell, &exact);
	see_width(w, v, cell);
	see_row(w, v, cell);
	for (k = 0; k < v->l.n; k++) {
		size_t before = k && cell[k - 1].to ? cell[k - 1].right : 0;

		if (cell[k].to == 0) {
			w->e[k].padded++;
			continue;
		}
		see_cell(&w->e[k], &cell[k], text_of(line, &cell[k]));
		w->e[k].padded += cell[k].left >= before + 2;
		w->e[k].same += same_text(names, &w->head[k], line, &cell[k]);
	}
}

/* Once the widest cells are known. */
static void
see_narrower(const struct aligned *a, struct weighing *w, const struct view *v)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t i, k, exact;

	for (i = 1; i < a->n; i++) {
		layout_cut(&v->l, line_of(a, i), cell, &exact);
		for (k = 0; k < v->l.n; k++)
			w->e[k].narrower += cell[k].to && cell[k].right - cell[k].left < w->e[k].width;
	}
}

/* Three columns or more, all of whose cells begin at one place, and behind two blanks at least: nothing but a table is laid out
 * so, whatever its first line is. Where a line above did not begin one, this would take a row for the names. */
static int
is_straight(const struct aligned *a, const struct weighing *w, const struct view *v)
{
	enum { COLUMNS = 3, ROWS = 3 };
	size_t k, often = 0, all = w->rows + w->goes + w->torn;

	for (k = 0; k < v->l.n; k++) {
		if (w->e[k].at_left < w->e[k].filled || (k && w->e[k].padded < all))
			return 0;
		often += w->e[k].filled > 1;
	}
	return a->tries == 0 && often >= COLUMNS && w->rows >= ROWS && !w->torn;
}

/* The line above, which did not begin a table, has its words where the columns of V are: one more row, or the names. */
static int
is_below_row(const struct aligned *a, const struct view *v)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t exact;

	return a->tries && layout_cut(&v->l, slice_of(&a->above), cell, &exact) > 1;
}

/* Without a rule below its names, or names that were those of a table before, a table shows that the first line is another kind
 * of line than the others, and that no row stands above it. */
static int
is_told(const struct aligned *a, const struct weighing *w, const struct view *v)
{
	if (slice_eq(line_of(a, 0), slice_of(&a->header)))
		return 1;
	if (is_below_row(a, v))
		return 0;
	return is_straight(a, w, v) || (w->rows + w->torn >= 2 && contrasts(&v->l, w->e, line_of(a, 0), w->head));
}

static enum looks_like
weigh(const struct aligned *a, struct view *v, int ruled)
{
	struct weighing w = {.narrowest = PAGE, .shortest = PAGE};
	size_t i, k;

	if (!cut_all(a, &w, v))
		return NO_TABLE;
	for (i = 1; i < a->n; i++)
		see_line(&w, v, line_of(a, 0), line_of(a, i));
	see_narrower(a, &w, v);
	for (k = 0; k < v->l.n; k++)
		v->straight += w.e[k].at_left > w.e[k].at_right ? w.e[k].at_left : w.e[k].at_right;
	if (!ruled && !is_told(a, &w, v))
		return NO_TABLE;
	if (weigh_columns(v, w.e, w.rows + w.torn + w.goes, ruled) == NO_TABLE || layout_is_filled(w.narrowest, w.shortest, w.longest))
		return NO_TABLE;
	if (v->l.n == 2 && !ruled && (!is_centred(w.e, w.head) || w.e[0].width >= LABEL_WIDE))
		return NO_TABLE;
	return w.torn ? UNSURE : TABLE;
}

static enum looks_like
begins(struct aligned *a, struct lines *in, struct slice line, int *ruled)
{
	struct view v;
	size_t most = 0;
	int how, unsure = 0;

	read_block(a, in, line, ruled);
	if (a->n < 2 || !blank_may_be_in(line_of(a, 1)))
		return NO_TABLE;
	a->l.n = 0;
	for (how = 0; how < (a->ascii ? 1 : WIDTHS); how++) {
		enum looks_like verdict = find_columns(a, (enum width)how, &v.l) ? weigh(a, &v, *ruled) : NO_TABLE;

		unsure |= verdict == UNSURE && v.l.n > 2;
		if (verdict != TABLE || v.l.n < a->l.n || (v.l.n == a->l.n && v.straight <= most))
			continue;
		most = v.straight;
		a->l = v.l;
		memcpy(a->edge, v.edge, sizeof(v.edge));
	}
	if (a->l.n == 0)
		return unsure ? UNSURE : NO_TABLE;
	buf_clear(&a->header);
	buf_adds(&a->header, line);
	return TABLE;
}

/* 、 or 。 stands in the line: a clause, and no names. */
static int
has_clause(struct slice line)
{
	const char *p = line.p, *end = p + line.n;

	for (; end - p >= 3 && (p = memchr(p, '\xe3', (size_t)(end - p - 2))); p++)
		if (p[1] == '\x80' && (p[2] == '\x81' || p[2] == '\x82'))
			return 1;
	return 0;
}

/* Two words at least, by a look at the bytes: asked of every line of text. */
static int
may_begin(const struct aligned *a, struct slice line)
{
	size_t i = 0, end = line.n;

	if (a->tries >= TRIES || !blank_may_be_in(line) || has_clause(line))
		return 0;
	while (i < end && line.p[i] == ' ')
		i++;
	return !(line.p[i] == '#' || line.p[i] == '|');
}

/* The lines behind the one at hand that go on with its row. */
static size_t
add_lines(struct aligned *a, struct lines *in, struct place_on_page *above)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t i = 0, k, more = 0, exact;
	struct line l;

	while (peek_line(in, &i, &l) && a->row.lines < ALIGNED_LINES && !ends_block(l.text) && layout_cut(&a->l, l.text, cell, &exact) &&
	       goes_on(&a->l, a->edge, above, cell)) {
		laid_add(&a->row, l.text, cell);
		for (k = 0; k < a->l.n; k++)
			if (cell[k].to)
				above[k] = cell[k];
		more = i;
	}
	return more;
}

enum aligned_line
aligned_line(struct aligned *a, struct lines *in, struct slice *line, size_t *more)
{
	struct place_on_page cell[LAYOUT_COLUMNS];
	size_t exact, n;
	int ruled;

	*more = 0;
	if (!a->on && !may_begin(a, *line))
		return ALIGNED_NONE;
	buf_clear(&a->copy);
	buf_adds(&a->copy, *line);
	*line = slice_of(&a->copy);
	if (!a->on) {
		enum looks_like verdict = begins(a, in, *line, &ruled);

		a->tries++;
		buf_clear(&a->above);
		buf_adds(&a->above, *line);
		if (verdict == UNSURE)
			a->tries = TRIES;
		if (verdict != TABLE)
			return verdict == UNSURE ? ALIGNED_UNREAD : ALIGNED_NONE;
	}
	n = layout_cut(&a->l, *line, cell, &exact);
	a->on = n > 0;
	if (n == 0 || (n == 1 && cell[0].to))
		return ALIGNED_NONE; /* the table ends, or a title, or a page's number, stands in it */
	laid_begin(&a->row, a->l.n);
	laid_add(&a->row, *line, cell);
	*more = add_lines(a, in, cell);
	return ALIGNED_ROW;
}

int
aligned_rule(const struct aligned *a, struct slice line)
{
	return a->on && is_rule(line);
}

void
aligned_end(struct aligned *a)
{
	a->on = 0;
	a->tries = 0;
}

void
aligned_forget(struct aligned *a)
{
	aligned_end(a);
	buf_clear(&a->header);
}
