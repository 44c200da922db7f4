/* mark.c - from a cell to what it says of a status; see status/mark.h */
#include "status/mark.h"

#include <string.h>

#include "base/blank.h"
#include "stream/row.h"
#include "status/code.h"
#include "status/legend.h"
#include "status/notes.h"
#include "status/spelled.h"
#include "status/words.h"
#include "words/kinds.h"
#include "base/utf8.h"

static struct buf suffix; /* of a status record: MARK TAB CODE TAB RANK TAB MEANING */
static struct buf key;
static int take_stand_ins, by_convention;

static const struct statuscell *now; /* the cell that is being resolved, */
static struct reading got;           /* and how it is written */

void
statusmark_take_stand_ins(void)
{
	take_stand_ins = 1;
}

void
statusmark_by_convention(void)
{
	by_convention = 1;
}

/* One more status of the cell: the suffix is complete. */
static void
add_status(void)
{
	notes_status(now->at.line, now->column, now->raw, slice_of(&suffix), 0);
}

/* A status that no legend has a part in. MEANING is a field: escaped. */
static void
set_suffix(struct slice mark, struct slice code, struct slice meaning)
{
	buf_clear(&suffix);
	esc(&suffix, mark);
	buf_addc(&suffix, '\t');
	buf_adds(&suffix, code);
	buf_addz(&suffix, "\t\t"); /* no rank */
	buf_adds(&suffix, meaning);
}

static struct slice
escaped(struct slice text)
{
	static struct buf field_text;

	buf_clear(&field_text);
	esc(&field_text, text);
	return slice_of(&field_text);
}

/* TEXT is escaped, or holds nothing to escape. */
static void
warn(enum msg id, struct slice text)
{
	notes_warn(id, now->at, text, now->c->label);
}

/* The mark is known, and what it means is not. */
static void
add_null(enum msg id, struct slice mark)
{
	static const struct slice none = {"", 0};

	set_suffix(mark, none, none);
	warn(id, now->raw);
	add_status();
}

static enum found
find(struct slice text, struct grade *g)
{
	buf_clear(&key);
	mark_key(&key, text);
	return legends_find(slice_of(&key), now->c->label, now->at.line, g);
}

static void
add_grade(const struct grade *g)
{
	buf_clear(&suffix);
	buf_adds(&suffix, g->mark); /* escaped as it is */
	buf_addc(&suffix, '\t');
	buf_adds(&suffix, g->code);
	notes_rank(&suffix, g->rank);
	buf_addc(&suffix, '\t');
	buf_adds(&suffix, g->meaning);
	add_status();
}

/* The number that [1], <1> or (1) has kept of ①; of @, A, B, what is left of it in CP932 where a program has dropped
 * the first byte, 87. 0 if MARK is none of these. */
static unsigned
number_of(struct slice mark)
{
	unsigned u = 0;
	size_t i;

	if (mark.n == 1)
		return *mark.p >= '@' && *mark.p <= 'S' ? (unsigned)(*mark.p - '@') + 1 : 0;
	for (i = 1; i + 1 < mark.n && mark.p[i] >= '0' && mark.p[i] <= '9'; i++)
		u = u * 10 + (unsigned)(mark.p[i] - '0');
	return i + 1 == mark.n && i > 1 && strchr("([<", *mark.p) && u <= 20 ? u : 0;
}

/* Adds the grade of the circled number that MARK may stand for; false if there is none. */
static int
add_stand_in(struct slice mark)
{
	enum { CIRCLED_ONE = 0x2460 };
	unsigned u = take_stand_ins ? number_of(mark) : 0;
	struct grade g;
	char circled[4];

	if (u == 0 || find((struct slice){circled, utf8_put(circled, CIRCLED_ONE + u - 1)}, &g) != FOUND)
		return 0;
	notes_stand_in(now->at, now->raw, now->c->label, g.mark);
	add_grade(&g);
	return 1;
}

/* The document says elsewhere in words what MARK is. */
static int
add_spelled(struct slice mark)
{
	struct grade g;

	buf_clear(&key);
	mark_key(&key, mark);
	if (!spelled_find(slice_of(&key), &g))
		return 0;
	if (g.code.n == 0)
		warn(MSG_UNKNOWN_MEANING, mark);
	add_grade(&g);
	return 1;
}

