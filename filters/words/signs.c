/* signs.c - the rules of signs.tsv; see words/signs.h */
#include "words/signs.h"

#include <stdlib.h>

#include "base/builtin.h"
#include "words/re.h"
#include "words/rules.h"

enum { DITTO = SIGN_REMARK + 1, KINDS };

static struct re *signs[KINDS]; /* NULL: there is no rule of the kind */

static int
kind_of(const struct rule *r)
{
	static const char *const names[KINDS] = {[SIGN_LIST] = "list", [SIGN_REMARK] = "remark", [DITTO] = "ditto"};
	int k;

	for (k = SIGN_LIST; k < KINDS; k++)
		if (r->n > 1 && slice_eq(r->f[0], slice_z(names[k])))
			return k;
	die("%s:%lu: not a kind of sign: %.*s", r->at.file, r->at.line, (int)r->f[0].n, r->f[0].p);
}

void
signs_load(void)
{
	struct buf pattern[KINDS] = {{0}};
	struct rules rules = {0};
	size_t i;
	int k;

	if (signs[SIGN_LIST])
		return; /* several filters of one process ask */
	rules_load(&rules, "signs.tsv", rules_signs);
	for (i = 0; i < rules.n; i++) {
		k = kind_of(&rules.r[i]);
		re_check(&rules.r[i], 1); /* blames the right line */
		buf_addz(&pattern[k], pattern[k].n ? "|" : "");
		buf_adds(&pattern[k], rules.r[i].f[1]);
	}
	for (k = SIGN_LIST; k < KINDS; k++) {
		signs[k] = re_new(pattern[k].n ? slice_of(&pattern[k]) : slice_z("(?!)"), (struct place){"signs.tsv", 0, 0});
		buf_free(&pattern[k]);
	}
	free(rules.r);
}

enum sign
sign_at(struct slice s, size_t i, size_t *len)
{
	int k;

	if (((unsigned char)s.p[i] & 0xc0) == 0x80)
		return SIGN_NONE; /* inside a character */
	for (k = SIGN_LIST; k <= SIGN_REMARK; k++)
		if (re_match_at(signs[k], s, i, (struct place){0})) {
			*len = re_group(signs[k], 0).n;
			return (enum sign)k;
		}
	return SIGN_NONE;
}

int
sign_is_ditto(struct slice cell)
{
	return re_match_at(signs[DITTO], cell, 0, (struct place){0});
}
