/*
 * words.h - the words of dates, which are the table filters/words/dates.tsv
 *
 * A word has a class, which says what it does in a date, and up to four values,
 * whose meaning is that of the class. The grammar asks for classes.
 */
#ifndef TZ_DATE_WORDS_H
#define TZ_DATE_WORDS_H

#include <stdint.h>

#include "base/buf.h"

/* NAME of the table, CLASS, and what a character that begins such a word, or is in one, may be: see date/char.h */
#define WORD_CLASSES(X) \
	X("digit", DIGIT, DC_KANJI | DC_LEAD | DC_PART, 0) \
	X("unit", TENS, DC_KANJI | DC_LEAD | DC_PART, 0) \
	X("first", FIRST_YEAR, DC_FIRST | DC_LEAD, 0) \
	X("hole", HOLE, DC_HOLE | DC_LEAD | DC_PART, 0) \
	X("year", YEAR, 0, 0) \
	X("fiscal", FISCAL, 0, DC_LEAD) \
	X("month", MONTH, 0, 0) \
	X("day", DAY, 0, 0) \
	X("gregorian", GREGORIAN, 0, DC_LEAD) \
	X("fy", FY, 0, DC_LEAD) \
	X("separator", SEPARATOR, DC_SEPARATOR | DC_LEAD, 0) \
	X("dash", DASH, DC_DASH | DC_LEAD | DC_BEHIND, 0) \
	X("tilde", TILDE, 0, 0) \
	X("list", LIST, DC_LEAD, DC_LEAD) \
	X("turn", TURN, DC_LEAD, 0) \
	X("since", SINCE, DC_BEHIND, 0) \
	X("to", TO, DC_BEHIND, 0) \
	X("moved", MOVED, 0, 0) \
	X("span", SPAN, 0, 0) \
	X("the", THE, DC_LEAD, 0) \
	X("open", OPEN, DC_OPEN | DC_LEAD | DC_BEHIND, 0) \
	X("close", CLOSE, DC_CLOSE | DC_LEAD, 0) \
	X("stop", STOP, 0, 0) \
	X("relative", RELATIVE, DC_RELATIVE | DC_LEAD, DC_LEAD) \
	X("next", NEXT, DC_RELATIVE | DC_LEAD, 0) \
	X("same", SAME, 0, DC_LEAD) \
	X("alone", ALONE, DC_ALONE, 0) \
	X("compare", COMPARE, 0, 0) \
	X("edge", EDGE, DC_PART, 0) \
	X("alike", ALIKE, 0, 0) \
	X("within", WITHIN, DC_PART, 0) \
	X("dekad", DEKAD, DC_PART, 0) \
	X("dekad-short", DEKAD_SHORT, 0, 0) \
	X("half", HALF, DC_PART | DC_SPAN, DC_LEAD) \
	X("half-month", HALF_MONTH, DC_PART, 0) \
	X("term", TERM, DC_PART | DC_SPAN, 0) \
	X("ordinal", ORDINAL, DC_PART | DC_SPAN | DC_LEAD, 0) \
	X("quarter", QUARTER, 0, DC_LEAD) \
	X("quarter-letter", QUARTER_LETTER, DC_PART | DC_SPAN, 0) \
	X("half-letter", HALF_LETTER, 0, 0) \
	X("roman", ROMAN, DC_PART, 0) \
	X("season", SEASON, DC_PART, 0) \
	X("business", BUSINESS, 0, 0) \
	X("about", ABOUT, DC_BEHIND, 0) \
	X("until", UNTIL, DC_BEHIND, 0) \
	X("from", FROM, DC_BEHIND, 0) \
	X("before", BEFORE, DC_BEHIND, 0) \
	X("roughly", ROUGHLY, 0, 0) \
	X("weekday", WEEKDAY, 0, 0) \
	X("holiday", HOLIDAY, 0, 0) \
	X("of-day", OF_DAY, DC_BEHIND, 0) \
	X("kept", KEPT, DC_BEHIND, 0) \
	X("count", COUNT, 0, 0) \
	X("uncount", UNCOUNT, 0, 0) \
	X("count-before", COUNT_BEFORE, 0, 0) \
	X("span-before", SPAN_BEFORE, 0, 0) \
	X("measure", MEASURE, 0, 0) \
	X("radius", RADIUS, 0, 0) \
	X("version", VERSION, 0, 0) \
	X("recur", RECUR, DC_RECUR | DC_LEAD, DC_LEAD) \
	X("cycle", CYCLE, 0, 0) \
	X("times", TIMES, 0, 0) \
	X("unfixed", UNFIXED, 0, 0) \
	X("shift", SHIFT, 0, 0) \
	X("offset", OFFSET, 0, 0) \
	X("week", WEEK, 0, 0) \
	X("nth", NTH, 0, 0) \
	X("length", LENGTH, 0, 0) \
	X("length-word", LENGTH_WORD, 0, 0) \
	X("event", EVENT, 0, 0) \
	X("issue", ISSUE, 0, 0) \
	X("aside", ASIDE, 0, 0) \
	X("law-number", LAW_NUMBER, 0, 0) \
	X("decision", DECISION, 0, 0) \
	X("happens", HAPPENS, 0, 0) \
	X("remark", REMARK, 0, 0) \
	X("generic", GENERIC, 0, 0) \
	X("generic-before", GENERIC_BEFORE, 0, 0)

