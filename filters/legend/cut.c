/* cut.c - one entry, where it begins; see legend/cut.h */
#include "legend/cut.h"

#include <string.h>

#include "base/check.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "legend/drawn.h"
#include "legend/unmark.h"

struct folded cut_line;
struct slice cut_text;
int cut_header, cut_titled;

/* Bytes; quotes and stars before a mark. */
enum { A_WORD = 36, MOST_SIGNS = 4 };

struct charset cut_signs;

static struct {
	int loaded;
	struct buf source, word; /* of the line, which is taken by each that reads it, mostly one after another; of a word */
	int plain;
} here;

struct slice
cut_part(size_t from, size_t to)
{
	return (struct slice){cut_text.p + from, to - from};
}

int
cut_blank(size_t i)
{
	return i < cut_text.n && (cut_text.p[i] == ' ' || cut_text.p[i] == '\t');
}

size_t
cut_skip(size_t i)
{
	while (cut_blank(i))
		i++;
	return i;
}

size_t
cut_back(size_t from, size_t to)
{
	while (to > from && (cut_blank(to - 1) || cut_text.p[to - 1] == '\r'))
		to--;
	return to;
}

/* The length of that string of LIST which stands at I; 0 if none does. The first byte tells for nearly all of them. */
size_t
cut_starts(size_t i, const char *const *list)
{
	for (; *list && i < cut_text.n; list++) {
		size_t n;

		if (cut_text.p[i] != **list)
			continue;
		n = strlen(*list);
		if (cut_text.n - i >= n && memcmp(cut_text.p + i, *list, n) == 0)
			return n;
	}
	return 0;
}

/* The same for one that ends at I and does not begin before FROM. */
size_t
cut_ends(size_t from, size_t i, const char *const *list)
{
	for (; *list; list++) {
		size_t n = strlen(*list);

		if (i - from >= n && memcmp(cut_text.p + i - n, *list, n) == 0)
			return n;
	}
	return 0;
}

/* The length of the character at I if it is of one of SETS, 0 if not: asked of every character of a line. */
static size_t
sign_at(size_t i, unsigned sets)
{
	return i < cut_text.n && charset_begins(&cut_signs, (struct slice){cut_text.p + i, cut_text.n - i}) & sets ? 3 : 0;
}

static size_t
quote_at(size_t i)
{
	return i < cut_text.n && cut_text.p[i] == '"' ? 1 : sign_at(i, CUT_QUOTE);
}

static size_t
emphasis_at(size_t i)
{
	return i < cut_text.n && cut_text.p[i] == '*';
}

/* +1 for an opening bracket at I, -1 for a closing one. Those of U+3008 to U+3011 and U+3014, U+3015
 * come in pairs: E3 80 88 opens what E3 80 89 closes. */
int
cut_bracket(size_t i)
{
	unsigned char c = (unsigned char)cut_text.p[i];

	if (c == '(' || c == ')')
		return c == '(' ? 1 : -1;
	if (c != 0xe3 || (unsigned char)cut_text.p[i + 1] != 0x80)
		return 0;
	c = (unsigned char)cut_text.p[i + 2];
	if ((c < 0x88 || c > 0x91) && c != 0x94 && c != 0x95)
		return 0;
	return c & 1 ? -1 : 1;
}

/* Where the bracket that is open at I is closed; the end of the text if nowhere. */
size_t
cut_closing(size_t i)
{
	int depth = 1;

	while (i < cut_text.n) {
		depth += cut_bracket(i);
		if (depth == 0)
			return i;
		i += cut_length(i);
	}
	return i;
}

enum sep_kind
cut_sep(size_t i, size_t *n)
{
	return sep_at(cut_text, i, n);
}

/* 【Ａ】: a bracket around nothing but a mark quotes it; others are around the whole legend. */
static size_t
bracketed(size_t i)
{
	enum mark_class class;
	size_t n = sign_at(i, CUT_OPEN), m = n ? mark_at(cut_part(i + n, cut_text.n), &class) : 0;

	return m && sign_at(i + n + m, CUT_CLOSE) ? n : 0;
}

/* A mark that is glued to its meaning is one only if it is never the start of a word or the number of
 * a heading: a grade, or a letter with a number of its own (B-1). */
static int
may_be_glued(const struct cut *c)
{
	if (cut_header && (c->class == MARK_CIRCLED || c->class == MARK_ROMAN))
		return 1;
	if ((cut_titled || cut_header) && c->class == MARK_SYMBOL)
		return c->sep < cut_text.n && (unsigned char)cut_text.p[c->sep] >= 0xe3;
	return c->class == MARK_GRADE || (c->class == MARK_LETTER && c->sep - c->mark > 1 && c->sep < cut_text.n &&
	                                  (unsigned char)cut_text.p[c->sep] >= 0xe3);
}

/* (1)…、(2)… leaves out what it is about: nothing is defined there. */
static int
is_meaning(size_t i)
{
	return i < cut_text.n && cut_text.p[i] != ',' && cut_text.p[i] != ')' && !sign_at(i, CUT_NO_MEANING);
}

