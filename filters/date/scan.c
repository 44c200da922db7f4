/* scan.c - the dates of a text; see date/scan.h */
#include "date/scan.h"

#include <string.h>

#include "date/around.h"
#include "date/due.h"
#include "date/facts.h"

static int
digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static int
goes_on_char(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Behind an anchor that no date is at. Of a number with dots, the whole of it. */
static size_t
behind(struct slice s, size_t at)
{
	size_t i = at + 1;

	if (digit((unsigned char)s.p[at]))
		while (i < s.n && (digit((unsigned char)s.p[i]) || (s.p[i] >= '-' && s.p[i] <= '/')))
			i++;
	while (i < s.n && goes_on_char(s.p[i]))
		i++;
	return i;
}

/* Another day, behind a day that ended where the text is done. */
static size_t
day_behind(const struct datescan *sc, struct date *d)
{
	static struct datewin w;
	size_t end;

	if (!sc->in_month || sc->done == sc->s.n || sc->ctx->cell.kind != CTX_DAY)
		return 0;
	win_begin(&w, sc->s, sc->done);
	end = date_another_day(&w, 0, &sc->ctx->cell, d);
	return end ? w.at[end] : 0;
}

static size_t
next_anchor(const struct datescan *sc)
{
	return sc->row ? anchor_in_row(sc->row, sc->s, sc->from) : date_anchor(sc->s, sc->from);
}

static size_t
date_behind_anchor(struct datescan *sc, struct date *d)
{
	size_t at, end = 0;

	while (!end && (at = next_anchor(sc)) < sc->s.n)
		if (!(end = date_around(sc, at, d)) && !(end = date_due(sc, at, d)))
			sc->from = behind(sc->s, at);
	return end;
}

/* In a column of dates: the first that begins anywhere from where the text is done. */
static size_t
date_anywhere(struct datescan *sc, struct date *d)
{
	size_t end;

	while (sc->from < sc->s.n) {
		if ((end = date_at(sc, sc->from, d)))
			return end;
		for (sc->from++; sc->from < sc->s.n && goes_on_char(sc->s.p[sc->from]); sc->from++)
			;
	}
	return 0;
}

/* A sign that what follows comes again holds in its sentence, and up to a date with a year. */
static void
note_recurrence(struct datescan *sc, const struct date *d)
{
	if (d->silent || (!d->v.known && d->v.precision == BY_RECURRENCE && !d->v.fault && !(d->v.flags & FLAG_UNRESOLVED)))
		sc->recurs = 1;
	else if (d->v.known && !(d->v.flags & FLAG_INFERRED_YEAR))
		sc->recurs = 0;
}

static size_t
next(struct datescan *sc, struct date *d)
{
	size_t end = day_behind(sc, d);

	if (!end)
		end = sc->every ? date_anywhere(sc, d) : date_behind_anchor(sc, d);
	sc->in_month = end && d->v.known && d->v.as.kind == CTX_DAY;
	if (!end)
		return 0;
	note_recurrence(sc, d);
	sc->from = sc->done = end + d->skip;
	return end;
}

/* Between two backticks of a line, in prose: a piece of code, and no date of anybody's. */
static int
in_code(struct datescan *sc, size_t from, size_t to)
{
	const char *p, *line;

	if (sc->every || !memchr(sc->s.p, '`', sc->s.n))
		return 0;
	for (; (p = memchr(sc->s.p + sc->ticked, '`', from - sc->ticked)); sc->ticked = (size_t)(p - sc->s.p) + 1)
		sc->ticks++;
	line = memchr(sc->s.p + to, '\n', sc->s.n - to);
	return sc->ticks % 2 && memchr(sc->s.p + to, '`', line ? (size_t)(line - sc->s.p) - to : sc->s.n - to);
}

static int
is_passed(struct datescan *sc, const struct date *d)
{
	size_t from = (size_t)(d->raw.p - sc->s.p);

	return d->silent || in_code(sc, from, from + d->raw.n);
}

int
date_next(struct datescan *sc, struct date *d)
{
	size_t end = next(sc, d);

	for (; end && is_passed(sc, d); end = next(sc, d))
		sc->marks += d->silent;
	return end != 0;
}
