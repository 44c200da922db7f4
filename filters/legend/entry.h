/*
 * entry.h - the pattern of what a line with an entry has in it
 *
 * It is put together from the tables, so that whatever a user's rules add is in it as well: where it does not match, no line of
 * a legend is, and most lines are told by that one question (legend/may.h).
 */
#ifndef TZ_LEGEND_ENTRY_H
#define TZ_LEGEND_ENTRY_H

#include "base/buf.h"
#include "words/re.h"

/* What it is put together from, besides the marks: what may stand before the first one; separators that are strong, those of a
 * topic, brackets, and the others. A pattern each. */
struct entry_parts {
	struct slice prefix, strong, topic, bracket, others;
	int own; /* there are rules of the user's: nothing is known about what a word is made of */
};

/* To be asked of the line as cut_begin has it, when the marks are loaded. EITHER matches where that does, or ALSO; INSIDE
 * where the first entry of a line may stand behind other words: a grade, or a mark with one of the first three separators. */
struct re *entry_pattern(const struct entry_parts *parts, struct slice also, struct re **either, struct re **inside);

#endif
