/* seen.c - what the cells of a column have been; see table/seen.h */
#include "table/seen.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "stream/esc.h"
#include "stream/row.h"
#include "table/form.h"
#include "words/marks.h"
#include "words/signs.h"

enum {
	LABEL_BYTES = 36, /* a longer cell is no state, but says something about it: twelve kanji */
	CODE_BYTES = 16,  /* a longer cell numbers no row */
	WORD_BYTES = 12,  /* a longer cell with a full stop is a sentence */
	MARK_BYTES = 40   /* a longer cell is no mark with a remark */
};

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
is_percent(struct slice cell)
{
	static const char wide[] = "％";
	enum { WIDE = sizeof(wide) - 1 };

	return (cell.n && cell.p[cell.n - 1] == '%') || (cell.n > WIDE && memcmp(cell.p + cell.n - WIDE, wide, WIDE) == 0);
}

/* 1, A-3, #12, R7, 2.1: no letter but ASCII, and a digit. */
static int
is_code(struct slice cell)
{
	size_t i, digits = 0;

	if (cell.n > CODE_BYTES)
		return 0;
	for (i = 0; i < cell.n; i++) {
		unsigned char c = (unsigned char)cell.p[i];

		if (c >= 0x7f || c <= ' ')
			return 0;
		digits += is_digit((char)c);
	}
	return digits > 0;
}

/* 3/5, 1/1: so many of so many, as it is no day of any month, or all of them. */
static int
is_proportion(struct slice cell)
{
	unsigned long part[2] = {0, 0};
	size_t i, k = 0;

	for (i = 0; i < cell.n && k < 2; i++) {
		if (cell.p[i] == '/')
			k++;
		else if (!is_digit(cell.p[i]) || (part[k] = 10 * part[k] + (unsigned long)(cell.p[i] - '0')) > 9999)
			return 0;
	}
	if (k != 1 || (part[0] >= 1900 && part[1] >= 1 && part[1] <= 12))
		return 0;
	return part[0] == part[1] || part[0] == 0 || part[0] > 12 || part[1] == 0 || part[1] > 31;
}

/* 2026-05-22, 2026/5/22 9:00, 8/25, 8/1-8/25: digits and what stands between those of a day; a slash, or the two strokes
 * behind a year. */
static int
is_plain_day(struct slice cell)
{
	size_t i, strokes = 0, slashes = 0;

	if (cell.n < 3 || cell.n > 40 || !is_digit(*cell.p) || is_proportion(cell))
		return 0;
	for (i = 0; i < cell.n; i++) {
		char c = cell.p[i];

		if ((unsigned char)c >= 0x80)
			return 0;
		slashes += c == '/' && i && is_digit(cell.p[i - 1]);
		strokes += (c == '-' || c == '.') && i && is_digit(cell.p[i - 1]);
		if (!is_digit(c) && !strchr("/-.: ~", c))
			return 0;
	}
	return slashes || (strokes >= 2 && cell.n >= 8 && !is_digit(cell.p[4]));
}

/* The number that ends CELL; -1 if none does. */
static long
last_number(struct slice cell)
{
	size_t i = cell.n;
	long u = 0, unit = 1;

	while (i && is_digit(cell.p[i - 1]) && cell.n - i < 6) {
		u += unit * (cell.p[--i] - '0');
		unit *= 10;
	}
	return i == cell.n ? -1 : u;
}

static int
has_stop(struct slice cell)
{
	static const char stop[] = "。";
	enum { STOP = sizeof(stop) - 1 };
	size_t i;

	for (i = 0; i + STOP <= cell.n; i++)
		if (memcmp(cell.p + i, stop, STOP) == 0)
			return 1;
	return 0;
}

static int
is_arrow(struct slice s)
{
	size_t len;
	uint32_t c = utf8_next(s.p, s.n, &len);

	return (c >= 0x2190 && c <= 0x21ff) || c == 0x27a1 || (c >= 0x2b05 && c <= 0x2b0d);
}

/* ◎, ○（10月～）, 【Ａ】: a sign that grades, with nothing or a bracket behind it. Arrows and digits do other work as
 * well. */
static void
count_grade(struct seen *s, struct slice cell, struct seen_room *room)
{
	static const char pattern[] = "[(（［〔\\[<＜※]|\\s*\\z";
	enum mark_class class;
	struct slice c;
	size_t n;

	if (cell.n > MARK_BYTES)
		return;
	if (!room->remark)
		room->remark = re_new(slice_z(pattern), (struct place){"seen.c", 0, 0});
	buf_clear(&room->text);
	fold(&room->text, unesc_tmp(&room->plain, cell));
	c = slice_of(&room->text);
	n = mark_at(c, &class);
	if (n == c.n && class == MARK_DASH)
		s->dashes++;
	else if (n && class != MARK_DIGIT && class != MARK_DASH && class != MARK_BLANK && !is_arrow(c) &&
	    re_match_at(room->remark, c, n, (struct place){0})) {
		s->grades++;
		s->letters += class != MARK_GRADE && class != MARK_SYMBOL;
	} else {
		s->dashes += (size_t)sign_is_ditto(c); /* whatever the one above is */
	}
}

