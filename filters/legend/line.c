/* line.c - the entries of a legend that stand on one line; see legend/line.h */
#include "legend/line.h"

#include <string.h>

#include "legend/cut.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "words/begins.h"

enum { TITLED = 1, FIRST = 2 };

static struct {
	struct begins prefix; /* few lines begin with one: most are told by their first character */
	struct memo cuts;
} kept;

static int
prefix_at(size_t i)
{
	return (i == cut_text.n || begins_may(&kept.prefix, legend_rules.prefix, cut_part(i, cut_text.n))) &&
	       re_match_at(legend_rules.prefix, cut_text, i, legend_at);
}

/* Behind the blanks and signs that may stand before the first mark of a line. */
static size_t
skip_prefix(void)
{
	size_t i = cut_skip(0);

	if (prefix_at(i))
		i = cut_skip(i + re_group(legend_rules.prefix, 0).n);
	return i;
}

/* Behind a title that begins at I; I if there is none. */
static size_t
skip_title(size_t i)
{
	static const char *const ending[] = {":", ")", "]", ">", "*", "】", "〕", "〉", "》", "≫", "。", "、", NULL};
	size_t n;

	if (!re_match_at(legend_rules.title, cut_part(i, cut_text.n), 0, legend_at))
		return i;
	i = cut_skip(i + re_group(legend_rules.title, 0).n);
	while ((n = cut_starts(i, ending)))
		i = cut_skip(i + n);
	return i;
}

int
legend_has_title(void)
{
	size_t i = skip_prefix(), behind = skip_title(i);

	return behind > i && behind < cut_text.n;
}

/* A place where an entry may begin, behind another or behind the words that introduce it. */
static int
is_boundary(size_t i)
{
	static const char *const before[] = {"、", "。", "・", "】", "〕", "」", "※", "【", "〔", NULL};
	static const char *const of[] = {"の", NULL}; /* 判定の○は */
	unsigned char c = i ? (unsigned char)cut_text.p[i - 1] : ' ';
	enum mark_class class;

	if (cut_quote(i)) /* a mark in quotes is spoken of wherever it stands */
		return 1;
	if (c == 0xae && cut_ends(0, i, of) && mark_at(cut_part(i, cut_text.n), &class) && class == MARK_GRADE)
		return 1;
	if (c < 0x80)
		return c && strchr(" \t,/;|:()[=", c) != NULL;
	return (c == 0x81 || c == 0x82 || c == 0xbb || c == 0x91 || c == 0x95 || c == 0x8d || c == 0x90 || c == 0x94) && cut_ends(0, i, before);
}

/* A sign that divides entries stands before I: 、 , / ; */
static int
is_divided(size_t i)
{
	static const char *const dividers[] = {",", "/", ";", "、", NULL};

	return cut_ends(0, cut_back(0, i), dividers) != 0;
}

/* A 達成 B 概ね達成: one letter behind the other tells more than a blank. */
static int
is_next_letter(const struct cut *before, const struct cut *c)
{
	return c->class == MARK_LETTER && before->class == MARK_LETTER && c->sep - c->mark == 1 && before->sep - before->mark == 1 &&
	       (cut_text.p[c->mark] == cut_text.p[before->mark] + 1 || (cut_text.p[before->mark] == 'S' && cut_text.p[c->mark] == 'A'));
}

/* Entries that are divided by a sign, or by nothing but blanks, need not have a separator of their own. BEFORE: the last one
 * of them before C. */
static int
goes_with(const struct cut *first, const struct cut *before, const struct cut *c)
{
	if (c->kind != first->kind)
		return 0;
	if (c->kind != SEP_LOOSE || c->class == MARK_GRADE)
		return 1;
	if (c->class == MARK_DASH) /* ○ 順調 - 予定どおり: what stands behind a hyphen of ASCII explains the word before it */
		return *fold_part(&cut_line, c->mark, c->sep).p != '-' || cut_is_apart(c->open) || is_divided(c->open);
	if (c->class == MARK_BLANK && first->class == MARK_GRADE) /* － 対象外 空欄 未実施 */
		return cut_blank(c->sep);
	if (c->class == MARK_SYMBOL && (cut_titled || cut_header))
		return first->class == MARK_GRADE || first->class == MARK_SYMBOL;
	return c->class == first->class && (cut_header || cut_is_apart(c->open) || is_divided(c->open) || is_next_letter(before, c));
}

/* A word may follow a word; one for a state, 未：未着手, also a grade. It has a separator, so the first one has, too. */
static int
cut_as(const struct cut *first, struct cut *c, size_t i)
{
	if (cut_mark(c, i))
		return 1;
	if (first->kind == SEP_LOOSE || (first->class != MARK_NONE && first->class != MARK_GRADE))
		return 0;
	return cut_word(c, i) && (first->class == MARK_NONE || cut_is_word(cut_part(c->mark, c->sep)));
}

