/* around.c - the date that an anchor is part of; see date/around.h */
#include "date/around.h"

#include <string.h>

#include "date/facts.h"
#include "date/yearnum.h"
#include "base/check.h"
#include "base/hash.h"

enum {
	LOOK_BACK = 40,
	SETS = 512, WAYS = 4,
	KEY = 64 /* bytes of the longest text that is kept */
};

/* What the grammar has made of a text. It reads through a window that grows as it asks for more (date/win.h), so that
 * the text it has seen is known: from the character before the window's first one to the last one read. Wherever the
 * same text stands it says the same, unless that hangs on other dates: then nothing is kept. */
struct kept {
	size_t n;          /* bytes of the text; 0: nothing is kept */
	size_t begin, at;  /* in it: where the window begins, and the anchor */
	int is_end;        /* the end of the text has been seen behind it */
	int is_behind;     /* another date ends where the window begins */
	size_t from, to;   /* in it: the date; 0 to 0 if there is none */
	size_t skip;       /* behind the date: what is its duration */
	int again;         /* it has come again */
	int meant;         /* it leans on nothing, and D is what it means where this is said before it, and it does (not) recur: */
	unsigned before;
	int recurs;
	union {
		struct datetext t;
		struct date d;
	};
	char text[KEY];
};

static struct {
	struct kept way[WAYS];
	size_t next; /* the one that gives way: it was not asked for last */
} kept[SETS];

/* A place in a text where the grammar is asked. */
struct around {
	struct slice s;
	size_t first; /* where the character before the window begins */
	size_t begin; /* where the window does */
	size_t at;    /* the anchor */
	int is_behind; /* another date ends where the window begins */
};

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


static int
is_about(const struct kept *k, const struct around *a)
{
	size_t left = a->s.n - a->first;

	return k->n && k->begin == a->begin - a->first && k->at == a->at - a->first && k->is_behind == a->is_behind &&
	    (k->is_end ? left == k->n : left >= k->n) && memcmp(k->text, a->s.p + a->first, k->n) == 0;
}

/* What is kept of a place, or may be, in the set of the characters up to four behind the anchor: those of a month, and of what
 * is said behind it. */
static struct kept *
slot_of(const struct around *a)
{
	size_t end = a->s.n - a->at < 15 ? a->s.n : a->at + 15;
	size_t set = hash_of((struct slice){a->s.p + a->first, end - a->first}) % SETS, way;

	for (way = 0; way < WAYS && !is_about(&kept[set].way[way], a); way++)
		;
	if (way == WAYS)
		way = kept[set].next;
	kept[set].next = (way + 1) % WAYS;
	return &kept[set].way[way];
}

static int
means_the_same(const struct datescan *sc, const struct kept *k, const struct around *a)
{
	return !k->meant || (k->recurs == sc->recurs && k->before == date_before(a->s, a->first + k->from));
}

static void
keep(struct kept *k, const struct around *a, const struct datewin *w)
{
	if (!KEEPS_ANSWERS || w->next - a->first > KEY || w->n == DATE_WIN || w->looked_back)
		return;
	k->is_behind = a->is_behind;
	k->n = w->next - a->first;
	k->begin = a->begin - a->first;
	k->at = a->at - a->first;
	k->is_end = w->next == a->s.n;
	memcpy(k->text, a->s.p + a->first, k->n);
}

/* What E says hangs on other dates. */
static int
leans(const struct dexpr *e)
{
	return e->kind != YEAR_AD && e->kind != YEAR_ERA && e->kind != YEAR_SHORT && !e->silent && !e->fault;
}

static int
has_nothing(const struct datelook *l)
{
	return !l->near.kind && !l->header.kind && !l->row.kind && !l->section.kind && !l->subject.kind && !l->now.kind;
}

static int
leans_on_nothing(const struct datetext *t)
{
	return !leans(&t->first) && !(t->range && leans(&t->last)) && !t->hangs;
}

