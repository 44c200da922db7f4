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

/* The level that R, whose fields are in f, has by its syntax: an island in a numbered document is deeper. */
static unsigned
level_by_syntax(void)
{
	struct slice before = f.f[HEAD_BEFORE];
	unsigned signs = 0;
	size_t i;

	for (i = 0; i < before.n; i++)
		signs += before.p[i] == '#';
	return signs ? signs : level_of(f.f[HEAD_DEPTH]);
}

static void
put_parts(struct slice before, struct slice mark, struct slice gap, struct slice title)
{
	out_field(before);
	out_field(mark);
	out_field(gap);
	out_field(title);
	out_end();
}

void
certain_head(const struct rec *r, struct place at)
{
	static const struct slice none = {"", 0};
	static struct buf before, title;
	struct heading h;
	unsigned level;
	int numbered, underlined;

	rec_fields(r, &f);
	level = level_by_syntax();
	underlined = !memchr(f.f[HEAD_BEFORE].p, '#', f.f[HEAD_BEFORE].n);
	buf_clear(&before);
	buf_clear(&title);
	unesc(&before, f.f[HEAD_BEFORE]);
	unesc(&title, f.f[HEAD_MARK]);
	unesc(&title, f.f[HEAD_GAP]);
	unesc(&title, f.f[HEAD_TITLE]);
	outline_markdown();
	numbered = is_utf8(slice_of(&title)) && heading_read(&h, slice_of(&title), at) == HEADING && !h.cut;
	level = levels_certain(level, numbered ? &h : NULL, underlined);
	before_other();
	before_in_contents(NULL, slice_of(&title), at);
	out_rec("head", r->line);
	out_fieldu(level);
	if (numbered) {
		buf_adds(&before, h.before);
		put_parts(slice_of(&before), h.mark, h.gap, h.title);
	} else {
		put_parts(slice_of(&before), none, none, slice_of(&title));
	}
	before_head();
}
