/* kinds.c - rows and lines that are known by their words; see words/kinds.h */
#include "words/kinds.h"

#include <string.h>

#include "base/blank.h"
#include "words/re.h"
#include "stream/row.h"
#include "base/scan.h"
#include "words/columns.h"

enum {
	LABEL_BYTES = 60,
	REPEAT_BYTES = 4 * LABEL_BYTES, /* of a cell that says so with others */
	INTERLUDE_BYTES = 120 /* forty kanji */
};

static struct buf label;

/* FIELD, folded, matches PATTERN. */
static int
says(struct slice field, const char *pattern, struct re **re)
{
	if (!*re)
		*re = re_new(slice_z(pattern), (struct place){"tablekind.c", 0, 0});
	buf_clear(&label);
	label_fold(&label, field);
	return label.n && re_match(*re, slice_of(&label), 0, (struct place){0});
}

/* Can FIELD say 計, 合計 and the like, also in brackets? */
static int
may_be_total(struct slice field)
{
	switch (label_first(field)) {
	case 0: /* it does not tell */
	case '(': case '<': case 0x3010:
	case 0x8a08: case 0x5408: case 0x5c0f: case 0x7dcf: case 0x7d2f: case 0x5168: /* 計合小総累全 */
		return field.n <= LABEL_BYTES;
	}
	return 0;
}

int
is_total(const struct rec *r)
{
	static struct re *re;
	const struct row *row = rec_row(r);
	struct slice f;
	size_t i;

	for (i = 0; i < row->n && blank_field(row->cell[i]); i++)
		;
	f = i < row->n ? row->cell[i] : (struct slice){"", 0};
	return may_be_total(f) && text_has(f, "計") && says(f, "\\A[(<【]?(?:(?:合|小|総|累|総合|全体)?計)[)>】]?\\z", &re);
}

/* 掲 is in some cell of R, none of the longer ones: a rare character, where 再 is in every tenth row. The cells between
 * long ones are looked through in one piece. */
static int
may_be_repeat(const struct rec *r, const struct row *row)
{
	const char *from = r->rest.p, *end = from + r->rest.n;
	size_t i;

	for (i = 0; i < row->n && end - from > REPEAT_BYTES; i++) {
		const struct slice *f = &row->cell[i];

		if (f->n <= REPEAT_BYTES)
			continue;
		if (text_has((struct slice){from, (size_t)(f->p - from)}, "掲"))
			return 1;
		from = f->p + f->n;
	}
	return text_has((struct slice){from, (size_t)(end - from)}, "掲");
}

int
is_repeat(const struct rec *r)
{
	static struct re *re;
	const struct row *row = rec_row(r);
	struct slice f;
	size_t i;

	if (!may_be_repeat(r, row))
		return 0;
	for (i = 0; i < row->n; i++)
		if ((f = row->cell[i]).n <= REPEAT_BYTES && text_has(f, "掲") && says(f, "\\A再掲\\z|[(<【\\[〔]再掲[)>】\\]〕]", &re))
			return 1;
	return 0;
}

int
is_interlude(const struct rec *r)
{
	static struct re *re;

	if (r->kind != K_TEXT || r->rest.n > INTERLUDE_BYTES || !is_utf8(r->rest))
		return 0;
	return !says(r->rest, "\\A(?:[<【\\[(]?(?:表|図|別表|別紙|別添|参考|資料|様式)|.*(?:一覧表?|の表|内訳|集計表?)(?:[)】]|\\z))", &re);
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
