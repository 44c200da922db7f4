/*
 * marks.h - what can stand for a grade: ①, ◎, A′, B+, (1), Ⅱ, a dash, a blank
 *
 * The table words/marks.tsv says which characters are marks and which glyphs
 * are variants of one mark. All text here is folded text (fold.h).
 */
#ifndef TZ_WORDS_MARKS_H
#define TZ_WORDS_MARKS_H

#include "base/buf.h"

enum mark_class {
	MARK_NONE,
	MARK_GRADE,   /* ◎ ○ △ × and their like: used for grades more than for anything else */
	MARK_CIRCLED, /* ① ❶ ㋐ Ⓐ: numbers headings as well */
	MARK_LETTER,  /* A b A′ B+ B-1 S AA: case matters */
	MARK_ROMAN,   /* Ⅰ ⅱ */
	MARK_DIGIT,   /* 4 */
	MARK_BRACKET, /* (1) [1] <1> (a) ⑴ */
	MARK_DASH,    /* - － ― ー */
	MARK_BLANK,   /* 空白, 空欄: the words for a cell with nothing in it; their key is "" */
	MARK_SYMBOL   /* ■ ★ ✅ and every other symbol */
};

/* Reads the table, FILE's rules (if not NULL) first. To be called once, before the others. */
void marks_load(void);

/* How many bytes the mark at the start of TEXT takes, the longest there is; 0 if there is none. */
size_t mark_at(struct slice text, enum mark_class *class);
/* Appends a pattern that matches what the rules of CLASSES, a bit 1 << class each, match. */
void marks_pattern(struct buf *to, unsigned classes);
/* The class of TEXT, if all of it but the blanks around it is one mark; MARK_NONE otherwise. */
enum mark_class mark_whole(struct slice text);
/* Appends what MARK, folded or not, is compared by: folded, without blanks, one glyph for all
 * variants of a mark. Case stays: a and A may be grades of two scales. */
void mark_key(struct buf *to, struct slice mark);

#endif
