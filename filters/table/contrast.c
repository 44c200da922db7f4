/* contrast.c - which rules of evidence fire; see table/contrast.h */
#include "table/contrast.h"

#include <string.h>

#include "base/blank.h"
#include "stream/row.h"
#include "words/columns.h"

enum {
	SHORT_CHARS = 20,   /* a longer name is rare */
	LABEL_CHARS = 10,   /* the same in a form */
	ENOUGH_ROWS = 3,    /* no more are looked for behind a title */
	LONG_CHARS = 40,    /* and no cell as long is one */
	INTERLUDE_BYTES = 120, /* a longer line is no title of a section */
	YEAR_MIN = 1900, YEAR_MAX = 2100
};

/* The next row of the table behind record I, over blank lines and over titles of sections; w->n if there is none. *BLANK: a
 * blank line stands between; *TEXTS: so many titles. */
static size_t
next_row(const struct window *w, size_t i, size_t cells, int *blank, size_t *texts)
{
	*blank = 0;
	*texts = 0;
	for (i = win_next(w, i); i < w->n; i = win_next(w, i)) {
		const struct rec *r = &win_at(w, i)->r;

		if (r->kind == K_ROW && win_at(w, i)->cells == cells)
			return is_utf8(r->raw) ? i : w->n;
		if (r->kind == K_TEXT && blank_field(r->rest)) {
			*blank = 1;
			continue;
		}
		if (((r->kind != K_TEXT && r->kind != K_ROW) || r->rest.n > INTERLUDE_BYTES) && !win_is_section(r))
			break;
		if (++*texts > 1)
			break;
	}
	return w->n;
}

/* Record I, the row below, has something where the one above, whose first cell is filled, has nothing, and nothing where a
 * name above spreads over no gap; it has no figures: names of the second row. */
static int
fills_gaps(const struct contrast *c, const struct window *w, size_t i)
{
	const struct fields *f = held_fields(win_at(w, i));
	size_t k, gaps = 0, filled = 0, open = 0;

	for (k = 0; k < c->n; k++) {
		struct looks l = looks_of(f->f[k]);
		int gap = looks_blank(&c->top[k]), spread = k + 1 < c->n && looks_blank(&c->top[k + 1]);

		if (looks_has(&l, SYM_STOP) || l.first == SYM_DIGIT)
			return 0;
		gaps += (size_t)gap;
		filled += gap && !looks_blank(&l);
		open += !gap && !spread && !looks_blank(&l) && l.first != SYM_OPEN;
	}
	return gaps && filled && open == 0;
}

static void
look_at_top(struct contrast *c, const struct window *w, size_t i)
{
	const struct fields *f = held_fields(win_at(w, i));
	static const struct below none;
	size_t k, cells = win_at(w, i)->cells;

	c->n = cells < CONTRAST_COLUMNS ? cells : CONTRAST_COLUMNS;
	c->spreads = c->returns = c->parted = 0;
	c->rows = c->labels = 0;
	for (k = 0; k < c->n; k++) { /* and none behind these, which are nearly all */
		c->top[k] = looks_of(f->f[k]);
		c->below[k] = none;
	}
}

int
contrast_fills(const struct window *w, size_t i)
{
	struct contrast c;
	size_t texts;
	int blank;
	size_t next = next_row(w, i, win_at(w, i)->cells, &blank, &texts);

	look_at_top(&c, w, i);
	return next < w->n && fills_gaps(&c, w, next);
}

/* Adds the cells of R, a row below, unless it says the same as the one above. */
static void
add_row(struct contrast *c, struct held *h, const char *file)
{
	const struct fields *f = held_fields(h);
	struct looks l[CONTRAST_COLUMNS];
	size_t k, same = 0;
	enum column kind;

	for (k = 0; k < c->n; k++) {
		l[k] = looks_of(f->f[k]);
		same += l[k].hash == c->top[k].hash;
	}
	if (same == c->n) {
		c->returns = 1;
		return;
	}
	for (k = 0; k < c->n; k++)
		column_add(&c->below[k], &l[k]);
	kind = column_kind(f->f[0], (struct place){file, h->r.line, 0});
	c->labels += kind > COL_DATA && kind != COL_PERIOD;
	c->rows++;
}

