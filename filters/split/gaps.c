/* gaps.c - blanks that all lines have at one place; see gaps.h */
#include "split/gaps.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

enum {
	PAGE = GAPS_PAGE,
	WORDS = 2   /* of a name, on the whole */
};

struct slice
pageblock_line(const struct pageblock *b, size_t i)
{
	size_t from = i ? b->end[i - 1] : 0;

	return (struct slice){b->text.p + from, b->end[i] - from};
}

static void
take_places(char *taken, struct slice line, enum width how)
{
	size_t k, len, at = 0;

	for (k = 0; k < line.n && at < PAGE; k += len) {
		struct slice rest = {line.p + k, line.n - k};
		size_t wide, end;

		if ((unsigned char)*rest.p < 0x80) { /* most of what has blanks in it */
			taken[at++] |= (unsigned char)*rest.p > ' ';
			len = 1;
			continue;
		}
		wide = width_next(rest, how, &len);
		end = at + wide < PAGE ? at + wide : PAGE;
		if (!blank_at(rest))
			memset(taken + at, 1, end - at);
		at += wide;
	}
}

void
gaps_places(const struct pageblock *b, enum width how, size_t from, size_t to, char taken[GAPS_PAGE])
{
	memset(taken, 0, PAGE);
	for (; from < to; from++)
		take_places(taken, pageblock_line(b, from), how);
}

/* Where the column begins whose name is the word NEXT, behind the word NAME: 0 if no place between them is blank in all
 * lines. Of several, the one that the name begins with, if none before is wider; else the widest. */
static size_t
border(const char *taken, const struct place_on_page *name, const struct place_on_page *next)
{
	size_t at = name->right, best = 0, widest = 0;

	while (at < next->left && at < PAGE) {
		size_t from = at, to;

		if (taken[at++])
			continue;
		while (at < PAGE && !taken[at])
			at++;
		to = at < next->left ? at : next->left;
		while (from && !taken[from - 1])
			from--;
		if (to - from >= widest) {
			widest = to - from;
			best = to;
		}
	}
	return best;
}

/* Nothing stands below from place FROM to place TO. */
static int
is_empty(const char *taken, size_t from, size_t to)
{
	while (from < to && from < PAGE && !taken[from])
		from++;
	return from >= to || from >= PAGE;
}

/* Beyond ASCII: a letter of Japanese, as far as names of columns go. */
static int
is_wide(char c)
{
	return (unsigned char)c >= 0x80;
}

/* Japanese has no blanks between words: 担当 期限 are two names, but for those whose letters are set apart: 氏 名. WORD and the
 * one behind it, with a blank between. */
static int
are_two_names(struct slice line, const struct place_on_page *word)
{
	int set_apart = utf8_count(line.p + word->from, word->to - word->from) == 1 && utf8_count(line.p + word[1].from, word[1].to - word[1].from) == 1;

	return !set_apart && is_wide(line.p[word->to - 1]) && is_wide(line.p[word[1].from]);
}

/* WORD and the one behind it are one name, although what is below has a blank there, up to LEFT: nothing stands below the second
 * one, or the letters of a name are set apart. BEHIND: words behind the first. */
static int
is_one_name(const char *taken, struct slice line, const struct place_on_page *word, size_t behind, size_t left)
{
	size_t next = behind > 1 ? border(taken, &word[1], &word[2]) : PAGE;

	if (are_two_names(line, word))
		return 0;
	if (is_wide(line.p[word->to - 1]) && is_wide(line.p[word[1].from]))
		return 1;
	return is_empty(taken, left, next ? next : word[2].left);
}

/* The columns that the names in the first line have, counted so. False if nothing parts what is below two names. */
static int
columns_of(const struct pageblock *b, enum width how, size_t rows, struct layout *l)
{
	struct place_on_page word[LAYOUT_COLUMNS];
	char taken[PAGE];
	size_t i, n = layout_words(pageblock_line(b, 0), how, 1, word);

	gaps_places(b, how, 1, rows + 1, taken);
	l->how = how;
	l->left[0] = 0;
	l->n = n > 0;
	for (i = 1; i < n; i++) {
		size_t left = border(taken, &word[i - 1], &word[i]);
		int apart = word[i].left - word[i - 1].right > 1;

		if (left && !apart && is_one_name(taken, pageblock_line(b, 0), &word[i - 1], n - i, left))
			left = 0;
		if (left)
			l->left[l->n++] = left;
		else if (apart || are_two_names(pageblock_line(b, 0), &word[i - 1]))
			return 0;
	}
	return l->n >= 2 && n <= WORDS * l->n; /* more of them are a sentence */
}

/* The same of all lines: most paragraphs show in their first lines that they have none. */
int
gaps_columns(const struct pageblock *b, enum width how, struct layout *l)
{
	return (b->n - 1 <= GAPS_FIRST || columns_of(b, how, GAPS_FIRST, l)) && columns_of(b, how, b->n - 1, l);
}
