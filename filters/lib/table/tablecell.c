/* tablecell.c - the kinds of header words and of data cells; see tablecell.h */
#include "tablecell.h"

#include <stdlib.h>

#include "builtin.h"
#include "cols.h"
#include "fold.h"
#include "matchlimit.h"
#include "memo.h"
#include "re.h"
#include "rec.h"
#include "rules.h"

/* No header is longer: a paragraph need not be shown to the patterns. */
enum { LABEL_BYTES = 240 };

static struct re *re;
static struct buf label, text;

static enum column
column_named(struct rule *r)
{
	static const char *const names[] = {
		"",       "data", "status", "progress", "item", "name", "agency",
		"period", "date", "number", "text",     "note", "other",
	};
	size_t i;

	for (i = COL_DATA; i < sizeof(names) / sizeof(*names); i++)
		if (slice_eq(r->f[0], slice_z(names[i])))
			return (enum column)i;
	die("%s:%lu: not a kind of column: %.*s", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

/* One alternative of the whole pattern, which says by its mark what it is. */
static void
add_rule(struct buf *all, struct rule *r)
{
	enum column kind = column_named(r);

	buf_addz(all, all->n ? "|(?:" : "\\A(?:(?:");
	if (kind != COL_DATA)
		buf_addz(all, "(?:[\\p{No}\\p{Nl}]|[(]?\\d{1,2}[).])?");
	buf_addz(all, "(?:");
	buf_adds(all, r->f[1]);
	buf_addc(all, ')');
	if (kind != COL_DATA)
		buf_addz(all, "(?:[(【\\[〔〈<].*[)】\\]〕〉>])?(?:[※*]\\d*|注\\d*)?");
	buf_addz(all, ")\\z(*MARK:");
	buf_addc(all, (char)('A' + kind));
	buf_addz(all, ")");
}

void
columns_load(const char *file)
{
	struct rules rules = {0};
	struct buf all = {0};
	size_t i;

	rules_load(&rules, file, rules_columns, "columns.tsv");
	for (i = 0; i < rules.n; i++) {
		re_check(&rules.r[i], 1); /* an error names its own line */
		add_rule(&all, &rules.r[i]);
	}
	buf_addc(&all, ')');
	re = re_new(slice_of(&all), rules.n ? rules.r[0].at : (struct place){0});
	buf_free(&all);
	free(rules.r);
}

void
label_fold(struct buf *to, struct slice field)
{
	static struct buf plain, folded;
	struct slice cell = unesc_tmp(&text, field);
	size_t i, from = 0;

	buf_clear(&plain);
	buf_clear(&folded);
	fold(&folded, cell_unquote(&plain, cell) ? slice_of(&plain) : cell);
	for (i = 0; i < folded.n; i++)
		if ((unsigned char)folded.p[i] <= ' ') {
			buf_add(to, folded.p + from, i - from);
			from = i + 1;
		}
	if (from < i)
		buf_add(to, folded.p + from, i - from);
}

static enum column
match_kind(struct slice field, struct place at)
{
	buf_clear(&label);
	label_fold(&label, field);
	if (label.n == 0 || !re_match_at(re, slice_of(&label), 0, at))
		return COL_NONE;
	return (enum column)(re_mark(re)[0] - 'A');
}

/* Tables have the same headers, and rows the same labels, over and over: most answers are there already. */
enum column
column_kind(struct slice field, struct place at)
{
	static struct memo memo;
	struct memo_entry *e;
	unsigned long hit = limits_hit();

	if (field.n > LABEL_BYTES)
		return COL_NONE;
	e = memo_find(&memo, field, 0);
	if (!e->known) {
		e->result = match_kind(field, at);
		e->known = limits_hit() == hit;
	}
	return (enum column)e->result;
}
