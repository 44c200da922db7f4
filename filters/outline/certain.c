/* certain.c - headings by syntax; see outline/certain.h */
#include "outline/certain.h"

#include <string.h>

#include "outline/hold.h"

/* The level of a heading of HTML, whose tag stands in BEFORE; 0: it is none. */
static unsigned
tag_level(struct slice before)
{
	while (before.n && *before.p == ' ')
		before = (struct slice){before.p + 1, before.n - 1};
	return slice_begins(before, "<h") && before.n > 2 && before.p[2] >= '1' && before.p[2] <= '6' ? (unsigned)(before.p[2] - '0') : 0;
}

/* Number signs or a tag stand in BEFORE. */
static int
is_signed(struct slice before)
{
	return memchr(before.p, '#', before.n) || tag_level(before);
}

enum certain
certain_is(struct outline *o, const struct rec *r)
{
	if (rec_fields(r, &o->fields) != HEAD_FIELDS)
		return CERTAIN_NOT;
	return is_signed(o->fields.f[HEAD_BEFORE]) ? CERTAIN : CERTAIN_IF_UNDERLINED;
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

/* The level that R, whose fields are in o->fields, has by its syntax: an island in a numbered document is deeper. */
static unsigned
level_by_syntax(struct outline *o)
{
	struct slice before = o->fields.f[HEAD_BEFORE];
	unsigned signs = tag_level(before);
	size_t i;

	for (i = 0; i < before.n && !tag_level(before); i++)
		signs += before.p[i] == '#';
	return signs ? signs : level_of(o->fields.f[HEAD_DEPTH]);
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
certain_head(struct outline *o, const struct rec *r, struct place at)
{
	static const struct slice none = {"", 0};
	struct heading h;
	unsigned level;
	int numbered, underlined;

	rec_fields(r, &o->fields);
	level = level_by_syntax(o);
	underlined = !is_signed(o->fields.f[HEAD_BEFORE]);
	buf_clear(&o->before_title);
	buf_clear(&o->title);
	unesc(&o->before_title, o->fields.f[HEAD_BEFORE]);
	unesc(&o->title, o->fields.f[HEAD_MARK]);
	unesc(&o->title, o->fields.f[HEAD_GAP]);
	unesc(&o->title, o->fields.f[HEAD_TITLE]);
	outline_markdown(o);
	numbered = is_utf8(slice_of(&o->title)) && heading_read(&o->headings, &h, slice_of(&o->title), at) == HEADING && !h.cut;
	level = levels_certain(&o->levels, level, numbered ? &h : NULL, underlined);
	before_other(&o->before);
	before_in_contents(&o->before, NULL, slice_of(&o->title), at);
	out_rec("head", r->line);
	out_fieldu(level);
	if (numbered) {
		buf_adds(&o->before_title, h.before);
		put_parts(slice_of(&o->before_title), h.mark, h.gap, h.title);
	} else {
		put_parts(slice_of(&o->before_title), none, none, slice_of(&o->title));
	}
	before_head(&o->before);
}