void
contrast_look(struct contrast *c, const struct window *w, size_t i, const char *file)
{
	size_t cells = win_at(w, i)->cells, blanks = 0, texts;
	int blank;

	look_at_top(c, w, i);
	i = next_row(w, i, cells, &blank, &texts);
	c->parted = blank;
	if (i < w->n && fills_gaps(c, w, i)) {
		c->spreads = 1;
		i = next_row(w, i, cells, &blank, &texts);
	}
	for (; i < w->n && c->rows < COLUMN_ROWS; i = next_row(w, i, cells, &blank, &texts)) {
		if (texts && c->rows >= ENOUGH_ROWS)
			break; /* what stands behind a title may be another table, in the columns of one sheet */
		if (c->rows && blank && blanks + 1 < c->rows)
			break; /* it ends what has been without blank lines */
		blanks += c->rows && blank;
		add_row(c, win_at(w, i), file);
	}
	c->parted = c->parted && blanks == 0;
}

/* Cells that count on, from one to the next: H28, H29, H30; 2021年度, 2022年度. A bit a column. */
static uint64_t
years(const struct contrast *c)
{
	uint64_t are = 0;
	size_t i;

	for (i = 1; i < c->n; i++) {
		const struct looks *a = &c->top[i - 1], *b = &c->top[i];
		int named = a->first != SYM_DIGIT || a->last != SYM_DIGIT; /* more than a figure */

		if (a->number < 0 || b->number != a->number + 1)
			continue;
		if (a->runs == b->runs && (named || (a->number >= YEAR_MIN && a->number <= YEAR_MAX)))
			are |= UINT64_C(3) << (i - 1);
	}
	return are;
}

static evidence_set
by_itself(const struct contrast *c, uint64_t year)
{
	size_t i, k, filled = 0, twice = 0, is_long = 0, sentence = 0, figure = 0, inflected = 0;

	for (i = 0; i < c->n; i++) {
		const struct looks *l = &c->top[i];

		if (looks_blank(l))
			continue;
		filled++;
		for (k = 0; k < i && c->top[k].hash != l->hash; k++)
			;
		twice += k < i && !looks_blank(&c->top[k]);
		is_long += l->len > SHORT_CHARS;
		sentence += looks_has(l, SYM_STOP) || l->len > LONG_CHARS;
		figure += l->first == SYM_DIGIT && !(year >> i & 1);
		inflected += l->last == SYM_HIRAGANA || (looks_has(l, SYM_DIGIT) && !(year >> i & 1));
	}
	return (filled == c->n && !twice ? EV(FULL) : 0) | (twice ? EV(TWICE) : 0) |
	       (!is_long && !sentence ? EV(SHORT) : 0) | (sentence ? EV(SENTENCE) : 0) | (figure ? EV(FIGURE) : 0) |
	       (!inflected ? EV(NOUNS) : 0) | (year ? EV(YEARS) : 0) | (c->n == 2 ? EV(PAIRS) : 0);
}

/* The cells below column I are years as well, or count on from one column to the next: what they do not below 2019, 2020, 2021. */
static int
counts_on(const struct contrast *c, size_t i)
{
	const struct below *b = &c->below[i];

	return (b->number >= YEAR_MIN && b->number <= YEAR_MAX) || (i > 0 && b->number == b[-1].number + 1) ||
	       (i + 1 < c->n && b[1].number == b->number + 1);
}

/* One of several rules, by how many columns N it holds for: the first for one, the second for more. */
#define ONE_OR_MORE(n, one, more) ((n) == 0 ? 0 : (n) == 1 ? EV(one) : EV(one) | EV(more))

/* The cells below say the same, where they say something: ticks, which it heads. That tells nothing. */
static int
heads_ticks(const struct contrast *c, size_t i, unsigned is)
{
	return (is & STANDS_AGAIN) && c->below[i].distinct == 1 && (c->below[i].blank || c->top[i].first == SYM_MARK);
}

