/* statuslegend.c - the legends of a document; see statuslegend.h */
#include "statuslegend.h"

#include <stdlib.h>
#include <string.h>

#include "blank.h"
#include "builtin.h"
#include "rules.h"
#include "statuscode.h"
#include "tablecell.h"
#include "utf8.h"

/* More than any document has; beyond it the oldest are forgotten, so that memory stays bounded. */
enum { ENTRIES_MAX = 4096, TEXT_MAX = 1 << 20, TITLE_MAX = 1024, LABEL_MIN = 6 };

struct span {
	size_t from, n; /* in the store's text */
};

struct entry {
	struct span key, mark, meaning;
	struct slice code;
	unsigned long line, rank;
	size_t group;
};

struct group {
	struct span title;       /* folded: what was said before it */
	unsigned long after_row; /* how many rows came before it */
	enum mark_class class;
	int small;               /* its letters are a, b, c */
	unsigned long until;     /* the line of a later legend for the same marks; 0 if there is none */
};

static struct {
	struct buf text;
	struct entry *e;
	struct group *g;
	size_t n, cap, groups, gcap;
	size_t own;             /* entries of the user's own legend, which stay */
	size_t own_text;
	struct buf said;        /* the last text or head that is not blank, folded */
	unsigned long rows, version;
	int open;
} store;

static struct {
	const struct slice *label;
	size_t n;
} column; /* the table's */

static struct buf key;
static struct fields field;

static struct slice
get(struct span s)
{
	return (struct slice){store.text.p + s.from, s.n};
}

static struct span
keep(struct slice s)
{
	struct span at = {store.text.n, s.n};

	buf_adds(&store.text, s);
	return at;
}

void
legends_columns(const struct slice *labels, size_t n)
{
	column.label = labels;
	column.n = n;
}

void
legends_reset(void)
{
	store.n = store.own;
	store.groups = store.own != 0;
	store.text.n = store.own_text;
	store.rows = 0;
	store.version++;
	store.open = 0;
	buf_clear(&store.said);
}

static struct entry *
new_entry(void)
{
	if (store.n == ENTRIES_MAX || store.text.n > TEXT_MAX) {
		unsigned long rows = store.rows;

		legends_reset();
		store.rows = rows;
	}
	if (store.n == store.cap) {
		store.cap = store.cap ? 2 * store.cap : 32;
		store.e = erealloc(store.e, store.cap * sizeof(*store.e));
	}
	store.e[store.n] = (struct entry){0};
	return &store.e[store.n];
}

static void
new_group(enum mark_class class, int small)
{
	if (store.groups == store.gcap) {
		store.gcap = store.gcap ? 2 * store.gcap : 8;
		store.g = erealloc(store.g, store.gcap * sizeof(*store.g));
	}
	store.g[store.groups++] = (struct group){keep(slice_of(&store.said)), store.rows, class, small, 0};
}

/* Marks that are no sign of their own scale: any legend may have a dash beside its grades. */
static enum mark_class
scale_of(enum mark_class class)
{
	if (class == MARK_DASH || class == MARK_BLANK || class == MARK_SYMBOL)
		return MARK_NONE;
	return class;
}

static int
is_small(struct slice k)
{
	return k.n && *k.p >= 'a' && *k.p <= 'z';
}

/* A mark of another scale than those so far, or one that was defined already, begins another legend. */
static int
fits_group(struct slice k, enum mark_class class)
{
	const struct group *g = &store.g[store.groups - 1];
	size_t i;

	if (g->class != MARK_NONE && class != MARK_NONE && g->class != class)
		return 0;
	if (class == MARK_LETTER && g->class == class && g->small != is_small(k))
		return 0;
	for (i = store.n; i > 0 && store.e[i - 1].group == store.groups - 1; i--)
		if (slice_eq(get(store.e[i - 1].key), k))
			return 0;
	return 1;
}

static unsigned long
next_rank(void)
{
	if (store.n == 0 || store.e[store.n - 1].group != store.groups - 1)
		return 1;
	return store.e[store.n - 1].rank + 1;
}

static void
set_scale(struct group *g, enum mark_class class, int small)
{
	g->class = class;
	g->small = small;
}

