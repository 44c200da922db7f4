/* columns.c - the kinds of header words and of data cells; see words/columns.h */
#include "words/columns.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "stream/cols.h"
#include "base/fold.h"
#include "stream/matchlimit.h"
#include "base/memo.h"
#include "words/phrases.h"
#include "words/re.h"
#include "stream/rec.h"
#include "words/rules.h"
#include "words/stateword.h"
#include "base/utf8.h"

/* No header is longer: a paragraph need not be shown to the patterns. */
enum { LABEL_BYTES = 240 };

/* Twenty kanji: what is longer is no word for a state. */
enum { STATE_BYTES = 60 };

/* The rules that can match whatever a label begins with, and the others: most cells of data begin like no word that
 * heads a column. */
static struct {
	struct re *anywhere, *begun;
	struct memo roles, states;                /* what was said of labels */
	struct buf label, text, plain, folded;    /* where one is folded */
} columns;

static enum column
column_named(struct rule *r)
{
	static const char *const names[] = {
		"",       "data", "status", "progress", "item", "name", "agency",
		"period", "date", "number", "text",     "note", "other", "state",
	};
	size_t i;

	for (i = COL_DATA; i < sizeof(names) / sizeof(*names); i++)
		if (slice_eq(r->f[0], slice_z(names[i])))
			return (enum column)i;
	die("%s:%lu: not a kind of column: %.*s", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

/* What a column is as a rule, if its name is of KIND. */
static enum role
usual_role(enum column kind)
{
	static const enum role roles[] = {
		[COL_STATUS] = ROLE_STATUS, [COL_PROGRESS] = ROLE_STATUS, [COL_ITEM] = ROLE_NUMBER, [COL_NAME] = ROLE_TITLE,
		[COL_AGENCY] = ROLE_OWNER,  [COL_DATE] = ROLE_PERIOD,     [COL_NUMBER] = ROLE_AMOUNT, [COL_TEXT] = ROLE_TEXT,
		[COL_NOTE] = ROLE_NOTE,     [COL_OTHER] = ROLE_UNKNOWN,   [COL_STATE] = ROLE_UNKNOWN,
	};

	return roles[kind];
}

static enum role
role_of_rule(const struct rule *r, enum column kind)
{
	enum role role = r->n < 3 ? usual_role(kind) : role_named(r->f[2]);

	if (role == ROLES)
		die("%s:%lu: not a role: %.*s", r->at.file, r->at.line, (int)r->f[2].n, r->f[2].p);
	return role;
}

/* One alternative of a pattern, which says by its mark what it is, and how many rules there are before it. */
static void
add_rule(struct buf *all, struct rule *r, size_t order)
{
	enum column kind = column_named(r);

	buf_addz(all, all->n ? "|(?:" : "\\A(?:(?:");
	if (kind != COL_DATA && kind != COL_STATE)
		buf_addz(all, "(?:[\\p{No}\\p{Nl}]|[(]?\\d{1,2}[).])?");
	buf_addz(all, "(?:");
	buf_adds(all, r->f[1]);
	buf_addc(all, ')');
	if (kind != COL_DATA && kind != COL_STATE)
		buf_adds(all, phrase_text(PHRASE_LABEL_TAIL));
	buf_addz(all, ")\\z(*MARK:");
	buf_addc(all, (char)('A' + kind));
	buf_addc(all, (char)('A' + role_of_rule(r, kind)));
	buf_addc(all, r->own && r->n > 2 ? 'O' : '-');
	buf_addu(all, order);
	buf_addz(all, ")");
}

/* By its looks: a rule that stands in the wrong pattern costs time and changes nothing. */
static int
begins_anyhow(struct slice pattern)
{
	static const char letters[] = "\\p{L}{";
	size_t i, n = sizeof(letters) - 1;

	for (i = 0; i + n < pattern.n; i++)
		if (memcmp(pattern.p + i, letters, n) == 0)
			return 1;
	return pattern.n && *pattern.p == '.';
}

/* The pattern of ALL alternatives; NULL if there are none. */
static struct re *
pattern_of(struct buf *all, struct place at)
{
	struct re *re = NULL;

	if (all->n) {
		buf_addc(all, ')');
		re = re_new(slice_of(all), at);
	}
	buf_free(all);
	return re;
}

void
columns_load(void)
{
	struct rules rules = {0};
	struct buf loose = {0}, strict = {0};
	struct place at;
	size_t i;

	if (columns.anywhere || columns.begun)
		return; /* of the filters of one process table asks first, with the user's file */
	statewords_load();
	phrases_load();
	rules_load(&rules, "columns.tsv", rules_columns);
	for (i = 0; i < rules.n; i++) {
		re_check(&rules.r[i], 1); /* an error names its own line */
		add_rule(begins_anyhow(rules.r[i].f[1]) ? &loose : &strict, &rules.r[i], i);
	}
	at = rules.n ? rules.r[0].at : (struct place){0};
	columns.anywhere = pattern_of(&loose, at);
	columns.begun = pattern_of(&strict, at);
	free(rules.r);
}

void
label_fold(struct buf *to, struct slice field)
{
	struct slice cell = unesc_tmp(&columns.text, field);
	size_t i, from = 0;

	buf_clear(&columns.plain);
	buf_clear(&columns.folded);
	fold(&columns.folded, cell_unquote(&columns.plain, cell) ? slice_of(&columns.plain) : cell);
	for (i = 0; i < columns.folded.n; i++)
		if ((unsigned char)columns.folded.p[i] <= ' ') {
			buf_add(to, columns.folded.p + from, i - from);
			from = i + 1;
		}
	if (from < i)
		buf_add(to, columns.folded.p + from, i - from);
}

uint32_t
label_first(struct slice field)
{
	const unsigned char *p = (const unsigned char *)field.p;

	if (field.n && *p > ' ' && *p < 0x7f)
		return *p == '"' || *p == '\\' ? 0 : *p;
	if (field.n < 3 || !((*p >= 0xe4 && *p <= 0xe9) || (*p == 0xe3 && p[1] >= 0x81)))
		return 0;
	return (*p & 0xfU) << 12 | (p[1] & 0x3fU) << 6 | (p[2] & 0x3fU);
}

struct answer {
	struct named_role is;
	unsigned long order; /* of the rule that gave it */
};

static const struct answer no_answer = {{ROLE_UNKNOWN, COL_NONE, 0}, ULONG_MAX};

static struct answer
ask(struct re *re, struct slice s, struct place at)
{
	const char *mark;

	if (!re || !re_match_at(re, s, 0, at))
		return no_answer;
	mark = re_mark(re);
	return (struct answer){{(enum role)(mark[1] - 'A'), (enum column)(mark[0] - 'A'), mark[2] == 'O'}, strtoul(mark + 3, NULL, 10)};
}

static struct named_role
match(struct slice field, struct place at)
{
	struct answer a, b;

	buf_clear(&columns.label);
	label_fold(&columns.label, field);
	if (columns.label.n == 0)
		return no_answer.is;
	a = ask(columns.anywhere, slice_of(&columns.label), at);
	b = ask(columns.begun, slice_of(&columns.label), at);
	return a.order < b.order ? a.is : b.is;
}

/* Tables have the same headers, and rows the same labels, over and over: most answers are there already. */
struct named_role
column_role(struct slice field, struct place at)
{
	struct memo_entry *e;
	struct named_role is;
	unsigned long hit = limits_hit();

	if (field.n > LABEL_BYTES)
		return no_answer.is;
	e = memo_find(&columns.roles, field, 0);
	if (!e->known) {
		is = match(field, at);
		e->result = (int)is.kind;
		e->lines = (size_t)is.role;
		e->same = (uint64_t)is.own;
		e->known = limits_hit() == hit;
	}
	return (struct named_role){(enum role)e->lines, (enum column)e->result, (int)e->same};
}

/* FIELD is no word that columns.tsv knows. */
static int
is_state(struct slice field, struct place at)
{
	struct memo_entry *e;
	unsigned long hit = limits_hit();

	if (field.n == 0 || field.n > STATE_BYTES)
		return 0;
	e = memo_find(&columns.states, field, 0);
	if (!e->known) {
		buf_clear(&columns.label);
		label_fold(&columns.label, field);
		e->result = state_word(slice_of(&columns.label), at) == STATE_WORD;
		e->known = limits_hit() == hit;
	}
	return e->result;
}

enum column
column_or_state(struct slice field, struct place at)
{
	enum column kind = column_role(field, at).kind;

	return kind == COL_NONE && is_state(field, at) ? COL_STATE : kind;
}

enum column
column_kind(struct slice field, struct place at)
{
	enum column kind = column_role(field, at).kind;

	return kind == COL_STATE ? COL_DATA : kind;
}

int
cell_is_sign(struct slice field)
{
	static const char cross[] = "×";
	size_t len;

	if (field.n == sizeof(cross) - 1)
		return memcmp(field.p, cross, field.n) == 0;
	return field.n && (unsigned char)*field.p >= 0xe2 && utf8_next(field.p, field.n, &len) < 0x2e80 &&
	       len == field.n;
}
