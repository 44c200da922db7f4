/*
 * evidence.h - what speaks for a row being a header, and what against it
 *
 * Some thirty rules, each of which fires or does not. What a rule is worth has
 * been counted on documents whose headers are known, and stands with the counts
 * in evidence.tsv; tests/evidence/count makes that table. The worths of those
 * that fire are put together as independent reasons (noisy-OR), for and against.
 */
#ifndef TZ_TABLE_EVIDENCE_H
#define TZ_TABLE_EVIDENCE_H

#include <stdint.h>

#include "base/buf.h"

/* The rules of evidence.tsv, with their names there. */
#define EVIDENCE_RULES(RULE) \
	/* for a header: what the row is by itself */ \
	RULE(BEGINS, "begins")           /* rows with as many cells follow it, and none stand right before it */ \
	RULE(FULL, "full")               /* all cells are filled, and different */ \
	RULE(SHORT, "short")             /* no cell is long, none a sentence */ \
	RULE(NOUNS, "nouns")             /* no cell ends as an inflected word does, or has a digit */ \
	RULE(FILLED, "filled-below")     /* the row right below fills the cells that it leaves empty: names of two rows */ \
	RULE(YEARS, "years")             /* several cells count on: H28, H29, H30 */ \
	RULE(RETURNS, "returns")         /* it stands again further down */ \
	/* what the cells below are beside it */ \
	RULE(NUMBERS, "numbers")         /* those below the first cell number their rows */ \
	RULE(BREAKS_1, "breaks-1")       /* in one column all cells below begin otherwise: with a digit, a mark … */ \
	RULE(BREAKS_2, "breaks-2")       /* in two */ \
	RULE(BREAKS_3, "breaks-3")       /* in more, or in all */ \
	RULE(PATTERN, "pattern")         /* in one of these columns they are all of the same classes of characters, in order */ \
	RULE(REPEATS_1, "repeats-1")     /* in one column the cells below repeat each other, and not it */ \
	RULE(REPEATS_2, "repeats-2")     /* in more */ \
	RULE(LONGER_1, "longer-1")       /* in one column even the shortest cell below is much longer */ \
	RULE(LONGER_2, "longer-2")       /* in more */ \
	RULE(WORDY_1, "wordy-1")         /* in one column the cells below are half as long again, as a rule */ \
	RULE(WORDY_2, "wordy-2")         /* in more */ \
	RULE(FIRST, "first")             /* one of these holds for the first column */ \
	RULE(LENGTH, "length")           /* in some column all cells below are of one length, and it is not */ \
	RULE(ENDS_1, "ends-1")           /* in one column all cells below begin or end with one character, and it does not */ \
	RULE(ENDS_2, "ends-2")           /* in more */ \
	RULE(KANA_1, "kana-1")           /* in one column all cells below have inflected words, and it has none */ \
	RULE(KANA_2, "kana-2")           /* in more */ \
	/* its words */ \
	RULE(WORDS_1, "words-1")         /* one cell is a word that heads columns */ \
	RULE(WORDS_HALF, "words-half")   /* half of them are */ \
	RULE(WORDS_ALL, "words-all")     /* all of them are */ \
	/* against a header */ \
	RULE(BOUND, "bound")             /* a header with as many cells is in force above the blank line */ \
	RULE(GOES_1, "goes-on-1")        /* in one column all cells begin as it does: with a digit, a mark … */ \
	RULE(GOES_2, "goes-on-2")        /* in more */ \
	RULE(ALIKE, "alike")             /* in some column all cells end with one character, and it does, too */ \
	RULE(AGAIN_1, "again-1")         /* in one column a cell below says the same */ \
	RULE(AGAIN_2, "again-2")         /* in more */ \
	RULE(GAPS, "gaps")               /* a cell is empty, others of its column are not */ \
	RULE(TWICE, "twice")             /* two cells say the same */ \
	RULE(SENTENCE, "sentence")       /* a cell is a sentence, or long */ \
	RULE(FIGURE, "figure")           /* a cell begins with a digit, and counts no years */ \
	RULE(PAIRS, "pairs")             /* two columns: perhaps labels and their values */ \
	RULE(FORM, "form")               /* the cells below its first one are labels as it is, those below the second of all kinds */ \
	RULE(SINGLE, "single")           /* no row below has as many cells */ \
	RULE(ONE_ROW, "one-row")         /* one row has */ \
	RULE(PARTED, "parted")           /* a blank line parts it from those */ \
	RULE(LABELS, "labels")           /* most rows below begin with words that head columns, as a form does */ \
	RULE(VALUES, "values")           /* a cell is of a kind that heads no column */

enum evidence {
#define RULE(id, name) EV_##id,
	EVIDENCE_RULES(RULE)
#undef RULE
	EVIDENCES
};

/* The rules that fired: bits 1 << EV_. */
typedef uint64_t evidence_set;
#define EV(id) (UINT64_C(1) << EV_##id)

/* Reads evidence.tsv. To be called once. */
void evidence_load(void);
/* From the first on a row is a header; from the second on it may be one, and is left a row with a warning. */
#define EVIDENCE_SURE 0.7
#define EVIDENCE_OPEN 0.4
/* How sure it is, from 0 to 1, that a row with FIRED is a header. */
double evidence_weigh(evidence_set fired);
/* Appends the names of the rules, with blanks between. */
void evidence_names(struct buf *to, evidence_set fired);

#endif