/* A legend that defines a mark anew takes the place of the whole one that defined it, behind the rows between them. */
static void
replace_older(struct slice k, unsigned long line)
{
	size_t i;

	for (i = 0; i < store.n; i++) {
		struct group *g = &store.g[store.e[i].group];

		if (store.e[i].line && g->after_row < store.rows && !g->until && slice_eq(get(store.e[i].key), k))
			g->until = line;
	}
}

static void
add(struct slice mark, struct slice meaning, struct slice code, struct place at)
{
	struct entry *e = new_entry();
	enum mark_class class = scale_of(mark_whole(mark));

	buf_clear(&key);
	mark_key(&key, mark);
	if (!store.open || !fits_group(slice_of(&key), class))
		new_group(class, is_small(slice_of(&key)));
	else if (store.g[store.groups - 1].class == MARK_NONE)
		set_scale(&store.g[store.groups - 1], class, is_small(slice_of(&key)));
	replace_older(slice_of(&key), at.line);
	store.open = 1;
	store.version++;
	e->rank = next_rank();
	e->group = store.groups - 1;
	e->line = at.line;
	e->code = code;
	e->key = keep(slice_of(&key));
	e->mark = keep(mark);
	e->meaning = keep(meaning);
	store.n++;
}

void
legends_load(const char *file)
{
	struct rules rules = {0};
	size_t i;

	rules_load(&rules, file, "", "");
	for (i = 0; i < rules.n; i++) {
		const struct rule *r = &rules.r[i];

		if (r->n < 2)
			die("%s:%lu: a legend's line is MARK, tab, MEANING", r->at.file, r->at.line);
		add(r->f[0], r->f[1], r->n > 2 ? r->f[2] : statuscode_of_grade(r->f[0], r->f[1], r->at),
		    (struct place){r->at.file, 0, 0});
	}
	free(rules.r);
	store.own = store.n;
	store.own_text = store.text.n;
	store.open = 0;
}

/* The legend record in `field` has a title before its mark, where one legend has ended and another begins. */
static int
begins_another(void)
{
	static struct buf mark_name, title;

	buf_clear(&mark_name);
	buf_clear(&title);
	mark_key(&mark_name, field.f[LEGEND_MARK]);
	if (!store.open || fits_group(slice_of(&mark_name), scale_of(mark_whole(field.f[LEGEND_MARK]))))
		return 0;
	label_fold(&title, field.f[LEGEND_BEFORE]);
	return title.n >= LABEL_MIN;
}

static void
see_legend(const struct rec *r, const char *file)
{
	struct place at = {file, r->line, 0};

	if (utf8_valid(r->rest.p, r->rest.n) != r->rest.n)
		return;
	if (rec_fields(r, &field) < LEGEND_FIELDS)
		return;
	if (field.f[LEGEND_BEFORE].n < TITLE_MAX && begins_another()) {
		store.open = 0;
		buf_clear(&store.said);
	}
	if (field.f[LEGEND_BEFORE].n && field.f[LEGEND_BEFORE].n < TITLE_MAX && !store.open)
		label_fold(&store.said, field.f[LEGEND_BEFORE]);
	add(field.f[LEGEND_MARK], field.f[LEGEND_MEANING],
	    statuscode_of_grade(field.f[LEGEND_MARK], field.f[LEGEND_MEANING], at), at);
}

/* A text that says what a mark means, in other words than a legend's. */
static void
see_define(const struct rec *r, const char *file)
{
	struct place at = {file, r->line, 0};

	if (utf8_valid(r->rest.p, r->rest.n) == r->rest.n && rec_fields(r, &field) == 2)
		add(field.f[0], field.f[1], statuscode_of_grade(field.f[0], field.f[1], at), at);
}

static void
see_text(const struct rec *r)
{
	if (r->kind == K_TEXT && blank_field(r->rest))
		return;
	store.open = 0;
	buf_clear(&store.said);
	if ((r->kind == K_TEXT || r->kind == K_HEAD) && r->rest.n < TITLE_MAX &&
	    utf8_valid(r->rest.p, r->rest.n) == r->rest.n)
		label_fold(&store.said, r->rest);
}

void
legends_see(const struct rec *r, const char *file)
{
	if (r->kind == K_LEGEND)
		see_legend(r, file);
	else if (r->kind == K_DEFINE)
		see_define(r, file);
	else if (is_text_kind(r->kind))
		see_text(r);
	store.rows += r->kind == K_ROW;
}

