/* page.c - a page that is being read; see html/page.h */
#include "html/page.h"

#include <string.h>

#include "stream/out.h"
#include "stream/rec.h"
#include "stream/warn.h"

enum { TEXT_MOST = LINE_LIMIT / 4 };

unsigned long
page_line(const struct page *p)
{
	return p->parser->input ? (unsigned long)p->parser->input->line : p->lay.at;
}

struct htable *
page_cell(struct page *p)
{
	size_t i = p->tables < TABLES_DEEP ? p->tables : TABLES_DEEP;

	while (i > 0 && p->table[i - 1].is == TABLE_INNER)
		i--;
	return i && p->table[i - 1].in_cell ? &p->table[i - 1] : NULL;
}

struct htable *
page_table(struct page *p)
{
	return p->tables && p->tables <= TABLES_DEEP ? &p->table[p->tables - 1] : NULL;
}

struct shown *
page_text(struct page *p)
{
	struct htable *t = page_cell(p);

	return t ? &t->cell : &p->text;
}

void
page_flush(struct page *p)
{
	struct slice text = shown_text(&p->text);
	const char *kind = p->pre ? "code" : "text", *s = text.p, *end = s + text.n;

	while (s < end) {
		const char *lf = memchr(s, '\n', (size_t)(end - s)), *stop = lf ? lf : end;

		lay_text(&p->lay, kind, p->text.line, (struct slice){s, (size_t)(stop - s)});
		if (p->pre)
			p->text.line++;
		s = stop + 1;
	}
	shown_clear(&p->text);
}

void
page_block(struct page *p)
{
	if (page_cell(p))
		shown_break(page_text(p));
	else if (!p->level)
		page_flush(p);
}

void
page_heading_end(struct page *p)
{
	struct slice text = shown_text(&p->text);
	char depth[2] = {(char)('0' + p->level), '\0'}, before[] = "####### ";
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.p[i] == '\n')
			p->text.text.p[i] = ' ';
	if (text.n) {
		out_rec("head", lay_record(&p->lay, p->text.line));
		out_fieldz(depth);
		out_field((struct slice){before + 7 - p->level, p->level + 1}); /* as in Markdown: certain, and no number */
		out_fieldz("");
		out_fieldz("");
		out_field(text);
		out_end();
	}
	p->level = 0;
	shown_clear(&p->text);
}

void
page_add(struct page *p, struct slice text, unsigned long line)
{
	if (p->hidden || shown_add(page_text(p), text, line, p->pre > 0, TEXT_MOST) || p->long_text)
		return;
	p->long_text = 1;
	out_warn(MSG_LONG_LINE, (struct place){p->name, line, 0}, (unsigned long)TEXT_MOST);
}

unsigned long
page_open_line(const struct page *p)
{
	size_t i;

	for (i = 0; i < p->tables && i < TABLES_DEEP; i++)
		if (htable_open_line(&p->table[i]))
			return htable_open_line(&p->table[i]);
	return p->text.text.n ? p->text.line : 0;
}
