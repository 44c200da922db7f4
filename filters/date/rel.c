/* rel.c - words that count from another date: 今年度, 翌年, 同月, 年内; see date/expr.h */
#include "date/expr.h"
#include "date/num.h"

/* What stands before 年, 月 or 日. */
static const struct relative {
	uint32_t word[3];
	int offset;
	enum anchor anchor;
	const uint32_t *units; /* of 年月日, those that the word goes with */
} relatives[] = {
	{{U'今'}, 0, FROM_NOW, U"年月"}, {{U'本'}, 0, FROM_NOW, U"年月"}, {{U'現'}, 0, FROM_NOW, U"年"},
	{{U'来'}, 1, FROM_NOW, U"年月"}, {{U'再', U'来'}, 2, FROM_NOW, U"年月"}, {{U'昨'}, -1, FROM_NOW, U"年"},
	{{U'去'}, -1, FROM_NOW, U"年"}, {{U'先'}, -1, FROM_NOW, U"月"}, {{U'一', U'昨'}, -2, FROM_NOW, U"年"},
	{{U'同'}, 0, FROM_NEAREST, U"年月日"}, {{U'当'}, 0, FROM_NEAREST, U"年月"},
	{{U'当', U'該'}, 0, FROM_NEAREST, U"年"}, {{U'翌'}, 1, FROM_NEAREST, U"年月日"},
	{{U'翌', U'々'}, 2, FROM_NEAREST, U"年月"}, {{U'前'}, -1, FROM_NEAREST, U"年月"},
	{{U'前', U'々'}, -2, FROM_NEAREST, U"年月"}, {{U'次'}, 1, FROM_NEAREST, U"年"},
};

static int
has(const uint32_t *set, uint32_t c)
{
	while (*set && *set != c)
		set++;
	return *set != 0;
}

static size_t
relative_word(struct datewin *w, size_t i, const struct relative **to)
{
	size_t k, best = 0;

	if (!char_is(win(w, i), DC_RELATIVE))
		return 0;
	for (k = 0; k < sizeof(relatives) / sizeof(*relatives); k++) {
		size_t end = win_text(w, i, relatives[k].word, 0);

		if (end > best && has(relatives[k].units, win(w, end))) {
			best = end;
			*to = &relatives[k];
		}
	}
	return best;
}

/* 年内, 年度内, 年度中, 年度末, 年末, 年度当初: this year's, with nothing said before. */
static size_t
within(struct datewin *w, size_t i, struct dexpr *e)
{
	static const uint32_t other[] = U"毎各単複数近何半学同一初次来前他後翌昨今本当再該酒暦永長少青平成";
	uint32_t prev = win_prev(w, i);
	struct dexpr probe;
	size_t end = i + 1;

	if (win(w, i) != U'年' || is_alnum(prev) || is_kanji_number(prev) || (prev && has(other, prev)))
		return 0;
	e->fiscal = win(w, end) == U'度';
	end += (size_t)e->fiscal;
	e->kind = YEAR_RELATIVE;
	e->anchor = FROM_NEAREST;
	if (win(w, end) == U'中' && !e->fiscal) /* 年中 is all the year round */
		return 0;
	probe = *e;
	if (date_part(w, end, &probe) == end || probe.fault)
		return 0;
	return probe.part == PART_YEAR || (e->fiscal && (probe.part == PART_HALF || probe.part == PART_QUARTER)) ? end : 0;
}

/* 前年比, 同年代, 同月比: a comparison or a compound, not a time. */
static int
is_compound(uint32_t c)
{
	return c == U'比' || c == U'代' || c == U'齢' || c == U'輩' || c == U'同' || c == U'並' || c == U'生' ||
	    c == U'増' || c == U'減';
}

size_t
date_relative(struct datewin *w, size_t i, struct dexpr *e)
{
	const struct relative *r;
	size_t end = relative_word(w, i, &r);
	uint32_t unit;

	if (!end)
		return within(w, i, e);
	unit = win(w, end++);
	e->kind = YEAR_RELATIVE;
	e->year = r->offset;
	e->anchor = r->anchor;
	e->by_month = unit == U'月';
	e->by_day = unit == U'日';
	e->fiscal = unit == U'年' && win(w, end) == U'度';
	end += (size_t)e->fiscal;
	if (e->by_month)
		e->part = PART_MONTH;
	if (e->by_day)
		e->part = PART_DAY;
	return is_compound(win(w, end)) ? 0 : end;
}
