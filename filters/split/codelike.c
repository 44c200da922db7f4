/* codelike.c - lines that are laid out as programs are; see codelike.h */
#include "split/codelike.h"

#include <string.h>

#include "base/blank.h"
#include "split/markdown.h"
#include "split/peek.h"

enum { LINES = 3 };

static int
is_blank(struct slice s, size_t i)
{
	return i >= s.n || s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r';
}

/* Number signs, semicolons, percent signs, two strokes or dashes: what stands at place I begins a comment, blank behind. */
static int
is_comment(struct slice s, size_t i)
{
	size_t n = i;

	while (n < s.n && s.p[n] == s.p[i])
		n++;
	if (slice_begins((struct slice){s.p + i, s.n - i}, "/*"))
		return 1;
	if (n == i || !is_blank(s, n))
		return 0;
	return strchr("#;%", s.p[i]) || (n - i == 2 && strchr("/-", s.p[i])) || (n - i == 1 && s.p[i] == '"');
}

/* The word at place I sets a value, or says of what type it is: = := += == :: */
static int
is_assignment(struct slice s, size_t i)
{
	size_t n = i;

	while (n < s.n && strchr("=:+*-<>!", s.p[n]))
		n++;
	return n > i && n - i <= 3 && is_blank(s, n) && (s.p[n - 1] == '=' || (n - i == 2 && s.p[i] == ':' && s.p[n - 1] == ':'));
}

/* The same signs stand at both ends, behind or before a blank: a line of a frame, as comments and licences have it, and no pipes. */
static int
is_framed(struct slice s)
{
	size_t n = 0;

	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\r'))
		s.n--;
	while (s.n && *s.p == ' ')
		s = (struct slice){s.p + 1, s.n - 1};
	while (n < s.n && s.p[n] == *s.p)
		n++;
	return n && n < s.n && strchr("*#;%-/!+", *s.p) && s.p[n] == ' ' && s.n > 2 * n && s.p[s.n - n - 1] == ' ' && memcmp(s.p, s.p + s.n - n, n) == 0;
}

/* What the scan of a line has come to. */
struct codescan {
	int depth;  /* brackets that are open */
	int quoted; /* inside of quotation marks: 1, and 2 if something that parts stands there */
	char quote; /* which they are */
	int words;  /* that have begun */
};

/* The character at place I parts cells. */
static int
parts_at(struct slice s, size_t i, enum codelike_parts parts)
{
	return parts == PARTS_STROKES ? s.p[i] == '|' : s.p[i] == ' ' && i + 1 < s.n && s.p[i + 1] == ' ';
}

/* A word begins at place I. */
static int
word_shows(struct slice s, size_t i, enum codelike_parts parts, struct codescan *c)
{
	int behind_gap = c->words++ == 0 || (i > 1 && is_blank(s, i - 2));

	if (behind_gap && c->words > 1 && s.p[i] == '|' && is_blank(s, i + 1) && parts == PARTS_BLANKS)
		return 1;
	return is_assignment(s, i) || slice_begins((struct slice){s.p + i, s.n - i}, ">>> ") || (behind_gap && is_comment(s, i));
}

/* $name, ${name}, ||, and where strokes part nothing, what is escaped in patterns. */
static int
pair_shows(char c, char next, enum codelike_parts parts)
{
	if (c == '$')
		return ((next | 0x20) >= 'a' && (next | 0x20) <= 'z') || next == '{' || next == '(';
	return (c == '|' && next == '|') || (c == '\\' && parts == PARTS_BLANKS && strchr("<>(){}+*|?", next));
}

/* An apostrophe is one only where no letter stands before it, but for one that says what sort of string begins: r'a|b'. */
static int
is_quote(struct slice s, size_t i, enum codelike_parts parts)
{
	if (s.p[i] != '\'' || parts == PARTS_BLANKS)
		return s.p[i] == '"' || s.p[i] == '`';
	return i == 0 || (s.p[i - 1] | 0x20) < 'a' || (s.p[i - 1] | 0x20) > 'z' || i == 1 || is_blank(s, i - 2);
}

enum codelike
codelike(struct slice s, enum codelike_parts parts)
{
	struct codescan c = {0, 0, 0, 0};
	size_t i;

	if (parts == PARTS_BLANKS && is_framed(s))
		return CODE_LIKE;
	for (i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80)
			return CODE_NONE;
		if (i + 1 < s.n && pair_shows(s.p[i], s.p[i + 1], parts))
			return CODE_LIKE;
		if (!is_blank(s, i) && (i == 0 || is_blank(s, i - 1)) && !c.quoted && word_shows(s, i, parts, &c))
			return CODE_LIKE;
		if (c.words && parts_at(s, i, parts)) {
			if (c.depth > 0)
				return CODE_TORN;
			c.quoted += c.quoted == 1;
		}
		if (c.quoted == 2 && s.p[i] == c.quote)
			return CODE_TORN;
		if (c.quoted ? s.p[i] == c.quote : is_quote(s, i, parts)) {
			c.quoted = !c.quoted;
			c.quote = s.p[i];
		}
		c.depth += (strchr("([{", s.p[i]) != NULL) - (strchr(")]}", s.p[i]) != NULL);
	}
	return parts == PARTS_BLANKS && c.depth != 0 ? CODE_LIKE : CODE_NONE;
}

size_t
codelike_open(struct slice s, size_t open)
{
	size_t i = 0, depth = open;
	int torn = open > 0;

	while (i < s.n && s.p[i] == ' ')
		i++;
	if (i == s.n || s.p[i] == '|')
		return 0;
	for (; i < s.n && (unsigned char)s.p[i] < 0x80; i++) {
		torn |= s.p[i] == '|' && depth;
		depth += strchr("([{", s.p[i]) != NULL;
		depth -= depth && strchr(")]}", s.p[i]);
	}
	return i == s.n && torn ? depth : 0;
}

enum codelike
codelike_block(struct buf *copy, struct lines *in, struct slice *line)
{
	enum codelike first;
	size_t i = 0, n = 1, like;
	struct line l;

	if (line->n == 0 || (unsigned char)*line->p >= 0x80 || !blank_may_be_in(*line))
		return CODE_NONE;
	buf_clear(copy);
	buf_adds(copy, *line);
	*line = slice_of(copy);
	first = codelike(*line, PARTS_BLANKS);
	like = first != CODE_NONE;
	while (n < LINES && 2 * (like + LINES - n) > LINES && peek_line(in, &i, &l) && !markdown_is_blank(l.text)) {
		like += codelike(l.text, PARTS_BLANKS) != CODE_NONE;
		n++;
	}
	if (2 * like > n)
		return first == CODE_NONE ? CODE_LIKE : first;
	return first == CODE_TORN ? CODE_LIKE : CODE_NONE;
}

int
codelike_indented(struct slice line)
{
	size_t i = 0;

	while (i < line.n && line.p[i] == ' ')
		i++;
	return i && i < line.n && (unsigned char)line.p[i] < 0x80;
}
