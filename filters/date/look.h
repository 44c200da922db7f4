/*
 * look.h - what a date whose year, era or month is left out may lean on
 *
 * The model, which tanzaku-date(1) tells to users:
 *
 *	near	the date before it in the same cell or line, and how the two are tied
 *	header	what the header of the cell's column says: the column's own year
 *	row	a cell before it in the same row that is a year and nothing else
 *	section	what the heading of the section says: the section's own year
 *	subject	the year in the document's title: what the document is about
 *	now	the writer's present: what the document says of itself (a day of issue,
 *		"last year (fiscal 2006)"), else -b, else its subject
 *	named	the same day with its year, in a heading or the prose before
 *	era	the last date of the document: it tells an era, and no year
 *
 * A date in a row or a cell is a fact about that row: it is nobody's present,
 * and tells the rows below nothing. Where two of these tell different years
 * there is no value, but candidates.
 */
#ifndef TZ_DATE_LOOK_H
#define TZ_DATE_LOOK_H

enum ctx_kind {
	CTX_NONE,
	CTX_FISCAL, /* a fiscal year, or a part of it without a month */
	CTX_YEAR,   /* a calendar year */
	CTX_MONTH,
	CTX_DAY,
	CTX_SPAN,   /* years: it tells the era, but not the year of a month */
};

struct datectx {
	enum ctx_kind kind;
	int year, month, day;
	int era;       /* that it was written in, or ERA_NONE */
	int in_fiscal; /* a month whose year a fiscal year has told: so it will that of the next one */
	int aside;     /* it is compared with the present, and so is not it */
	int event;     /* it is the date of something named, a law's: what follows need not be of its year */
	int several;   /* other years were said beside it: it is the present, but no month is of it for sure */
	int issued;    /* the day that the document says it is of: at a year's end, who reads it is in the next one */
	int forward;   /* a present that looks ahead: a month may be that of the next year (-b) */
};

/* How a date is tied to the one before it in its cell or line. */
enum tie {
	TIE_NONE,     /* there is none, or a sentence ends between them */
	TIE_SENTENCE, /* the same sentence */
	TIE_LIST,     /* nothing stands between them but separators and brackets */
};

struct datelook {
	struct datectx near, header, row, section, subject, now, named, era;
	enum tie tie;
	int plain;   /* the whole text is dates and what is said about dates */
	int certain; /* words say that something happens then: a month is that of one year */
	int generic; /* the sentence says what is always so */
	int defines; /* the table says what its fields hold */
	int recurs;  /* and comes again */
	int from_base; /* now is -b, and nothing that the document says */
};

#endif
