/* legend.c - the legends of a document; see status/legend.h */
#include "status/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/blank.h"
#include "base/builtin.h"
#include "base/fold.h"
#include "words/rules.h"
#include "status/code.h"
#include "status/words.h"
#include "words/columns.h"

/* More than any document has; beyond it the oldest are forgotten, so that memory stays bounded. */
enum { ENTRIES_MAX = 4096, TEXT_MAX = 1 << 20, TITLE_MAX = 1024 };

struct legends legends;

static struct buf key;
static struct fields field;

static struct span
keep(struct slice s)
{
	struct span at = {legends.text.n, s.n};

	buf_adds(&legends.text, s);
	return at;
}

/* What was said before a legend: most titles have none behind them, and are not folded. */
static struct buf *
said(void)
{
	if (legends.unfolded.n)
		label_fold(&legends.said, slice_of(&legends.unfolded));
	buf_clear(&legends.unfolded);
	return &legends.said;
}

static void
forget_said(void)
{
	buf_clear(&legends.said);
	buf_clear(&legends.unfolded);
}

/* Makes entry N, the last, known to its list. */
static void
enlist(size_t n)
{
	struct key_list *list = legends_list(legends_text(legends.e[n - 1].key));

	legends.e[n - 1].next = 0;
	if (list->last)
		legends.e[list->last - 1].next = n;
	else
		list->first = n;
	list->last = n;
}

/* Lists the user's own entries, and no others. */
static void
enlist_own(void)
{
	size_t i;

	memset(legends.list, 0, sizeof(legends.list));
	for (i = 0; i < legends.own; i++)
		enlist(i + 1);
}

void
legends_reset(void)
{
	legends.n = legends.own;
	enlist_own();
	legends.groups = legends.own != 0;
	legends.text.n = legends.own_text;
	legends.rows = 0;
	legends.version++;
	legends.open = 0;
	legends.row = legends.behind_row = 0;
	forget_said();
}

static struct entry *
new_entry(void)
{
	if (legends.n == ENTRIES_MAX || legends.text.n > TEXT_MAX) {
		unsigned long rows = legends.rows;

		legends_reset();
		legends.rows = rows;
	}
	if (legends.n == legends.cap) {
		legends.cap = legends.cap ? 2 * legends.cap : 32;
		legends.e = erealloc(legends.e, legends.cap * sizeof(*legends.e));
	}
	legends.e[legends.n] = (struct entry){0};
	return &legends.e[legends.n];
}

static void
new_group(enum mark_class class, int small)
{
	if (legends.groups == legends.gcap) {
		legends.gcap = legends.gcap ? 2 * legends.gcap : 8;
		legends.g = erealloc(legends.g, legends.gcap * sizeof(*legends.g));
	}
	legends.g[legends.groups++] = (struct group){keep(slice_of(said())), legends.rows, class, small, legends.behind_row, 0, {0, 0, 0, 0}};
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
	const struct group *g = &legends.g[legends.groups - 1];
	size_t i;

	if (g->class != MARK_NONE && class != MARK_NONE && g->class != class)
		return 0;
	if (class == MARK_LETTER && g->class == class && g->small != is_small(k))
		return 0;
	for (i = legends.n; i > 0 && legends.e[i - 1].group == legends.groups - 1; i--)
		if (slice_eq(legends_text(legends.e[i - 1].key), k))
			return 0;
	return 1;
}

static unsigned long
next_rank(void)
{
	if (legends.n == 0 || legends.e[legends.n - 1].group != legends.groups - 1)
		return 1;
	return legends.e[legends.n - 1].rank + 1;
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
	struct key_list *list = legends_list(k);
	size_t i = list->standing ? list->standing : list->first;

	while (i && legends.e[i - 1].next && (legends.g[legends.e[i - 1].group].until || !legends.e[i - 1].line))
		i = legends.e[i - 1].next;
	list->standing = i; /* what is replaced stays so: in a document of thousands of legends, each looked at all before it */
	for (; i; i = legends.e[i - 1].next) {
		const struct entry *e = &legends.e[i - 1];
		struct group *g = &legends.g[e->group];

		if (!g->until && e->line && g->after_row < legends.rows && slice_eq(legends_text(e->key), k))
			g->until = line;
	}
}

/* The code of a mark that means MEANING: all of it, or a word with what that is behind a colon or a dash, 完了: 作業が終わった状態. */
static struct slice
code_of(struct slice mark, struct slice meaning, struct place at)
{
	struct slice code = statuscode_of_grade(mark, meaning, at);

	if (code.n)
		return code;
	buf_clear(&key);
	fold(&key, meaning);
	return statuswords_explained(slice_of(&key), at);
}

