/* around.c - the date that an anchor is part of; see date/around.h */
#include "date/around.h"

#include <string.h>

#include "date/ctx.h"
#include "base/hash.h"

enum {
	LOOK_BACK = 40,
	SLOTS = 512,
	KEY = 64 /* bytes of the longest text that is kept */
};

/* What the grammar has made of a text. It reads through a window that grows as it asks for more (date/win.h), so that
 * the text it has seen is known: from the character before the window's first one to the last one read. Wherever the
 * same text stands it says the same, unless that hangs on other dates: then nothing is kept. */
static struct kept {
	size_t n;          /* bytes of the text; 0: nothing is kept */
	size_t begin, at;  /* in it: where the window begins, and the anchor */
	int is_end;        /* the end of the text has been seen behind it */
	size_t from, to;   /* in it: the date; 0 to 0 if there is none */
	struct datetext t;
	char text[KEY];
} kept[SLOTS];

/* A place in a text where the grammar is asked. */
struct around {
	struct slice s;
	size_t first; /* where the character before the window begins */
	size_t begin; /* where the window does */
	size_t at;    /* the anchor */
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

/* The slot of a place, by the characters up to two behind the anchor. */
static struct kept *
slot_of(const struct around *a)
{
	size_t end = a->s.n - a->at < 9 ? a->s.n : a->at + 9;

	return &kept[hash_of((struct slice){a->s.p + a->first, end - a->first}) % SLOTS];
}

static int
is_about(const struct kept *k, const struct around *a)
{
	size_t left = a->s.n - a->first;

	return k->n && k->begin == a->begin - a->first && k->at == a->at - a->first &&
	    (k->is_end ? left == k->n : left >= k->n) && memcmp(k->text, a->s.p + a->first, k->n) == 0;
}

static void
keep(struct kept *k, const struct around *a, const struct datewin *w)
{
	if (!KEEPS_ANSWERS || w->next - a->first > KEY || w->n == DATE_WIN)
		return;
	k->n = w->next - a->first;
	k->begin = a->begin - a->first;
	k->at = a->at - a->first;
	k->is_end = w->next == a->s.n;
	memcpy(k->text, a->s.p + a->first, k->n);
}

/* The date in K, here. Returns the byte behind it. */
static size_t
found(const struct kept *k, const struct around *a, struct date *d)
{
	struct datelook look;

	if (k->to == 0)
		return 0;
	ctx_look(&look);
	date_mean(&k->t, date_before(a->s, a->first + k->from), &look, d);
	d->raw = (struct slice){a->s.p + a->first + k->from, k->to - k->from};
	return a->first + k->to;
}

/* Asks the grammar, and keeps in K what it says. Returns the byte behind the date, or 0. */
static size_t
read_around(struct kept *k, const struct around *a, struct date *d)
{
	static struct datewin w;
	struct datelook look;
	int hangs = 0;
	size_t i, end;

	win_begin(&w, a->s, a->begin);
	k->n = k->from = k->to = 0;
	for (i = 0; k->to == 0 && win(&w, i) && w.at[i] <= a->at; i++) {
		if (!date_text(&w, i, &k->t))
			continue;
		if (!k->t.hangs) {
			k->from = w.at[i] - a->first;
			k->to = w.at[k->t.end] - a->first;
			continue;
		}
		hangs = 1;
		ctx_look(&look);
		if ((end = date_read(&w, i, &look, d)))
			return w.at[end];
	}
	if (!hangs)
		keep(k, a, &w);
	return found(k, a, d);
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
	while (a.first && ((unsigned char)a.s.p[--a.first] & 0xc0) == 0x80)
		;
	k = slot_of(&a);
	return is_about(k, &a) ? found(k, &a, d) : read_around(k, &a, d);
}
