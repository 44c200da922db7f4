/* cell.c - how a cell writes its status; see status/cell.h */
#include "status/cell.h"

#include <string.h>

#include "base/blank.h"
#include "base/check.h"
#include "base/fold.h"
#include "base/hash.h"
#include "stream/cols.h"
#include "stream/matchlimit.h"
#include "words/phrases.h"
#include "stream/rec.h"
#include "status/box.h"
#include "base/utf8.h"

enum {
	CELL_BYTES = 600, /* a longer cell is prose */
	WORD_BYTES = 60   /* twenty kanji: no sentence */
};

static struct buf cell, plain;

/* How cells were read, by their hashes: the same few stand in a column again and again, and each row is read when its column is
 * judged, and again when it is resolved. The last one is of those that are not kept. */
enum { KEPT = 256, KEPT_BYTES = 60 };
static struct kept {
	struct buf field, folded;
	struct reading r; /* in folded */
	int known;
} kept[KEPT + 1];

/* How long the sign between two marks is; *CHANGE if it is an arrow. */
static size_t
between(struct slice s, int *change)
{
	if (!phrase_at(PHRASE_BETWEEN, s, 0))
		return 0;
	if (re_group(phrase(PHRASE_BETWEEN), 1).n)
		*change = 1;
	return re_group(phrase(PHRASE_BETWEEN), 0).n;
}

/* Letters and digits side by side are words and numbers: they need a sign between them. */
static int
can_touch(enum mark_class class)
{
	return class == MARK_GRADE || class == MARK_CIRCLED || class == MARK_SYMBOL || class == MARK_BRACKET;
}

static int
is_shape(enum mark_class class)
{
	return class == MARK_GRADE || class == MARK_SYMBOL || class == MARK_DASH;
}

/* Behind a change: it is not the only one. */
static int
is_and_so_on(struct slice s)
{
	return phrase_at(PHRASE_AND_SO_ON, s, 0);
}

/* Nothing but marks: one, several, or a change. */
static int
read_marks(struct reading *r)
{
	struct slice s = r->text;
	enum mark_class class;
	size_t n, sep;
	int change = 0;

	for (r->marks = 0; r->marks < READ_MARKS && (n = mark_at(s, &class)); s = slice_behind(s, sep)) {
		if (r->marks == 0)
			r->class = class;
		else if (class != r->class && !(is_shape(class) && is_shape(r->class)))
			return 0;
		r->mark[r->marks++] = (struct slice){s.p, n};
		s = slice_behind(s, n);
		if (s.n == 0)
			break;
		sep = between(s, &change);
		if (sep == s.n || (sep == 0 && !can_touch(class)))
			return 0;
	}
	r->vague = s.n && change && is_and_so_on(s);
	if ((s.n && !r->vague) || r->marks == 0)
		return 0;
	r->form = r->marks == 1 ? FORM_MARK : change ? FORM_CHANGE : FORM_SEVERAL;
	if (r->marks > 1 && (r->class == MARK_DASH || (r->class == MARK_DIGIT && !change)))
		r->form = FORM_FIGURE;
	else if (r->class == MARK_DASH)
		r->form = FORM_DASH;
	return 1;
}

/* <s>…</s>: what looks like a letter in brackets at the start of S, N bytes, is a tag, which ends behind the words. */
static int
is_tag(struct slice s, size_t n)
{
	size_t i;

	for (i = n; *s.p == '<' && i + 1 < s.n; i++)
		if (s.p[i] == '<' && s.p[i + 1] == '/')
			return 1;
	return 0;
}

/* Behind a mark stands a remark in brackets, a note's sign, or what it means. A letter or digit needs a sign before that, to
 * be no part of a word or number. */
static int
read_marked(struct reading *r)
{
	size_t n = mark_at(r->text, &r->class);
	enum phrase means = can_touch(r->class) ? PHRASE_MEANS_SIGN : PHRASE_MEANS_LETTER;

	if (n == 0 || r->class == MARK_DASH || r->class == MARK_BLANK || is_tag(r->text, n))
		return 0;
	r->remark = phrase_at(PHRASE_REMARK, r->text, n);
	if (!r->remark && !phrase_at(means, r->text, n))
		return 0;
	r->mark[0] = (struct slice){r->text.p, n};
	r->marks = 1;
	r->rest = re_group(phrase(r->remark ? PHRASE_REMARK : means), 1);
	r->form = FORM_MARKED;
	return 1;
}

/* A dash with a note's sign behind it: the sign is no part of what the cell says. */
static int
read_dash(struct reading *r)
{
	size_t n = mark_at(r->text, &r->class);

	if (r->class != MARK_DASH || !phrase_at(PHRASE_NOTED, r->text, n))
		return 0;
	r->text.n = n;
	r->form = FORM_DASH;
	return 1;
}

