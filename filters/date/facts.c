/* facts.c - what the text around a date says; see date/facts.h */
#include "date/facts.h"

#include <string.h>

#include "base/utf8.h"

/* A circled number, or another sign before an item. */
static int
is_bullet(uint32_t c)
{
	return (c >= 0x2460 && c <= 0x24ff) || c == 0x2022 || c == 0x203b || c == 0x30fb || c == 0x25cf;
}

/* A word of those that go with dates, or a sign, at I: the index behind it; 0 if something else is there. */
static size_t
skip_said(struct datewin *w, size_t i)
{
	static const struct wordset sets[] = {
		SET4(W_REMARK, W_ABOUT, W_UNTIL, W_FROM), SET4(W_SINCE, W_LIST, W_TURN, W_KEPT),
		SET4(W_HAPPENS, W_ISSUE, W_UNFIXED, W_STOP), SET4(W_DASH, W_TILDE, W_THE, W_ROUGHLY),
		SET4(W_OPEN, W_CLOSE, W_HOLIDAY, W_SPAN),
	};
	size_t k, end, best = 0;

	if (is_blank(win(w, i)) || is_bullet(win(w, i)))
		return i + 1;
	for (k = 0; k < sizeof(sets) / sizeof(*sets); k++)
		if ((end = win_is(w, i, sets[k])) > best)
			best = end;
	if (best <= i + 1 && i > 0 && char_is(win(w, i - 1), DC_OPEN) && (end = win_is(w, i, WORDS1(W_WEEKDAY))) > best)
		best = end;
	return best;
}

/* A number that a date or a time of the day may begin with. */
static int
is_dated(struct datewin *w, size_t i)
{
	struct datenum num;
	size_t end;

	if (char_is(win(w, i), DC_ERA | DC_RELATIVE | DC_RECUR | DC_HOLE))
		return 1;
	if (!(end = date_number(w, i, 4, 0, &num)))
		return 0;
	end = skip_blanks(w, end);
	return win_is(w, end, WORDS4(W_YEAR, W_MONTH, W_DAY, W_OF_DAY)) || char_is(win(w, end), DC_SEPARATOR | DC_DASH);
}

int
is_plain(struct slice s, size_t before, size_t from, size_t to)
{
	static struct datewin w;
	size_t i = 0, end;

	win_begin(&w, s, before);
	while (win(&w, i) && w.at[i] < from) {
		if (!(end = skip_said(&w, i)))
			return 0;
		i = end;
	}
	win_begin(&w, s, to);
	for (i = 0; win(&w, i); i = end)
		if (!(end = skip_said(&w, i)))
			return is_dated(&w, i);
	return 1;
}

enum tie
tie_between(struct slice s, size_t from, size_t to)
{
	static struct datewin w;
	int list = 1, ignore;
	size_t i, end;

	win_begin(&w, s, from);
	i = skip_remarks(&w, 0, &ignore, &ignore);
	while (win(&w, i) && w.at[i] < to) {
		if (win_is(&w, i, WORDS1(W_STOP)))
			return TIE_NONE;
		end = win_is(&w, i, WORDS4(W_LIST, W_TURN, W_OPEN, W_CLOSE));
		if (!end)
			end = win_is(&w, i, WORDS4(W_SINCE, W_DASH, W_KEPT, W_ABOUT));
		if (!end && is_blank(win(&w, i)))
			end = i + 1;
		if (!end && w.c[i] == '\n')
			return TIE_NONE;
		list &= end != 0;
		i = end ? end : i + 1;
	}
	if (!list && memchr(s.p + from, '\n', to - from))
		return TIE_NONE;
	return i >= DATE_WIN ? TIE_NONE : list ? TIE_LIST : TIE_SENTENCE;
}

/* The character at byte I of S, as it stands: these words are written in one way. */
static inline uint32_t
char_at(struct slice s, size_t i, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p + i;

	if (*p < 0x80)
		return *len = 1, *p;
	if (*p >= 0xe3 && *p <= 0xe9)
		return *len = 3, (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
	return utf8_next(s.p + i, s.n - i, len);
}

/* Where the sentence begins that byte AT of S is in, looked for so far back. */
static size_t
sentence_begin(struct slice s, size_t at)
{
	enum { FAR = 240 };
	size_t least = at > FAR ? at - FAR : 0, len;

	while (at > least) {
		size_t i = at - 1;

		while (i > 0 && ((unsigned char)s.p[i] & 0xc0) == 0x80)
			i--;
		if (s.p[i] == '\n' || sets_meet(wordchar(char_at(s, i, &len))->end, WORDS1(W_STOP)))
			break;
		at = i;
	}
	return at;
}

/* A word of SET is at byte I of S. */
static int
word_at(struct slice s, size_t i, struct wordset set)
{
	static struct datewin w;

	win_begin(&w, s, i);
	return win_is(&w, 0, set) != 0;
}

void
sentence_facts(struct slice s, size_t from, size_t to, struct datelook *look)
{
	enum { FAR = 400 };
	size_t i = sentence_begin(s, from), end = s.n - to > FAR ? to + FAR : s.n, len;

	for (; i < end && s.p[i] != '\n'; i += len) {
		struct wordset set = wordchar(char_at(s, i, &len))->begin;

		if (!sets_meet(set, WORDS3(W_GENERIC, W_HAPPENS, W_STOP)))
			continue;
		if (sets_meet(set, WORDS1(W_STOP)))
			break;
		if (sets_meet(set, WORDS1(W_GENERIC)) && word_at(s, i, WORDS1(W_GENERIC)))
			look->generic = 1;
		if (i >= to && !look->certain && sets_meet(set, WORDS1(W_HAPPENS)) && word_at(s, i, WORDS1(W_HAPPENS)))
			look->certain = 1;
	}
}
