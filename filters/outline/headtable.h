/*
 * headtable.h - words/headings.tsv as it is loaded: schemes, rules against them, kinds of other lines
 */
#ifndef TZ_OUTLINE_HEADTABLE_H
#define TZ_OUTLINE_HEADTABLE_H

#include "outline/heading.h"
#include "outline/skeleton.h"
#include "words/re.h"

struct scheme {
	struct slice name;
	struct re *re;
	struct needs needs;
	unsigned rank;
	enum proof weak;
	unsigned mark, gap, key, n; /* its groups, once it has matched */
	int roman;                  /* called roman or …-roman: it counts I, V and X as numerals */
	enum listed listed;         /* a rule `items` or `choices` names it */
	struct place at;            /* where its rule stands */
};

/* A rule `not`, `count` or `cut`. */
struct head_not {
	struct re *re;
	enum { HEAD_NOT, HEAD_COUNT, HEAD_CUT } how; /* HEAD_COUNT holds only where nothing wide stands behind the number */
	struct needs needs;
};

/* The other tables, each rule a name and a pattern; those of one name are one pattern. They are kinds of lines, and: */
enum { HEAD_UNTITLED = LINE_ARROW + 1, HEAD_TABLES };

/*
 * The rules `not`, `count` and `cut` that look at the start of a line are asked one by one, and nearly none of them can begin
 * as the line does; the others are one pattern, asked where the line has what one of them needs. All of them in one took as
 * long as all other work on a heading.
 */
struct headtable {
	struct scheme *schemes;
	size_t schemes_n;
	struct head_not *nots;
	size_t nots_n;
	struct re *inside;
	struct buf inside_text;
	struct needs *inside_needs; /* of each */
	size_t inside_n;
	struct needs_index schemes_index, nots_index, inside_index;
	struct re *tables[HEAD_TABLES];
};

/* Reads the table, FILE's rules (if not NULL) first. T is {0}. */
void headtable_load(struct headtable *t);

/* Schemes and rules as bits: those from the 64th on share one. */
static inline uint64_t
head_bit(size_t i)
{
	return (uint64_t)1 << (i < 63 ? i : 63);
}

#endif