/* The next entry at or after I that goes with FIRST, to C, behind the last one of those; outside of brackets. STOP: where a
 * bracket closes that was open before FIRST, or the end. */
static int
next_cut(const struct cut *first, struct cut *c, size_t i, size_t *stop)
{
	while (i < cut_text.n) {
		int b = cut_bracket(i);

		if (is_boundary(i) && !cut_blank(i) && cut_as(first, c, i) && goes_with(first, c - 1, c))
			return 1;
		if (b < 0) {
			*stop = i;
			return 0;
		}
		if (b > 0)
			i = cut_closing(i + cut_length(i));
		i += i < cut_text.n ? cut_length(i) : 0;
	}
	*stop = cut_text.n;
	return 0;
}

/* Where the next entry may begin. */
static size_t
behind(const struct cut *c)
{
	size_t i = cut_is_enclosed(c) ? cut_closing(c->meaning) : c->meaning;

	return i > c->meaning && i < cut_text.n ? i + cut_length(i) : i;
}

/* Entries of the kind of C[0], which is there already. */
static size_t
gather(struct cut *c)
{
	size_t n = 1, stop = cut_text.n, from = behind(&c[0]);

	while (n < MAX_ENTRIES && next_cut(&c[0], &c[n], from, &stop))
		from = behind(&c[n++]);
	cut_end(c, n, stop);
	return n;
}

/* A mark, or behind a bracket a word for a state: 実施状況(済:実施済、未:未実施) */
static int
cut_inside(struct cut *c, size_t i)
{
	int opened = i && cut_text.p[i - 1] == '(';

	if (!is_boundary(i) || cut_blank(i) || (!cut_header && !opened && !re_may_match_at(legend_rules.inside, cut_text, i)))
		return 0;
	return cut_mark(c, i) || (opened && cut_word(c, i) && cut_is_word(cut_part(c->mark, c->sep)));
}

/* A sentence ends in the meaning of one of C[0..N) that others follow, and the next one begins: that is running text. */
static int
goes_over_a_stop(const struct cut *c, size_t n)
{
	static const char *const stop[] = {"。", NULL};
	size_t i, k, len;

	for (k = 0; k + 1 < n; k++)
		for (i = c[k].meaning; i < c[k].end; i += len ? len : cut_length(i)) {
			len = cut_starts(i, stop);
			if (len && cut_skip(i + len) < c[k].end)
				return 1;
		}
	return 0;
}

/* The first entry of a line that begins with other words: at least one more must go with it. */
static size_t
gather_inside(struct cut *c)
{
	size_t i, n;

	for (i = 0; i < cut_text.n; i += cut_length(i)) {
		if (!cut_inside(&c[0], i))
			continue;
		if (c[0].kind == SEP_LOOSE && c[0].class != MARK_GRADE && !cut_header)
			continue;
		if (c[0].kind != SEP_COMMA && c[0].kind != SEP_DASH && c[0].kind != SEP_STOP && (n = gather(c)) > 1)
			return goes_over_a_stop(c, n) ? 0 : n;
	}
	return 0;
}

/* ①完了 ②実施中 ③未着手: nothing but words for states, each glued to the number before it. */
static size_t
gather_numbered(struct cut *c)
{
	size_t i, n;

	if (cut_header)
		return 0;
	cut_header = 1;
	n = gather_inside(c);
	cut_header = 0;
	if (n < 3 || c[0].kind != SEP_LOOSE || c[0].class != MARK_CIRCLED)
		return 0;
	for (i = 0; i < n; i++)
		if (!cut_is_word(cut_part(c[i].meaning, c[i].end)))
			return 0;
	return n;
}

/* More than half of the meanings are numbers: a tally of grades, not their legend. Neither is HH:MM:SS, where nothing stands
 * between two of them. */
static int
is_tally(const struct cut *c, size_t n)
{
	size_t i, counts = 0;

	for (i = 0; i + 1 < n; i++)
		if (c[i].end == c[i].meaning && c[i + 1].open == c[i].meaning)
			return 1;
	for (i = 0; i < n; i++)
		counts += c[i].end == c[i].meaning || is_all(legend_rules.count, cut_part(c[i].meaning, c[i].end));
	return 2 * counts > n;
}

/* What stands in the source behind PART, up to END. */
static struct slice
between(struct slice part, const char *end)
{
	const char *p = part.p + part.n;

	return (struct slice){p, (size_t)(end - p)};
}

/* What stands before the first entry, without what may stand before that: (注), ※ */
static size_t
lead_begins(size_t open)
{
	size_t i = skip_prefix();

	return i < open ? i : 0;
}

