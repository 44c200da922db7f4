/* levels.c - the stack of open headings; see levels.h */
#include "outline/levels.h"

#include <string.h>

#include "base/fold.h"
#include "base/hash.h"

/* More schemes than any document has; a hostile one shares the last. */
enum { MAX_SCHEMES = 96, MAX_ID = 64 };
/* So many numbers may be missing in a row of them: a heading that was not seen as one. */
enum { SKIPPED = 3 };
/* So many headings that have text under them make a document a numbered one, and so does a first one that is no 1: its
 * beginning was left out. A list of contents has neither. */
enum { BODIES = 2 };

struct scheme {
	char id[MAX_ID];
	size_t n;
	uint64_t start; /* its first bytes, which tell most of them apart */
	unsigned rank, last; /* the number of its last heading */
	unsigned unranked;   /* how many unranked levels stood above it then */
	size_t parts;        /* of that number */
	unsigned part[HEADING_PARTS];
};

struct level {
	struct scheme *scheme;
	struct buf title; /* as written */
};

struct levels {
	struct scheme schemes[MAX_SCHEMES];
	size_t schemes_n;
	struct level stack[MAX_SCHEMES];
	size_t depth;
	unsigned base;   /* the level that all of these are below */
};

static struct {
	struct levels document, island, *now;
	int syntax;      /* the document has headings by syntax, outside of islands */
	int fresh;       /* nothing has come behind the last heading */
	unsigned bodies; /* numbered headings of the document that have text under them */
} here = {.now = &here.document};

static void
clear(struct levels *l, unsigned level)
{
	l->schemes_n = l->depth = 0;
	l->base = level;
}

void
levels_reset(void)
{
	here.now = &here.document;
	clear(here.now, 0);
	here.syntax = here.fresh = 0;
	here.bodies = 0;
}

void
levels_text(void)
{
	here.bodies += (unsigned)(here.fresh && here.now == &here.document);
	here.fresh = 0;
}

static uint64_t
start_of(struct slice id)
{
	return hash_bytes(id.p, id.n < sizeof(uint64_t) ? id.n : sizeof(uint64_t));
}

static struct scheme *
find(struct levels *l, struct slice id)
{
	uint64_t start = start_of(id);
	size_t i;

	if (id.n > MAX_ID)
		id.n = MAX_ID;
	for (i = 0; i < l->schemes_n; i++) {
		struct scheme *s = &l->schemes[i];

		if (s->n == id.n && s->start == start && (id.n <= sizeof(start) || memcmp(s->id, id.p, id.n) == 0))
			return s;
	}
	return NULL;
}

static struct scheme *
find_or_add(const struct heading *h)
{
	struct scheme *s = find(here.now, h->id);

	if (s)
		return s;
	if (here.now->schemes_n == MAX_SCHEMES)
		return &here.now->schemes[MAX_SCHEMES - 1];
	s = &here.now->schemes[here.now->schemes_n++];
	*s = (struct scheme){.rank = h->rank, .start = start_of(h->id)};
	s->n = h->id.n < MAX_ID ? h->id.n : MAX_ID;
	memcpy(s->id, h->id.p, s->n);
	return s;
}

/* A running head may say that it is one: 第3章 施策(続き) */
static size_t
without_continued(struct slice s)
{
	size_t i;

	for (i = 0; i + 4 <= s.n; i++)
		if (memcmp(s.p + i, "(続", 4) == 0)
			return i;
	return s.n;
}

/* The title folded, without its blanks. */
static void
title_key(struct buf *to, struct slice title)
{
	static struct buf folded;
	size_t i, n;

	buf_clear(&folded);
	fold(&folded, title);
	n = without_continued(slice_of(&folded));
	buf_clear(to);
	for (i = 0; i < n; i++)
		if (folded.p[i] != ' ' && folded.p[i] != '\t')
			buf_addc(to, folded.p[i]);
}

static int
same_title(struct slice a, struct slice b)
{
	static struct buf ka, kb;

	title_key(&ka, a);
	title_key(&kb, b);
	return slice_eq(slice_of(&ka), slice_of(&kb));
}

static int
is_open(const struct levels *l, const struct scheme *s)
{
	size_t i;

	for (i = 0; s && i < l->depth; i++)
		if (l->stack[i].scheme == s)
			return 1;
	return 0;
}

/* The first N parts of H's number are those of S's last one. */
static int
shares(const struct scheme *s, const struct heading *h, size_t n)
{
	size_t i;

	for (i = 0; i < n && i < s->parts && s->part[i] == h->part[i]; i++)
		;
	return i == n;
}

