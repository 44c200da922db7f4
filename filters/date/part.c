/* part.c - what follows a year or stands alone: months, days, quarters, ends; see date/expr.h */
#include "date/expr.h"
#include "date/num.h"

static int
one_of(const uint32_t *set, uint32_t c)
{
	while (*set && *set != c)
		set++;
	return c && *set;
}

/* 中, 内: within, which the interval says already. Not the beginning of another word. */
static size_t
within_word(struct datewin *w, size_t i)
{
	uint32_t next = win(w, i + 1);

	if (win(w, i) == U'中')
		return one_of(U"旬間期央盤学核心小国部東南北止上下長途高堅山古立断継項毒性頃ご", next) ? 0 : i + 1;
	if (win(w, i) == U'内')
		return one_of(U"閣部容外定訳装科陸海務需示線服", next) ? 0 : i + 1;
	return 0;
}

/* 末, 当初, 初め: the last or the first day. */
static size_t
edge(struct datewin *w, size_t i, struct dexpr *e)
{
	static const struct {
		uint32_t word[4];
		enum edge edge;
		const uint32_t *not; /* in front of these it is another word */
	} words[] = {
		{{U'末', U'日'}, EDGE_LAST, U""}, {{U'末'}, EDGE_LAST, U"年調尾席端"},
		{{U'当', U'初'}, EDGE_FIRST, U""}, {{U'初', U'頭'}, EDGE_FIRST, U""},
		{{U'初', U'め'}, EDGE_FIRST, U"て"}, {{U'始', U'め'}, EDGE_FIRST, U"てる"},
		{{U'は', U'じ', U'め'}, EDGE_FIRST, U"て"},
	};
	size_t k, end;

	if (win(w, i) == U'年' && e->part == PART_YEAR && !e->fiscal) /* 令和5年年末 */
		i++;
	for (k = 0; k < sizeof(words) / sizeof(*words); k++) {
		if (!(end = win_text(w, i, words[k].word, 0)) || one_of(words[k].not, win(w, end)))
			continue;
		if (words[k].word[1] == U'初' && is_ideograph(win(w, end)) && win(w, end) != U'時') /* 当初予算 */
			continue;
		if (words[k].word[1] == U'日' && e->part != PART_MONTH)
			continue;
		e->edge = words[k].edge;
		e->approximate |= words[k].edge == EDGE_FIRST;
		return end;
	}
	return 0;
}

/* An edge or 中, 内, behind what may have one; I itself if neither is there. */
static size_t
edge_or_within(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end = edge(w, i, e);

	if (!end)
		end = within_word(w, i);
	return end ? end : i;
}

/* 第3四半期, 第３・四半期, 3Q, Q3 */
static size_t
quarter(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = win(w, i) == U'第' ? skip_blanks(w, i + 1) : i;
	int q = win(w, i) == 'Q';
	static const uint32_t kanji[] = U"一二三四";
	uint32_t c;
	int n;

	k += (size_t)q;
	c = win(w, k);
	for (n = 4; n > 0 && c != (uint32_t)('0' + n) && c != kanji[n - 1] && c != U'Ⅰ' + (uint32_t)n - 1; n--)
		;
	if (n == 0)
		return 0;
	k++;
	if (!q && win(w, k) == 'Q' && k == i + 1)
		k++;
	else if (!q) {
		if (win(w, k) == U'・')
			k++;
		k = win_text(w, skip_blanks(w, k), U"四半期", 0);
	}
	if (!k || is_alnum(win(w, k)))
		return 0;
	e->part = PART_QUARTER;
	e->n = n;
	return k;
}

/* 上半期, 下期, 前半 */
static size_t
half(struct datewin *w, size_t i, struct dexpr *e)
{
	uint32_t c = win(w, i);
	size_t k = i + 1;

	if (!one_of(U"上下前後", c))
		return 0;
	if (win(w, k) == U'半')
		k += win(w, k + 1) == U'期' ? 2 : 1;
	else if ((c == U'上' || c == U'下') && win(w, k) == U'期')
		k++;
	else
		return 0;
	e->part = PART_HALF;
	e->n = c == U'上' || c == U'前' ? 1 : 2;
	return k;
}

size_t
date_span(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t end = quarter(w, i, e);

	if (!end)
		end = half(w, i, e);
	return end ? edge_or_within(w, end, e) : 0;
}

/* 夏, 夏季, where no name begins with it: 秋田, 春日, 冬季大会. */
static size_t
season(struct datewin *w, size_t i, struct dexpr *e)
{
	static const uint32_t names[] = U"春夏秋冬", behind[] = U"頃ごこまかにはのをも以よ、。,.)）」｣・~-～〜目めと";
	size_t end = i + 1;
	int n;

	for (n = 0; n < 4 && win(w, i) != names[n]; n++)
		;
	if (n == 4)
		return 0;
	if (win(w, end) == U'季' || win(w, end) == U'期')
		end++;
	if (win(w, end) && !is_blank(win(w, end)) && !one_of(behind, win(w, end)))
		return 0;
	e->part = PART_SEASON;
	e->n = n + 1;
	return end;
}