static void
add(struct slice mark, struct slice meaning, struct slice code, struct place at)
{
	struct entry *e = new_entry();
	enum mark_class class = scale_of(mark_whole(mark));

	buf_clear(&key);
	mark_key(&key, mark);
	if (!legends.open || !fits_group(slice_of(&key), class))
		new_group(class, is_small(slice_of(&key)));
	else if (legends.g[legends.groups - 1].class == MARK_NONE)
		set_scale(&legends.g[legends.groups - 1], class, is_small(slice_of(&key)));
	replace_older(slice_of(&key), at.line);
	legends.open = 1;
	legends.version++;
	e->rank = next_rank();
	e->group = legends.groups - 1;
	e->line = at.line;
	e->code = code;
	e->key = keep(slice_of(&key));
	e->mark = keep(mark);
	e->meaning = keep(meaning);
	enlist(++legends.n);
}

void
legends_load(const char *file)
{
	struct rules rules = {0};
	size_t i;

	rules_add_file(&rules, file);
	for (i = 0; i < rules.n; i++) {
		const struct rule *r = &rules.r[i];

		if (r->n < 2)
			die("%s:%lu: a legend's line is MARK, tab, MEANING", r->at.file, r->at.line);
		add(r->f[0], r->f[1], r->n > 2 ? r->f[2] : code_of(r->f[0], r->f[1], r->at),
		    (struct place){r->at.file, 0, 0});
	}
	free(rules.r);
	legends.own = legends.n;
	legends.own_text = legends.text.n;
	legends.open = 0;
}

/* The legend record in `field` has a title before its mark, where one legend has ended and another begins. */
static int
begins_another(void)
{
	static struct buf mark_name, title;

	buf_clear(&mark_name);
	buf_clear(&title);
	mark_key(&mark_name, field.f[LEGEND_MARK]);
	if (!legends.open || fits_group(slice_of(&mark_name), scale_of(mark_whole(field.f[LEGEND_MARK]))))
		return 0;
	label_fold(&title, field.f[LEGEND_BEFORE]);
	return title.n >= LABEL_MIN;
}

static void
see_legend(const struct rec *r, const char *file)
{
	struct place at = {file, r->line, 0};

	if (!is_utf8(r->rest))
		return;
	if (rec_fields(r, &field) < LEGEND_FIELDS)
		return;
	legends.row = 0;
	if (field.f[LEGEND_BEFORE].n < TITLE_MAX && begins_another()) {
		legends.open = 0;
		forget_said();
	}
	if (field.f[LEGEND_BEFORE].n && field.f[LEGEND_BEFORE].n < TITLE_MAX && !legends.open)
		label_fold(said(), field.f[LEGEND_BEFORE]);
	add(field.f[LEGEND_MARK], field.f[LEGEND_MEANING],
	    code_of(field.f[LEGEND_MARK], field.f[LEGEND_MEANING], at), at);
}

/* A text that says what a mark means, in other words than a legend's. */
static void
see_define(const struct rec *r, const char *file)
{
	struct place at = {file, r->line, 0};

	legends.open |= legends.row && legends.row_open;
	legends.row = 0;
	if (is_utf8(r->rest) && rec_fields(r, &field) == 2)
		add(field.f[0], field.f[1], code_of(field.f[0], field.f[1], at), at);
}

/* A row or a header may be of a legend's own table: the title above it still holds, and where it defines a mark itself,
 * the legend goes on. */
static void
see_row(const struct rec *r)
{
	if (legends.row)
		forget_said();
	if (legends.open)
		legends.g[legends.groups - 1].behind = 0;
	legends.row = 1;
	legends.behind_row = r->kind == K_ROW;
	legends.row_open = legends.open;
	legends.open = 0;
	legends.rows += r->kind == K_ROW;
}

static void
see_text(const struct rec *r)
{
	if (r->kind == K_RULE || r->kind == K_LABELS || (r->kind == K_TEXT && blank_field(r->rest)))
		return;
	legends.row = legends.behind_row = 0;
	legends.open = 0;
	forget_said();
	if ((r->kind == K_TEXT || r->kind == K_HEAD) && r->rest.n < TITLE_MAX && is_utf8(r->rest))
		buf_adds(&legends.unfolded, r->rest);
}

void
legends_see(const struct rec *r, const char *file)
{
	if (r->kind == K_LEGEND)
		see_legend(r, file);
	else if (r->kind == K_DEFINE)
		see_define(r, file);
	else if (r->kind == K_ROW || r->kind == K_COLS)
		see_row(r);
	else if (is_text_kind(r->kind))
		see_text(r);
}

int
legends_grade(const struct rec *r, struct grade *g)
{
	size_t i;

	if (rec_fields(r, &field) < LEGEND_FIELDS)
		return 0;
	for (i = legends.n; i > legends.own; i--)
		if (legends.e[i - 1].line == r->line && slice_eq(legends_text(legends.e[i - 1].mark), field.f[LEGEND_MARK])) {
			*g = legends_grade_of(&legends.e[i - 1]);
			return 1;
		}
	return 0;
}

int
legends_settled(unsigned long line)
{
	return legends.n == 0 || legends.e[legends.n - 1].line < line;
}

unsigned long
legends_version(void)
{
	return legends.version;
}

int
legends_any(void)
{
	return legends.n > 0;
}

int
legends_open(void)
{
	return legends.open;
}

