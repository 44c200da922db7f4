/* fieldline.c - labels and values; see fieldline.h */
#include "split/fieldline.h"

#include "base/blank.h"
#include "base/utf8.h"
#include "split/markdown.h"

#define STROKE "\xef\xbc\x8f" /* full-width */

enum { LABEL_CHARS = 16, LABEL_BYTES = 48, DEEPEST = 24 /* columns */ };

#define IDEOGRAPHIC_SPACE "\xe3\x80\x80" /* U+3000, two columns; no indent in Markdown */

static struct slice
without(struct slice s, size_t n)
{
	return (struct slice){s.p + n, s.n - n};
}

/* The marker of an item at the start of S, with the blanks behind it: its bytes, 0 if there is none. */
static size_t
marker(struct slice s)
{
	static const char *const bullets[] = {"\xe3\x83\xbb", "\xe2\x80\xa2", "\xe2\x97\xa6", "\xef\xbd\xa5"}; /* ・ • ◦ ･ */
	size_t i, n = 0, blanks = 0;

	if (s.n && strchr("-*+", *s.p))
		n = 1;
	for (i = 0; n == 0 && i < sizeof(bullets) / sizeof(*bullets); i++)
		if (slice_begins(s, bullets[i]))
			n = 3;
	if (n == 0)
		return 0;
	while (n + blanks < s.n && (s.p[n + blanks] == ' ' || s.p[n + blanks] == '\t'))
		blanks++;
	return n == 1 && blanks == 0 ? 0 : n + blanks;
}

static struct slice
begin(struct slice line, struct fieldline *f)
{
	struct slice s = line;
	size_t n;

	f->indent = markdown_indent(line);
	markdown_outdent(&s, f->indent);
	for (; slice_begins(s, IDEOGRAPHIC_SPACE); s = without(s, 3))
		f->indent += 2;
	n = marker(s);
	f->item = n > 0;
	f->apart = 0;
	return without(s, n);
}

static size_t
colon_at(struct slice s)
{
	return *s.p == ':' ? 1 : slice_begins(s, "\xef\xbc\x9a") ? 3 : 0;
}

/* What no label has: the marks of a sentence, brackets, quotation marks, commas, slashes of an address. */
static int
is_no_label(uint32_t c)
{
	static const uint32_t marks[] = {0x3001, 0x3002, 0x300c, 0x300d, 0x3010, 0x3011, 0xff0c, '"', '\'', ',', '/', '\\', '<', '>', '=', '{', '}', '|', '`', ';', '#', '[', ']', '.', '!', '?'};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (c == marks[i])
			return 1;
	return 0;
}

/* The label at the start of S, up to a colon: its bytes, 0 if there is none. */
static size_t
label(struct slice s)
{
	size_t i, len, chars = 0, digits = 0, blanks = 0;

	for (i = 0; i < s.n && !colon_at(without(s, i)); i += len, chars++) {
		uint32_t c = utf8_next(s.p + i, s.n - i, &len);

		if (is_no_label(c) || chars >= LABEL_CHARS || i >= LABEL_BYTES)
			return 0;
		digits += c >= '0' && c <= '9';
		blanks += blank_at(without(s, i)) > 0;
	}
	return i < s.n && chars && digits < chars && blanks < 3 ? i : 0;
}

/* S, a label, stands as far in as code does in Markdown. In reports what belongs to a heading stands below it so, too: then the
 * label is in Japanese. */
static int
is_code(struct slice s, const struct fieldline *f)
{
	return (unsigned char)*s.p < 0x80 || f->indent > DEEPEST;
}

int
fieldline_read(struct slice line, struct fieldline *f)
{
	struct slice s = begin(line, f);
	int bold = slice_begins(s, "**");
	size_t n, colon;

	if (bold)
		s = without(s, 2);
	n = label(s);
	if (n == 0 || (f->indent > MARKDOWN_INDENT && is_code(s, f)))
		return 0;
	f->label = (struct slice){s.p, n};
	colon = colon_at(without(s, n));
	s = without(s, n + colon);
	if (bold && f->label.n > 2 && memcmp(f->label.p + f->label.n - 2, "**", 2) == 0)
		f->label.n -= 2;
	else if (bold && slice_begins(s, "**"))
		s = without(s, 2);
	else if (bold || (colon == 1 && s.n && (unsigned char)*s.p < 0x80 && !strchr(" \t\r", *s.p)))
		return 0; /* 10:30, http://, a:b */
	f->label = blank_trim(f->label);
	f->value = blank_trim(s);
	return f->label.n > 0 && !memchr(f->label.p, '*', f->label.n);
}