/* Nothing of the document does, and the user is content with what most people mean by it. */
static int
add_by_convention(struct slice mark)
{
	struct slice code = by_convention ? statuscode_of_sign(mark, now->at) : (struct slice){"", 0};

	if (code.n == 0)
		return 0;
	set_suffix(mark, code, (struct slice){"", 0});
	add_status();
	return 1;
}

static void
add_mark(struct slice mark)
{
	struct grade g;

	switch (find(mark, &g)) {
	case FOUND: add_grade(&g); break;
	case FOUND_UNSURE: add_null(MSG_UNSURE_MARK, mark); break;
	case FOUND_NONE:
		if (add_stand_in(mark) || add_spelled(mark) || add_by_convention(mark))
			break;
		if (got.class == MARK_DIGIT && now->c->role != ROLE_STATUS && !(now->c->class == MARK_DIGIT && now->c->defined))
			break; /* a figure */
		add_null(legends_any() ? MSG_UNDEFINED_MARK : MSG_NO_LEGEND, mark);
		break;
	}
}

/* The words beside mark and meaning agree: they repeat the meaning, or say nothing that a rule knows, or the same. */
static int
agrees(const struct grade *g, struct slice words)
{
	struct slice code = statuswords_code(words, now->at);

	return code.n == 0 || slice_eq(code, g->code) || (words.n && slice_eq(words, g->meaning));
}

/* No legend, and every cell of the column has a few words behind its mark, always the same: the cells are the legend. */
static int
brings_meaning(void)
{
	enum { MEANING_WORDS = 60 };

	return !legends_any() && !got.remark && now->c->glued == now->c->filled && !now->c->remarks &&
	       got.rest.n <= MEANING_WORDS;
}

/* △→対応済: the mark was the state before. */
static int
goes_to(struct slice words)
{
	static const char *const arrows[] = {"→", "⇒", "➡", "->", "=>"};
	size_t i;

	for (i = 0; i < sizeof(arrows) / sizeof(*arrows); i++)
		if (words.n >= strlen(arrows[i]) && memcmp(words.p, arrows[i], strlen(arrows[i])) == 0)
			return 1;
	return 0;
}

/* A mark with words beside it. The legend decides what the mark means; without one, the words do. */
static void
add_marked(void)
{
	struct slice code;
	struct grade g;

	switch (find(got.mark[0], &g)) {
	case FOUND:
		if (agrees(&g, got.rest) && !goes_to(got.rest))
			add_grade(&g);
		else
			add_null(MSG_MARK_DENIED, got.mark[0]);
		return;
	case FOUND_UNSURE: add_null(MSG_UNSURE_MARK, got.mark[0]); return;
	case FOUND_NONE: break;
	}
	code = statuswords_code(got.rest, now->at);
	if (statuscode_unticked(got.mark[0], code, now->at)) {
		add_null(MSG_MARK_DENIED, got.mark[0]);
		return;
	}
	if (code.n == 0 && got.remark && add_spelled(got.mark[0]))
		return;
	if (code.n == 0 && !brings_meaning()) {
		add_null(legends_any() ? MSG_UNDEFINED_MARK : MSG_NO_LEGEND, got.mark[0]);
		return;
	}
	set_suffix(got.mark[0], code, escaped(got.rest));
	if (code.n == 0)
		warn(MSG_UNKNOWN_MEANING, got.mark[0]);
	add_status();
}

/* 2→4 is a change only if both are grades; otherwise it is one of figures. */
static void
add_change(void)
{
	struct grade g;

	if (got.vague)
		add_null(MSG_MARK_DENIED, got.mark[got.marks - 1]);
	else if (got.class != MARK_DIGIT || find(got.mark[0], &g) != FOUND_NONE)
		add_mark(got.mark[got.marks - 1]);
}

/* The legend knows the black box's mark or label, or the label speaks for itself. */
static void
add_ticked(void)
{
	struct slice mark = got.marks ? got.mark[0] : (struct slice){"", 0}, code;
	struct grade g;

	if ((mark.n && find(mark, &g) == FOUND && agrees(&g, got.rest)) || find(got.rest, &g) == FOUND) {
		add_grade(&g);
		return;
	}
	code = statuscode_of(got.rest, now->at);
	set_suffix(mark, code, escaped(got.rest));
	if (code.n == 0)
		warn(MSG_UNKNOWN_MEANING, escaped(got.rest));
	add_status();
}

