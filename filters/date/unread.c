/* unread.c - cells of columns of dates that give none; see date/unread.h */
#include "date/unread.h"

#include <stdio.h>

#include "stream/out.h"

/* As much of S as is shown; *DOTS is what says that there is more. */
static struct slice
shown(struct slice s, const char **dots)
{
	*dots = "";
	if (s.n <= UNREAD_BYTES)
		return s;
	for (s.n = UNREAD_BYTES; s.n && ((unsigned char)s.p[s.n] & 0xc0) == 0x80; s.n--)
		;
	*dots = "...";
	return s;
}

static struct unread_text *
text_of(struct unread *u, struct slice text, int undated)
{
	size_t i;

	if (undated)
		return &u->undated;
	for (i = 0; i < u->n && !slice_eq(slice_of(&u->of[i].text), text); i++)
		;
	if (i == u->n && u->n <= UNREAD_TEXTS)
		u->n++;
	return &u->of[i < UNREAD_TEXTS ? i : UNREAD_TEXTS];
}

void
unread_cell(struct unread *u, struct slice text, int undated, struct place at)
{
	struct unread_text *t = text_of(u, text, undated);
	const char *dots;
	struct slice s = shown(text, &dots);

	if (t->count++)
		return;
	t->line = at.line;
	buf_clear(&t->text);
	buf_adds(&t->text, text);
	add_warn_unsaid(&u->record, undated ? MSG_UNDATED : MSG_UNREAD_DATE, at.line, (int)s.n, s.p, dots, "");
}

void
unread_flush(struct unread *u)
{
	if (u->record.n)
		outs(slice_of(&u->record));
	buf_clear(&u->record);
}

int
unread_is_own(const struct rec *r)
{
	return is_warn(r, MSG_UNREAD_DATE) || is_warn(r, MSG_UNDATED);
}

/* " (12 cells)", if there are several. */
static const char *
number(char *to, size_t size, unsigned long count)
{
	*to = '\0';
	if (count > 1)
		snprintf(to, size, " (%lu cells)", count);
	return to;
}

static void
say_text(struct unread_text *t, enum msg id, const char *file)
{
	char cells[40];
	const char *dots;
	struct slice s = shown(slice_of(&t->text), &dots);

	if (t->count)
		say(id, (struct place){file, t->line, 0}, (int)s.n, s.p, dots, number(cells, sizeof(cells), t->count));
	t->count = 0;
}

void
unread_end(struct unread *u, const char *file)
{
	size_t i;

	for (i = 0; i < u->n; i++)
		say_text(&u->of[i], MSG_UNREAD_DATE, file);
	say_text(&u->undated, MSG_UNDATED, file);
	u->n = 0;
}
