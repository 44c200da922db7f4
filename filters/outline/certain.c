/* certain.c - headings by syntax; see outline/certain.h */
#include "outline/certain.h"

#include <string.h>

#include "outline/before.h"
#include "outline/headings.h"
#include "outline/hold.h"
#include "outline/levels.h"

static struct fields f;

enum certain
certain_is(const struct rec *r)
{
	if (rec_fields(r, &f) != HEAD_FIELDS)
		return CERTAIN_NOT;
	return memchr(f.f[HEAD_BEFORE].p, '#', f.f[HEAD_BEFORE].n) ? CERTAIN : CERTAIN_IF_UNDERLINED;
}

int
certain_is_underline(const struct rec *r)
{
	return r->kind == K_BLOCK && slice_begins(r->rest, "underlined\t");
}

static unsigned
level_of(struct slice field)
{
	unsigned level = 0;
	size_t i;

	for (i = 0; i < field.n && i < 3 && field.p[i] >= '0' && field.p[i] <= '9'; i++)
		level = level * 10 + (unsigned)(field.p[i] - '0');
	return level ? level : 1;
}

void
certain_head(const struct rec *r, struct place at)
{
	static struct buf before, title;
	struct heading h;
	unsigned level;

	rec_fields(r, &f);
	level = level_of(f.f[HEAD_DEPTH]);
	buf_clear(&before);
	buf_clear(&title);
	unesc(&before, f.f[HEAD_BEFORE]);
	unesc(&title, f.f[HEAD_MARK]);
	unesc(&title, f.f[HEAD_GAP]);
	unesc(&title, f.f[HEAD_TITLE]);
	outline_markdown();
	before_other();
	before_in_contents(NULL, slice_of(&title), at);
	levels_under(level);
	out_rec("head", r->line);
	out_fieldu(level);
	if (is_utf8(slice_of(&title)) && heading_read(&h, slice_of(&title), at) == HEADING && !h.cut) {
		buf_adds(&before, h.before);
		out_field(slice_of(&before));
		out_field(h.mark);
		out_field(h.gap);
		out_field(h.title);
	} else {
		out_field(slice_of(&before));
		out_fieldz("");
		out_fieldz("");
		out_field(slice_of(&title));
	}
	out_end();
	before_head();
}
