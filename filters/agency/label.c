/* label.c - labels in text; see agency/label.h */
#include "agency/label.h"

#include <string.h>

#include "base/blank.h"
#include "agency/bracket.h"
#include "stream/rec.h"
#include "words/labelled.h"
#include "words/lists.h"

enum {
	LABEL = 400, /* bytes of the longest label */
	MOST = 8     /* labels at the end of one line */
};

struct labels {
	struct buf *found;
	const struct agencies *a;
	struct slice text; /* the field, unescaped: a label may go on in its next line */
	int ministries;
	enum agency_result result;
	struct place at;
};

/* The length of a bullet at the start of S, or of the quotation mark of a spreadsheet's cell. */
static size_t
bullet(struct slice s)
{
	if (s.n && (*s.p == '-' || *s.p == '*' || *s.p == '"'))
		return 1;
	return list_begins(LIST_BULLET, s);
}

/* LINE without the blanks around it, the bullet before it and the full stop behind it. */
static struct slice
trim(struct slice line)
{
	size_t n;

	while ((n = blank_at(line)) || (n = bullet(line)))
		line = slice_behind(line, n);
	for (;;) {
		if (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t' || line.p[line.n - 1] == '"' ||
		    line.p[line.n - 1] == '\r'))
			line.n--;
		else if (slice_ends(line, "　") || slice_ends(line, "。"))
			line.n -= 3;
		else
			return line;
	}
}

/* The first colon of S, that of 担当： where it is, and its length; S.n if there is none. */
static size_t
colon(struct slice s, size_t *len)
{
	const char *p = s.p, *end = p + s.n, *c = s.n ? memchr(p, ':', s.n) : NULL;

	*len = 3;
	for (end = c ? c : end; p < end && (p = memchr(p, 0xef, (size_t)(end - p))); p++)
		if (slice_begins((struct slice){p, (size_t)(s.p + s.n - p)}, "："))
			return (size_t)(p - s.p);
	*len = 1;
	return c ? (size_t)(c - s.p) : s.n;
}

static int
line_possible(struct slice line)
{
	size_t n;
	int kind;

	line = trim(line);
	if (line.n < LABEL_SHORTEST)
		return 0;
	return (bracket_at(line, &kind, &n) && kind > 0) || (bracket_before(line, &kind, &n) && kind < 0) ||
	    colon(line, &n) < line.n;
}

/* Cuts the first line off *FIELD; what ends one is SEP, escaped or not. */
static struct slice
next_line(struct slice *field, const char *sep)
{
	const char *p = field->p, *end = p + field->n, *s;
	size_t n = strlen(sep);
	struct slice line = *field;

	for (s = p; s < end && (s = memchr(s, *sep, (size_t)(end - s))); s++) {
		if (!slice_begins((struct slice){s, (size_t)(end - s)}, sep))
			continue;
		line.n = (size_t)(s - p);
		*field = slice_behind(*field, line.n + n);
		return line;
	}
	*field = slice_behind(*field, field->n);
	return line;
}

int
agency_label_in_lines(struct slice field)
{
	while (field.n)
		if (line_possible(next_line(&field, "\\n")))
			return 1;
	return 0;
}

/* Remembers the result R of one label; true if it is one. */
static int
is_label(struct labels *l, enum agency_result r)
{
	if (r > l->result)
		l->result = r;
	return r != AGENCY_NOTHING;
}

/* Adds the names in the bracket that CONTENT stands in; 0 if it is none of names alone. */
static int
label(struct labels *l, struct slice content, int kind)
{
	if (content.n > LABEL)
		return 0;
	if (kind == BRACKET_ROUND)
		return is_label(l, agency_split(l->found, l->a, content, AGENCY_ROUND, 0, l->at));
	return is_label(l, agency_split(l->found, l->a, content, AGENCY_LABEL, l->ministries, l->at));
}

/* A particle behind a bracket shows that the line is a sentence about what is in it. */
static int
goes_on(struct slice s)
{
	return list_begins(LIST_PARTICLE, s) > 0;
}