/* 完了=◎、実施中=○: the marks stand where the meanings should. */
static int
is_reversed(const struct cut *c)
{
	return c->class == MARK_NONE && mark_whole(cut_part(c->meaning, c->end)) == MARK_GRADE;
}

void
legend_take(struct legend_line *l, const struct cut *c, size_t n)
{
	size_t i;

	l->n = n && !is_reversed(&c[0]) && !is_tally(c, n) ? n : 0;
	if (l->n == 0)
		return;
	l->kind = c[0].kind;
	l->lead = cut_part(lead_begins(c[0].open), c[0].open);
	for (i = 0; i < n; i++) {
		struct entry *e = &l->e[i];

		e->class = c[i].class;
		e->before = i ? (struct slice){NULL, 0} : fold_source(&cut_line, 0, c[i].mark);
		e->mark = fold_part(&cut_line, c[i].mark, c[i].sep);
		e->meaning = fold_part(&cut_line, c[i].meaning, c[i].end);
		e->sep = between(e->mark, e->meaning.p);
		e->folded = cut_part(c[i].meaning, c[i].end);
		e->word = cut_part(c[i].mark, c[i].sep);
		e->known = c[i].class != MARK_NONE || cut_is_word(e->word);
		e->after = between(e->meaning, cut_line.source.p + fold_at(&cut_line, i + 1 < n ? c[i + 1].mark : cut_text.n));
	}
}

static int
is_in_bracket(size_t open)
{
	int depth = 0;
	size_t i;

	for (i = 0; i < open; i += cut_length(i))
		depth += cut_bracket(i);
	return depth > 0;
}

static int
first_cut(struct cut *c, size_t i)
{
	return i < cut_text.n && (cut_mark(c, i) || cut_word(c, i));
}

/* Cuts the line into entries. Returns how many. */
static size_t
read_cuts(struct legend_line *l, struct cut *c)
{
	static struct cut inside[MAX_ENTRIES + 1];
	size_t start, title, n, m;

	if (has(legend_rules.not, cut_part(0, cut_back(0, cut_text.n))))
		return 0;
	start = skip_prefix();
	title = skip_title(start);
	cut_titled = title > start;
	l->titled = cut_titled && first_cut(&c[0], title);
	cut_titled = l->titled;
	l->first = l->titled || first_cut(&c[0], start) || first_cut(&c[0], cut_skip(0));
	n = l->first ? gather(c) : 0;
	cut_titled = 0;
	if (n == 0 || (n == 1 && (!sep_is_strong(c[0].kind) || c[0].class == MARK_NONE))) {
		m = gather_inside(inside);
		if (m) {
			memcpy(c, inside, m * sizeof(*c));
			l->first = 0;
			return m;
		}
	}
	if (n == 0 && (n = gather_numbered(c)))
		l->titled = 1; /* it needs no other */
	return n;
}

/* The same, kept: a line of a legend is read when it comes, again when its group is complete, and comes again in the
 * next document of the office. On documents of 5 KB this filter took half of the time of its process. */
static size_t
kept_cuts(struct legend_line *l, struct cut *c, struct slice line)
{
	struct memo_entry *e = memo_find(&kept.cuts, line, cut_header);
	unsigned long hit = limits_hit();
	size_t n;

	if (e && e->known) {
		n = memo_answer(e).n / sizeof(*c);
		l->titled = (e->result & TITLED) != 0;
		l->first = (e->result & FIRST) != 0;
		if (n)
			memcpy(c, memo_answer(e).p, n * sizeof(*c));
		return n;
	}
	n = read_cuts(l, c);
	if (e) {
		buf_add(&e->text, (const char *)c, n * sizeof(*c));
		e->result = (l->titled ? TITLED : 0) | (l->first ? FIRST : 0);
		e->known = limits_hit() == hit;
	}
	return n;
}

void
legend_read(struct legend_line *l, struct slice line)
{
	static struct cut c[MAX_ENTRIES + 1];

	cut_begin(line);
	l->titled = l->first = 0;
	legend_take(l, c, kept_cuts(l, c, line));
	l->bracketed = l->n > 1 && is_in_bracket(c[0].open);
	/* 第2章 施策の状況(◎:完了 ○:順調): the line begins as headings do */
	l->stays = l->bracketed && re_match_at(legend_rules.head, cut_text, cut_skip(0), legend_at);
}

static struct slice
title_text(struct slice line)
{
	size_t from;

	cut_begin(line);
	from = cut_skip(0); /* all of it, of a line of blanks */
	return cut_part(from, cut_back(from, cut_text.n));
}

int
legend_is_title(struct slice line)
{
	return line.n && line.n <= 240 && has(legend_rules.title, title_text(line));
}

int
legend_is_sure_title(struct slice line)
{
	return line.n && line.n <= 240 && is_all(legend_rules.sure, title_text(line));
}
