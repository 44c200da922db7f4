/* ends.c - where the meanings of a line's entries end; see legend/cut.h */
#include <string.h>

#include "legend/cut.h"

int
cut_is_apart(size_t i)
{
	return i >= 2 && cut_blank(i - 1) && cut_blank(i - 2);
}

/* Where the meaning of an entry ends that is followed by the next one at TO. A 。 belongs to it. */
static size_t
meaning_end(size_t from, size_t to)
{
	static const char *const between[] = {",", "/", ";", "|", "、", "・", NULL};
	size_t n, end = cut_back(from, to);

	while ((n = cut_ends(from, end, between)))
		end = cut_back(from, end - n);
	return end;
}

/* TO, or where the end of a sentence begins before it: …とする, …を示す */
static size_t
without_tail(size_t from, size_t to)
{
	struct slice m = cut_part(from, to);

	if (re_match(legend_rules.tail, m, 0, legend_at) && re_group(legend_rules.tail, 0).p > m.p)
		return cut_back(from, from + (size_t)(re_group(legend_rules.tail, 0).p - m.p));
	return to;
}

int
cut_is_enclosed(const struct cut *c)
{
	size_t i;

	if (c->kind == SEP_BRACKET)
		return 1;
	if (c->open == c->mark || cut_bracket(c->open) <= 0)
		return 0;
	for (i = c->mark; i < c->meaning; i += cut_length(i))
		if (cut_bracket(i) < 0)
			return 0;
	return 1;
}

/* A few characters at I, and then, before the meaning ends at END, a separator of that kind: an entry, of which the mark
 * is not known. */
static int
is_foreign(size_t i, enum sep_kind kind, size_t end)
{
	enum { A_FEW = 6 };
	enum mark_class class;
	size_t n, chars;

	if (i >= end || (cut_text.p[i] >= '0' && cut_text.p[i] <= '9'))
		return 0;
	if (kind == SEP_LOOSE && mark_at(cut_part(i, cut_text.n), &class) && (class == MARK_GRADE || class == MARK_SYMBOL))
		return 1;
	if (cut_text.p[i] == '/' && cut_blank(i + 1))
		return 1;
	for (chars = 0; i < end && chars < A_FEW && !cut_blank(i) && !cut_bracket(i); i += cut_length(i), chars++)
		if (chars && sep_is_strong(kind) && cut_sep(i, &n) == kind)
			return 1;
	return 0;
}

/* Where a meaning ends that an entry follows which nobody understands: it must not swallow that. */
static size_t
foreign_entry(const struct cut *c)
{
	size_t i = c->meaning;

	while (i < c->end) {
		if (cut_bracket(i) > 0)
			i = cut_closing(i + cut_length(i));
		else if (i > c->meaning && cut_blank(i) && is_foreign(cut_skip(i), c->kind, c->end))
			return i;
		i += i < c->end ? cut_length(i) : 0;
	}
	return c->end;
}

/* 「×」は中止を示す。また、「－」は…: the meaning ends with its sentence. */
static size_t
topic_end(size_t from, size_t to)
{
	static const char *const full_stop[] = {"。", NULL};
	size_t i;

	for (i = from; i < to; i += cut_length(i)) {
		if (cut_bracket(i) > 0)
			i = cut_closing(i + cut_length(i));
		if (i < to && cut_starts(i, full_stop))
			return without_tail(from, i);
	}
	return to;
}

/* The ends of the meanings of C[0..n); the last one's is STOP at most. */
static void
end_meanings(struct cut *c, size_t n, size_t stop)
{
	size_t i;

	for (i = 0; i < n; i++) {
		size_t to = i + 1 < n ? c[i + 1].open : stop;

		if (cut_is_enclosed(&c[i]))
			c[i].end = cut_closing(c[i].meaning);
		else if (c[i].kind == SEP_TOPIC && i + 1 < n)
			c[i].end = topic_end(c[i].meaning, meaning_end(c[i].meaning, to));
		else if (i + 1 < n)
			c[i].end = meaning_end(c[i].meaning, to);
		else
			c[i].end = cut_back(c[i].meaning, to);
		if (!cut_is_enclosed(&c[i]))
			c[i].end = foreign_entry(&c[i]);
	}
}

/* The first blank in the text FROM … TO, or the first two; TO if there is none. */
static size_t
first_gap(size_t from, size_t to, int wide)
{
	size_t i;

	for (i = from; i + 1 < to; i++)
		if (cut_blank(i) && (!wide || cut_blank(i + 1)))
			return i;
	return to;
}

/* A:十分である B:不十分である: it is no end of a sentence that all entries have. */
static int
ends_alike(const struct cut *a, const struct cut *b)
{
	enum { DEARU = 9 };

	return a->end - a->meaning >= DEARU && b->end - b->meaning >= DEARU &&
	       memcmp(cut_text.p + a->end - DEARU, cut_text.p + b->end - DEARU, DEARU) == 0;
}

/* Several entries on a line stand in a sentence, or are divided by blanks: the last meaning ends where theirs do. */
static void
end_last(struct cut *c, size_t n)
{
	struct cut *last = &c[n - 1];

	if ((n < 2 && last->kind != SEP_TOPIC) || cut_is_enclosed(last))
		return;
	if (last->kind == SEP_LOOSE && c[n - 2].end < last->open &&
	    !memchr(cut_text.p + c[n - 2].end, '/', last->open - c[n - 2].end)) {
		last->end = first_gap(last->meaning, last->end, cut_is_apart(last->open));
	} else if (n < 2 || !ends_alike(last, &c[n - 2])) {
		last->end = without_tail(last->meaning, last->end);
	}
}

void
cut_end(struct cut *c, size_t n, size_t stop)
{
	end_meanings(c, n, stop);
	end_last(c, n);
}
