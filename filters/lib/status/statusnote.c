/* statusnote.c - status and grade records; see statusnote.h */
#include "statusnote.h"

#include <stdarg.h>
#include <string.h>

#include "blank.h"
#include "out.h"
#include "statuscache.h"
#include "statuscode.h"
#include "statuslegend.h"
#include "tablekind.h"
#include "utf8.h"

static struct buf added, warned;
static struct buf suffix; /* of a status record: MARK TAB CODE TAB RANK TAB MEANING */
static struct fields field;
static struct buf key;
static int take_stand_ins;

/* The cell that is being resolved. */
static struct {
	struct statuscol *c;
	size_t i;
	unsigned long edition; /* of its header */
	const struct rec *row;
	struct slice raw;
	struct reading r;
	struct place at;
} now;

void
statusnote_take_stand_ins(void)
{
	take_stand_ins = 1;
}

void
statusnote_flush(void)
{
	outs(slice_of(&added));
	outs(slice_of(&warned));
	buf_clear(&added);
	buf_clear(&warned);
}

static void
add_head(struct buf *to, const char *kind, unsigned long line)
{
	buf_addz(to, kind);
	buf_addc(to, '\t');
	buf_addu(to, line);
}

static void
add_field(struct buf *to, struct slice escaped)
{
	buf_addc(to, '\t');
	buf_adds(to, escaped);
}

/* As out_warn, but into the buffer. */
static void
warn(enum msg id, struct place at, ...)
{
	va_list ap;

	va_start(ap, at);
	add_warn(&warned, id, at, ap);
	va_end(ap);
}

static void
add_rank(struct buf *to, unsigned long rank)
{
	buf_addc(to, '\t');
	if (rank)
		buf_addu(to, rank);
}

void
statusnote_legend(const struct rec *r, const char *file)
{
	struct place at = {file, r->line, 0};
	struct grade g;

	if (!legends_grade(r, &g))
		return;
	add_head(&added, "grade", r->line);
	add_field(&added, g.code);
	add_rank(&added, g.rank);
	buf_addc(&added, '\n');
	if (g.code.n == 0)
		warn(MSG_UNKNOWN_MEANING, at, (int)g.mark.n, g.mark.p);
}

/* One more status of the cell: the suffix is complete. */
static void
add_status(void)
{
	add_head(&added, "status", now.at.line);
	buf_addc(&added, '\t');
	buf_addu(&added, now.i + 1);
	add_field(&added, now.raw);
	add_field(&added, slice_of(&suffix));
	buf_addc(&added, '\n');
}

/* A status that no legend has a part in. MEANING is a field: escaped. */
static void
set_suffix(struct slice mark, struct slice code, struct slice meaning)
{
	buf_clear(&suffix);
	esc(&suffix, mark);
	add_field(&suffix, code);
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

/* The mark is known, and what it means is not. */
static void
add_null(enum msg id, struct slice mark)
{
	static const struct slice none = {"", 0};

	set_suffix(mark, none, none);
	warn(id, now.at, (int)now.raw.n, now.raw.p);
	add_status();
}

static enum found
find(struct slice text, struct grade *g)
{
	buf_clear(&key);
	mark_key(&key, text);
	return legends_find(slice_of(&key), now.c->label, now.at.line, g);
}

static void
add_grade(const struct grade *g)
{
	buf_clear(&suffix);
	buf_adds(&suffix, g->mark); /* escaped as it is */
	add_field(&suffix, g->code);
	add_rank(&suffix, g->rank);
	add_field(&suffix, g->meaning);
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
	warn(MSG_STAND_IN, now.at, (int)now.raw.n, now.raw.p, (int)g.mark.n, g.mark.p);
	add_grade(&g);
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
		if (add_stand_in(mark))
			break;
		if (now.r.class == MARK_DIGIT && !(now.c->class == MARK_DIGIT && now.c->defined))
			break; /* a figure */
		add_null(legends_any() ? MSG_UNDEFINED_MARK : MSG_NO_LEGEND, mark);
		break;
	}
}