/* Labels at the start of LINE, which ends in the text at END. Returns where the line goes on. */
static const char *
leading(struct labels *l, struct slice line)
{
	const char *end = l->text.p + l->text.n;
	size_t open, close, len;
	int kind;

	for (;;) {
		struct slice s = {line.p, (size_t)(end - line.p)};

		if (s.n > LABEL)
			s.n = LABEL;
		if (line.n == 0 || !bracket_at(s, &kind, &open) || kind < 0)
			return line.p;
		close = bracket_close(s, &len);
		if (close == 0 || goes_on(slice_behind(s, close + len)) ||
		    !label(l, (struct slice){s.p + open, close - open}, kind))
			return line.p;
		if (close + len >= line.n)
			return s.p + close + len;
		line = slice_behind(line, close + len);
		while (line.n && blank_at(line))
			line = slice_behind(line, blank_at(line));
	}
}

/* 出典 and the like: a line that names an agency as a source. */
static int
cites(struct slice line)
{
	return list_begins(LIST_SOURCE, line) > 0;
}

struct bracketed {
	struct slice inside;
	const char *open; /* where its opening bracket stands */
	int kind;
};

/* The bracket that LINE ends with into *B; 0 if it is no label. FROM is where it may begin. */
static int
last_label(struct labels *l, struct slice line, const char *from, struct bracketed *b)
{
	struct slice s = {from, (size_t)(line.p + line.n - from)};
	size_t open, close, len, n = l->found->n;
	int is;

	if (s.n == 0 || line.n == 0 || !bracket_before(line, &b->kind, &close) || b->kind > 0)
		return 0;
	if (s.n > LABEL)
		s = slice_behind(s, s.n - LABEL);
	open = bracket_open(s, &len);
	if (open == s.n || (open && is_alnum(s.p[open - 1])))
		return 0; /* MIC（総務省） explains an abbreviation */
	b->open = s.p + open;
	b->inside = (struct slice){b->open + len, s.n - open - len - close};
	b->kind = -b->kind;
	is = label(l, b->inside, b->kind);
	l->found->n = n;
	return is;
}

/* Labels at the end of LINE, none of which begins before FROM. Returns true if there are any. */
static int
trailing(struct labels *l, struct slice line, const char *from)
{
	struct bracketed b[MOST];
	size_t n, i;

	for (n = 0; n < MOST && line.p + line.n > from && last_label(l, line, from, &b[n]); n++)
		line = trim((struct slice){from, (size_t)(b[n].open - from)});
	for (i = n; i-- > 0;)
		(void)label(l, b[i].inside, b[i].kind);
	return n > 0;
}

/* 担当：総務省: NAMES behind the colon of LABEL. Returns true if it is one. */
static int
says(struct labels *l, struct slice label, struct slice names)
{
	enum agency_header h = agency_header(l->a, label, l->at);
	enum agency_where where = AGENCY_LINE;

	if (h < HEADER_PERSONS)
		return 0;
	if (h == HEADER_PERSONS)
		where = AGENCY_PERSONS;
	else if (agency_header_of_either(l->a, label, l->at))
		where = AGENCY_ANYBODY;
	return is_label(l, agency_split(l->found, l->a, names, where, h == HEADER_MINISTRIES, l->at));
}

/* 担当：総務省 as a whole line. Returns true if it is one. */
static int
named(struct labels *l, struct slice line)
{
	size_t len, at = colon(line, &len);

	return at < LABEL_HEAD && at < line.n && says(l, (struct slice){line.p, at}, slice_behind(line, at + len));
}

/* 担当：総務省 among others, as in （担当：営業課、期限：9月）: each label up to the next one. Returns true if there is one. */
static int
among_others(struct labels *l, struct slice line)
{
	struct labelled v;
	size_t i = 0;
	int any = 0;

	while (labelled_next(line, &i, &v))
		any |= says(l, v.label, v.value);
	return any;
}

/* A bracket at the line's end may have opened in a line before it: FROM is where labels may begin. */
enum agency_result
agency_labels(struct buf *found, const struct agencies *a, struct slice field, int ministries, struct place at)
{
	struct labels l = {found, a, unesc_tmp(&a->room->field, field), ministries, AGENCY_NOTHING, at};
	struct slice rest = l.text;
	const char *from = rest.p;

	while (rest.n) {
		struct slice line = trim(next_line(&rest, "\n"));

		if (line.n == 0 || line.p + line.n <= from || named(&l, line) || among_others(&l, line))
			continue;
		if (line.p >= from)
			from = leading(&l, line);
		if (!cites(line) && trailing(&l, line, from))
			from = line.p + line.n;
	}
	return l.result;
}