static struct grade
grade_of(const struct entry *e)
{
	return (struct grade){get(e->mark), get(e->meaning), e->code, e->rank};
}

int
legends_grade(const struct rec *r, struct grade *g)
{
	size_t i;

	if (rec_fields(r, &field) < LEGEND_FIELDS)
		return 0;
	for (i = store.n; i > store.own; i--)
		if (store.e[i - 1].line == r->line && slice_eq(get(store.e[i - 1].mark), field.f[LEGEND_MARK])) {
			*g = grade_of(&store.e[i - 1]);
			return 1;
		}
	return 0;
}

int
legends_settled(unsigned long line)
{
	return store.n == 0 || store.e[store.n - 1].line < line;
}

unsigned long
legends_version(void)
{
	return store.version;
}

int
legends_any(void)
{
	return store.n > 0;
}

int
legends_open(void)
{
	return store.open;
}

static int
contains(struct slice s, struct slice part)
{
	size_t i;

	for (i = 0; i + part.n <= s.n; i++)
		if (memcmp(s.p + i, part.p, part.n) == 0)
			return 1;
	return 0;
}

/* The words before the legend name the column. */
static int
names(const struct entry *e, struct slice label)
{
	return label.n >= LABEL_MIN && contains(get(store.g[e->group].title), label);
}

int
legends_name(struct slice label)
{
	size_t i;

	for (i = 0; i < store.n; i++)
		if (names(&store.e[i], label))
			return 1;
	return 0;
}

/* Entries A and B stand in the document without a row between them, and say different things. */
static int
disagree(const struct entry *a, const struct entry *b)
{
	return a->line && b->line && store.g[a->group].after_row == store.g[b->group].after_row &&
	       !slice_eq(get(a->meaning), get(b->meaning));
}

/* The words before the legend are "「LABEL」…" or "…LABEL欄…". */
static int
is_for(const struct entry *e, struct slice label)
{
	static const char open_mark[] = "「", closing[] = "」", field_word[] = "欄";
	static struct buf said;

	if (label.n < LABEL_MIN || !names(e, label))
		return 0;
	buf_clear(&said);
	buf_addz(&said, open_mark);
	buf_adds(&said, label);
	buf_addz(&said, closing);
	if (contains(get(store.g[e->group].title), slice_of(&said)))
		return 1;
	buf_clear(&said);
	buf_adds(&said, label);
	buf_addz(&said, field_word);
	return contains(get(store.g[e->group].title), slice_of(&said));
}

/* The legend says that it is for another column of the table than the one headed LABEL. */
static int
is_for_another(const struct entry *e, struct slice label)
{
	size_t i;

	if (!store.g[e->group].title.n || is_for(e, label))
		return 0;
	for (i = 0; i < column.n; i++)
		if (is_for(e, column.label[i]) && !slice_eq(column.label[i], label))
			return 1;
	return 0;
}

/* Entry E can count for a row at LINE in the column headed LABEL. */
static int
counts(const struct entry *e, struct slice k, unsigned long line, struct slice label)
{
	unsigned long until = store.g[e->group].until;

	return slice_eq(get(e->key), k) && (!until || until > line || names(e, label)) && !is_for_another(e, label);
}

/* Is entry E the better one than B for a row at LINE? */
static int
is_better(const struct entry *e, const struct entry *b, unsigned long line, struct slice label)
{
	int e_before = e->line < line, b_before = b->line < line;

	if (names(e, label) != names(b, label))
		return names(e, label);
	if (b->line == 0)
		return 1; /* the user's own legend comes last */
	if (e_before != b_before)
		return e_before;
	return e_before ? e->line >= b->line : e->line < b->line;
}

enum found
legends_find(struct slice k, struct slice label, unsigned long line, struct grade *g)
{
	const struct entry *best = NULL;
	size_t i;

	for (i = 0; i < store.n; i++)
		if (counts(&store.e[i], k, line, label) && (!best || is_better(&store.e[i], best, line, label)))
			best = &store.e[i];
	if (!best)
		return FOUND_NONE;
	*g = grade_of(best);
	for (i = 0; i < store.n; i++)
		if (&store.e[i] != best && counts(&store.e[i], k, line, label) &&
		    names(&store.e[i], label) == names(best, label) && disagree(&store.e[i], best))
			return FOUND_UNSURE;
	return FOUND;
}
