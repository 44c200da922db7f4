/* legendline.c - the entries of a legend that stand on one line; see legendline.h */
#include "legendline.h"

#include <string.h>

#include "fold.h"
#include "utf8.h"

/* The line that is read. Entries are cut in its folded text first. */
static struct folded f;
static struct slice text;

static const char *const quotes[] = {"「", "『", "“", "\"", NULL};
static const char *const emphasis[] = {"*", NULL};

/* Where an entry is in TEXT. */
struct cut {
	size_t open;  /* where its opening quote, or else its mark, begins */
	size_t mark, sep, meaning, end;
	enum mark_class class;
	enum sep_kind kind;
};

static struct slice
part(size_t from, size_t to)
{
	return (struct slice){text.p + from, to - from};
}

static int
is_blank(size_t i)
{
	return i < text.n && (text.p[i] == ' ' || text.p[i] == '\t');
}

static size_t
skip_blanks(size_t i)
{
	while (is_blank(i))
		i++;
	return i;
}

static size_t
back_over_blanks(size_t from, size_t to)
{
	while (to > from && (is_blank(to - 1) || text.p[to - 1] == '\r'))
		to--;
	return to;
}

/* The length of that string of LIST which stands at I; 0 if none does. */
static size_t
starts(size_t i, const char *const *list)
{
	for (; *list; list++) {
		size_t n = strlen(*list);

		if (text.n - i >= n && memcmp(text.p + i, *list, n) == 0)
			return n;
	}
	return 0;
}

/* The same for one that ends at I and does not begin before FROM. */
static size_t
ends(size_t from, size_t i, const char *const *list)
{
	for (; *list; list++) {
		size_t n = strlen(*list);

		if (i - from >= n && memcmp(text.p + i - n, *list, n) == 0)
			return n;
	}
	return 0;
}

