/* agencylabel.c - labels in text; see agencylabel.h */
#include "agencylabel.h"

#include <string.h>

#include "agencysplit.h"
#include "blank.h"
#include "bracket.h"
#include "rec.h"

enum {
	HEAD = 40,    /* bytes of a line in which the colon of 担当府省庁： stands */
	LABEL = 400   /* bytes of the longest label */
};

struct labels {
	struct buf *found;
	const struct agencies *a;
	struct slice text; /* the field, unescaped: a label may go on in its next line */
	int ministries, shown;
	struct place at;
};

static int
begins(struct slice s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && memcmp(s.p, z, n) == 0;
}

static int
ends(struct slice s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && memcmp(s.p + s.n - n, z, n) == 0;
}

static struct slice
behind(struct slice s, size_t n)
{
	return (struct slice){s.p + n, s.n - n};
}

/* The length of a bullet at the start of S. */
static size_t
bullet(struct slice s)
{
	static const char *const marks[] = {"・", "○", "●", "◎", "■", "□", "◆", "◇", "▽", "▼", "〇", "•", "-", "*", "\""};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (begins(s, marks[i]))
			return strlen(marks[i]);
	return 0;
}

/* LINE without the blanks around it, the bullet before it and the full stop behind it. */
static struct slice
trim(struct slice line)
{
	size_t n;

	while ((n = blank_at(line)) || (n = bullet(line)))
		line = behind(line, n);
	for (;;) {
		if (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t' || line.p[line.n - 1] == '"' ||
		    line.p[line.n - 1] == '\r'))
			line.n--;
		else if (ends(line, "　") || ends(line, "。"))
			line.n -= 3;
		else
			return line;
	}
}

/* The colon of 担当： near the start of S: where it is; S.n if there is none. */
static size_t
colon(struct slice s, size_t *len)
{
	size_t i, n = s.n < HEAD ? s.n : HEAD;

	for (i = 0; i < n; i++) {
		*len = s.p[i] == ':' ? 1 : 3;
		if (s.p[i] == ':' || begins(behind(s, i), "："))
			return i;
	}
	return s.n;
}

static int
line_possible(struct slice line)
{
	size_t n;
	int kind;

	line = trim(line);
	if (line.n < 4)
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
		if (!begins((struct slice){s, (size_t)(end - s)}, sep))
			continue;
		line.n = (size_t)(s - p);
		*field = behind(*field, line.n + n);
		return line;
	}
	*field = behind(*field, field->n);
	return line;
}

int
agency_label_possible(struct slice field)
{
	while (field.n)
		if (line_possible(next_line(&field, "\\n")))
			return 1;
	return 0;
}

/* Adds the names in the bracket that CONTENT stands in; 0 if it is none of names alone. */
static int
label(struct labels *l, struct slice content, int kind)
{
	int round = kind == BRACKET_ROUND;
	size_t n = l->found->n;

	if (content.n > LABEL)
		return 0;
	l->shown |= agency_split(l->found, l->a, content, round ? AGENCY_ROUND : AGENCY_LABEL,
	    l->ministries && !round, l->at);
	return l->found->n > n;
}

/* A particle behind a bracket shows that the line is a sentence about what is in it. */
static int
goes_on(struct slice s)
{
	static const char *const particles[] = {"は", "が", "の", "と", "に", "を", "で", "も", "へ", "や", "から", "より"};
	size_t i;

	for (i = 0; i < sizeof(particles) / sizeof(*particles); i++)
		if (begins(s, particles[i]))
			return 1;
	return 0;
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
		if (close == 0 || goes_on(behind(s, close + len)) ||
		    !label(l, (struct slice){s.p + open, close - open}, kind))
			return line.p;
		if (close + len >= line.n)
			return s.p + close + len;
		line = behind(line, close + len);
		while (line.n && blank_at(line))
			line = behind(line, blank_at(line));
	}
}

static int
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* 出典 and the like: a line that names an agency as a source. */
static int
cites(struct slice line)
{
	static const char *const words[] = {"出典", "出所", "資料", "引用", "参考", "注", "(注", "（注", "※", "備考"};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (begins(line, words[i]))
			return 1;
	return 0;
}

/* Labels at the end of LINE, none of which begins before FROM. Returns true if there are any. */
static int
trailing(struct labels *l, struct slice line, const char *from)
{
	size_t open, close, len;
	int kind, any = 0;

	while (line.p + line.n > from && bracket_before(line, &kind, &close) && kind < 0) {
		struct slice s = {from, (size_t)(line.p + line.n - from)};

		if (s.n > LABEL)
			s = behind(s, s.n - LABEL);
		open = bracket_open(s, &len);
		if (open == s.n || (open && is_alnum(s.p[open - 1])))
			break; /* MIC（総務省） explains an abbreviation */
		if (!label(l, (struct slice){s.p + open + len, s.n - open - len - close}, -kind))
			break;
		any = 1;
		line = trim((struct slice){from, (size_t)(s.p + open - from)});
		if (line.n == 0)
			break;
	}
	return any;
}

/* 担当：総務省 as a whole line. Returns true if it is one. */
static int
named(struct labels *l, struct slice line)
{
	size_t len, at = colon(line, &len), n = l->found->n;
	enum agency_header h;

	if (at == line.n || !(h = agency_header(l->a, (struct slice){line.p, at}, l->at)))
		return 0;
	l->shown |= agency_split(l->found, l->a, behind(line, at + len), AGENCY_LINE,
	    h == HEADER_MINISTRIES, l->at);
	return l->found->n > n;
}

/* A bracket at the line's end may have opened in a line before it: FROM is where labels may begin. */
int
agency_labels(struct buf *found, const struct agencies *a, struct slice field, int ministries, struct place at)
{
	static struct buf text;
	struct labels l = {found, a, unesc_tmp(&text, field), ministries, 0, at};
	struct slice rest = l.text;
	const char *from = rest.p;

	while (rest.n) {
		struct slice line = trim(next_line(&rest, "\n"));

		if (line.n == 0 || line.p + line.n <= from || named(&l, line))
			continue;
		if (line.p >= from)
			from = leading(&l, line);
		if (!cites(line) && trailing(&l, line, from))
			from = line.p + line.n;
	}
	return l.shown;
}
