/* rules.h - the patterns of words/legend.tsv */
#ifndef TZ_LEGEND_RULES_H
#define TZ_LEGEND_RULES_H

#include "base/buf.h"
#include "stream/msg.h"
#include "words/re.h"

/* What stands between a mark and its meaning. The strong kinds are hardly used for anything else. */
enum sep_kind {
	SEP_NO,
	SEP_DOTS,
	SEP_COLON,
	SEP_EQUAL,
	SEP_ARROW,
	SEP_TOPIC,   /* 「◎」は… */
	SEP_COMMA,
	SEP_DASH,
	SEP_STOP,    /* A. 達成 */
	SEP_BRACKET, /* A(達成) */
	SEP_TAB,     /* two cells of a row */
	SEP_LOOSE    /* a blank, or nothing */
};

struct legend_rules {
	int own; /* there are rules of the user's: nothing is known about what entries begin with */
	struct re *title, *sure, *prefix, *state, *word, *not, *count, *speech, *tail, *head, *corner, *below, *signs, *states, *means;
	struct re *entry;  /* what a line with an entry has in it (entry.h) */
	struct re *either; /* that, or what defines marks in running text (prose.h) */
	struct re *inside; /* what begins the first one of those behind other words */
};

extern struct legend_rules legend_rules;
extern struct place legend_at; /* the line to blame for a pattern that gives up */
void legend_at_line(unsigned long line);

/* Reads the table, FILE's rules (if not NULL) first; marks.tsv too. To be called once. */
void legend_rules_load(void);

/* The separator at byte START of TEXT (folded): its kind, and its length into *N. SEP_LOOSE needs no
 * more than something behind it. */
enum sep_kind sep_at(struct slice text, size_t start, size_t *n);
int sep_is_strong(enum sep_kind k);

/* Whether S, folded, speaks of the state of a measure: by the table's own words, or as a word of status.tsv. */
int speaks_of_state(struct slice s);

/* Convenience: RE somewhere in S, RE on all of S. */
int has(struct re *re, struct slice s);
int is_all(struct re *re, struct slice s);

#endif
