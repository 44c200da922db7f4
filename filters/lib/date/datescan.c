/* datescan.c - the dates of a text; see datescan.h */
#include "datescan.h"

#include "datenum.h"
#include "datequick.h"
#include "scan.h"

enum { LOOK_BACK = 40 };

static int
digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* 年 月 期 ⽉, 1.2 1/2 1-2, full-width . / -, FY, 同日 翌日: as UTF-8. Four bytes at P are readable. */
static int
is_anchor(const unsigned char *p)
{
	switch (p[0]) {
	case 0xe5:
		return p[1] == 0xb9 && p[2] == 0xb4;
	case 0xe6:
		return p[1] == 0x9c && (p[2] == 0x88 || p[2] == 0x9f);
	case 0xe2:
		return p[1] == 0xbd && p[2] == 0x89;
	case 0xef:
		return p[1] == 0xbc && p[2] >= 0x8d && p[2] <= 0x8f;
	case 0x8c:
		return p[1] == 0xe6 && p[2] == 0x97 && p[3] == 0xa5;
	case 'F':
		return p[1] == 'Y';
	}
	return p[1] >= '-' && p[1] <= '/' && digit(p[0]) && digit(p[2]);
}

/* The same at the end of a text, where four bytes are not readable. */
static int
is_last_anchor(const unsigned char *p, size_t n)
{
	unsigned char four[4] = {0};

	memcpy(four, p, n < 4 ? n : 4);
	return is_anchor(four);
}

#ifdef TZ_VECTORS
/* Which byte of W, as it lies in memory, is the first that is not 0. */
static size_t
lane(uint64_t w)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(w) / 8;
#else
	return (size_t)__builtin_clzll(w) / 8;
#endif
}

/* The first of the 16 bytes at P that may be an anchor, or 16; 18 are readable. Leads are looked at only
 * where the bytes behind them are not enough. */
static size_t
first_lane(const unsigned char *p)
{
	v16 a = v16_load(p), b = v16_load(p + 1), c = v16_load(p + 2);
	v16 year = (v16)(b == 0xb9) & (v16)(c == 0xb4);
	v16 month = (v16)(b == 0x9c) & ((v16)(c == 0x88) | (v16)(c == 0x9f));
	v16 other = ((v16)(b == 0xbd) & (v16)(c == 0x89)) | ((v16)(b == 0xbc) & (v16)(c - 0x8d < 3));
	v16 dotted = (v16)(a - '0' < 10) & (v16)(b - '-' < 3) & (v16)(c - '0' < 10);
	v16 rare = ((v16)(a == 0x8c) & (v16)(b == 0xe6) & (v16)(c == 0x97)) | ((v16)(a == 'F') & (v16)(b == 'Y'));
	v2x64 any = (v2x64)(year | month | other | dotted | rare);

	if ((any[0] | any[1]) == 0)
		return 16;
	return any[0] ? lane(any[0]) : 8 + lane(any[1]);
}
#endif

static int
anchor_at(struct slice s, size_t i)
{
	const unsigned char *p = (const unsigned char *)s.p + i;

	return s.n - i >= 4 ? is_anchor(p) : is_last_anchor(p, s.n - i);
}

size_t
date_anchor(struct slice s, size_t from)
{
	size_t i = from;

#ifdef TZ_VECTORS
	const unsigned char *p = (const unsigned char *)s.p;

	while (i + 18 <= s.n) {
		size_t first = first_lane(p + i);

		i += first;
		if (first < 16 && anchor_at(s, i))
			return i;
		i += first < 16;
	}
	/* the end once more, in one look: nearly always nothing is there */
	if (s.n >= 18 && first_lane(p + s.n - 18) == 16)
		return s.n;
#endif
	while (i < s.n && !anchor_at(s, i))
		i++;
	return i;
}

/* Where a date that the anchor at AT is part of may begin. */
static size_t
begin_of(struct slice s, size_t from, size_t at)
{
	size_t begin, steps;

	for (steps = 0; steps < LOOK_BACK && at > from; steps++) {
		if (!char_is(win_before(s, at, &begin), DC_LEAD) || begin < from)
			break;
		at = begin;
	}
	return at;
}

/* Behind an anchor that no date is at. Of a number with dots, the whole of it. */
static size_t
behind(struct slice s, size_t at)
{
	size_t i = at + 1;

	if (digit((unsigned char)s.p[at]))
		while (i < s.n && (digit((unsigned char)s.p[i]) || (s.p[i] >= '-' && s.p[i] <= '/')))
			i++;
	while (i < s.n && ((unsigned char)s.p[i] & 0xc0) == 0x80)
		i++;
	return i;
}

/* Reads the date that the anchor at byte AT is part of, wherever it begins. Returns the byte behind it, or 0. */
static size_t
date_around(const struct datescan *sc, size_t at, const struct datelook *look, struct date *d)
{
	static struct datewin w;
	size_t i, end;

	/* an anchor may begin inside a character (同日): the window may not */
	while (at && ((unsigned char)sc->s.p[at] & 0xc0) == 0x80)
		at--;
	win_begin(&w, sc->s, begin_of(sc->s, sc->done, at));
	for (i = 0; win(&w, i) && w.at[i] <= at; i++)
		if ((end = date_read(&w, i, look, d)))
			return w.at[end];
	return 0;
}

/* 、29日, behind a day that ended where the text is done. */
static size_t
day_behind(const struct datescan *sc, const struct datelook *look, struct date *d)
{
	static struct datewin w;
	size_t end;

	if (!sc->in_month || look->near.kind != CTX_DAY || sc->done == sc->s.n)
		return 0;
	win_begin(&w, sc->s, sc->done);
	end = date_another_day(&w, 0, &look->near, d);
	return end ? w.at[end] : 0;
}

int
date_next(struct datescan *sc, const struct datelook *look, struct date *d)
{
	size_t at, end = day_behind(sc, look, d);

	while (!end && (at = date_anchor(sc->s, sc->from)) < sc->s.n) {
		end = (unsigned char)sc->s.p[at] == 0xe5 ? date_quick(sc, at, look, d) : 0;
		if (!end)
			end = date_around(sc, at, look, d);
		if (!end)
			sc->from = behind(sc->s, at);
	}
	sc->in_month = end && d->v.known && d->v.as.kind == CTX_DAY;
	if (end)
		sc->from = sc->done = end;
	return end != 0;
}