/* What the date from byte FROM to TO leans on. */
static void
look_around(const struct datescan *sc, size_t from, size_t to, const struct datetext *t, struct datelook *look)
{
	const struct dexpr *e = &t->first;

	*look = (struct datelook){.recurs = sc->recurs};
	if (leans_on_nothing(t))
		return;
	ctx_look(sc->ctx, e, look);
	if (sc->recurs || look->near.kind)
		look->tie = tie_between(sc->s, sc->done, from);
	if (sc->recurs && sc->done < from)
		look->recurs = look->tie != TIE_NONE;
	if (!look->near.kind)
		look->tie = TIE_NONE;
	/* words are looked for only where they decide */
	if (e->kind == YEAR_AD || e->kind == YEAR_ERA || e->kind == YEAR_BARE || has_nothing(look) || look->tie == TIE_LIST ||
	    (e->kind == YEAR_RELATIVE && !e->near))
		return;
	if (e->kind == YEAR_NONE)
		look->plain = is_plain(sc->s, sc->done, from, to);
	sentence_facts(sc->s, from, to, look);
}

/* The bytes behind T that are its duration. */
static size_t
skipped(const struct datewin *w, const struct datetext *t)
{
	return t->refused > t->end ? w->at[t->refused] - w->at[t->end] : 0;
}

/* What K means here, if it does not mean that already; of most dates, that is the same wherever they stand. */
static void
mean_here(const struct datescan *sc, struct kept *k, const struct around *a, struct date *d)
{
	size_t from = a->first + k->from;
	struct datelook look;

	if (k->meant) {
		*d = k->d;
		return;
	}
	look_around(sc, from, a->first + k->to, &k->t, &look);
	k->before = date_before(a->s, from);
	k->recurs = sc->recurs;
	k->meant = k->again && leans_on_nothing(&k->t);
	date_mean(&k->t, k->before, &look, d);
	if (k->meant)
		k->d = *d;
	k->again = 1;
}

/* The date in K, here. Returns the byte behind it. */
static size_t
found(const struct datescan *sc, struct kept *k, const struct around *a, struct date *d)
{
	size_t from = a->first + k->from, to = a->first + k->to;

	if (k->to == 0)
		return 0;
	mean_here(sc, k, a, d);
	d->raw = (struct slice){a->s.p + from, to - from};
	d->skip = k->skip;
	return to;
}

/* Where the year before the window's anchor is of a kind that nobody knows, it is part of what is not understood: a few
 * ideographs before its number belong to the window. */
static size_t
unread(const struct datescan *sc, const struct around *a, struct kept *k)
{
	enum { BACK = 8 };
	static struct datewin w;
	size_t begin = a->begin, at = a->begin, i, from, end;
	int n;

	for (n = 0; n < BACK && at > sc->done && is_ideograph(win_before(a->s, at, &begin)) && begin >= sc->done; n++)
		at = begin;
	win_begin(&w, a->s, at);
	w.done = sc->done;
	for (i = 0; win(&w, i) && w.at[i] < a->at; i++)
		;
	memset(&k->t, 0, sizeof(k->t));
	if (!(end = date_unread(&w, i, &from, &k->t.first)))
		return 0;
	k->t.end = end;
	k->from = w.at[from];
	k->to = w.at[end];
	return 1;
}

/* Behind a date, and signs that part it from the next one, that one may begin. */
static size_t
behind_signs(struct datewin *w)
{
	size_t i = 0, end;

	while ((end = is_blank(win(w, i)) ? i + 1 : win_is(w, i, WORDS2(W_LIST, W_TURN))))
		i = end;
	return i;
}

/* A number stands behind the year's unit at the anchor, which is character I: it may be a month's. */
static int
may_be_unread(struct datewin *w, size_t i)
{
	struct dexpr e;
	size_t unit = date_year_unit(w, i, &e), the = unit ? win_is(w, unit, WORDS1(W_THE)) : 0;

	return unit && char_is(win(w, skip_blanks(w, the ? the : unit)), DC_NUMBER | DC_HOLE);
}