static size_t
length_at(size_t i)
{
	unsigned char c = (unsigned char)text.p[i];

	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* +1 for an opening bracket at I, -1 for a closing one. Those of U+3008 to U+3011 and U+3014, U+3015
 * come in pairs: E3 80 88 opens what E3 80 89 closes. */
static int
bracket(size_t i)
{
	unsigned char c = (unsigned char)text.p[i];

	if (c == '(' || c == ')')
		return c == '(' ? 1 : -1;
	if (c != 0xe3 || (unsigned char)text.p[i + 1] != 0x80)
		return 0;
	c = (unsigned char)text.p[i + 2];
	if ((c < 0x88 || c > 0x91) && c != 0x94 && c != 0x95)
		return 0;
	return c & 1 ? -1 : 1;
}

/* Where the bracket that is open at I is closed; the end of the text if nowhere. */
static size_t
closing(size_t i)
{
	int depth = 1;

	while (i < text.n) {
		depth += bracket(i);
		if (depth == 0)
			return i;
		i += length_at(i);
	}
	return i;
}

/* A mark that is glued to its meaning is one only if it is never the start of a word or the number of
 * a heading: a grade, or a letter with a number of its own (B-1). */
static int
may_be_glued(const struct cut *c)
{
	return c->class == MARK_GRADE || (c->class == MARK_LETTER && c->sep - c->mark > 1 && c->sep < text.n &&
	                                  (unsigned char)text.p[c->sep] >= 0xe3);
}

/* (1)…、(2)… leaves out what it is about: nothing is defined there. */
static int
is_meaning(size_t i)
{
	static const char *const none[] = {"、", "。", ",", ")", "」", "』", "】", "…", NULL};

	return i < text.n && !starts(i, none);
}

/* An entry with a proper mark at I. */
static int
cut_mark(struct cut *c, size_t i)
{
	size_t n;

	c->open = i;
	while ((n = starts(i, quotes)) || (n = starts(i, emphasis)))
		i += n;
	c->mark = i;
	n = mark_at(part(i, text.n), &c->class);
	c->sep = i + n;
	if (n == 0)
		return 0;
	c->kind = sep_at(text, c->sep, &n);
	c->meaning = c->sep + n;
	if (c->kind == SEP_LOOSE)
		return c->open == c->mark && (n || may_be_glued(c));
	return c->kind != SEP_NO && is_meaning(c->meaning);
}

/* A word for a state, letterspaced or not. */
static int
is_word(struct slice s)
{
	static struct buf word;
	size_t i;

	buf_clear(&word);
	for (i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_addc(&word, s.p[i]);
	return re_match_at(legend_rules.word, slice_of(&word), 0, legend_at);
}

/* An entry whose mark is a word at I: its separator must be strong, and near. */
static int
cut_word(struct cut *c, size_t i)
{
	size_t len, n, chars = 0;

	c->open = i;
	c->mark = i += starts(i, quotes);
	c->class = MARK_NONE;
	for (; i < text.n && chars < 24; i += len, chars++) {
		utf8_next(text.p + i, text.n - i, &len);
		c->kind = sep_at(text, i, &n);
		if (sep_is_strong(c->kind) || (c->kind == SEP_TOPIC && c->mark > c->open)) {
			c->sep = i;
			c->meaning = i + n;
			return chars >= 1 && is_meaning(c->meaning) && is_word(part(c->mark, c->sep));
		}
	}
	return 0;
}

/* The longest prefix of a line that a legend may have, its blanks included. */
static size_t
lead(size_t i, int *titled)
{
	static const char *const ending[] = {":", ")", "]", ">", "*", "】", "。", "、", NULL};
	size_t n;

	*titled = 0;
	i = skip_blanks(i);
	if (re_match_at(legend_rules.prefix, text, i, legend_at))
		i = skip_blanks(i + re_group(legend_rules.prefix, 0).n);
	if (re_match_at(legend_rules.title, part(i, text.n), 0, legend_at)) {
		*titled = 1;
		i = skip_blanks(i + re_group(legend_rules.title, 0).n);
		while ((n = starts(i, ending)))
			i = skip_blanks(i + n);
	}
	return i;
}

/* A place where an entry may begin, behind another or behind the words that introduce it. */
static int
is_boundary(size_t i)
{
	static const char *const before[] = {"、", "。", "・", "】", "」", "※", NULL};
	unsigned char c = i ? (unsigned char)text.p[i - 1] : ' ';

	if (starts(i, quotes)) /* a mark in quotes is spoken of wherever it stands */
		return 1;
	if (c < 0x80)
		return c && strchr(" \t,/;|:(=", c) != NULL;
	return (c == 0x81 || c == 0x82 || c == 0xbb || c == 0x91 || c == 0x8d) && ends(0, i, before);
}

/* Entries that are divided by nothing but a blank or a slash need not have a separator of their own. */
static int
goes_with(const struct cut *first, const struct cut *c)
{
	if (c->kind != first->kind)
		return 0;
	return c->kind != SEP_LOOSE || (c->class == MARK_GRADE || c->class == MARK_DASH);
}

/* The next entry at or after I that goes with FIRST, outside of brackets. STOP: where a bracket closes
 * that was open before FIRST, or the end. */
static int
next_cut(const struct cut *first, struct cut *c, size_t i, size_t *stop)
{
	while (i < text.n) {
		int b = bracket(i);

		if (is_boundary(i) && !is_blank(i) && cut_mark(c, i) && goes_with(first, c))
			return 1;
		if (b < 0) {
			*stop = i;
			return 0;
		}
		if (b > 0)
			i = closing(i + length_at(i));
		i += i < text.n ? length_at(i) : 0;
	}
	*stop = text.n;
	return 0;
}

/* Where the meaning of an entry ends that is followed by the next one at TO. A 。 belongs to it. */
static size_t
meaning_end(size_t from, size_t to)
{
	static const char *const between[] = {",", "/", ";", "|", "、", "・", NULL};
	size_t n, end = back_over_blanks(from, to);

	while ((n = ends(from, end, between)))
		end = back_over_blanks(from, end - n);
	return end;
}

/* The ends of the meanings of C[0..n); the last one's is STOP at most. */
static void
end_meanings(struct cut *c, size_t n, size_t stop)
{
	size_t i;

	for (i = 0; i < n; i++) {
		size_t to = i + 1 < n ? c[i + 1].open : stop;

		if (c[i].kind == SEP_BRACKET)
			c[i].end = closing(c[i].meaning);
		else if (i + 1 < n)
			c[i].end = meaning_end(c[i].meaning, to);
		else
			c[i].end = back_over_blanks(c[i].meaning, to);
	}
}

/* Several entries on a line stand in a sentence, or are divided by blanks: the last meaning ends where theirs do. */
static void
end_last(struct cut *c, size_t n)
{
	struct cut *last = &c[n - 1];
	struct slice m = part(last->meaning, last->end);

	if ((n < 2 && last->kind != SEP_TOPIC) || last->kind == SEP_BRACKET)
		return;
	if (last->kind == SEP_LOOSE && c[n - 2].end < last->open && !memchr(text.p + c[n - 2].end, '/', last->open - c[n - 2].end)) {
		const char *blank = memchr(m.p, ' ', m.n);

		if (blank)
			last->end = last->meaning + (size_t)(blank - m.p);
	} else if (re_match(legend_rules.tail, m, 0, legend_at) && re_group(legend_rules.tail, 0).p > m.p) {
		last->end = last->meaning + (size_t)(re_group(legend_rules.tail, 0).p - m.p);
	}
}

/* Entries of the kind of C[0], which is there already. */
static size_t
gather(struct cut *c)
{
	size_t n = 1, stop = text.n, from = c[0].kind == SEP_BRACKET ? closing(c[0].meaning) + 1 : c[0].meaning;

	if (from > text.n)
		from = text.n;
	while (n < MAX_ENTRIES && next_cut(&c[0], &c[n], from, &stop)) {
		from = c[n].kind == SEP_BRACKET ? closing(c[n].meaning) + 1 : c[n].meaning;
		from = from > text.n ? text.n : from;
		n++;
	}
	end_meanings(c, n, stop);
	end_last(c, n);
	return n;
}

/* The first entry of a line that begins with other words: at least one more must go with it. */
static size_t
gather_inside(struct cut *c)
{
	size_t i, n;

	for (i = 0; i < text.n; i += length_at(i)) {
		if (!is_boundary(i) || is_blank(i) || !cut_mark(&c[0], i))
			continue;
		if (c[0].kind == SEP_LOOSE && c[0].class != MARK_GRADE)
			continue;
		if (c[0].kind != SEP_COMMA && c[0].kind != SEP_DASH && (n = gather(c)) > 1)
			return n;
	}
	return 0;
}

/* More than half of the meanings are numbers: a tally of grades, not their legend. */
static int
is_tally(const struct cut *c, size_t n)
{
	size_t i, counts = 0;

	for (i = 0; i < n; i++)
		counts += c[i].end == c[i].meaning || is_all(legend_rules.count, part(c[i].meaning, c[i].end));
	return 2 * counts > n;
}

static void
take(struct legend_line *l, const struct cut *c, size_t n)
{
	size_t i;

	l->n = n;
	l->kind = c[0].kind;
	l->lead = part(0, c[0].open);
	for (i = 0; i < n; i++) {
		struct entry *e = &l->e[i];

		e->class = c[i].class;
		e->before = i ? (struct slice){NULL, 0} : fold_source(&f, 0, c[i].mark);
		e->mark = fold_source(&f, c[i].mark, c[i].sep);
		e->sep = fold_source(&f, c[i].sep, c[i].meaning);
		e->meaning = fold_source(&f, c[i].meaning, c[i].end);
		e->folded = part(c[i].meaning, c[i].end);
		e->after = fold_source(&f, c[i].end, i + 1 < n ? c[i + 1].mark : text.n);
	}
}

static int
first_cut(struct cut *c, size_t i)
{
	return i < text.n && (cut_mark(c, i) || cut_word(c, i));
}

void
legend_read(struct legend_line *l, struct slice line)
{
	static struct cut c[MAX_ENTRIES + 1];
	size_t start, n;

	fold_line(&f, line);
	text = slice_of(&f.text);
	l->n = 0;
	if (has(legend_rules.not, part(0, back_over_blanks(0, text.n))))
		return;
	start = lead(0, &l->titled);
	l->first = first_cut(&c[0], start) || first_cut(&c[0], skip_blanks(0));
	n = l->first ? gather(c) : 0;
	if (n == 0 || (n == 1 && !sep_is_strong(c[0].kind))) {
		static struct cut inside[MAX_ENTRIES + 1];
		size_t m = gather_inside(inside);

		if (m) {
			memcpy(c, inside, m * sizeof(*c));
			n = m;
			l->first = 0;
		}
	}
	if (n && !is_tally(c, n))
		take(l, c, n);
}

int
legend_is_title(struct slice line)
{
	if (line.n == 0 || line.n > 240)
		return 0;
	fold_line(&f, line);
	text = slice_of(&f.text);
	return has(legend_rules.title, part(skip_blanks(0), back_over_blanks(0, text.n)));
}
