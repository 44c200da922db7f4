/* foreign.c - tables of AsciiDoc and MediaWiki; see foreign.h */
#include "split/foreign.h"

#include <string.h>

#include "split/peek.h"

/* Lines of a table: longer ones have lost their end. */
enum { LONGEST = 1000 };

void
foreign_begin(struct foreign *f)
{
	f->begun = 0;
}

static struct slice
trim_end(struct slice s)
{
	while (s.n && strchr(" \t\r", s.p[s.n - 1]))
		s.n--;
	return s;
}

/* |=== */
static int
is_bar(struct slice s)
{
	size_t n = 1;

	while (n < s.n && s.p[n] == '=')
		n++;
	return s.n >= 4 && *s.p == '|' && n == s.n;
}

/* -[ RECORD 1 ]---, *** 1. row ***: which record it is, in the middle of a rule, in any language. */
static int
is_record(struct slice s)
{
	size_t i = 0, digits = 0, rule;

	while (i < s.n && s.p[i] == *s.p)
		i++;
	rule = i;
	for (; i < s.n && s.p[i] != '-' && s.p[i] != '*'; i++)
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	if (digits == 0 || (*s.p == '*' ? rule < 4 : rule != 1 || s.n < 2 || s.p[1] != '['))
		return 0;
	while (i < s.n && s.p[i] == *s.p)
		i++;
	return i == s.n && (*s.p == '-' || s.p[s.n - 1] == '*');
}

/* S ends what BEGUN began. */
static int
is_end(char begun, struct slice s)
{
	switch (begun) {
	case '|':
		return is_bar(s);
	case '{':
		return slice_begins(s, "|}");
	default:
		return s.n == 0;
	}
}

/* What stands below the first line: | or !, perhaps behind blank lines. */
static int
cell_follows(struct lines *in)
{
	struct line l;
	size_t i = 0;

	while (peek_line(in, &i, &l))
		if (l.text.n)
			return strchr("|!", *l.text.p) && !is_bar(trim_end(l.text));
	return 0;
}

enum foreign_line
foreign_line(struct foreign *f, struct lines *in, struct slice *line)
{
	struct slice s = trim_end(*line);

	if (f->begun) {
		if (--f->lines == 0 || is_end(f->begun, s))
			f->begun = 0;
		return FOREIGN_LINE;
	}
	if (s.n > 4 && strchr("-*", *s.p) && is_record(s)) {
		f->begun = *s.p;
		f->lines = LONGEST;
		return FOREIGN_FIRST;
	}
	if (s.n < 2 || !(is_bar(s) || (slice_begins(s, "{|") && !memchr(s.p + 2, '|', s.n - 2))))
		return FOREIGN_NONE;
	buf_clear(&f->copy);
	buf_adds(&f->copy, *line);
	*line = slice_of(&f->copy);
	if (!cell_follows(in))
		return FOREIGN_NONE;
	f->begun = *line->p;
	f->lines = LONGEST;
	return FOREIGN_FIRST;
}
