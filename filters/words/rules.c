/* rules.c - loading the plain tables; see rules.h */
#include "words/rules.h"

#include <stdlib.h>
#include <string.h>

#include "words/own.h"

static struct rule *
new_rule(struct rules *to)
{
	if (to->n == to->cap) {
		to->cap = to->cap ? 2 * to->cap : 64;
		to->r = erealloc(to->r, to->cap * sizeof(*to->r));
	}
	memset(&to->r[to->n], 0, sizeof(*to->r));
	return &to->r[to->n++];
}

static void
add_line(struct rules *to, const char *p, const char *end, struct place at, int own)
{
	struct rule *r = new_rule(to);

	r->at = at;
	r->own = own;
	while (p < end && r->n < RULE_FIELDS) {
		const char *tab = memchr(p, '\t', (size_t)(end - p));
		const char *stop = tab && r->n + 1 < RULE_FIELDS ? tab : end;

		r->f[r->n++] = (struct slice){p, (size_t)(stop - p)};
		for (p = stop; p < end && *p == '\t'; p++)
			;
	}
}

/* Returns true if a line "!replace" was among them. */
static int
add_table(struct rules *to, struct slice text, const char *name, int own)
{
	const char *p = text.p, *all = text.p + text.n;
	struct place at = {name, 0, 0};
	int replace = 0;

	while (p < all) {
		const char *lf = memchr(p, '\n', (size_t)(all - p));
		const char *end = lf ? lf : all;
		size_t n = (size_t)(end - p);

		at.line++;
		if (n == 8 && memcmp(p, "!replace", 8) == 0)
			replace = 1;
		else if (n && *p != '#')
			add_line(to, p, end, at, own);
		p = end + 1;
	}
	return replace;
}

void
rules_load(struct rules *to, const char *table, const char *builtin)
{
	const struct own_rules *own;
	int replace = 0;
	size_t at = 0;

	while ((own = own_rules_next(table, &at)) != NULL)
		replace |= add_table(to, own->text, own->file, 1);
	if (!replace)
		add_table(to, slice_z(builtin), table, 0);
}

void
rules_add_file(struct rules *to, const char *file)
{
	add_table(to, own_text(file), file, 1);
}