/* [x], [ ], [~]: the box of a task list. */
static int
is_box(void)
{
	return got.text.n == 3 && *got.text.p == '[' && got.text.p[2] == ']';
}

/* The cell says in words what the state is. Where the column's role is status, it says something of it in any case. */
static void
add_word(void)
{
	struct slice code;
	struct grade g;

	if (got.form == FORM_WORD && find(got.rest, &g) == FOUND) { /* a word of the legend, with a remark */
		add_grade(&g);
		return;
	}
	if (got.text.n == 1 && got.form == FORM_WORD) { /* ?, @: what is left of a mark */
		if (!add_stand_in(got.text))
			add_null(MSG_UNDEFINED_MARK, got.text);
		return;
	}
	code = is_box() ? statuscode_of(got.text, now->at) : statuswords_code(got.text, now->at);
	if (now->c->role != ROLE_STATUS && (code.n == 0 || got.form != FORM_WORD))
		return;
	set_suffix((struct slice){"", 0}, code, now->raw);
	if (code.n == 0)
		warn(MSG_UNKNOWN_MEANING, now->raw);
	add_status();
}

/* 同左, 同上: the status before, said once more. */
static void
add_again(const struct buf *before)
{
	if (before->n == 0) {
		add_null(MSG_NO_REFERENT, got.text);
		return;
	}
	buf_clear(&suffix);
	buf_adds(&suffix, slice_of(before));
	add_status();
}

/* What a legend can define as a whole: forty kanji. */
enum { DEFINED_BYTES = 120 };

static int
has_three_cells(void)
{
	return now->column && rec_row(now->row)->n > 2;
}

/* A blank can be defined as well, but not where a row has none but a title, or sums up others. */
static int
can_be_defined(void)
{
	if (got.form == FORM_EMPTY)
		return !blank_field(now->row->rest) && !(has_three_cells() && is_title(now->row)) && !is_total(now->row);
	return got.text.n && got.text.n <= DEFINED_BYTES;
}

/* N/A, two letters, and [x], [ ], the boxes of task lists: marks or fillers, and yet words that a rule may know. */
static int
is_a_word(void)
{
	int box = is_box();

	if (box ? got.form != FORM_MARK && got.form != FORM_DASH : got.form != FORM_SEVERAL || got.class != MARK_LETTER)
		return 0;
	if (statuscode_of(got.text, now->at).n == 0 && !(box && got.form == FORM_DASH))
		return 0;
	got.rest = got.text;
	return 1;
}

static void
resolve(const struct buf *left)
{
	struct grade g;
	size_t i;

	cell_read(&got, now->raw);
	if (can_be_defined() && find(got.text, &g) == FOUND) {
		add_grade(&g); /* the legend defines the cell as it stands: a mark, a word, a dash, a blank */
		return;
	}
	if (is_a_word())
		got.form = FORM_WORD;
	switch (got.form) {
	case FORM_MARK: add_mark(got.mark[0]); break;
	case FORM_CHANGE: add_change(); break;
	case FORM_SEVERAL:
		for (i = 0; i < got.marks; i++)
			add_mark(got.mark[i]);
		break;
	case FORM_MARKED: add_marked(); break;
	case FORM_LEFT: add_again(left); break;
	case FORM_ABOVE: add_again(&now->c->above); break;
	case FORM_WORD:
	case FORM_FIGURE:
	case FORM_TEXT: add_word(); break;
	case FORM_TICKED: add_ticked(); break;
	case FORM_BOXES: add_null(MSG_BOXES, (struct slice){"", 0}); break;
	case FORM_EMPTY:
	case FORM_DASH: break;
	}
}

struct slice
statusmark(const struct statuscell *cell, const struct buf *left, int *alone)
{
	now = cell;
	buf_clear(&suffix);
	resolve(left);
	*alone = got.form != FORM_EMPTY && got.form != FORM_LEFT && got.form != FORM_ABOVE && got.form != FORM_SEVERAL;
	return slice_of(&suffix);
}
