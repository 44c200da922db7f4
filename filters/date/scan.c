/* scan.c - the dates of a text; see date/scan.h */
#include "date/scan.h"

#include "date/around.h"
#include "date/ctx.h"
#include "date/quick.h"

static int
digit(unsigned char c)
{
	return c >= '0' && c <= '9';
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

/* 、29日, behind a day that ended where the text is done. */
static size_t
day_behind(const struct datescan *sc, struct date *d)
{
	static struct datewin w;
	struct datelook look;
	size_t end;

	if (!sc->in_month || sc->done == sc->s.n)
		return 0;
	ctx_look(&look);
	if (look.near.kind != CTX_DAY)
		return 0;
	win_begin(&w, sc->s, sc->done);
	end = date_another_day(&w, 0, &look.near, d);
	return end ? w.at[end] : 0;
}

static size_t
next_anchor(const struct datescan *sc)
{
	return sc->row ? anchor_in_row(sc->row, sc->s, sc->from) : date_anchor(sc->s, sc->from);
}

int
date_next(struct datescan *sc, struct date *d)
{
	size_t at, end = day_behind(sc, d);

	while (!end && (at = next_anchor(sc)) < sc->s.n) {
		end = (unsigned char)sc->s.p[at] == 0xe5 ? date_quick(sc, at, d) : 0;
		if (!end)
			end = date_around(sc, at, d);
		if (!end)
			sc->from = behind(sc->s, at);
	}
	sc->in_month = end && d->v.known && d->v.as.kind == CTX_DAY;
	if (end)
		sc->from = sc->done = end;
	return end != 0;
}
