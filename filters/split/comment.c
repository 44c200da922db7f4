/* comment.c - comments of programs; see comment.h */
#include "split/comment.h"

#include "split/markdown.h"
#include "split/peek.h"

/* So many comments are looked at, one below the other, for the line of the program below them. */
enum { COMMENTS = 8 };

/* Lines of one comment: no title has so many right below each other, nor two of which one is empty. In such a run, and behind it,
 * so many lines are looked at. */
enum { RUN = 3, RUN_LOOKED_AT = 64 };

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

/* The heading *H begins a run of comments. *PROGRAM: a line of a program stands behind it. */
static int
begins_run(struct lines *in, const struct block_heading *h, int *program)
{
	size_t i = 0, n = 1, looked;
	int empty = h->title.n == 0, over = 0;
	struct line l;

	*program = 0;
	if (h->level != 1 || h->after.n || *h->before.p != '#')
		return 0;
	for (looked = 0; looked < RUN_LOOKED_AT && peek_line(in, &i, &l); looked++) {
		int comment = markdown_heading(l.text) == 1 && *l.text.p == '#';

		if (comment && !over) {
			n++;
			empty |= title_of(l.text).n == 0;
		} else if (!comment && !markdown_is_blank(l.text)) {
			*program = markdown_is_program(l.text) || markdown_is_command(l.text);
			break;
		}
		over |= !comment;
	}
	return n >= RUN || (n == 2 && empty);
}

int
comment_is(struct blocks *b, struct lines *in, const struct block_heading *h)
{
	int program;

	if (b->run && h->level == 1)
		return 1;
	if (!b->headed && h->level == 1 && slice_begins(h->title, "-*-")) /* what Emacs and Python read the encoding from */
		return b->run = b->unmarked = 1;
	if (!b->unmarked && begins_run(in, h, &program)) {
		b->run = 1;
		b->unmarked = program && !b->headed;
		return 1;
	}
	if (b->unmarked)
		return 1;
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