static evidence_set
beside_rows(const struct contrast *c, uint64_t year)
{
	size_t i, goes = 0, again = 0, breaks = 0, numbers = 0, repeats = 0, longer = 0, length = 0, kana = 0, gaps = 0, asked = 0, ends = 0, wordy = 0, alike = 0, pattern = 0;
	unsigned first = 0;

	for (i = 0; i < c->n; i++) {
		unsigned is = column_against(&c->below[i], &c->top[i]);

		gaps += looks_blank(&c->top[i]) && c->below[i].n;
		asked += !looks_blank(&c->top[i]) && c->below[i].n;
		if (heads_ticks(c, i, is))
			continue;
		again += (is & STANDS_AGAIN) != 0;
		goes += (is & GOES_ON) && !(year >> i & 1);
		alike += (is & SAME_END) && !(year >> i & 1);
		breaks += (is & BREAKS) || ((is & GOES_ON) && (year >> i & 1) && !counts_on(c, i));
		pattern += (is & BREAKS_PATTERN) != 0;
		numbers += (is & NUMBERED) != 0;
		repeats += (is & NO_REPEAT) != 0;
		longer += (is & SHORTER) != 0;
		length += (is & OTHER_LENGTH) != 0;
		wordy += (is & WORDIER) != 0;
		first |= i == 0 ? is : 0;
		ends += (is & OTHER_END) != 0;
		kana += (is & NO_KANA) != 0;
	}
	return ONE_OR_MORE(goes, GOES_1, GOES_2) | ONE_OR_MORE(again, AGAIN_1, AGAIN_2) |
	       ONE_OR_MORE(breaks, BREAKS_1, BREAKS_2) | (breaks > 2 || (breaks == 2 && asked == 2) ? EV(BREAKS_3) : 0) |
	       (numbers ? EV(NUMBERS) : 0) | ONE_OR_MORE(repeats, REPEATS_1, REPEATS_2) | ONE_OR_MORE(longer, LONGER_1, LONGER_2) |
	       (length ? EV(LENGTH) : 0) | ONE_OR_MORE(kana, KANA_1, KANA_2) |
	       ONE_OR_MORE(wordy, WORDY_1, WORDY_2) |
	       (first & (BREAKS | SHORTER | WORDIER | NO_KANA | NO_REPEAT | OTHER_LENGTH | OTHER_END) ? EV(FIRST) : 0) |
	       ONE_OR_MORE(ends, ENDS_1, ENDS_2) | (alike ? EV(ALIKE) : 0) | (pattern ? EV(PATTERN) : 0) | (gaps && !c->spreads ? EV(GAPS) : 0) |
	       (c->spreads ? EV(FILLED) : 0);
}

/* Labels beside their values, one pair below the other: what stands first is short and always another word, what stands
 * second is longer and of all kinds. */
static int
is_form(const struct contrast *c)
{
	const struct below *label = &c->below[0], *value = &c->below[1];

	return c->n == 2 && c->rows > 1 && label->distinct == label->n && !(label->some >> SYM_DIGIT & 1) &&
	       label->longest <= LABEL_CHARS && !value->same_runs && value->distinct == value->n && value->total >= label->total;
}

static evidence_set
of_words(const struct contrast *c, struct held *h, const char *file, uint64_t year)
{
	const struct fields *f = held_fields(h);
	size_t i, words = 0, filled = 0, values = 0;

	for (i = 0; i < c->n; i++) {
		enum column kind;

		if (looks_blank(&c->top[i]))
			continue;
		filled++;
		kind = column_or_state(f->f[i], (struct place){file, h->r.line, 0});
		values += (kind == COL_DATA && !(year >> i & 1) && !cell_is_sign(f->f[i]) && c->top[i].len > 1) ||
		          (kind == COL_STATE && c->below[i].n && !(column_against(&c->below[i], &c->top[i]) & BREAKS));
		words += kind != COL_NONE && kind != COL_DATA && kind != COL_STATE && kind != COL_PERIOD;
	}
	return (values ? EV(VALUES) : 0) |
	       (words ? EV(WORDS_1) : 0) | (words && 2 * words >= filled ? EV(WORDS_HALF) : 0) |
	       (words && words == filled ? EV(WORDS_ALL) : 0);
}

evidence_set
contrast_evidence(const struct contrast *c, struct held *row, const char *file)
{
	uint64_t year = years(c);
	evidence_set words = of_words(c, row, file, year), itself = by_itself(c, year);

	if (words & EV(WORDS_ALL)) /* the second of two words that head columns is nobody's value */
		itself &= ~EV(PAIRS);
	return itself | beside_rows(c, year) | (is_form(c) ? EV(FORM) : 0) | (c->rows > 1 ? 0 : c->rows ? EV(ONE_ROW) : EV(SINGLE)) |
	       (c->parted ? EV(PARTED) : 0) | (c->rows > 1 && 2 * c->labels > c->rows ? EV(LABELS) : 0) | (c->returns ? EV(RETURNS) : 0) |
	       words;
}
