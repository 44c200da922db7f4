/* form.c - the form of the CSV, as options say it; see form.h */
#include "csv/form.h"

#include <string.h>

#include "base/near.h"
#include "stream/msg.h"
#include "stream/rec.h"

/* What a list of -a may name. */
static int
add_word(struct line_form *f, struct slice word)
{
	static const struct {
		const char *name;
		unsigned kinds;
	} known[] = {
		{"status", 1U << K_STATUS},
		{"date", 1U << K_DATE},
		{"agency", 1U << K_AGENCY},
		{"warning", 1U << K_WARN},
		{"all", 1U << K_STATUS | 1U << K_DATE | 1U << K_AGENCY | 1U << K_WARN},
	};
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (slice_eq(word, slice_z(known[i].name))) {
			f->add |= known[i].kinds;
			return 1;
		}
	return 0;
}

/* What convert's --csv=LIST may name, besides those: the other options, and encodings. */
static int
form_word(struct line_form *f, struct slice word)
{
	if (slice_eq(word, slice_z("long")))
		f->lengthwise = 1;
	else if (slice_eq(word, slice_z("excel")))
		f->excel = 1;
	else if (slice_eq(word, slice_z("cp932")))
		f->encoding = "CP932";
	else
		return add_word(f, word);
	return 1;
}

/* WORD of a list, that of -a if ADDED, is none. */
static void
no_word(struct slice word, int added)
{
	enum { FORMS = 3 };
	static const char *const words[] = {"long", "excel", "cp932", "status", "date", "agency", "warning", "all", NULL};
	const char *near = near_word(word, words + (added ? FORMS : 0));

	die("%s%.*s: not one of %s%s%s%s%s", added ? "-a " : "--csv=", (int)word.n, word.p, added ? "" : "long, excel, cp932, ",
	    "status, date, agency, warning, all", near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
}

static int
each_word(struct line_form *f, const char *list, int (*fn)(struct line_form *f, struct slice word), char letter)
{
	const char *p = list;

	for (;; p++) {
		size_t n = strcspn(p, ",");

		if (n && !fn(f, (struct slice){p, n}))
			no_word((struct slice){p, n}, letter == 'a');
		p += n;
		if (!*p)
			return 1;
	}
}

int
form_option(struct line_form *f, int letter, const char *argument)
{
	switch (letter) {
	case 'a': return each_word(f, argument, add_word, 'a');
	case 'C': return each_word(f, argument, form_word, 'C');
	case 'e': f->excel = 1; break;
	case 'f': f->encoding = argument; break;
	case 'l': f->lengthwise = 1; break;
	default: return 0;
	}
	return 1;
}
