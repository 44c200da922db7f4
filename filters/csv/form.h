/*
 * form.h - the form of the CSV that the user wants
 */
#ifndef TZ_CSV_FORM_H
#define TZ_CSV_FORM_H

/* What the user has asked for. */
struct line_form {
	int lengthwise; /* a line a cell */
	int excel;
	const char *encoding;
	unsigned add; /* 1 << KIND of what has columns of its own */
};

/* An option of tanzaku-csv; -C has all of them in one list. 0: it is none. */
int form_option(struct line_form *f, int letter, const char *argument);

#endif