/* Boxes with labels, one of which may be black. */
static int
read_boxes(struct reading *r)
{
	struct boxes b;

	if (boxes_read(&b, r->text) != r->text.n || b.n < 2 || b.black == b.n)
		return 0;
	r->form = b.black == 1 ? FORM_TICKED : FORM_BOXES;
	if (b.black != 1)
		return 1;
	r->rest = label_words(b.label[b.which]);
	if (label_mark(b.label[b.which]).n) {
		r->mark[r->marks++] = label_mark(b.label[b.which]);
		r->class = MARK_LETTER;
	}
	return 1;
}

/* A reference to another cell; whatever stands in brackets behind it is a remark. */
static int
read_reference(struct reading *r)
{
	if (!phrase_at(PHRASE_REFERS, r->text, 0))
		return 0;
	r->form = re_group(phrase(PHRASE_REFERS), 1).n ? FORM_LEFT : FORM_ABOVE;
	return 1;
}

static int
is_figure(struct slice s)
{
	return phrase_at(PHRASE_FIGURE, s, 0);
}

/* What stands before a remark in brackets at the end of S, or all of it. */
static struct slice
without_remark(struct slice s)
{
	if (s.n == 0 || s.p[s.n - 1] != ')' || !phrase_at(PHRASE_REMARKED, s, 0))
		return s;
	return re_group(phrase(PHRASE_REMARKED), 1);
}

/* *** and …… fill a cell as a dash does. A lone ASCII character may be what is left of a mark. */
static int
is_filler(struct slice s)
{
	return s.n > 1 && phrase_at(PHRASE_FILLER, s, 0);
}

static void
read_text(struct reading *r)
{
	const struct slice *s = &r->text;

	r->rest = without_remark(*s);
	if (is_filler(*s))
		r->form = FORM_DASH;
	else if (is_figure(*s))
		r->form = FORM_FIGURE;
	else if (s->n <= WORD_BYTES && !phrase_at(PHRASE_PROSE, *s, 0))
		r->form = FORM_WORD;
}

/* 【Ａ】, 「Ａ」: brackets around nothing but a mark are no part of it. */
static struct slice
unbracketed(struct slice s)
{
	static const char *const pairs[][2] = {{"【", "】"}, {"「", "」"}, {"〔", "〕"}};
	enum { BRACKET = 3 };
	size_t i;

	for (i = 0; i < sizeof(pairs) / sizeof(*pairs) && s.n > 2 * BRACKET; i++) {
		struct slice inside = {s.p + BRACKET, s.n - 2 * BRACKET};

		if (memcmp(s.p, pairs[i][0], BRACKET) == 0 && memcmp(inside.p + inside.n, pairs[i][1], BRACKET) == 0)
			return mark_whole(inside) == MARK_NONE ? s : inside;
	}
	return s;
}

/* Kana or an ideograph begins S. */
static int
is_letter(struct slice s)
{
	unsigned char c = (unsigned char)s.p[0], d = (unsigned char)s.p[1];

	return (c >= 0xe4 && c <= 0xe9) || (c == 0xe3 && (d == 0x81 || d == 0x82));
}

/* Prose, by its length and its first character, be there a bullet before it: no mark is kana or an ideograph. */
static int
is_prose(struct slice field)
{
	static const char bullet[] = "・";
	enum { BULLET = sizeof(bullet) - 1 };

	if (field.n <= 3 * WORD_BYTES)
		return 0;
	return field.n > CELL_BYTES || is_letter(field) ||
	       (memcmp(field.p, bullet, BULLET) == 0 && is_letter(slice_behind(field, BULLET)));
}

/* Folds into TO, in which the slices are then. */
static void
read_field(struct reading *r, struct buf *to, struct slice field)
{
	struct slice s;

	*r = (struct reading){.form = FORM_TEXT};
	if (blank_field(field))
		r->form = FORM_EMPTY;
	if (r->form == FORM_EMPTY || is_prose(field) || !is_utf8(field))
		return;
	buf_clear(&plain);
	buf_clear(to);
	s = unesc_tmp(&cell, field);
	fold(to, cell_unquote(&plain, s) ? slice_of(&plain) : s);
	r->text = unbracketed(blank_trim(slice_of(to)));
	if (r->text.n == 0)
		r->form = FORM_EMPTY;
	else if (!read_boxes(r) && !read_marks(r) && !read_reference(r) && !read_marked(r) && !read_dash(r))
		read_text(r);
}

void
cell_read(struct reading *r, struct slice field)
{
	struct kept *k = &kept[field.n <= KEPT_BYTES ? hash_of(field) % KEPT : KEPT];
	int same = KEEPS_ANSWERS && k->known && slice_eq(slice_of(&k->field), field);
	unsigned long hit = limits_hit();
	enum form was = k->r.form;

	if (!same || CHECKS) {
		read_field(&k->r, &k->folded, field);
		check_same(!same || k->r.form == was, "how a cell was read", field);
		buf_clear(&k->field);
		buf_adds(&k->field, field);
		k->known = k != &kept[KEPT] && limits_hit() == hit;
	}
	*r = k->r;
}
