/* begins.c - what a match can begin with; see begins.h */
#include "words/begins.h"

#include "base/check.h"
#include "base/hash.h"

int
begins_find(struct begins *b, struct re *re, uint32_t c, struct slice s)
{
	struct slice one = {s.p, c < 0x80 ? 1 : c < 0x800 ? 2 : 3};
	int may = re_may_begin(re, one);

	if (CHECKS && !may)
		check_same(!re_match_at(re, s, 0, (struct place){0}), "what a match begins with", s);
	if (KEEPS_ANSWERS && !(CHECKS && !may))
		b->known[c] = may ? BEGINS : BEGINS_NOT;
	return may;
}
