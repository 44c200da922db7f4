/*
 * fold.h - text as it was meant, for recognition only
 *
 * Copies of a document differ in width, in kinds of blank and in what a PDF
 * made of its characters. Folding takes these differences away, so that one
 * pattern knows them all; what is written out is always the source:
 *
 *	full-width ASCII	→ ASCII (Unicode: U+FF01 to U+FF5E are U+0021 to U+007E, wide)
 *	any white space		→ one U+0020 each; tab, LF and CR stay
 *	ignorable characters	→ nothing (zero-width blanks, soft hyphen, variation selectors)
 *	Kangxi, CJK radicals	→ the ideographs that they picture
 *	half-width kana		→ kana
 *	kana and U+3099, U+309A	→ the one voiced kana
 *
 * ①, Ⅰ, … and the like stay: they are marks. Variants of one mark (○ 〇 ◯)
 * are the business of marks.h.
 */
#ifndef TZ_BASE_FOLD_H
#define TZ_BASE_FOLD_H

#include "base/buf.h"

/* Appends S, well-formed UTF-8, folded. */
void fold(struct buf *to, struct slice s);

/* Folded text that knows where its characters came from. Starts as {0}. */
struct folded {
	struct buf text;
	struct slice source;
	size_t same; /* so many bytes at the start of TEXT stand in SOURCE as they are: in most lines, all */
	struct fold_run {
		size_t text, source; /* from there on, TEXT is as SOURCE is, or is one character of it folded */
	} *run; /* behind the first SAME bytes; the last one is the end */
	size_t n, cap;
};

/* Refills F with S, whose bytes must outlive it. */
void fold_line(struct folded *f, struct slice s);
/* Where in the source the character begins that begins at byte I of the folded text; its end, at the end. */
size_t fold_behind_same(const struct folded *f, size_t i);
static inline size_t
fold_at(const struct folded *f, size_t i)
{
	return i < f->same ? i : fold_behind_same(f, i);
}
/* The part of the source that bytes [FROM, TO) of the folded text came from. An ignorable
 * character belongs to what stands before it, so that neighbouring parts join without a gap. */
struct slice fold_source(const struct folded *f, size_t from, size_t to);
/* Where FROM … TO came from, without the ignorable characters at both ends of it: those before it belong
 * to what stands before, those behind it to what follows. */
struct slice fold_part(const struct folded *f, size_t from, size_t to);

#endif