/* ✅ DDLに追加済み: what follows tells what the sign is about. */
static int
begins_with_sign(struct slice cell)
{
	unsigned char c = cell.n ? (unsigned char)*cell.p : 0;
	enum mark_class class;

	return (c == ':' || c == 0xe2 || c == 0xf0) && mark_at(cell, &class) &&
	       (class == MARK_GRADE || class == MARK_SYMBOL);
}

/* How much of CELL stands before its remark, to a byte or two: 実装済み（出力は次の版で） */
static size_t
before_remark(struct slice cell)
{
	static const char wide[] = "（";
	enum { WIDE = sizeof(wide) - 1 };
	size_t i;

	for (i = 1; i < cell.n; i++)
		if (cell.p[i] == '(' || (i >= WIDE && memcmp(cell.p + i + 1 - WIDE, wide, WIDE) == 0))
			return i;
	return cell.n;
}

static void
count_repeat(struct seen *s, struct slice cell)
{
	size_t i;

	for (i = 0; i < s->kinds && !slice_eq(s->first[i], cell); i++)
		;
	s->repeats += i < s->kinds;
	if (i == s->kinds && i < SEEN_KINDS)
		s->first[s->kinds++] = cell;
}

/* Is COUNT, of what is asked for by BIT, still to be kept? */
static int
counts(const struct seen *s, unsigned asked, unsigned bit, size_t count)
{
	return (asked & SEEN_EACH) || ((asked & bit) && count == s->filled);
}

/* Counts CELL's form, as far as it is asked for. Returns it; of the others it says whether it is prose. */
static unsigned
count_form(struct seen *s, struct slice cell, unsigned asked)
{
	unsigned form;

	if (!counts(s, asked, SEEN_FIGURES, s->figures) && !counts(s, asked, SEEN_DAYS, s->days) &&
	    !counts(s, asked, SEEN_SIGNS, s->signs))
		return form_begin(cell);
	form = form_of(cell);
	s->figures += (form & FORM_FIGURE) != 0;
	s->days += (form & FORM_DAY) != 0 || is_plain_day(cell);
	s->offices += (form & FORM_OFFICE) != 0;
	s->states += (form & FORM_STATE) != 0;
	s->signs += (form & FORM_SIGN) != 0;
	s->words += (form & (FORM_WORDS | FORM_SHORT)) != 0;
	s->percents += (form & FORM_FIGURE) && is_percent(cell);
	return form;
}

/* CELL is of a record that is UTF-8. */
static void
count_cell(struct seen *s, struct slice cell, unsigned asked, struct seen_room *room)
{
	unsigned form;

	s->rows++;
	if (form_begin(cell) & FORM_EMPTY)
		return;
	if (counts(s, asked, SEEN_GRADES, s->grades + s->dashes))
		count_grade(s, cell, room);
	form = count_form(s, cell, asked);
	s->prose += (form & FORM_PROSE) != 0;
	if (asked & (SEEN_SENTENCES | SEEN_EACH))
		s->sentences += cell.n > WORD_BYTES && ((form & FORM_PROSE) || has_stop(cell));
	count_repeat(s, cell);
	if (counts(s, asked, SEEN_FIGURES, s->codes))
		s->codes += is_code(cell) && !is_plain_day(cell);
	if (cell.n > LABEL_BYTES && !begins_with_sign(cell)) {
		s->long_ones++;
		s->long_states += before_remark(cell) > LABEL_BYTES;
	}
	if (s->filled) {
		s->again += slice_eq(s->last, cell);
		s->steps &= last_number(cell) == last_number(s->last) + 1;
	} else
		s->steps = last_number(cell) >= 0;
	s->last = cell;
	s->filled++;
}

/* Where the first record of W is that carries text, and is no rule. */
static size_t
begins(const struct window *w)
{
	if (w->n == 0 || (is_text_kind(win_at(w, 0)->r.kind) && win_at(w, 0)->r.kind != K_RULE))
		return 0;
	return win_next(w, 0);
}

void
seen_count(struct seen *seen, const unsigned char *asked, size_t most, size_t n, const struct window *w,
    struct seen_room *room)
{
	size_t i, c;

	for (i = begins(w); i < w->n; i = win_next(w, i)) {
		struct held *h = win_at(w, i);
		const struct fields *row;

		if (h->r.kind != K_ROW || !is_utf8(h->r.raw))
			break;
		row = held_fields(h);
		if (row->n != n)
			continue;
		for (c = 0; c < n && c < most; c++)
			if (asked[c])
				count_cell(&seen[c], row->f[c], asked[c], room);
	}
}
