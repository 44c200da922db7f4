/* comment.c - comments of programs; see comment.h */
#include "split/comment.h"

#include "split/markdown.h"
#include "split/peek.h"

/* So many comments are looked at, one below the other, for the line of the program below them. */
enum { COMMENTS = 8 };

static struct slice
title_of(struct slice line)
{
	struct slice before, title, after;

	if (!markdown_heading(line))
		return (struct slice){"", 0};
	markdown_cut_heading(line, &before, &title, &after);
	return title;
}

/* What stands below is a line of a program, perhaps behind more comments; where others have been seen, any line of text. */
static int
program_follows(struct lines *in, int others)
{
	struct line next;
	size_t i = 0, n;

	for (n = 0; n < COMMENTS && peek_line(in, &i, &next); n++) {
		struct slice title = title_of(next.text);

		if (title.n == 0)
			return markdown_is_program(next.text) || markdown_is_command(next.text) ||
			       (others && !markdown_is_blank(next.text) && !markdown_begins_block(next.text));
		if (markdown_is_program(title))
			return 1;
	}
	return 0;
}

int
comment_is(struct blocks *b, struct lines *in, const struct block_heading *h)
{
	if (b->headed || !b->text)
		return 0;
	if (b->dumped && !b->markup)
		b->unmarked = 1; /* whatever comes, its items as well */
	if (b->unmarked)
		return 1;
	if (h->level != 1 || h->after.n)
		return 0;
	if (!b->command && !markdown_is_program(h->title) && !(b->comments && *h->before.p == ' ') && !program_follows(in, b->comments))
		return 0;
	b->comments = b->command = 1;
	return 1;
}