/* A picture or an arrow stands at I: what a dash before it begins is the item of a list. */
static int
is_sign(size_t i)
{
	unsigned char c = i < cut_text.n ? (unsigned char)cut_text.p[i] : 0;

	return c == 0xe2 || c >= 0xf0;
}

/* An entry with a proper mark at I. */
int
cut_mark(struct cut *c, size_t i)
{
	size_t n, signs = 0;

	c->open = i;
	while (signs++ < MOST_SIGNS && ((n = quote_at(i)) || (n = emphasis_at(i))))
		i += n;
	c->mark = i += bracketed(i);
	n = mark_at(cut_part(i, cut_text.n), &c->class);
	c->sep = i + n;
	if (n == 0)
		return 0;
	c->kind = cut_sep(c->sep, &n);
	c->meaning = c->sep + n;
	if (c->kind == SEP_LOOSE)
		return c->open == c->mark && (n || may_be_glued(c)) && !(c->class == MARK_DASH && is_sign(c->meaning));
	return c->kind != SEP_NO && is_meaning(c->meaning);
}

/* A word for a state, letterspaced or not. */
int
cut_is_word(struct slice s)
{
	size_t i;

	buf_clear(&here.word);
	for (i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_addc(&here.word, s.p[i]);
	return re_match_at(legend_rules.word, slice_of(&here.word), 0, legend_at);
}

/* Open, In Progress, P0, WONT_FIX */
static int
is_latin_word(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!((s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'z') && (i == 0 || !strchr("0123456789 _-", s.p[i])))
			return 0;
	return s.n > 1 && s.n <= A_WORD;
}

/* Kana and ideographs, no punctuation (U+3000 to U+303F is E3 80): a word that a title may make a mark. Whether
 * it speaks of a state is judged with the others. */
static int
is_short_word(struct slice s)
{
	size_t i;

	if (cut_is_word(s) || is_latin_word(s))
		return 1;
	for (i = 0; i + 2 < s.n; i += 3)
		if ((unsigned char)s.p[i] < 0xe3 || (unsigned char)s.p[i] > 0xe9 || memcmp(s.p + i, "\xe3\x80", 2) == 0)
			return 0;
	return s.n > 3 && s.n <= A_WORD && i == s.n;
}

/* No word of the built-in rules goes on over the character at I: a bracket, a comma, a full stop. Without this, a line
 * of a hundred brackets was read from each of them on. */
static int
ends_word(size_t i)
{
	unsigned char c = (unsigned char)cut_text.p[i];

	if (legend_rules.own)
		return 0;
	if (c < 0x80)
		return c > ' ' && strchr("!\"#$%&'()*+,./:;<=>?@[]^`{|}~", c) != NULL;
	return cut_bracket(i) || sign_at(i, CUT_STOP);
}

/* An entry whose mark is a word at I: its separator must be strong, and near. */
int
cut_word(struct cut *c, size_t i)
{
	size_t len, n, chars = 0;

	c->open = i;
	c->mark = i += quote_at(i);
	c->class = MARK_NONE;
	for (; i < cut_text.n && chars < 24; i += len, chars++) {
		utf8_next(cut_text.p + i, cut_text.n - i, &len);
		if (chars == 0 && ends_word(i))
			return 0;
		c->kind = cut_sep(i, &n);
		if (sep_is_strong(c->kind) || (c->kind == SEP_TOPIC && c->mark > c->open)) {
			c->sep = i;
			c->meaning = i + n;
			return chars >= 1 && is_meaning(c->meaning) && is_short_word(cut_part(c->mark, c->sep));
		}
		if (ends_word(i))
			return 0;
	}
	return 0;
}

static void
load_signs(void)
{
	here.loaded = 1;
	charset_add(&cut_signs, "「『“", CUT_QUOTE);
	charset_add(&cut_signs, "【", CUT_OPEN);
	charset_add(&cut_signs, "】", CUT_CLOSE | CUT_NO_MEANING);
	charset_add(&cut_signs, "、。", CUT_STOP | CUT_NO_MEANING);
	charset_add(&cut_signs, "」』…", CUT_NO_MEANING);
}

void
cut_begin(struct slice line)
{
	if (!here.loaded)
		load_signs();
	if (KEEPS_ANSWERS && !CHECKS && slice_eq(line, slice_of(&here.source))) {
		cut_line.source = line;
		return;
	}
	buf_clear(&here.source);
	buf_adds(&here.source, line);
	fold_line(&cut_line, line);
	cut_text = slice_of(&cut_line.text);
	here.plain = !unmark(cut_text);
	if (drawn_begins(cut_text)) {
		drawn_plain(cut_text);
		here.plain = 0;
	}
}

int
cut_is_plain(void)
{
	return here.plain;
}

size_t
cut_quoted(size_t i, unsigned sets)
{
	return sets & CUT_QUOTE ? 3 : bracketed(i);
}
