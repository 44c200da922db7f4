/* why.c - why a filter decided as it did; see why.h */
#include "stream/why.h"

#include <string.h>

#include "stream/out.h"
#include "stream/stage.h"

static const char *const grades[] = {[GRADE_CERTAIN] = "certain", [GRADE_STRONG] = "strong", [GRADE_WEAK] = "weak"};

/* "status" of tanzaku-status */
static const char *
own_name(void)
{
	const char *dash = strchr(stage->name, '-');

	return dash ? dash + 1 : stage->name;
}

void
add_why(struct buf *to, unsigned long line, const char *decision, enum grade grade, const char *evidence, struct slice rule)
{
	if (!why_wanted)
		return;
	buf_addz(to, "why\t");
	buf_addu(to, line);
	buf_addc(to, '\t');
	buf_addz(to, own_name());
	buf_addc(to, '\t');
	esc(to, slice_z(decision));
	buf_addc(to, '\t');
	buf_addz(to, grades[grade]);
	buf_addc(to, '\t');
	esc(to, slice_z(evidence));
	buf_addc(to, '\t');
	esc(to, rule);
	buf_addc(to, '\n');
}

void
why_write(unsigned long line, const char *decision, enum grade grade, const char *evidence, struct slice rule)
{
	struct buf record = {0};

	add_why(&record, line, decision, grade, evidence, rule);
	outs(slice_of(&record));
	buf_free(&record);
}

int
why_is_own(const struct rec *r)
{
	const char *name = own_name();
	size_t n = strlen(name);

	return r->kind == K_WHY && r->rest.n > n && memcmp(r->rest.p, name, n) == 0 && r->rest.p[n] == '\t';
}
