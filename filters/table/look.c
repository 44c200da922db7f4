/* look.c - tables that are not to be had from their text; see table/look.h */
#include "table/look.h"

#include <string.h>

#include "base/blank.h"
#include "base/hash.h"
#include "words/columns.h"
#include "words/kinds.h"
#include "words/lists.h"
#include "words/phrases.h"
#include "base/utf8.h"

enum {
	LINE_BYTES = 600, /* a longer line is a paragraph */
	FOLDED_LABELS = 32, /* labels of a line that are looked at */
	AGAIN_MIN = 2, /* labels that come twice in it */
	LABEL_BYTES = 45,
	VALUE_BYTES = 90,
	CELLS_MIN = 3,   /* labels of a header, one a line */
	PAIRS_MIN = LOOK_PAIRS, /* lines of a label and a value */
	SPOKEN_MIN = 3,  /* rows read aloud, without an announcement */
	STROKES_MIN = 3, /* lines of a broken box */
	STROKES_APART = 6,
	GRADES_MIN = 2,  /* grades that stand alone, and lines between two of them: with fewer, they head what they mean */
	BETWEEN_MIN = 2,
	BETWEEN_MOST = 12,
	MEETING_LINES = 12 /* so far behind a line about a meeting, labels are those of its minutes */
};

void
look_reset(struct look *l, int blank)
{
	if (blank) {
		l->beside = l->pairs = 0;
		l->below = (struct apart){0};
		return;
	}
	*l = (struct look){0};
}

void
look_heading(struct look *l)
{
	*l = (struct look){.grades = l->grades, .apart = l->apart + 1, .told_cells = l->told_cells};
}

static int
is_label(struct slice s, struct place at)
{
	return s.n && s.n <= LABEL_BYTES && column_kind(s, at) > COL_DATA;
}

/* One cell a line: at least so many values behind the labels as there are labels. */
static int
see_cell(struct look *l, struct slice line, struct place at)
{
	if (l->values == 0 && is_label(line, at)) {
		l->labels++;
		return 0;
	}
	if (l->labels < CELLS_MIN || line.n > VALUE_BYTES) {
		l->labels = l->values = 0;
		return 0;
	}
	return ++l->values == l->labels;
}

/* A, Ｂ, ◎: one letter or sign that people grade with. */
static int
is_grade(struct slice line)
{
	size_t len;
	uint32_t c;

	if (line.n == 0 || line.n > 3)
		return 0;
	c = utf8_next(line.p, line.n, &len);
	return len == line.n && ((c >= 'A' && c <= 'Z') || (c >= 0xff21 && c <= 0xff3a) || (c >= 0x25a0 && c <= 0x27bf));
}

/* Grades that stand alone, each with several lines behind it: cells one a line. */
static int
see_grade(struct look *l, struct slice line)
{
	if (!is_grade(line)) {
		l->grades = ++l->apart > BETWEEN_MOST ? 0 : l->grades;
		return 0;
	}
	l->grades = l->apart >= BETWEEN_MIN ? l->grades + 1 : 1;
	l->apart = 0;
	return l->grades == GRADES_MIN;
}

/* 日時, 議題, 委員: minutes of a meeting have lines of labels as forms do, and nothing is lost in them. */
static int
is_meeting(struct slice line)
{
	size_t n;

	while ((n = list_begins(LIST_BULLET, line)) || (n = slice_begins(line, "（") ? strlen("（") : 0) || (n = blank_at(line)))
		line = (struct slice){line.p + n, line.n - n};
	return list_begins(LIST_MEETING, line) > 0;
}

/* 意見:…, 回答:…, 意見:… are said in turn: no form asks for the same twice. True if LABEL was seen in this run. */
static int
was_asked(struct look *l, struct slice label)
{
	uint32_t hash = hash_of(label);
	size_t i;

	for (i = 0; i < l->pairs && i < PAIRS_MIN; i++)
		if (l->asked[i] == hash)
			return 1;
	if (l->pairs < PAIRS_MIN)
		l->asked[l->pairs] = hash;
	return 0;
}

/* 施策番号 12: a label, and behind a blank or a colon its value. */
static int
see_pair(struct look *l, struct slice line, struct place at)
{
	size_t i, len;

	for (i = 0; i < line.n && i <= LABEL_BYTES; i += len) {
		struct slice rest = {line.p + i, line.n - i};

		if (blank_at(rest) || *rest.p == ':' || (rest.n >= 3 && memcmp(rest.p, "：", 3) == 0))
			break;
		utf8_next(rest.p, rest.n, &len);
	}
	if (i == 0 || i >= line.n || !is_label((struct slice){line.p, i}, at) || was_asked(l, (struct slice){line.p, i})) {
		l->pairs = 0;
		return 0;
	}
	return ++l->pairs == PAIRS_MIN;
}

