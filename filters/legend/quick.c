/* quick.c - whether a line is worth reading as a legend; see legend/line.h */
#include "legend/line.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "legend/rules.h"
#include "words/marks.h"

/*
 * Most lines have no entry, and this look at their bytes must cost little. It
 * knows the families of characters that marks and separators are in, as UTF-8
 * (RFC 3629) and not folded: E2 85 Roman numerals, E2 91 to 93 numbers in circles
 * and brackets, E2 86 to 9E arrows, boxes and other symbols, E3 88 to 8B more
 * enclosed letters, EF BC and EF BD full-width ASCII, F0 pictures.
 */
enum { LONGEST = 4096, A_WORD = 72, AT_START = 12 };

typedef unsigned char byte;

static int
is(const byte *p, const byte *end, const char *three)
{
	return end - p >= 3 && p[0] == (byte)three[0] && p[1] == (byte)three[1] && p[2] == (byte)three[2];
}

static int
is_alnum(byte c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static int
is_wide_alnum(const byte *p, const byte *end)
{
	if (end - p < 3 || *p != 0xef)
		return 0;
	if (p[1] == 0xbc)
		return p[2] >= 0x90 && p[2] != 0x9a && p[2] != 0x9d;
	return p[1] == 0xbd && p[2] < 0x9b;
}

/* The length of a run of letters and digits at P; 0 if it is longer than any mark. */
static size_t
short_run(const byte *p, const byte *end, size_t *all)
{
	const byte *start = p;
	size_t chars = 0;

	for (; p < end; chars++) {
		if (is_alnum(*p))
			p++;
		else if (is_wide_alnum(p, end))
			p += 3;
		else
			break;
	}
	*all = (size_t)(p - start);
	return chars <= 3 ? *all : 0;
}

static int
is_strong_e2(const byte *p, const byte *end)
{
	if (end - p < 3)
		return 0;
	switch (p[1]) {
	case 0x80: return p[2] == 0xa5 || p[2] == 0xa6 || is(p + 3, end, "―") || is(p + 3, end, "—"); /* ‥ … ―― */
	case 0x86: return p[2] == 0x92;                                                               /* → */
	case 0x87: return p[2] == 0x92;                                                               /* ⇒ */
	case 0x94: return p[2] == 0x80 && is(p + 3, end, "─");
	}
	return 0;
}

/* A separator of a strong kind. */
static int
is_strong(const byte *p, const byte *end)
{
	if (p >= end)
		return 0;
	switch (*p) {
	case ':':
	case '=': return 1;
	case '.': return end - p > 2 && p[1] == '.';
	case '-': return end - p > 2 && p[1] == '-';
	case 0xe2: return is_strong_e2(p, end);
	case 0xe3: return is(p, end, "・") && (is(p + 3, end, "・") || (end - p > 4 && p[3] == ' ' && is(p + 4, end, "・")));
	case 0xef: return is(p, end, "：") || is(p, end, "＝") || is(p, end, "･");
	}
	return 0;
}

/* What may stand between a mark and its separator: a blank, a quote, a plus, a prime, a dash and a number. */
static size_t
filling(const byte *p, const byte *end)
{
	static const char *const wide[] = {"　", "」", "』", "’", "′", "＋", "－", "−", "‐", "）", "”", NULL};
	size_t i;

	if (p >= end)
		return 0;
	if (*p < 0x80)
		return *p == ' ' || *p == '\'' || *p == '+' || *p == '-' || *p == ')' || *p == '*' || *p == '"' || *p == ']' || *p == '>';
	if (*p >= 0xe4 && *p <= 0xe9) /* an ideograph, as most are */
		return 0;
	for (i = 0; wide[i]; i++)
		if (is(p, end, wide[i]))
			return 3;
	return 0;
}

/* Behind a mark, which begins at P, legend.tsv has a separator at AFTER that says more than a blank or a comma. What it is
 * made of stands near. */
static int
has_separator(const byte *p, const byte *after, const byte *end)
{
	enum { NEAR = 48 };
	static struct buf folded;
	struct slice mark = {(const char *)p, (size_t)(after - p)};
	struct slice all = {mark.p, (size_t)((end - after < NEAR ? end : after + NEAR) - p)};
	size_t n, at;

	all.n = utf8_valid(all.p, all.n);
	if (all.n <= mark.n)
		return 0;
	buf_clear(&folded);
	fold(&folded, mark);
	at = folded.n;
	fold(&folded, (struct slice){all.p + mark.n, all.n - mark.n});
	switch (sep_at(slice_of(&folded), at, &n)) {
	case SEP_DOTS: case SEP_COLON: case SEP_EQUAL: case SEP_ARROW: case SEP_TOPIC: return 1;
	default: return 0;
	}
}

/* A letter or a number, P to AFTER, that a separator follows; at the start of a line, a weak one will do. */
static int
is_marked(const byte *p, const byte *after, const byte *end, int at_start)
{
	const byte *next = after;
	size_t n;

	if (after == end)
		return 0;
	while ((n = filling(next, end)))
		next += n;
	if (is_strong(next, end) || is(after, end, "（") || is(next, end, "は") ||
	    is(next, end, "と"))
		return 1;
	if (has_separator(p, after, end))
		return 1;
	if (*after == ')' || is(after, end, "）") || is(after, end, "評") || is(after, end, "判") ||
	    is(after, end, "ラ") || is(after, end, "と"))
		return *p >= 'A' && after - p <= 6;
	if (is(after, end, "】"))
		return *p >= 'A' && after - p <= 3;
	if (*after == '(')
		return !(*p >= '0' && *p <= '9');
	if (at_start && (*next == '.' || is(next, end, "．")))
		return *p >= 'A' && !(*p == 0xef && p[1] == 0xbc && p[2] < 0xa0);
	return at_start && (next > after || is(next, end, "、") || is(next, end, "―") || is(next, end, "—"));
}

/* A sign that is a grade more often than anything else: ◎ × ■ ✓ 〇 and pictures. */
static int
is_symbol(const byte *p, const byte *end)
{
	switch (*p) {
	case 0xc3: return end - p > 1 && p[1] == 0x97;
	case 0xe2: return end - p > 2 && ((p[1] >= 0x95 && p[1] <= 0xad) || (p[1] | 1) == 0x87 || is(p, end, "∆"));
	case 0xe3: return is(p, end, "〇");
	}
	return *p >= 0xf0;
}

/* An enclosed or Roman number: it begins headings and enumerations as well. */
static int
is_number(const byte *p, const byte *end)
{
	if (end - p < 3)
		return 0;
	if (*p == 0xe2)
		return p[1] == 0x85 || (p[1] >= 0x91 && p[1] <= 0x93) || (p[1] >= 0x9d && p[1] <= 0x9e);
	return *p == 0xe3 && p[1] >= 0x88 && p[1] <= 0x8b;
}

/* ①完了 ②実施中: the next number stands near behind the one at P. */
static int
is_listed(const byte *p, const byte *end)
{
	enum { NEAR = 30 };
	size_t i;

	for (i = 3; i < NEAR && p + i + 2 < end; i++)
		if (p[i] == p[0] && p[i + 1] == p[1] && p[i + 2] == p[2] + 1)
			return 1;
	return 0;
}

static size_t
length_of(byte c)
{
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static int
is_dash(const byte *p, const byte *end)
{
	return *p == '-' || is(p, end, "－") || is(p, end, "−") || is(p, end, "ー") ||
	       (end - p > 2 && p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95);
}

/* The words of marks.tsv for a cell with nothing in it, which may be defined in prose. They begin beyond ASCII. */
static inline int
is_blank_word(const byte *p, const byte *end)
{
	return *p >= 0xe3 && *p <= 0xe9 && mark_is_blank_word((const char *)p, (size_t)(end - p));
}

/* The length of an ideograph, a kana, a comma or a full stop, a blank or a bracket, nearly all of a line; else 0. */
static inline size_t
plain(const byte *p, const byte *end)
{
	if (is_blank_word(p, end))
		return 0;
	if (*p >= 0xe4 && *p <= 0xe9)
		return 3;
	if (*p < '-')
		return 1;
	if (*p != 0xe3 || end - p < 3)
		return 0;
	if (p[1] == 0x81 || p[1] == 0x82)
		return 3;
	return (p[1] == 0x83 && p[2] != 0xbb) || (p[1] == 0x80 && (p[2] == 0x81 || p[2] == 0x82)) ? 3 : 0;
}

/* 80%以上はA、…: the letter, P to AFTER, ends what is said of it. */
static int
is_said(const byte *start, const byte *p, const byte *after, const byte *end)
{
	static const char *const particles[] = {"は", "を", "が", NULL};
	static const char *const ends[] = {"、", "。", "と", "で", "）", NULL};
	size_t i, behind = 0, before = after == end;

	if (p - start < 9 || after - p > 3 || *p < 'A')
		return 0;
	for (i = 0; particles[i]; i++)
		behind |= (size_t)is(p - 3, p, particles[i]);
	for (i = 0; behind && ends[i]; i++)
		before |= (size_t)is(after, end, ends[i]);
	return behind && before;
}

/* At P, in the line from START, something begins that is no kana, no ideograph and no punctuation. */
static int
may_begin(const byte *start, const byte *p, const byte *end, size_t *n)
{
	int at_start = p - start < AT_START;

	*n = length_of(*p);
	if (is_blank_word(p, end))
		return 1;
	if (is(p, end, "「"))
		return p + 3 < end && is_dash(p + 3, end);
	if (is(p, end, "」"))
		return is_strong(p + 3, end) || is(p + 3, end, "は") || is(p + 3, end, "と");
	if (is_alnum(*p) || is_wide_alnum(p, end)) {
		size_t run = short_run(p, end, n);

		return run && (is_marked(p, p + run, end, at_start) || is_said(start, p, p + run, end));
	}
	return is_symbol(p, end) || (is_number(p, end) && (is_marked(p, p + 3, end, at_start) || is_listed(p, end)));
}

int
legend_cell_may_be(struct slice line)
{
	const byte *p = (const byte *)line.p, *end = p + line.n, *start;
	size_t n;

	if (line.n == 0 || line.n > LONGEST)
		return 0;
	if (legend_rules.own)
		return 1;
	while (p < end && (*p == ' ' || *p == '\t' || is(p, end, "　")))
		p += *p < 0x80 ? 1 : 3;
	start = p;
	if (p < end && (*p < 0xe4 || *p > 0xe9) && is_dash(p, end))
		return 1;
	for (; p < end; p += n)
		if ((n = plain(p, end)) == 0 &&
		    (may_begin(start, p, end, &n) || (p - start < A_WORD && is_strong(p, end))))
			return 1;
	return 0;
}

int
legend_may_be(struct slice line)
{
#ifdef TZ_ASK_ALL /* tests/tables/plain.sh: each line is read as a whole */
	if (line.n && line.n <= LONGEST)
		return 1;
#endif
	return legend_cell_may_be(line);
}