/* H, 5.6.11, goes on behind 5.6.9, or stands below 5.6, which is open. */
static int
goes_on_below(struct levels *l, const struct scheme *s, const struct heading *h)
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
goes_on_above(const struct levels *l, size_t i, const struct heading *h)
{
	const struct scheme *s = l->stack[i].scheme;
	size_t last = h->parts - 1;

	return h->parts && s->rank == 0 && s->parts > h->parts && shares(s, h, last) && s->part[last] + 1 == h->part[last];
}

static int
follows(struct levels *l, const struct heading *h)
{
	const struct scheme *s = find(l, h->id);
	size_t i;

	for (i = 0; i < l->depth; i++)
		if (goes_on_above(l, i, h))
			return 1;
	return (s && h->number == s->last + 1) || goes_on_below(l, s, h);
}

/* H goes on with the numbers of the document, behind an island in it. */
static int
ends_island(const struct heading *h)
{
	return here.now == &here.island && h->number > 1 && is_open(&here.document, find(&here.document, h->id)) && follows(&here.document, h);
}

int
level_follows(const struct heading *h)
{
	return h->number == 1 || follows(here.now, h) || ends_island(h);
}

int
level_restarts(const struct heading *h)
{
	return is_open(here.now, find(here.now, h->id)) && h->number == 1;
}

int
level_repeats(const struct heading *h)
{
	const struct scheme *s = find(here.now, h->id);
	size_t i;

	for (i = 0; s && i < here.now->depth; i++)
		if (here.now->stack[i].scheme == s)
			return s->last == h->number && same_title(slice_of(&here.now->stack[i].title), h->title);
	return 0;
}

static unsigned
unranked_open(void)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < here.now->depth; i++)
		n += here.now->stack[i].scheme->rank == 0;
	return n;
}

static void
close_down_to(const struct scheme *s)
{
	size_t i;

	for (i = 0; i < here.now->depth; i++)
		if (here.now->stack[i].scheme == s)
			here.now->depth = i;
}

/* H, the first of its kind, stands above the levels that it goes on with. */
static void
close_parts(const struct heading *h)
{
	size_t i;

	for (i = 0; i < here.now->depth; i++)
		if (goes_on_above(here.now, i, h))
			here.now->depth = i;
}

/* Closes what cannot hold a heading of scheme S with NUMBER. */
static void
close_levels(const struct scheme *s, unsigned number)
{
	if (s->rank) {
		while (here.now->depth && (here.now->stack[here.now->depth - 1].scheme->rank == 0 || here.now->stack[here.now->depth - 1].scheme->rank >= s->rank))
			here.now->depth--;
		return;
	}
	close_down_to(s);
	if (number > 1 && s->last)
		while (here.now->depth && here.now->stack[here.now->depth - 1].scheme->rank == 0 && unranked_open() > s->unranked)
			here.now->depth--;
}

unsigned
level_enter(const struct heading *h)
{
	struct scheme *s;

	if (ends_island(h))
		here.now = &here.document;
	if (here.now == &here.document && here.now->schemes_n == 0 && h->number > 1)
		here.bodies = BODIES;
	s = find_or_add(h);
	if (s->last == 0 && !s->rank)
		close_parts(h);
	close_levels(s, h->number);
	s->unranked = unranked_open();
	s->last = h->number;
	s->parts = h->parts;
	memcpy(s->part, h->part, sizeof(s->part));
	here.now->stack[here.now->depth].scheme = s;
	buf_clear(&here.now->stack[here.now->depth].title);
	buf_adds(&here.now->stack[here.now->depth].title, h->title);
	here.fresh = 1;
	return here.now->base + (unsigned)++here.now->depth;
}

/* A heading by syntax, H if it is numbered, stands in the middle of a document that is numbered otherwise. */
static int
is_island(const struct heading *h)
{
	if (here.now == &here.island)
		return 1;
	return !here.syntax && here.bodies >= BODIES && here.document.depth && !(h && find(&here.document, h->id));
}

unsigned
levels_certain(unsigned level, const struct heading *h, int underlined)
{
	if (!underlined && is_island(h)) {
		here.now = &here.island;
		level += here.document.base + (unsigned)here.document.depth;
	} else {
		here.now = &here.document;
		here.syntax = 1;
	}
	clear(here.now, level);
	here.fresh = 0;
	return level;
}
