/* win.c - folded characters on demand; see date/win.h */
#include "date/win.h"

#include "base/fold.h"
#include "base/utf8.h"

/* The character at P, folded; *LEN is its length. 0 for one that folding drops. */
static uint32_t
folded(const char *p, size_t n, size_t *len)
{
	static struct buf one;
	const unsigned char *s = (const unsigned char *)p;
	uint32_t c;
	size_t ignore;

	if (s[0] < 0x80)
		return *len = 1, (uint32_t)s[0];
	if (s[0] >= 0xe3 && s[0] <= 0xe9) { /* kana, ideographs: three bytes, and only a blank is folded */
		*len = 3;
		c = (s[0] & 15u) << 12 | (s[1] & 63u) << 6 | (s[2] & 63u);
		if (c > 0x3000)
			return c;
	}
	c = utf8_next(p, n, len);
	buf_clear(&one);
	fold(&one, (struct slice){p, *len});
	return one.n ? utf8_next(one.p, one.n, &ignore) : 0;
}

void
win_begin(struct datewin *w, struct slice s, size_t from)
{
	size_t begin;

	w->s = s;
	w->before = win_before(s, from, &begin);
	w->next = w->done = from;
	w->n = w->fresh = 0;
	w->every = NOT_DATES;
	w->looked_back = 0;
	w->at[0] = from;
}

enum { VOICED = 0x3099, SEMIVOICED = 0x309a, VOICED_ALONE = 0x309b, SEMIVOICED_ALONE = 0x309c };

/* C with the sound mark MARK as one character: Unicode has put the voiced kana behind the plain one, and the
 * semi-voiced behind that. 0 if C is no kana that can be voiced. */
static uint32_t
voiced(uint32_t c, uint32_t mark)
{
	uint32_t kana = c >= 0x30a0 ? c - 0x60 : c; /* katakana as hiragana */
	int ha = kana >= 0x306f && kana <= 0x307b && (kana - 0x306f) % 3 == 0;
	int ka = (kana >= 0x304b && kana <= 0x3061 && kana % 2 == 1) || kana == 0x3064 || kana == 0x3066 || kana == 0x3068;

	if (mark == SEMIVOICED || mark == SEMIVOICED_ALONE)
		return ha ? c + 2 : 0;
	return ka || ha ? c + 1 : 0;
}

/* The sound mark at byte AT of S; 0 if another character is there. */
static uint32_t
mark_at(struct slice s, size_t at, size_t *len)
{
	uint32_t c;

	if (s.n - at < 3 || ((unsigned char)s.p[at] != 0xe3 && (unsigned char)s.p[at] != 0xef))
		return 0;
	c = folded(s.p + at, s.n - at, len);
	return c >= VOICED && c <= SEMIVOICED_ALONE ? c : 0;
}

/* A dropped character belongs to the one before it, and so does a mark that voices it. */
void
win_more(struct datewin *w)
{
	size_t len;
	uint32_t c = folded(w->s.p + w->next, w->s.n - w->next, &len), mark, both;

	w->next += len;
	if (c >= 0x3041 && c <= 0x30ff && (mark = mark_at(w->s, w->next, &len)) && (both = voiced(c, mark))) {
		c = both;
		w->next += len;
	}
	if (c)
		w->c[w->n++] = c;
	w->at[w->n] = w->next;
}

uint32_t
win_before(struct slice s, size_t at, size_t *begin)
{
	size_t len;
	uint32_t c = 0;

	while (at && !c) {
		while (--at && ((unsigned char)s.p[at] & 0xc0) == 0x80)
			;
		*begin = at;
		c = folded(s.p + at, s.n - at, &len);
	}
	return c;
}

int
is_ideograph(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || c == 0x3005; /* and the mark that repeats one */
}

int
is_alnum(uint32_t c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

size_t
win_chars(struct datewin *w, size_t i, const uint32_t *z, int spaced)
{
	size_t first = i;

	for (; *z; z++, i++) {
		if (spaced && i > first)
			i = skip_blanks(w, i);
		if (win(w, i) != *z)
			return 0;
	}
	return i;
}

size_t
win_word_of(struct datewin *w, size_t i, const struct wordchar *c, struct wordset set, int spaced, const struct word **to)
{
	const struct word *word;

	for (word = c->first; word->c[0] == w->c[i]; word++) {
		size_t end = word_in(word, set) ? win_chars(w, i, word->c, spaced) : 0;

		if (end) {
			if (to)
				*to = word;
			return end;
		}
	}
	return 0;
}

/* True if the characters of WORD end before byte AT of S; *BEGIN is where. */
static int
ends_with(struct slice s, size_t at, const struct word *word, size_t *begin)
{
	size_t i = word->n;

	for (*begin = at; i > 0; at = *begin)
		if (win_before(s, at, begin) != word->c[--i])
			return 0;
	return 1;
}

size_t
win_word_before(struct slice s, size_t at, struct wordset set)
{
	size_t first = at, best = at, begin = at, n;

	if (at == 0 || !sets_meet(wordchar(win_before(s, at, &begin))->end, set))
		return at;
	/* every word that is long enough to end at AT begins at one of the characters before it */
	for (n = 0; n < WORD_LENGTH && first > 0; n++) {
		uint32_t c = win_before(s, first, &first);
		const struct wordchar *wc = wordchar(c);
		const struct word *word;

		if (!sets_meet(wc->begin, set))
			continue;
		for (word = wc->first; word->c[0] == c; word++)
			if (word->n == n + 1 && word_in(word, set) && ends_with(s, at, word, &begin))
				best = begin;
	}
	return best;
}
