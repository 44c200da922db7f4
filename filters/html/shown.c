/* shown.c - text as a page shows it; see shown.h */
#include "html/shown.h"

static int
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

void
shown_clear(struct shown *s)
{
	buf_clear(&s->text);
	s->blank = 0;
}

/* Between two characters that are not ASCII, a newline is where an editor wrapped Japanese text: a blank there would tear
 * a word. */
static void
put_blank(struct shown *s, char next)
{
	int blank = s->blank;

	s->blank = 0;
	if (!blank || s->text.n == 0 || s->text.p[s->text.n - 1] == '\n')
		return;
	if (blank == 2 && (unsigned char)next >= 0x80 && (unsigned char)s->text.p[s->text.n - 1] >= 0x80)
		return;
	buf_addc(&s->text, ' ');
}

int
shown_add(struct shown *s, struct slice text, unsigned long line, int as_it_is, size_t most)
{
	size_t i, newlines = 0;

	for (i = text.n; i-- > 0;) /* the line of the first character that shows */
		newlines += text.p[i] == '\n';
	for (i = 0; i < text.n; i++) {
		char c = text.p[i];

		newlines -= c == '\n';
		if (is_space(c) && !(as_it_is && c != '\r')) {
			s->blank = c == '\n' || s->blank == 2 ? 2 : 1;
			continue;
		}
		if (as_it_is && c == '\n' && s->text.n == 0)
			continue; /* HTML, 13.2.6.4.7: the newline behind <pre> is none of its text */
		if (s->text.n >= most && ((unsigned char)c & 0xc0) != 0x80)
			return 0;
		if (s->text.n == 0)
			s->line = line > newlines ? line - newlines : 1;
		put_blank(s, c);
		buf_addc(&s->text, (char)(c == '\t' && !as_it_is ? ' ' : c));
	}
	return 1;
}

void
shown_break(struct shown *s)
{
	s->blank = 0;
	if (s->text.n && s->text.p[s->text.n - 1] != '\n')
		buf_addc(&s->text, '\n');
}

struct slice
shown_text(const struct shown *s)
{
	struct slice t = slice_of(&s->text);

	while (t.n && is_space(t.p[t.n - 1]))
		t.n--;
	return t;
}
