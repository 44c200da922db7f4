/* beside.c - two columns of prose side by side; see table/look.h */
#include "base/blank.h"
#include "table/look.h"
#include "base/utf8.h"

enum {
	LINES = 3,     /* so many lines, parted at the same place, are no accident */
	LEFT_MIN = 14, /* half-width columns: a shorter part is a label */
	RIGHT_MIN = 8,
	SLACK = 4,     /* a line may end early, so as not to part what belongs together */
	GAPS = 3       /* with more blanks, words are set apart and not columns */
};

/* A part of a line: how wide it is, and whether it is prose. */
struct part {
	size_t width, kana;
	uint32_t last;
};

static int
is_kana(uint32_t c)
{
	return c >= 0x3041 && c <= 0x30fa;
}

/* Wide characters: blanks between others part no columns. */
static int
is_wide(uint32_t c)
{
	return c >= 0x2190 && !(c >= 0xff61 && c <= 0xff9f);
}

static int
ends_sentence(uint32_t c)
{
	return c == 0x3002 || c == 0xff0e || c == 0xff01 || c == 0xff1f;
}

static void
add(struct part *p, uint32_t c)
{
	p->width += is_wide(c) ? 2 : 1;
	p->kana += (size_t)is_kana(c);
	p->last = c;
}

/* Can A and B be lines of two columns of prose? */
static int
are_columns(const struct part *a, const struct part *b)
{
	return a->width >= LEFT_MIN && b->width >= RIGHT_MIN && a->kana && b->kana && !ends_sentence(a->last);
}

static int
is_near(size_t a, size_t b)
{
	return (a > b ? a - b : b - a) <= SLACK;
}

/* Where the gap that begins at *I of LINE ends: *I is moved there. Returns how wide it is, 0 if a narrow character
 * stands on either side of it. */
static size_t
gap_at(struct slice line, size_t *i, uint32_t before)
{
	size_t len, blanks = 0;

	while (*i < line.n && (len = blank_at((struct slice){line.p + *i, line.n - *i}))) {
		blanks += len == 3 ? 2 : 1;
		*i += len;
	}
	if (*i == line.n || !is_wide(before) || !is_wide(utf8_next(line.p + *i, line.n - *i, &len)))
		return 0;
	return blanks;
}

/* Blanks stand between bytes that may be of wide characters: most lines have none such. */
static int
has_gap(struct slice line)
{
	size_t i, from, len;

	for (i = blank_suspect(line, 0); i < line.n; i = blank_suspect(line, i + 1)) {
		for (from = i; i < line.n && (len = blank_at((struct slice){line.p + i, line.n - i})); i += len)
			;
		if (i > from && from && i < line.n && (unsigned char)line.p[from - 1] >= 0x80 && (unsigned char)line.p[i] >= 0xe2)
			return 1;
	}
	return 0;
}

/* The part of LINE from FROM on. */
static struct part
rest_of(struct slice line, size_t from)
{
	struct part p = {0};
	size_t len;

	for (; from < line.n; from += len)
		add(&p, utf8_next(line.p + from, line.n - from, &len));
	return p;
}

/* Where the line can be parted: its first place, and the one that is below that of the line above. */
static void
part_line(struct slice line, size_t above, size_t *first, size_t *below)
{
	struct part a = {0}, b;
	size_t i = 0, len, gaps = 0, blanks;

	*first = *below = 0;
	if (!has_gap(line))
		return;
	while (i < line.n) {
		if (!blank_at((struct slice){line.p + i, line.n - i})) {
			add(&a, utf8_next(line.p + i, line.n - i, &len));
			i += len;
			continue;
		}
		if (!(blanks = gap_at(line, &i, a.last)))
			continue;
		if (++gaps > GAPS)
			break;
		b = rest_of(line, i);
		if (are_columns(&a, &b)) {
			*first = *first ? *first : a.width;
			if (!*below && is_near(a.width, above))
				*below = a.width;
		}
		a.width += blanks;
	}
	if (gaps > GAPS)
		*first = *below = 0;
}

int
look_beside(struct look *l, struct slice line)
{
	size_t first, below;

	part_line(line, l->left, &first, &below);
	l->beside = below && l->beside ? l->beside + 1 : first != 0;
	l->left = l->beside > 1 ? below : first;
	return l->beside == LINES;
}
