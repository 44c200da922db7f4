/* qual.c - what is said about a date: 頃, を目途に, まで, から, 以降; see date/read.h */
#include "date/read.h"

#include <string.h>

static const struct word {
	const uint32_t *text;
	unsigned flag;
} behind[] = {
	{U"頃", FLAG_APPROXIMATE}, {U"ごろ", FLAG_APPROXIMATE}, {U"ころ", FLAG_APPROXIMATE},
	{U"前後", FLAG_APPROXIMATE}, {U"中頃", FLAG_APPROXIMATE}, {U"中ごろ", FLAG_APPROXIMATE},
	{U"半ば", FLAG_APPROXIMATE}, {U"なかば", FLAG_APPROXIMATE},
	{U"を目途", FLAG_APPROXIMATE}, {U"を目処", FLAG_APPROXIMATE}, {U"をめど", FLAG_APPROXIMATE},
	{U"を目標", FLAG_APPROXIMATE}, {U"目途", FLAG_APPROXIMATE}, {U"目処", FLAG_APPROXIMATE},
	{U"めど", FLAG_APPROXIMATE}, {U"(目途)", FLAG_APPROXIMATE}, {U"(目処)", FLAG_APPROXIMATE},
	{U"(めど)", FLAG_APPROXIMATE}, {U"(頃)", FLAG_APPROXIMATE}, {U"(ごろ)", FLAG_APPROXIMATE},
	{U"まで", FLAG_UNTIL}, {U"迄", FLAG_UNTIL}, {U"以前", FLAG_UNTIL},
	{U"から", FLAG_FROM}, {U"より", FLAG_FROM}, {U"以降", FLAG_FROM}, {U"以後", FLAG_FROM},
	{U"以来", FLAG_FROM},
};

static const uint32_t weekday[] = U"月火水木金土日曜祝休・";

static int
is_weekday(uint32_t c)
{
	const uint32_t *p = weekday;

	while (*p && *p != c)
		p++;
	return *p != 0;
}

/* (水), （水曜日）, (土・祝): sources disagree about the day of the week, so that it is not asked. */
static size_t
skip_weekday(struct datewin *w, size_t i)
{
	size_t k = i + 1;

	if (win(w, i) != '(')
		return i;
	while (k < i + 6 && is_weekday(win(w, k)))
		k++;
	return k > i + 1 && win(w, k) == ')' ? k + 1 : i;
}

static size_t
qualifier(struct datewin *w, size_t i, unsigned *flag)
{
	size_t k, end;

	if (!char_is(win(w, i), DC_BEHIND))
		return 0;
	for (k = 0; k < sizeof(behind) / sizeof(*behind); k++) {
		if ((end = win_text(w, i, behind[k].text, 0))) {
			*flag = behind[k].flag;
			return end;
		}
	}
	return 0;
}

size_t
skip_remarks(struct datewin *w, size_t i, int *approximate)
{
	unsigned flag;
	size_t k, end;

	*approximate = 0;
	if (!char_is(win(w, i), DC_BEHIND))
		return i;
	k = skip_weekday(w, i);
	if ((end = qualifier(w, k, &flag)) && flag == FLAG_APPROXIMATE) {
		*approximate = 1;
		k = end;
	}
	return k;
}

/* A tilde behind a date that no other date follows: open-ended, as in (6月1日～). */
static int
open_end(struct datewin *w, size_t i)
{
	uint32_t c;

	i = skip_blanks(w, i);
	c = win(w, i);
	if (c != '~' && c != U'〜' && c != U'∼')
		return 0;
	return !char_is(win(w, skip_blanks(w, i + 1)), DC_NUMBER | DC_HOLE);
}

/* True if Z, as it is usually written, stands before byte AT. */
static int
stands_before(struct slice s, size_t at, const char *z)
{
	size_t n = strlen(z);

	return at >= n && memcmp(s.p + at - n, z, n) == 0;
}

unsigned
date_before(struct slice s, size_t at)
{
	size_t begin = at;
	uint32_t c = win_before(s, at, &begin);

	if (c == '~' || c == U'〜' || c == U'∼')
		return FLAG_UNTIL;
	if (stands_before(s, at, "おおむね") || stands_before(s, at, "概ね") || stands_before(s, at, "およそ") || c == U'約')
		return FLAG_APPROXIMATE;
	return 0;
}

unsigned
date_behind(struct datewin *w, size_t i)
{
	unsigned flags = 0, flag;
	size_t k = skip_weekday(w, i), end;

	if (open_end(w, k))
		flags |= FLAG_FROM;
	while ((end = qualifier(w, k, &flag))) {
		flags |= flag;
		k = end;
	}
	return flags;
}