/* 上旬, 初旬, 中旬, 下旬, 上中旬, 中下旬 */
static size_t
dekad(struct datewin *w, size_t i, struct dexpr *e)
{
	static const uint32_t names[] = U"上中下";
	int n, last;

	for (n = 0; n < 3 && win(w, i) != names[n]; n++)
		;
	if (win(w, i) == U'初')
		n = 0;
	if (n == 3)
		return 0;
	for (last = n; win(w, i + 1) == names[last + 1] && last < 2; last++)
		i++;
	if (win(w, i + 1) != U'旬')
		return 0;
	e->part = PART_DEKAD;
	e->dekad = n + 1;
	e->dekad_last = last + 1;
	return i + 2;
}

/* The index behind a dash or a comma, where another number gives the unit: 1～5日, 6、7月. */
static size_t
more_numbers(struct datewin *w, size_t i)
{
	size_t end = range_dash(w, i);

	return end ? end : one_of(U"、,・", win(w, i)) ? i + 1 : 0;
}

/* 28日; 1 of 1～5日 and of 1、5日. */
static size_t
day(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end, dash;
	struct datenum num, other;

	if (is_hole(win(w, k))) {
		for (; is_hole(win(w, k)); k++)
			;
		k = skip_blanks(w, k);
		if (win(w, k) != U'日')
			return 0;
		e->fault = FAULT_PLACEHOLDER;
		return k + 1;
	}
	if (!(end = date_number(w, k, 2, 1, &num)))
		return 0;
	k = skip_blanks(w, end);
	if (win(w, k) != U'日') {
		if (!(dash = more_numbers(w, end)) || !(dash = date_number(w, dash, 2, 0, &other)) || win(w, dash) != U'日')
			return 0;
		e->open = 1;
	}
	e->part = PART_DAY;
	e->day = num.value;
	if (!e->fault && (num.value < 1 || num.value > 31))
		e->fault = num.value < 0 ? FAULT_GARBLED : FAULT_IMPOSSIBLE;
	return e->open ? end : k + 1;
}

size_t
date_in_month(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end;

	if (e->open || !char_is(win(w, i), DC_PART))
		return i;
	if ((end = day(w, k, e)) || (end = dekad(w, k, e)) || (end = edge(w, k, e)) || (end = within_word(w, i)))
		return end;
	return i;
}

/* 3月期: a business year that ends in March, or something else; not 3月期限. */
static int
is_accounting_term(struct datewin *w, size_t i)
{
	return win(w, i) == U'期' && !one_of(U"限間日待首", win(w, i + 1));
}

/* 9月 with what belongs to it; 4 of 4～6月 and of 4、6月; ○月○日. */
size_t
date_month(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = i, end, dash;
	struct datenum num = {0}, other;

	for (; is_hole(win(w, k)); k++)
		;
	end = k > i && win(w, skip_blanks(w, k)) == U'月' ? k : date_number(w, i, 2, e->kind != YEAR_NONE, &num);
	if (!end)
		return 0;
	k = skip_blanks(w, end);
	e->open = 0;
	if (win(w, k) != U'月') {
		/* without a year, the first number of a list may belong to what stands before */
		dash = e->kind == YEAR_NONE ? range_dash(w, end) : more_numbers(w, end);
		if (!dash || !(dash = date_number(w, dash, 2, 0, &other)) || win(w, dash) != U'月')
			return 0;
		e->open = 1;
	}
	e->part = PART_MONTH;
	e->month = num.value;
	if (!num.digits)
		e->fault = FAULT_PLACEHOLDER;
	else if (!e->fault && (num.value < 1 || num.value > 12))
		e->fault = num.value < 0 ? FAULT_GARBLED : FAULT_IMPOSSIBLE;
	if (e->open)
		return end;
	k++;
	if (is_accounting_term(w, k) && i != w->fresh) { /* 7-9月期 is a quarter */
		e->fault = FAULT_AMBIGUOUS;
		return k + 1;
	}
	return date_in_month(w, k, e);
}

/* 年 月 日 with nothing in it, behind a year: a form that was not filled in. */
static size_t
blank_form(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), d;

	if (k == i || win(w, k) != U'月')
		return 0;
	d = skip_blanks(w, k + 1);
	if (d == k + 1 || win(w, d) != U'日')
		return 0;
	e->fault = FAULT_PLACEHOLDER;
	return d + 1;
}

size_t
date_part(struct datewin *w, size_t i, struct dexpr *e)
{
	size_t k = skip_blanks(w, i), end;

	if (e->open || !char_is(win(w, i), DC_PART))
		return i;
	if (e->by_month)
		return date_in_month(w, i, e);
	if (e->by_day)
		return i;
	/* behind 年度 and a blank, a month is a date of its own: 平成19年度 9月 may be two columns */
	if ((!e->fiscal || k == i) && (end = date_month(w, k, e)))
		return end;
	e->open = 0;
	if ((end = date_span(w, k, e)) || (end = season(w, i, e)) || (end = blank_form(w, i, e)))
		return end;
	return edge_or_within(w, i, e);
}