/* 1、…、ｂ。 */
static int
see_spoken(struct look *l, struct slice line, struct place at)
{
	unsigned char c = (unsigned char)*line.p;

	l->told |= (size_t)phrase_in(PHRASE_READ_ALOUD, line, at);
	if (((c >= '0' && c <= '9') || c == 0xef) && memcmp(line.p + line.n - 3, "。", 3) == 0 &&
	    phrase_in(PHRASE_SPOKEN, line, at))
		return ++l->spoken == (l->told ? 1 : SPOKEN_MIN);
	return 0;
}

/* Nothing but strokes of a box, some of them upright. U+2500 to U+257F begin with E2 94 and E2 95. */
static int
is_strokes(struct slice line)
{
	size_t i, len, upright = 0;

	for (i = 0; i < line.n; i += len) {
		uint32_t c;

		if ((len = blank_at((struct slice){line.p + i, line.n - i})))
			continue;
		c = utf8_next(line.p + i, line.n - i, &len);
		if (!(c >= 0x2500 && c <= 0x257f))
			return 0;
		upright += c != 0x2500 && c != 0x2501 && c != 0x2550 && !(c >= 0x2504 && c <= 0x250b);
	}
	return upright > 0;
}

static int
see_strokes(struct look *l, struct slice line)
{
	unsigned char c = (unsigned char)*line.p;

	if ((c != 0xe2 && c != 0xe3) || !is_strokes(line)) {
		if (++l->since > STROKES_APART)
			l->strokes = 0;
		return 0;
	}
	l->since = 0;
	return ++l->strokes == STROKES_MIN;
}

/* Letters where a font's map was lost: signs inside words, or letters of western Europe that stand alone. Asked of
 * lines without Japanese only. */
static int
is_garbage(struct slice line, struct place at)
{
	size_t i;

	for (i = 0; i < line.n; i++)
		if ((unsigned char)line.p[i] >= 0xe2)
			return 0;
	if (text_has(line, slice_z("://")))
		return 0;
	return phrase_in(PHRASE_GARBAGE, line, at);
}

/* There is a blank in the line, or a colon: most lines of prose have none, and are no pair nor in two columns. */
static int
is_parted(struct slice line)
{
	return blank_may_be_in(line) || memchr(line.p, ':', line.n) || text_has(line, slice_z("："));
}

/* The label of the colon at byte I of LINE: what stands before it, back to a blank or to what is no letter. */
static struct slice
label_before(struct slice line, size_t i)
{
	size_t from = i;

	while (from >= 3 && i - from < LABEL_BYTES && (unsigned char)line.p[from - 3] >= 0xe3 && !blank_at((struct slice){line.p + from - 3, 3}) &&
	       !(line.p[from - 3] == '\xe3' && line.p[from - 2] == '\x80'))
		from -= 3;
	return (struct slice){line.p + from, i - from};
}

/* 担当:…進捗:… 担当:…進捗:…: several records in a line, by labels that come again, one of which heads columns. */
static int
see_folded(struct slice line, struct place at)
{
	uint32_t seen[FOLDED_LABELS], twice[AGAIN_MIN] = {0};
	size_t i, k, n = 0, again = 0;
	int known = 0;

	for (i = 3; i < line.n && n < FOLDED_LABELS && again < AGAIN_MIN; i++) {
		struct slice label;

		if (line.p[i] != ':' && !(line.n - i >= 3 && memcmp(line.p + i, "：", 3) == 0))
			continue;
		label = label_before(line, i);
		if (label.n < 6)
			continue;
		seen[n] = hash_of(label);
		for (k = 0; k < n && seen[k] != seen[n]; k++)
			;
		if (k < n++ && !(again && twice[0] == seen[k])) {
			twice[again++] = seen[k];
			known |= is_label(label, at);
		}
	}
	return again == AGAIN_MIN && known;
}

int
look_at(struct look *l, const struct rec *r, enum msg *id, struct place at)
{
	struct slice line = r->rest;

	*id = MSG_LABEL_SHEET;
	if ((memchr(line.p, ':', line.n) || text_has(line, slice_z("："))) && is_utf8(line) && see_folded(line, at))
		return 1;
	if (line.n > LINE_BYTES || !is_utf8(line)) {
		look_reset(l, 0);
		return 0;
	}
	if (is_meeting(line))
		l->meeting = MEETING_LINES + 1;
	if (l->meeting) {
		l->meeting--;
		l->labels = l->values = l->pairs = 0;
	}
	*id = MSG_CELL_A_LINE;
	if ((see_grade(l, line) || (!l->meeting && see_cell(l, line, at))) && !l->told_cells)
		return l->told_cells = 1;
	*id = MSG_LABEL_SHEET;
	if (is_parted(line)) {
		if (!l->meeting && see_pair(l, line, at))
			return 1;
		*id = MSG_UNREAD_COLUMNS;
		if (apart_line(&l->below, line))
			return 1;
		*id = MSG_INTERLEAVED;
		if (look_beside(l, line))
			return 1;
	} else {
		look_reset(l, 1);
	}
	*id = MSG_READ_ALOUD;
	if (line.n >= 3 && see_spoken(l, line, at))
		return 1;
	*id = MSG_BROKEN_BOX;
	if (see_strokes(l, line))
		return 1;
	*id = MSG_GARBAGE;
	return is_garbage(line, at);
}
