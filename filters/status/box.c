/* box.c - boxes to tick; see status/box.h */
#include "status/box.h"

#include <string.h>

#include "base/blank.h"
#include "base/fold.h"
#include "words/phrases.h"
#include "stream/rec.h"
#include "status/code.h"
#include "base/utf8.h"

enum { LONGEST = 1024 }; /* bytes of a line with a choice in it */

size_t
boxes_read(struct boxes *b, struct slice text)
{
	struct re *re = phrase(PHRASE_BOX);
	size_t i;

	*b = (struct boxes){0};
	for (i = 0; i < text.n && b->n < MAX_BOXES && re_match_at(re, text, i, (struct place){0}); b->n++) {
		if (re_group(re, 1).n && b->black++ == 0)
			b->which = b->n;
		b->label[b->n] = blank_trim(re_group(re, 2));
		i += re_group(re, 0).n;
	}
	return i;
}

/* b.やや進んだ, b, やや進んだ: how long the sign is, and with what stands between it and the words. */
static size_t
label_cut(struct slice label, size_t *words)
{
	struct re *re = phrase(PHRASE_BOXED);

	*words = 0;
	if (!re_match_at(re, label, 0, (struct place){0}))
		return 0;
	*words = re_group(re, 0).n;
	return re_group(re, 1).n;
}

struct slice
label_mark(struct slice label)
{
	size_t words;

	return (struct slice){label.p, label_cut(label, &words)};
}

struct slice
label_words(struct slice label)
{
	size_t words;

	label_cut(label, &words);
	return (struct slice){label.p + words, label.n - words};
}

/* U+25A1 or U+2610, a white box: E2 96 A1, E2 98 90; and ■ E2 96 A0, ☑ ☒ E2 98 91, 92. Where the first box is. */
static size_t
first_box(struct slice field)
{
	const char *p = field.p, *end = field.p + field.n;

	while (p < end && (p = memchr(p, '\xe2', (size_t)(end - p)))) {
		if (end - p > 2 && ((p[1] == '\x96' && (p[2] | 1) == '\xa1') ||
		                    (p[1] == '\x98' && p[2] >= '\x90' && p[2] <= '\x92')))
			return (size_t)(p - field.p);
		p++;
	}
	return field.n;
}

/* One box is black, and most labels speak of a state. Words that follow the last label have no sign between. */
static int
is_choice(const struct boxes *b, struct place at)
{
	struct slice last = label_words(b->label[b->n - 1]);
	size_t i, known = 0;

	if (b->n < 2 || b->black != 1 || (b->which == b->n - 1 && last.n && memchr(last.p, ' ', last.n)))
		return 0;
	for (i = 0; i < b->n; i++)
		known += statuscode_knows(label_words(b->label[i]), at);
	return 2 * known > b->n;
}

size_t
boxes_in_line(struct slice field, struct place at)
{
	static struct buf folded;
	struct boxes b;
	size_t from = first_box(field);

	if (from == field.n || field.n > LONGEST || utf8_valid(field.p, field.n) != field.n)
		return field.n;
	buf_clear(&folded);
	fold(&folded, (struct slice){field.p + from, field.n - from});
	if (boxes_read(&b, slice_of(&folded)) != folded.n || !is_choice(&b, at))
		return field.n;
	return from;
}
