/* roles.c - what each column of a table is; see table/roles.h */
#include "table/roles.h"

#include <string.h>

#include "base/blank.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "stream/esc.h"
#include "stream/row.h"
#include "table/form.h"
#include "words/columns.h"
#include "words/marks.h"
#include "words/re.h"
#include "words/signs.h"

enum {
	LOOKED_AT = 64,   /* columns; those beyond are judged by their names alone */
	LABEL_BYTES = 36, /* a longer cell is no state, but says something about it: twelve kanji */
	CODE_BYTES = 16,  /* a longer cell numbers no row */
	KINDS = 6,        /* a scale seldom has more grades */
	WORD_BYTES = 12,  /* a longer cell with a full stop is a sentence */
	MARK_BYTES = 40   /* a longer cell is no mark with a remark */
};

/* What the cells of a column have been. A cell may be counted under several heads. */
struct seen {
	size_t rows, filled, figures, percents, days, offices, states, signs, prose, words, long_ones, codes;
	size_t grades;  /* marks that grade: ◎, A, ③, with a remark or not; 同左 and 〃, which speak of one */
	size_t dashes;
	size_t letters; /* of the grades, the ones that number as well: A, ③ */
	size_t again;   /* cells that say what the one above says */
	size_t repeats; /* cells that say what one of the first few that differ says */
	size_t sentences;
	int steps;    /* every cell goes on from the one above: 1, 2, 3 */
	struct slice last;
	struct slice first[KINDS];
	size_t kinds; /* of them */
};

static struct fields name;

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

/* 2026-05-22, 2026/5/22 9:00, 8/25, 8/1-8/25: digits and what stands between those of a day; a slash, or the two strokes
 * behind a year. */