/* The words beside mark and meaning agree: they repeat the meaning, or say nothing that a rule knows, or the same. */
static int
agrees(const struct grade *g, struct slice words)
{
	struct slice code = statuscode_of(words, now.at);

	return code.n == 0 || slice_eq(code, g->code) || (words.n && slice_eq(words, g->meaning));
}

/* No legend, and every cell of the column has a few words behind its mark, always the same: the cells are the legend. */
static int
brings_meaning(void)
{
	enum { MEANING_WORDS = 60 };

	return !legends_any() && !now.r.remark && now.c->glued == now.c->filled && !now.c->remarks &&
	       now.r.rest.n <= MEANING_WORDS;
}

/* A mark with words beside it. The legend decides what the mark means; without one, the words do. */
static void
add_marked(void)
{
	struct slice code;
	struct grade g;

	switch (find(now.r.mark[0], &g)) {
	case FOUND:
		if (agrees(&g, now.r.rest))
			add_grade(&g);
		else
			add_null(MSG_MARK_DENIED, now.r.mark[0]);
		return;
	case FOUND_UNSURE: add_null(MSG_UNSURE_MARK, now.r.mark[0]); return;
	case FOUND_NONE: break;
	}
	code = statuscode_of(now.r.rest, now.at);
	if (code.n == 0 && !brings_meaning()) {
		add_null(legends_any() ? MSG_UNDEFINED_MARK : MSG_NO_LEGEND, now.r.mark[0]);
		return;
	}
	set_suffix(now.r.mark[0], code, escaped(now.r.rest));
	if (code.n == 0)
		warn(MSG_UNKNOWN_MEANING, now.at, (int)now.r.mark[0].n, now.r.mark[0].p);
	add_status();
}

/* 2→4 is a change only if both are grades; otherwise it is one of figures. */
static void
add_change(void)
{
	struct grade g;

	if (now.r.class != MARK_DIGIT || find(now.r.mark[0], &g) != FOUND_NONE)
		add_mark(now.r.mark[now.r.marks - 1]);
}

/* The legend knows the black box's mark or label, or the label speaks for itself. */
static void
add_ticked(void)
{
	struct slice mark = now.r.marks ? now.r.mark[0] : (struct slice){"", 0}, code;
	struct grade g;

	if ((mark.n && find(mark, &g) == FOUND && agrees(&g, now.r.rest)) || find(now.r.rest, &g) == FOUND) {
		add_grade(&g);
		return;
	}
	code = statuscode_of(now.r.rest, now.at);
	set_suffix(mark, code, escaped(now.r.rest));
	if (code.n == 0)
		warn(MSG_UNKNOWN_MEANING, now.at, (int)now.r.rest.n, now.r.rest.p);
	add_status();
}

/* The cell says in words what the state is. */
static void
add_word(void)
{
	struct slice code = statuscode_of(now.r.text, now.at);
	struct grade g;

	if (find(now.r.rest, &g) == FOUND) { /* a word of the legend, with a remark */
		add_grade(&g);
		return;
	}
	if (now.r.text.n == 1) { /* ?, @: what is left of a mark */
		if (!add_stand_in(now.r.text))
			add_null(MSG_UNDEFINED_MARK, now.r.text);
		return;
	}
	if (code.n == 0 && now.c->words == 0)
		return;
	set_suffix((struct slice){"", 0}, code, now.raw);
	if (code.n == 0)
		warn(MSG_UNKNOWN_MEANING, now.at, (int)now.raw.n, now.raw.p);
	add_status();
}

/* 同左, 同上: the status before, said once more. */
static void
add_again(const struct buf *before)
{
	if (before->n == 0) {
		add_null(MSG_NO_REFERENT, now.r.text);
		return;
	}
	buf_clear(&suffix);
	buf_adds(&suffix, slice_of(before));
	add_status();
}

/* What a legend can define as a whole: forty kanji. */
enum { DEFINED_BYTES = 120 };

