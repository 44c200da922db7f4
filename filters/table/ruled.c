/* ruled.c - headers that a rule below them shows; see table/ruled.h */
#include "table/ruled.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"
#include "table/contrast.h"

/* The next record behind I that carries source text, rules included; w->n if none is held. */
static size_t
next_text(const struct window *w, size_t i)
{
	for (i++; i < w->n; i++)
		if (is_text_kind(win_at(w, i)->r.kind))
			break;
	return i;
}

int
ruled_below(const struct window *w, size_t i)
{
	i = next_text(w, i);
	return i < w->n && win_at(w, i)->r.kind == K_RULE;
}

static uint32_t
first_of(struct slice rule)
{
	size_t i = 0, len;

	while (i < rule.n && (len = blank_at((struct slice){rule.p + i, rule.n - i})))
		i += len;
	return i < rule.n ? utf8_next(rule.p + i, rule.n - i, &len) : 0;
}

/* ┌ ┏ ╔ ╭ */
int
rule_begins_box(struct slice rule)
{
	uint32_t c = first_of(rule);

	return c == 0x250c || c == 0x250f || c == 0x2554 || c == 0x256d;
}

/* └ ┗ ╚ ╰ */
int
rule_ends_box(struct slice rule)
{
	uint32_t c = first_of(rule);

	return c == 0x2514 || c == 0x2517 || c == 0x255a || c == 0x2570;
}

/* |---|---|, --- | ---, > |---|: what GFM has below a header and nowhere else. */
static int
is_delimiter(struct slice rule)
{
	return memchr(rule.p, '|', rule.n) && memchr(rule.p, '-', rule.n) && !memchr(rule.p, '+', rule.n);
}

/* The rule below the header of a grid: those between its rows are of other strokes. */
static int
is_double(struct slice rule)
{
	static const char stroke[] = "═";
	size_t i;

	if (memchr(rule.p, '=', rule.n))
		return 1;
	for (i = 0; i + 3 <= rule.n; i++)
		if (memcmp(rule.p + i, stroke, 3) == 0)
			return 1;
	return 0;
}

int
ruled_as_header(const struct window *w, size_t i)
{
	return ruled_below(w, i) && is_delimiter(win_at(w, next_text(w, i))->r.rest);
}

/* The rows of a run, and the rules between them, as far as they are held. */
struct run {
	size_t before; /* rows before its first inner rule */
	size_t rows, inner;
	struct slice rule; /* the first inner rule */
	int open;      /* no rule ends it */
};

static struct run
run_at(const struct window *w, size_t i)
{
	struct run run = {.rows = 1, .open = 1};
	int pending = 0;

	for (i = next_text(w, i); i < w->n; i = next_text(w, i)) {
		const struct rec *r = &win_at(w, i)->r;

		if (r->kind == K_RULE) {
			if (pending)
				break; /* two boxes, one right under the other */
			pending = 1;
			if (run.inner == 0)
				run.rule = r->rest;
			if (rule_ends_box(r->rest))
				break;
			continue;
		}
		if (r->kind != K_ROW)
			break;
		if (pending && run.inner++ == 0)
			run.before = run.rows;
		pending = 0;
		run.rows++;
	}
	run.open = !pending;
	return run;
}

size_t
ruled_header(const struct window *w, size_t i)
{
	struct run run;

	if (ruled_as_header(w, i))
		return 1; /* also without a row below it */
	run = run_at(w, i);
	if (run.inner == 0 || run.before > RULED_ROWS)
		return 0;
	if (is_double(run.rule))
		return run.before;
	if (run.before == 2 && contrast_fills(w, i))
		return 2;
	return run.before == 1 && (run.inner + 1 < run.rows || run.open);
}
