/* blocks.c - blocks of Markdown; see blocks.h */
#include "split/blocks.h"

#include <string.h>

#include "base/utf8.h"
#include "split/markdown.h"

/* A longer line that is underlined is no heading, in characters. */
enum { TITLE_LONGEST = 80, UNDERLINE_LEAST = 3, DELIMITER_LEAST = 4 };

void
blocks_begin(struct blocks *b)
{
	*b = (struct blocks){.n = 0};
}

/* Takes the markers of the containers that are open off *S. Returns how many go on in this line. */
static size_t
match(const struct blocks *b, struct slice *s)
{
	size_t i, n;

	for (i = 0; i < b->n; i++) {
		struct slice body;

		if (b->in[i].quote) {
			if (!markdown_quote(*s, &body))
				break;
			*s = body;
		} else if (!markdown_is_blank(*s)) {
			n = markdown_indent(*s);
			if (n < b->in[i].width)
				break;
			markdown_outdent(s, b->in[i].width);
		}
	}
	return i;
}

/* A quotation or an item that begins here. INTERRUPTS: in the middle of a paragraph. */
static int
begins_container(struct slice *s, int interrupts, struct container *c)
{
	struct slice body;
	size_t width;

	if (markdown_quote(*s, &body)) {
		*c = (struct container){.quote = 1};
		*s = body;
		return 1;
	}
	if (markdown_indent(*s) > MARKDOWN_INDENT || markdown_is_break(*s) || !(width = markdown_item_width(*s, interrupts)))
		return 0;
	*c = (struct container){.width = width};
	markdown_skip(s, width);
	return 1;
}

static int
closes(const struct blocks *b, struct slice s)
{
	size_t n;

	if (markdown_indent(s) > MARKDOWN_INDENT)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	for (n = 0; n < s.n && s.p[n] == b->fence.c; n++)
		;
	return n >= b->fence.n && markdown_is_blank((struct slice){s.p + n, s.n - n});
}

/* A line of a fence, or 0 if the container that the fence is in ends before it. */
static int
in_fence(struct blocks *b, struct slice s, size_t matched)
{
	if (matched < b->fence.depth) {
		b->fence.c = 0;
		return 0;
	}
	if (closes(b, s))
		b->fence.c = 0;
	return 1;
}

static int
opens_fence(struct blocks *b, struct slice s, unsigned long number)
{
	size_t n = markdown_fence(s);

	if (n == 0)
		return 0;
	markdown_outdent(&s, MARKDOWN_INDENT);
	b->fence = (struct fence){*s.p, n, b->n, number};
	b->para = 0;
	return 1;
}

/* How many C a line of nothing else has, and no fewer than LEAST; or 0. */
static size_t
line_of(struct slice s, char c, size_t least)
{
	size_t n = 0;

	markdown_outdent(&s, MARKDOWN_INDENT);
	while (n < s.n && s.p[n] == c)
		n++;
	return n >= least && markdown_is_blank((struct slice){s.p + n, s.n - n}) ? n : 0;
}

/* [NOTE], [source,sh]: what AsciiDoc has above a block. */
static int
is_attributes(struct slice s)
{
	size_t i;

	while (s.n && strchr(" \t\r", s.p[s.n - 1]))
		s.n--;
	for (i = 0; i < s.n && (unsigned char)s.p[i] < 0x80; i++)
		;
	return s.n > 2 && i == s.n && *s.p == '[' && s.p[s.n - 1] == ']';
}

/* A line that begins or ends a block of AsciiDoc, whose attributes stand right above it: ---- one of code, ==== one of text. */
static int
delimits(struct blocks *b, struct slice s, unsigned long number, enum block *kind)
{
	size_t n;

	if (b->attributes && (n = line_of(s, '-', DELIMITER_LEAST))) {
		markdown_outdent(&s, MARKDOWN_INDENT);
		b->fence = (struct fence){*s.p, n, b->n, number};
		*kind = BLOCK_CODE;
	} else if ((n = line_of(s, '=', DELIMITER_LEAST)) && (b->attributes || n == b->example)) {
		b->example = b->attributes ? n : 0;
		*kind = BLOCK_BREAK;
	} else {
		return 0;
	}
	b->para = 0;
	return 1;
}

/* What is in the containers of LINE. */
static enum block
leaf(struct blocks *b, struct slice line, struct slice s, unsigned long number, struct block_heading *h)
{
	int indented = markdown_indent(s) > MARKDOWN_INDENT;
	enum block kind;

	if (markdown_is_blank(s)) {
		b->para = 0;
		return BLOCK_BLANK;
	}
	if (!indented && !b->n && delimits(b, s, number, &kind))
		return kind;
	if (!indented && opens_fence(b, s, number))
		return BLOCK_CODE;
	if (!indented && (h->level = markdown_heading(s))) {
		b->para = 0;
		if (b->n)
			return BLOCK_TEXT;
		markdown_cut_heading(line, &h->before, &h->title, &h->after);
		return BLOCK_HEADING;
	}
	if (!indented && (markdown_is_break(s) || line_of(s, '=', UNDERLINE_LEAST))) {
		b->para = 0;
		return b->n ? BLOCK_TEXT : BLOCK_BREAK;
	}
	b->para++;
	b->text = 1;
	return BLOCK_TEXT;
}

