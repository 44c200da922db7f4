/* kinds.c - rows and lines that are known by their words; see words/kinds.h */
#include "words/kinds.h"

#include <string.h>

#include "base/blank.h"
#include "base/check.h"
#include "stream/row.h"
#include "base/scan.h"
#include "words/columns.h"
#include "words/phrases.h"

enum {
	LABEL_BYTES = 60,
	REPEAT_BYTES = 4 * LABEL_BYTES, /* of a cell that says so with others */
	INTERLUDE_BYTES = 120 /* forty kanji */
};

/* FIELD, folded, says PHRASE. */
static int
says(struct slice field, enum phrase phrase)
{
	struct buf label = {0};
	int is;

	label_fold(&label, field);
	is = label.n && phrase_in(phrase, slice_of(&label), (struct place){0});
	buf_free(&label);
	return is;
}

/* By its first character, where that tells. */
static int
may_be_total(struct slice field)
{
	uint32_t c = label_first(field);

	return field.n <= LABEL_BYTES && (c == 0 || phrase_may_begin(PHRASE_TOTAL, c));
}

int
is_total(const struct rec *r)
{
	const struct row *row = rec_row(r);
	struct slice f;
	size_t i;

	for (i = 0; i < row->n && blank_field(row->cell[i]); i++)
		;
	f = i < row->n ? row->cell[i] : (struct slice){"", 0};
	if (CHECKS && f.n <= LABEL_BYTES && is_utf8(f) && !may_be_total(f))
		check_same(!says(f, PHRASE_TOTAL), "the look at a total", f);
	return may_be_total(f) && is_utf8(f) && says(f, PHRASE_TOTAL);
}

/* The character that says so is in some cell of R, none of the longer ones: a rare one, 掲, where 再 is in every tenth row. The
 * cells between long ones are looked through in one piece. */
static int
may_be_repeat(const struct rec *r, const struct row *row)
{
	struct slice sign = phrase_text(PHRASE_REPEAT_HAS);
	const char *from = r->rest.p, *end = from + r->rest.n;
	size_t i;

	for (i = 0; i < row->n && end - from > REPEAT_BYTES; i++) {
		const struct slice *f = &row->cell[i];

		if (f->n <= REPEAT_BYTES)
			continue;
		if (text_has((struct slice){from, (size_t)(f->p - from)}, sign))
			return 1;
		from = f->p + f->n;
	}
	return text_has((struct slice){from, (size_t)(end - from)}, sign);
}

int
is_repeat(const struct rec *r)
{
	const struct row *row = rec_row(r);
	int may = may_be_repeat(r, row);
	size_t i;

	for (i = 0; (may || CHECKS) && i < row->n; i++)
		if (row->cell[i].n <= REPEAT_BYTES && (CHECKS || text_has(row->cell[i], phrase_text(PHRASE_REPEAT_HAS))) &&
		    says(row->cell[i], PHRASE_REPEAT)) {
			if (CHECKS)
				check_same(may && text_has(row->cell[i], phrase_text(PHRASE_REPEAT_HAS)), "the look at a repeat", row->cell[i]);
			return 1;
		}
	return 0;
}

int
is_interlude(const struct rec *r)
{

	if (r->kind != K_TEXT || r->rest.n > INTERLUDE_BYTES || !is_utf8(r->rest))
		return 0;
	return !says(r->rest, PHRASE_CAPTION);
}

int
is_caption(const struct rec *r)
{
	return r->kind == K_TEXT && is_utf8(r->rest) && says(r->rest, PHRASE_CAPTION);
}

int
is_title(const struct rec *r)
{
	const struct row *row = rec_row(r);
	size_t filled = 0, i;

	for (i = 0; i < row->n && filled < 2; i++)
		filled += !blank_field(row->cell[i]);
	return filled < 2;
}