static int
is_plain_day(struct slice cell)
{
	size_t i, strokes = 0, slashes = 0;

	if (cell.n < 3 || cell.n > 40 || !is_digit(*cell.p))
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

/* ◎, ○（10月～）, 【Ａ】, 同左: a sign that grades, with nothing or a bracket behind it. Arrows and digits do other work as
 * well. */
static void
count_grade(struct seen *s, struct slice cell)
{
	static const char pattern[] = "[(（［〔\\[<＜※]|\\s*\\z";
	static struct buf plain, text;
	static struct re *re;
	enum mark_class class;
	struct slice c;
	size_t n;

	if (cell.n > MARK_BYTES || !is_utf8(cell))
		return;
	if (!re)
		re = re_new(slice_z(pattern), (struct place){"roles.c", 0, 0});
	buf_clear(&text);
	fold(&text, unesc_tmp(&plain, cell));
	c = slice_of(&text);
	n = mark_at(c, &class);
	if (n == c.n && class == MARK_DASH)
		s->dashes++;
	else if (n && class != MARK_DIGIT && class != MARK_DASH && class != MARK_BLANK && !is_arrow(c) &&
	    re_match_at(re, c, n, (struct place){0})) {
		s->grades++;
		s->letters += class != MARK_GRADE && class != MARK_SYMBOL;
	} else {
		s->grades += (size_t)sign_is_ditto(c);
	}
}

/* ✅ DDLに追加済み: what follows tells what the sign is about. */
static int
begins_with_sign(struct slice cell)
{
	unsigned char c = cell.n ? (unsigned char)*cell.p : 0;
	enum mark_class class;

	return (c == ':' || c == 0xe2 || c == 0xf0) && is_utf8(cell) && mark_at(cell, &class) &&
	       (class == MARK_GRADE || class == MARK_SYMBOL);
}

static void
count_repeat(struct seen *s, struct slice cell)
{
	size_t i;

	for (i = 0; i < s->kinds && !slice_eq(s->first[i], cell); i++)
		;
	s->repeats += i < s->kinds;
	if (i == s->kinds && i < KINDS)
		s->first[s->kinds++] = cell;
}

static void
count_cell(struct seen *s, struct slice cell)
{
	unsigned form = form_of(cell);

	s->rows++;
	if (form & FORM_EMPTY)
		return;
	count_grade(s, cell);
	s->figures += (form & FORM_FIGURE) != 0;
	s->days += (form & FORM_DAY) != 0 || is_plain_day(cell);
	s->offices += (form & FORM_OFFICE) != 0;
	s->states += (form & FORM_STATE) != 0;
	s->signs += (form & FORM_SIGN) != 0;
	s->prose += (form & FORM_PROSE) != 0;
	s->sentences += cell.n > WORD_BYTES && ((form & FORM_PROSE) || has_stop(cell));
	count_repeat(s, cell);
	s->words += (form & (FORM_WORDS | FORM_SHORT)) != 0;
	s->percents += (form & FORM_FIGURE) && is_percent(cell);
	s->codes += is_code(cell) && !is_plain_day(cell);
	s->long_ones += cell.n > LABEL_BYTES && !begins_with_sign(cell);
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

/* Counts the cells of the rows that begin the window, each whole. What is said of the header may stand before them. */
static void
count_rows(struct seen *seen, size_t n, const struct window *w)
{
	static struct fields f[WINDOW];
	size_t i, c;

	for (i = begins(w); i < w->n; i = win_next(w, i)) {
		const struct rec *r = &win_at(w, i)->r;

		if (r->kind != K_ROW || !is_utf8(r->raw))
			break;
		if (rec_fields(r, &f[i]) != n)
			continue;
		for (c = 0; c < n && c < LOOKED_AT; c++)
			count_cell(&seen[c], f[i].f[c]);
	}
}

/* Over half of those that say something. */
static int
most(size_t n, const struct seen *s)
{
	return s->filled && 2 * n > s->filled;
}

static int
all(size_t n, const struct seen *s)
{
	return s->filled && n == s->filled;
}

static int
numbers_rows(const struct seen *s, size_t column)
{
	return column == 0 && all(s->codes, s) && s->again == 0 && (s->steps || s->figures < s->filled);
}

/* One sign here and there ticks off the years to which the row applies. */
static int
is_tick(const struct seen *s)
{
	return s->states == 0 && s->filled < s->rows && s->again + 1 >= s->filled;
}

/* The name tells nothing. */
static enum role
by_cells(const struct seen *s, size_t column, enum column kind)
{
	if (kind == COL_PERIOD && s->grades + s->states && most(s->grades + s->states + s->dashes, s) && !is_tick(s))
		return ROLE_STATUS;
	if (most(s->prose, s))
		return ROLE_TEXT;
	if (s->filled > 1 && numbers_rows(s, column))
		return ROLE_NUMBER;
	if (all(s->percents, s))
		return ROLE_PERCENTAGE;
	if (all(s->days, s))
		return ROLE_PERIOD;
	if (all(s->figures, s) && s->signs == 0)
		return ROLE_AMOUNT;
	if (all(s->offices, s))
		return ROLE_OWNER;
	if (most(s->states, s))
		return ROLE_STATUS;
	return most(s->words, s) && most(s->long_ones, s) ? ROLE_TEXT : ROLE_UNKNOWN;
}

/* The name says a role; what the cells say against it, where they are plain. */
static enum role
against_name(struct named_role by, const struct seen *s, size_t column)
{
	int words = most(s->words + s->prose, s);
	enum role role = by.role;

	if (role != ROLE_STATUS && role != ROLE_NUMBER && role != ROLE_LEGEND && s->grades && all(s->grades + s->dashes, s) &&
	    (role != ROLE_TITLE || s->letters < s->grades || s->repeats))
		return ROLE_UNKNOWN; /* grades under a name that speaks of something else: a legend may say of what */
	switch (role) {
	case ROLE_STATUS:
		if (most(s->sentences, s) || (by.kind == COL_PROGRESS && most(s->long_ones, s)))
			return ROLE_TEXT;
		if (all(s->percents, s))
			return ROLE_PERCENTAGE;
		return all(s->days, s) ? ROLE_PERIOD : role;
	case ROLE_TITLE:
		if (numbers_rows(s, column))
			return ROLE_NUMBER;
		if (all(s->figures, s))
			return all(s->percents, s) ? ROLE_PERCENTAGE : ROLE_AMOUNT;
		return most(s->prose, s) ? ROLE_TEXT : role;
	case ROLE_AMOUNT:
		if (all(s->percents, s))
			return ROLE_PERCENTAGE;
		return words ? ROLE_TEXT : role;
	case ROLE_PERIOD:
		return all(s->signs, s) ? ROLE_UNKNOWN : role;
	case ROLE_PERCENTAGE:
	case ROLE_NUMBER:
	case ROLE_OWNER:
	case ROLE_PRIORITY:
		return most(s->prose, s) ? ROLE_TEXT : role;
	default:
		return role;
	}
}

/* A row is about one thing: the first column that could say it does, and the next ones say something of it. */
static void
leave_one_title(struct roles *t)
{
	size_t i, titles = 0;

	for (i = 0; i < t->of.n; i++)
		if (t->of.p[i] == ROLE_TITLE && titles++)
			t->of.p[i] = ROLE_TEXT;
}

static int
has_title(const struct roles *t)
{
	return t->of.n && memchr(t->of.p, ROLE_TITLE, t->of.n) != NULL;
}

/* No name says that its column is the title: the first one of words that are all different is. */
static void
find_title(struct roles *t, const struct seen *seen)
{
	size_t i;

	for (i = 0; i < t->of.n && i < LOOKED_AT; i++) {
		const struct seen *s = &seen[i];

		if (t->of.p[i] != ROLE_UNKNOWN)
			continue;
		if (s->filled > 1 && all(s->words + s->offices, s) && s->again == 0)
			t->of.p[i] = ROLE_TITLE;
		return;
	}
}

/* What NAME says; a name put together of those of several rows, what its last part says, or else the first that does. */
static struct named_role
role_of_name(struct slice field, struct place at)
{
	struct named_role by = column_role(field, at), part;
	const char *blank;

	while (by.kind == COL_NONE && (blank = memchr(field.p, ' ', field.n))) {
		part = column_role((struct slice){field.p, (size_t)(blank - field.p)}, at);
		field.n -= (size_t)(blank + 1 - field.p);
		field.p = blank + 1;
		by = column_role(field, at);
		if (part.role != ROLE_UNKNOWN && by.role == ROLE_UNKNOWN)
			return part;
	}
	return by;
}

void
roles_decide(struct roles *t, const struct names *names, const struct window *w, const char *file)
{
	struct rec all_names = names_rec(names);
	struct seen seen[LOOKED_AT] = {{0}};
	char other[LOOKED_AT] = {0};
	static const struct seen none;
	size_t i, n = rec_fields(&all_names, &name);

	count_rows(seen, n, w);
	buf_clear(&t->of);
	for (i = 0; i < n; i++) {
		const struct seen *s = i < LOOKED_AT ? &seen[i] : &none;
		struct named_role by = role_of_name(name.f[i], (struct place){file, 0, 0});
		enum role role = by.own                      ? by.role
		                 : by.role == ROLE_UNKNOWN ? by_cells(s, i, by.kind)
		                                             : against_name(by, s, i);

		buf_addc(&t->of, (char)role);
		if (i < LOOKED_AT)
			other[i] = by.kind == COL_OTHER && !by.own;
	}
	leave_one_title(t);
	if (!has_title(t))
		find_title(t, seen);
	for (i = 0; i < n && i < LOOKED_AT; i++)
		if (other[i] && t->of.p[i] == ROLE_UNKNOWN)
			t->of.p[i] = ROLE_TEXT; /* 対象, 方法, 新規: words about the row */
}