/* Asks the grammar, and keeps in K what it says. Returns the byte behind the date, or 0. */
static size_t
read_around(const struct datescan *sc, struct kept *k, const struct around *a, struct date *d)
{
	static struct datewin w;
	struct datelook look;
	int hangs = 0;
	size_t i, end, fresh;

	win_begin(&w, a->s, a->begin);
	w.done = sc->done;
	fresh = a->is_behind ? behind_signs(&w) : 0;
	k->n = k->from = k->to = k->skip = 0;
	k->meant = k->again = 0;
	for (i = 0; k->to == 0 && win(&w, i) && w.at[i] <= a->at; i++) {
		w.fresh = fresh;
		if (!date_text(&w, i, &k->t))
			continue;
		if (!k->t.hangs) {
			k->from = w.at[i] - a->first;
			k->to = w.at[k->t.end] - a->first;
			k->skip = skipped(&w, &k->t);
			continue;
		}
		hangs = 1;
		look_around(sc, w.at[i], w.at[k->t.end], &k->t, &look);
		if ((end = date_finish(&w, i, &k->t, &look, d))) {
			d->skip = skipped(&w, &k->t);
			return w.at[end];
		}
	}
	if (k->to == 0 && !hangs && may_be_unread(&w, i ? i - 1 : 0)) {
		if (!unread(sc, a, k))
			return 0;
		look_around(sc, k->from, k->to, &k->t, &look);
		date_mean(&k->t, 0, &look, d);
		d->raw = (struct slice){a->s.p + k->from, k->to - k->from};
		return k->to;
	}
	if (!hangs)
		keep(k, a, &w);
	return found(sc, k, a, d);
}

size_t
date_at(const struct datescan *sc, size_t at, struct date *d)
{
	static struct datewin w;
	struct datetext t;
	struct datelook look;
	size_t end;

	win_begin(&w, sc->s, at);
	w.done = sc->done;
	w.every = sc->every;
	if (sc->done && at > sc->done && tie_between(sc->s, sc->done, at) == TIE_LIST)
		w.before = 0;
	if (!date_text(&w, 0, &t))
		return 0;
	look_around(sc, at, w.at[t.end], &t, &look);
	if (!(end = date_finish(&w, 0, &t, &look, d)))
		return 0;
	d->skip = skipped(&w, &t);
	return w.at[end];
}

static int
same_date(const struct date *a, const struct date *b)
{
	return slice_eq(a->raw, b->raw) && a->skip == b->skip && a->v.known == b->v.known && a->v.flags == b->v.flags &&
	       (!a->v.known || (a->v.start == b->v.start && a->v.end == b->v.end && a->v.precision == b->v.precision));
}

/* The date that is kept in K, which is what the grammar says. */
static size_t
asked_again(const struct datescan *sc, struct kept *k, const struct around *a, struct date *d)
{
	struct kept fresh;
	struct date other = {0};
	size_t end = found(sc, k, a, d);

	check_same(read_around(sc, &fresh, a, &other) == end && (!end || same_date(d, &other)), "a kept date", a->s);
	return end;
}

size_t
date_around(const struct datescan *sc, size_t at, struct date *d)
{
	struct around a = {.s = sc->s, .at = at};
	struct kept *k;

	/* an anchor may begin inside a character (同日): the window may not */
	while (a.at && ((unsigned char)a.s.p[a.at] & 0xc0) == 0x80)
		a.at--;
	a.first = a.begin = begin_of(a.s, sc->done, a.at);
	a.is_behind = sc->done && a.begin == sc->done;
	while (a.first && ((unsigned char)a.s.p[--a.first] & 0xc0) == 0x80)
		;
	k = slot_of(&a);
	if (!is_about(k, &a) || !means_the_same(sc, k, &a))
		return read_around(sc, k, &a, d);
	return CHECKS ? asked_again(sc, k, &a, d) : found(sc, k, &a, d);
}
