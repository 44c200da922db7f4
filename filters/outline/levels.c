/* levels.c - the stack of open headings; see levels.h */
#include "outline/levels.h"

#include <string.h>

#include "base/fold.h"
#include "base/hash.h"
#include "stream/rec.h"
#include "words/phrases.h"

/* So many numbers may be missing in a row of them: a heading that was not seen as one. */
enum { SKIPPED = 3 };
/* So many headings that have text under them make a document a numbered one, and so does a first one that is no 1: its
 * beginning was left out. A list of contents has neither. */
enum { BODIES = 2 };

static void
clear(struct numbers *l, unsigned level)
{
	l->schemes_n = l->depth = 0;
	l->base = level;
}

void
levels_reset(struct levels *ls)
{
	ls->now = &ls->document;
	clear(ls->now, 0);
	ls->syntax = ls->fresh = 0;
	ls->bodies = 0;
}

void
levels_text(struct levels *ls)
{
	ls->bodies += (unsigned)(ls->fresh && ls->now == &ls->document);
	ls->fresh = 0;
}

static uint64_t
start_of(struct slice id)
{
	return hash_bytes(id.p, id.n < sizeof(uint64_t) ? id.n : sizeof(uint64_t));
}

static struct numbering *
find(struct numbers *l, struct slice id)
{
	uint64_t start = start_of(id);
	size_t i;

	if (id.n > LEVELS_ID)
		id.n = LEVELS_ID;
	for (i = 0; i < l->schemes_n; i++) {
		struct numbering *s = &l->schemes[i];

		if (s->n == id.n && s->start == start && (id.n <= sizeof(start) || memcmp(s->id, id.p, id.n) == 0))
			return s;
	}
	return NULL;
}

static struct numbering *
find_or_add(struct levels *ls, const struct heading *h)
{
	struct numbering *s = find(ls->now, h->id);

	if (s)
		return s;
	if (ls->now->schemes_n == LEVELS_SCHEMES)
		return &ls->now->schemes[LEVELS_SCHEMES - 1];
	s = &ls->now->schemes[ls->now->schemes_n++];
	*s = (struct numbering){.rank = h->rank, .start = start_of(h->id)};
	s->n = h->id.n < LEVELS_ID ? h->id.n : LEVELS_ID;
	memcpy(s->id, h->id.p, s->n);
	return s;
}

/* A running head may say that it is one: 第3章 施策(続き) */
static size_t
without_continued(struct slice s)
{
	if (!is_utf8(s) || !phrase_in(PHRASE_CONTINUED, s, (struct place){0}))
		return s.n;
	return (size_t)(re_group(phrase(PHRASE_CONTINUED), 0).p - s.p);
}

/* The title folded, without its blanks. */
static void
title_key(struct levels *ls, struct buf *to, struct slice title)
{
	size_t i, n;

	buf_clear(&ls->folded);
	fold(&ls->folded, title);
	n = without_continued(slice_of(&ls->folded));
	buf_clear(to);
	for (i = 0; i < n; i++)
		if (ls->folded.p[i] != ' ' && ls->folded.p[i] != '\t')
			buf_addc(to, ls->folded.p[i]);
}

static int
same_title(struct levels *ls, struct slice a, struct slice b)
{
	title_key(ls, &ls->title[0], a);
	title_key(ls, &ls->title[1], b);
	return slice_eq(slice_of(&ls->title[0]), slice_of(&ls->title[1]));
}

static int
is_open(const struct numbers *l, const struct numbering *s)
{
	size_t i;

	for (i = 0; s && i < l->depth; i++)
		if (l->stack[i].scheme == s)
			return 1;
	return 0;
}

/* The first N parts of H's number are those of S's last one. */
static int
shares(const struct numbering *s, const struct heading *h, size_t n)
{
	size_t i;

	for (i = 0; i < n && i < s->parts && s->part[i] == h->part[i]; i++)
		;
	return i == n;
}

/* H, 5.6.11, goes on behind 5.6.9, or stands below 5.6, which is open. */
static int
goes_on_below(struct numbers *l, const struct numbering *s, const struct heading *h)
{
	size_t i, above = h->parts - 1;

	if (h->parts < 2)
		return 0;
	if (s && s->parts == h->parts && shares(s, h, above))
		return h->number > s->last && h->number <= s->last + SKIPPED;
	for (i = 0; i < l->depth; i++)
		if (l->stack[i].scheme->parts == above && shares(l->stack[i].scheme, h, above))
			return h->number <= SKIPPED;
	return 0;
}