/* An ideographic space or two blanks at place I of S: their bytes; 0: there are none. */
static size_t
gap_at(struct slice s, size_t i)
{
	size_t n = 0, len, wide = 0;

	while (i + n < s.n && (len = blank_at(without(s, i + n)))) {
		wide += len > 1 ? 2 : 1;
		n += len;
	}
	return wide > 1 ? n : 0;
}

/* S up to a gap: the label of a value that stands apart. 0: it is none. */
static size_t
label_apart(struct slice s)
{
	size_t i, len, chars = 0;

	for (i = 0; i < s.n && !blank_at(without(s, i)); i += len, chars++) {
		uint32_t c = utf8_next(s.p + i, s.n - i, &len);

		if (c < 0x3040 || c > 0x9fff || chars >= LABEL_CHARS)
			return 0;
	}
	return chars > 1 ? i : 0;
}

int
fieldline_read_any(struct slice line, struct fieldline *f)
{
	size_t n, gap, i, indent = 0;

	if (fieldline_read(line, f))
		return 1;
	for (; line.n && (n = blank_at(line)); indent++)
		line = without(line, n);
	n = label_apart(line);
	gap = n ? gap_at(line, n) : 0;
	if (gap == 0)
		return 0;
	f->label = (struct slice){line.p, n};
	f->value = blank_trim(without(line, n + gap));
	for (i = 0; i < f->value.n; i++)
		if (gap_at(f->value, i) || slice_begins(without(f->value, i), "\xe3\x80\x82"))
			return 0;
	f->apart = 1;
	f->item = 0;
	f->indent = indent;
	return f->value.n > 0;
}

/* S without the blanks around it and, if a label FOLLOWS, the stroke before that. */
static struct slice
without_stroke(struct slice s, int follows)
{
	s = blank_trim(s);
	if (follows && s.n >= sizeof(STROKE) - 1 && memcmp(s.p + s.n - (sizeof(STROKE) - 1), STROKE, sizeof(STROKE) - 1) == 0)
		s.n -= sizeof(STROKE) - 1;
	else if (follows && s.n > 1 && s.p[s.n - 1] == '/' && s.p[s.n - 2] == ' ')
		s.n--;
	return blank_trim(s);
}

/* The next label in S that begins behind a blank or a stroke, and has none in itself: where it begins; S.n if there is none. */
static size_t
next_label(struct slice s)
{
	size_t i = 0, len, begins = s.n;

	while (i < s.n) {
		size_t blank = blank_at(without(s, i));

		if (blank == 0 && slice_begins(without(s, i), STROKE))
			blank = sizeof(STROKE) - 1;
		if (blank)
			begins = i + blank;
		else if (begins < i && colon_at(without(s, i)) && label(without(s, begins)) == i - begins)
			return begins;
		if (!blank)
			utf8_next(s.p + i, s.n - i, &len);
		i += blank ? blank : len;
	}
	return s.n;
}

size_t
fieldline_folded(struct slice line, struct fieldline *f, size_t most)
{
	struct fieldline next;
	size_t n = 0;

	while (n < most && fieldline_read(line, &next)) {
		size_t at = next_label(next.value);

		line = without(next.value, at);
		next.value = without_stroke((struct slice){next.value.p, at}, line.n > 0);
		f[n++] = next;
		if (line.n == 0)
			return n > 1 ? n : 0;
	}
	return 0;
}

int
fieldline_is_item(struct slice line)
{
	struct fieldline f;

	begin(line, &f);
	return f.item;
}

int
fieldline_task(struct slice line, struct fieldline *f, int *sure)
{
	static const char signs[] = " xX~-/>!?*";
	struct slice s = begin(line, f);
	size_t n = 0;

	if (!f->item) { /* 1. [x] */
		while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
			n++;
		if (n == 0 || n + 2 >= s.n || (s.p[n] != '.' && s.p[n] != ')') || s.p[n + 1] != ' ')
			return 0;
		s = blank_trim(without(s, n + 1));
	}
	if (s.n < 5 || s.p[0] != '[' || s.p[2] != ']' || (s.p[3] != ' ' && s.p[3] != '\t') || !strchr(signs, s.p[1]))
		return 0;
	*sure = s.p[1] == ' ' || s.p[1] == 'x' || s.p[1] == 'X';
	f->item = 1;
	f->label = (struct slice){s.p, 3};
	f->value = blank_trim(without(s, 3));
	return f->value.n > 0;
}

int
fieldline_goes_on(struct slice line, size_t indent)
{
	struct slice s = line;

	if (markdown_is_blank(line) || markdown_indent(line) < indent)
		return 0;
	markdown_outdent(&s, markdown_indent(line));
	return !marker(s) && !markdown_item_width(s, 0) && !markdown_fence(s) && !markdown_heading(s) && *s.p != '|' && *s.p != '>';
}
