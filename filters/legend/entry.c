/* entry.c - the pattern of what a line with an entry has in it; see legend/entry.h */
#include "legend/entry.h"

#include "words/marks.h"

/*
 * It says what cut.c and line.c look for. Where a line begins, behind a
 * prefix too, stands a mark with a separator or a blank behind it, or one that may be glued to its meaning; or a word with a
 * strong separator, or a word in quotes with that of a topic, which may stand behind a bracket as well. Elsewhere two marks
 * stand so, each where an entry may begin.
 */
/* Where an entry may begin (is_boundary), what may stand before its mark, and a character that its word has (ends_word), but for a
 * user's word. */
#define BOUNDARY "[ \\t,\\/;|:()\\[=\\x{3001}\\x{3002}\\x{30fb}\\x{3011}\\x{3015}\\x{300d}\\x{203b}\\x{3010}\\x{3014}\\x{306e}]"
#define QUOTE "[\"\\x{201c}\\x{300c}\\x{300e}\\x{3010}]"
#define SIGNS "[*\"\\x{201c}\\x{300c}\\x{300e}\\x{3010}]*"
#define OF_WORD "[^!-,.\\/:-@\\[\\]^`{-~\\x{3001}\\x{3002}\\x{3008}-\\x{3011}\\x{3014}\\x{3015}]"

/* PART and what is put together of it, with names for what else stands in it: $m for what may stand behind a mark, and so on. */
struct named_part {
	char name;
	struct slice is;
};

/* Appends PATTERN, in which $ and a letter are the part of that name. */
static void
put_together(struct buf *to, const char *pattern, const struct named_part *part)
{
	const struct named_part *p;

	for (; *pattern; pattern++) {
		if (*pattern != '$') {
			buf_addc(to, *pattern);
			continue;
		}
		pattern++;
		for (p = part; p->name != *pattern; p++)
			;
		buf_addz(to, "(?:");
		buf_adds(to, p->is);
		buf_addz(to, ")");
	}
}

struct re *
entry_pattern(const struct entry_parts *parts, struct slice also, struct re **either, struct re **inside)
{
	enum { GLUED = 1 << MARK_GRADE | 1 << MARK_SYMBOL | 1 << MARK_CIRCLED | 1 << MARK_ROMAN };
	struct buf any = {0}, glued = {0}, letter = {0}, grade = {0}, one = {0}, all = {0};
	struct named_part part[] = {
		{'p', parts->prefix}, {'s', parts->strong}, {'t', parts->topic}, {'k', parts->bracket}, {'o', parts->others},
		{'w', slice_z(parts->own ? "." : OF_WORD)}, {'q', slice_z(QUOTE)}, {'b', slice_z(BOUNDARY)},
		{'i', slice_z(SIGNS)}, {'a', {NULL, 0}}, {'g', {NULL, 0}}, {'l', {NULL, 0}}, {'e', {NULL, 0}}, {'1', {NULL, 0}}, {'\0', {NULL, 0}},
	};
	enum { ANY = 9, GLUED_ONE, LETTER, ENTRY, GRADE };
	struct re *re;

	marks_pattern(&any, ~0U);
	marks_pattern(&glued, GLUED);
	marks_pattern(&letter, 1 << MARK_LETTER);
	marks_pattern(&grade, 1 << MARK_GRADE);
	part[ANY].is = slice_of(&any);
	part[GLUED_ONE].is = slice_of(&glued);
	part[LETTER].is = slice_of(&letter);
	part[GRADE].is = slice_of(&grade);
	put_together(&one, "$g|$l[^\\t -~]|$a(?:[ \\t]|$s|$t|$k|$o)", part);
	part[ENTRY].is = slice_of(&one);
	put_together(&all, "(?s)(?:(?:^[ \\t]*(?:$p[ \\t]*)?|(?:$b|$q)$i$e(?:.*(?:$b|$q))?)$i$e"
	                   "|(?:^[ \\t]*(?:$p[ \\t]*)?|\\()(?:$q?$w+$s|$q$w+$t))", part);
	re = re_new(slice_of(&all), (struct place){"legend.tsv", 0, 0});
	buf_addz(&all, "|(?:");
	buf_adds(&all, also);
	buf_addc(&all, ')');
	*either = re_new(slice_of(&all), (struct place){"legend.tsv", 0, 0});
	buf_clear(&all);
	put_together(&all, "(?s)$i(?:$1|$a(?:$s|$t|$k))", part);
	*inside = re_new(slice_of(&all), (struct place){"legend.tsv", 0, 0});
	buf_free(&any);
	buf_free(&glued);
	buf_free(&letter);
	buf_free(&grade);
	buf_free(&one);
	buf_free(&all);
	return re;
}