/* NAME: VALUE, what is indented below it, an item, a comment: a line of YAML. */
static int
is_yaml(struct slice s)
{
	size_t n = 0;

	if (s.n && strchr(" \t#-", *s.p))
		return 1;
	while (n < s.n && (unsigned char)s.p[n] > ' ' && s.p[n] != ':')
		n++;
	return n && n < s.n && s.p[n] == ':';
}

/* A line of the front matter, or one of its two rules. */
static int
in_front(struct blocks *b, struct slice line, unsigned long number, enum block *kind)
{
	int rule = slice_begins(line, "---") && markdown_is_blank((struct slice){line.p + 3, line.n - 3});

	*kind = rule ? BLOCK_BREAK : BLOCK_TEXT;
	if (number == 1 && rule)
		return b->front = 1;
	if (!b->front)
		return 0;
	b->front = !rule && is_yaml(line);
	return rule || b->front;
}

/* The containers that begin in LINE; true if any does. */
static int
open_containers(struct blocks *b, struct slice *s, size_t matched)
{
	struct container c;
	int any = 0;

	while (b->n < CONTAINERS && begins_container(s, b->para && !any && matched == b->n, &c)) {
		if (!any)
			b->n = matched;
		b->in[b->n++] = c;
		b->para = 0;
		any = 1;
	}
	return any;
}

static enum block
block_of(struct blocks *b, struct slice line, unsigned long number, struct block_heading *h)
{
	struct slice s = line;
	size_t matched = match(b, &s);
	int opened;
	enum block kind;

	if ((number == 1 || b->front) && in_front(b, line, number, &kind))
		return kind;

	if (b->underlined) {
		b->underlined = 0;
		b->para = 0;
		return BLOCK_UNDERLINE;
	}
	if (b->fence.c && in_fence(b, s, matched))
		return BLOCK_CODE;
	opened = open_containers(b, &s, matched);
	if (!opened && matched < b->n) {
		/* a paragraph may go on outside of its containers, if the line begins nothing else */
		if (b->para && !markdown_is_blank(s) && !markdown_begins_block(s)) {
			b->para++;
			return BLOCK_TEXT;
		}
		b->n = matched;
		b->para = 0;
	}
	kind = leaf(b, line, s, number, h);
	return opened && kind != BLOCK_CODE && b->n && !b->in[b->n - 1].quote ? BLOCK_ITEM : kind;
}

/* What LINE shows of the document that it is in, until the first heading. */
static void
see(struct blocks *b, struct slice line, enum block kind)
{
	size_t indent = 0;

	if (b->headed || kind == BLOCK_BLANK || kind == BLOCK_HEADING)
		return;
	while (indent < line.n && line.p[indent] == ' ')
		indent++;
	if (kind == BLOCK_TEXT && slice_begins((struct slice){line.p + indent, line.n - indent}, "•"))
		b->dumped = 1;
	b->markup |= kind == BLOCK_CODE || (b->n && (b->in[0].quote || strchr("-*+", line.p[indent])));
}

enum block
blocks_line(struct blocks *b, struct slice line, unsigned long number, struct block_heading *h)
{
	enum block kind = block_of(b, line, number, h);

	see(b, line, kind);
	b->attributes = kind == BLOCK_TEXT && *line.p == '[' && is_attributes(line);
	if (kind != BLOCK_HEADING) { /* that may be a comment itself */
		b->run = 0;
		b->command = kind == BLOCK_TEXT && !b->headed && (markdown_is_program(line) || markdown_is_command(line));
	}
	return kind;
}

void
blocks_table_line(struct blocks *b, struct slice line)
{
	struct slice s = line;

	b->n = match(b, &s);
	b->para = 0;
	b->command = 0;
}

int
blocks_is_underlined(const struct blocks *b, struct slice line, struct slice next, unsigned *level)
{
	if (b->n || b->para != 1 || markdown_indent(line) > MARKDOWN_INDENT || markdown_indent(next) > MARKDOWN_INDENT ||
	    utf8_count(line.p, line.n) > TITLE_LONGEST)
		return 0;
	if (line.n >= 3 && memcmp(line.p + line.n - 3, "。", 3) == 0)
		return 0; /* a sentence above a rule */
	if (b->attributes || (b->example && line_of(next, '=', DELIMITER_LEAST) == b->example))
		return 0;
	*level = line_of(next, '=', UNDERLINE_LEAST) ? 1 : 2;
	return *level == 1 || line_of(next, '-', UNDERLINE_LEAST);
}