/* A blank can be defined as well, but not where a row has none but a title, or sums up others. */
static int
can_be_defined(void)
{
	if (now.r.form == FORM_EMPTY)
		return !blank_field(now.row->rest) && !(field.n > 2 && is_title(now.row)) && !is_total(now.row);
	return now.r.text.n && now.r.text.n <= DEFINED_BYTES;
}

static void
resolve(const struct buf *left)
{
	struct grade g;
	size_t i;

	cell_read(&now.r, now.raw);
	if (can_be_defined() && find(now.r.text, &g) == FOUND) {
		add_grade(&g); /* the legend defines the cell as it stands: a mark, a word, a dash, a blank */
		return;
	}
	switch (now.r.form) {
	case FORM_MARK: add_mark(now.r.mark[0]); break;
	case FORM_CHANGE: add_change(); break;
	case FORM_SEVERAL:
		for (i = 0; i < now.r.marks; i++)
			add_mark(now.r.mark[i]);
		break;
	case FORM_MARKED: add_marked(); break;
	case FORM_LEFT: add_again(left); break;
	case FORM_ABOVE: add_again(&now.c->above); break;
	case FORM_WORD: add_word(); break;
	case FORM_TICKED: add_ticked(); break;
	case FORM_BOXES: add_null(MSG_BOXES, (struct slice){"", 0}); break;
	case FORM_EMPTY:
	case FORM_DASH:
	case FORM_FIGURE:
	case FORM_TEXT: break;
	}
}

/* What the cell comes to hangs on these, as long as the legends stay what they are. */
static struct slice
cell_name(void)
{
	static struct buf name;

	buf_clear(&name);
	buf_addu(&name, now.edition);
	buf_addc(&name, '\t');
	buf_adds(&name, now.raw);
	buf_addc(&name, '\t');
	buf_adds(&name, now.c->label);
	buf_addc(&name, now.c->words ? 'w' : ' ');
	buf_addc(&name, now.c->class == MARK_DIGIT && now.c->defined ? 'd' : ' ');
	return slice_of(&name);
}

/* Adds the cell's status, from what is kept of cells like it where possible. Kept is what came to one status, or
 * to none, without a warning, and without a look at other cells. */
static void
resolve_cached(const struct buf *left)
{
	size_t before = added.n, warns = warned.n;
	struct slice kept;

	if (now.raw.n == 0 || now.raw.n > CACHED_BYTES || !legends_settled(now.at.line)) {
		resolve(left);
		return;
	}
	if (cache_get(cell_name(), legends_version(), &kept)) {
		buf_clear(&suffix);
		buf_adds(&suffix, kept);
		if (suffix.n)
			add_status();
		return;
	}
	resolve(left);
	if (now.r.form == FORM_LEFT || now.r.form == FORM_ABOVE || now.r.form == FORM_SEVERAL || warned.n != warns)
		return;
	kept = added.n != before ? slice_of(&suffix) : (struct slice){"", 0};
	cache_put(cell_name(), legends_version(), kept);
}

static int
is_column(const struct statuscols *t, size_t i)
{
	return t->c[i].verdict == IS_STATUS || t->c[i].verdict == UNDEFINED;
}

void
statusnote_row(struct statuscols *t, const struct rec *r, const char *file)
{
	static struct buf left;
	size_t i;

	buf_clear(&left);
	rec_fields(r, &field);
	for (i = 0; i < field.n && i < t->n; i++) {
		if (!is_column(t, i))
			continue;
		now.c = &t->c[i];
		now.i = i;
		now.edition = t->edition;
		now.row = r;
		now.raw = field.f[i];
		now.at = (struct place){file, r->line, 0};
		buf_clear(&suffix);
		resolve_cached(&left);
		buf_clear(&left);
		buf_adds(&left, slice_of(&suffix));
		buf_clear(&now.c->above);
		buf_adds(&now.c->above, slice_of(&suffix));
	}
}
