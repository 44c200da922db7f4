/* levels.c - the stack of open headings; see levels.h */
#include "outline/levels.h"

#include <string.h>

#include "base/fold.h"
#include "base/hash.h"

/* More schemes than any document has; a hostile one shares the last. */
enum { MAX_SCHEMES = 96, MAX_ID = 64 };

static struct scheme {
	char id[MAX_ID];
	size_t n;
	uint64_t start; /* its first bytes, which tell most of them apart */
	unsigned rank, last; /* the number of its last heading */
	unsigned unranked;   /* how many unranked levels stood above it then */
} schemes[MAX_SCHEMES];
static size_t schemes_n;

static struct level {
	struct scheme *scheme;
	struct buf title; /* as written */
} stack[MAX_SCHEMES];
static size_t depth;
static unsigned base; /* the level that all of these are below */

void
levels_reset(void)
{
	levels_under(0);
}

void
levels_under(unsigned level)
{
	schemes_n = depth = 0;
	base = level;
}

static uint64_t
start_of(struct slice id)
{
	return hash_bytes(id.p, id.n < sizeof(uint64_t) ? id.n : sizeof(uint64_t));
}

static struct scheme *
find(struct slice id)
{
	uint64_t start = start_of(id);
	size_t i;

	if (id.n > MAX_ID)
		id.n = MAX_ID;
	for (i = 0; i < schemes_n; i++)
		if (schemes[i].n == id.n && schemes[i].start == start && (id.n <= sizeof(start) || memcmp(schemes[i].id, id.p, id.n) == 0))
			return &schemes[i];
	return NULL;
}

static struct scheme *
find_or_add(const struct heading *h)
{
	struct scheme *s = find(h->id);

	if (s)
		return s;
	if (schemes_n == MAX_SCHEMES)
		return &schemes[MAX_SCHEMES - 1];
	s = &schemes[schemes_n++];
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

int
level_follows(const struct heading *h)
{
	const struct scheme *s = find(h->id);

	return h->number == 1 || (s && h->number == s->last + 1);
}

int
level_restarts(const struct heading *h)
{
	const struct scheme *s = find(h->id);
	size_t i;

	for (i = 0; s && i < depth; i++)
		if (stack[i].scheme == s)
			return h->number == 1;
	return 0;
}

int
level_repeats(const struct heading *h)
{
	const struct scheme *s = find(h->id);
	size_t i;

	for (i = 0; s && i < depth; i++)
		if (stack[i].scheme == s)
			return s->last == h->number && same_title(slice_of(&stack[i].title), h->title);
	return 0;
}

static unsigned
unranked_open(void)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < depth; i++)
		n += stack[i].scheme->rank == 0;
	return n;
}

static void
close_down_to(const struct scheme *s)
{
	size_t i;

	for (i = 0; i < depth; i++)
		if (stack[i].scheme == s)
			depth = i;
}

/* Closes what cannot hold a heading of scheme S with NUMBER. */
static void
close_levels(const struct scheme *s, unsigned number)
{
	if (s->rank) {
		while (depth && (stack[depth - 1].scheme->rank == 0 || stack[depth - 1].scheme->rank >= s->rank))
			depth--;
		return;
	}
	close_down_to(s);
	if (number > 1 && s->last)
		while (depth && stack[depth - 1].scheme->rank == 0 && unranked_open() > s->unranked)
			depth--;
}

unsigned
level_enter(const struct heading *h)
{
	struct scheme *s = find_or_add(h);

	close_levels(s, h->number);
	s->unranked = unranked_open();
	s->last = h->number;
	stack[depth].scheme = s;
	buf_clear(&stack[depth].title);
	buf_adds(&stack[depth].title, h->title);
	return base + (unsigned)++depth;
}