/* H, 3, goes on with the first parts of level I of the stack, 2.1. */
static int
goes_on_above(const struct numbers *l, size_t i, const struct heading *h)
{
	const struct numbering *s = l->stack[i].scheme;
	size_t last = h->parts - 1;

	return h->parts && s->rank == 0 && s->parts > h->parts && shares(s, h, last) && s->part[last] + 1 == h->part[last];
}

static int
follows(struct numbers *l, const struct heading *h)
{
	const struct numbering *s = find(l, h->id);
	size_t i;

	for (i = 0; i < l->depth; i++)
		if (goes_on_above(l, i, h))
			return 1;
	return (s && h->number == s->last + 1) || goes_on_below(l, s, h);
}

/* H goes on with the numbers of the document, behind an island in it. */
static int
ends_island(struct levels *ls, const struct heading *h)
{
	return ls->now == &ls->island && h->number > 1 && is_open(&ls->document, find(&ls->document, h->id)) && follows(&ls->document, h);
}

int
level_follows(struct levels *ls, const struct heading *h)
{
	return h->number == 1 || follows(ls->now, h) || ends_island(ls, h);
}

int
level_restarts(struct levels *ls, const struct heading *h)
{
	return is_open(ls->now, find(ls->now, h->id)) && h->number == 1;
}

int
level_repeats(struct levels *ls, const struct heading *h)
{
	const struct numbering *s = find(ls->now, h->id);
	size_t i;

	for (i = 0; s && i < ls->now->depth; i++)
		if (ls->now->stack[i].scheme == s)
			return s->last == h->number && same_title(ls, slice_of(&ls->now->stack[i].title), h->title);
	return 0;
}

static unsigned
unranked_open(struct levels *ls)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < ls->now->depth; i++)
		n += ls->now->stack[i].scheme->rank == 0;
	return n;
}

static void
close_down_to(struct levels *ls, const struct numbering *s)
{
	size_t i;

	for (i = 0; i < ls->now->depth; i++)
		if (ls->now->stack[i].scheme == s)
			ls->now->depth = i;
}

/* H, the first of its kind, stands above the levels that it goes on with. */
static void
close_parts(struct levels *ls, const struct heading *h)
{
	size_t i;

	for (i = 0; i < ls->now->depth; i++)
		if (goes_on_above(ls->now, i, h))
			ls->now->depth = i;
}

/* Closes what cannot hold a heading of scheme S with NUMBER. */
static void
close_levels(struct levels *ls, const struct numbering *s, unsigned number)
{
	if (s->rank) {
		while (ls->now->depth && (ls->now->stack[ls->now->depth - 1].scheme->rank == 0 || ls->now->stack[ls->now->depth - 1].scheme->rank >= s->rank))
			ls->now->depth--;
		return;
	}
	close_down_to(ls, s);
	if (number > 1 && s->last)
		while (ls->now->depth && ls->now->stack[ls->now->depth - 1].scheme->rank == 0 && unranked_open(ls) > s->unranked)
			ls->now->depth--;
}

unsigned
level_enter(struct levels *ls, const struct heading *h)
{
	struct numbering *s;

	if (ends_island(ls, h))
		ls->now = &ls->document;
	if (ls->now == &ls->document && ls->now->schemes_n == 0 && h->number > 1)
		ls->bodies = BODIES;
	s = find_or_add(ls, h);
	if (s->last == 0 && !s->rank)
		close_parts(ls, h);
	close_levels(ls, s, h->number);
	s->unranked = unranked_open(ls);
	s->last = h->number;
	s->parts = h->parts;
	memcpy(s->part, h->part, sizeof(s->part));
	ls->now->stack[ls->now->depth].scheme = s;
	buf_clear(&ls->now->stack[ls->now->depth].title);
	buf_adds(&ls->now->stack[ls->now->depth].title, h->title);
	ls->fresh = 1;
	return ls->now->base + (unsigned)++ls->now->depth;
}

/* A heading by syntax, H if it is numbered, stands in the middle of a document that is numbered otherwise. */
static int
is_island(struct levels *ls, const struct heading *h)
{
	if (ls->now == &ls->island)
		return 1;
	return !ls->syntax && ls->bodies >= BODIES && ls->document.depth && !(h && find(&ls->document, h->id));
}

unsigned
levels_certain(struct levels *ls, unsigned level, const struct heading *h, int underlined)
{
	if (!underlined && is_island(ls, h)) {
		ls->now = &ls->island;
		level += ls->document.base + (unsigned)ls->document.depth;
	} else {
		ls->now = &ls->document;
		ls->syntax = 1;
	}
	clear(ls->now, level);
	ls->fresh = 0;
	return level;
}