enum word_class {
#define X(name, class, first, any) W_##class,
	WORD_CLASSES(X)
#undef X
	W_CLASSES
};

/* A set of classes: there are more than 64. */
struct wordset {
	uint64_t bits[2];
};

#define W_BIT(c, half) ((c) / 64 == (half) ? UINT64_C(1) << (c) % 64 : 0)
#define SET4(a, b, c, d) \
	{{W_BIT(a, 0) | W_BIT(b, 0) | W_BIT(c, 0) | W_BIT(d, 0), W_BIT(a, 1) | W_BIT(b, 1) | W_BIT(c, 1) | W_BIT(d, 1)}}
#define WORDS4(a, b, c, d) ((struct wordset)SET4(a, b, c, d))
#define WORDS3(a, b, c) WORDS4(a, b, c, c)
#define WORDS2(a, b) WORDS4(a, b, b, b)
#define WORDS1(a) WORDS4(a, a, a, a)

enum { WORD_LENGTH = 16, WORD_VALUES = 4 };

/* Values that are words in the table. */
enum { V_NOW, V_NEAR }; /* what a relative word counts from */
enum { UNIT_YEAR, UNIT_FISCAL, UNIT_MONTH, UNIT_DAY, UNIT_WEEK, UNIT_SEASON };
/* The units of a count, as bits. */
enum { IN_YEARS = 1, IN_FISCAL = 2, IN_MONTHS = 4, IN_DAYS = 8, IN_QUARTERS = 16, IN_GREGORIAN = 32, IN_ERAS = 64, IN_NAMED = 128 };

struct word {
	uint32_t c[WORD_LENGTH + 1]; /* folded, ends with 0 */
	size_t n;
	enum word_class class;
	int v[WORD_VALUES];
};

void words_load(void);

/* The words that begin, and that end, with one character. */
struct wordchar {
	struct wordset begin, end; /* their classes */
	const struct word *first;  /* of those that begin with it, longest first; the last one is followed by another character's */
};

enum { WORDCHARS = 2048, WORDCHAR_END = 0x10000 };

extern uint16_t wordchar_of[WORDCHAR_END]; /* 0: none */
extern struct wordchar wordchars[WORDCHARS];

static inline const struct wordchar *
wordchar(uint32_t c)
{
	return &wordchars[c < WORDCHAR_END ? wordchar_of[c] : 0];
}

static inline int
sets_meet(struct wordset a, struct wordset b)
{
	return ((a.bits[0] & b.bits[0]) | (a.bits[1] & b.bits[1])) != 0;
}

static inline int
word_in(const struct word *w, struct wordset set)
{
	return (set.bits[w->class / 64] >> w->class % 64 & 1) != 0;
}

#endif
