/* tabline.c - what a line with tabs shows; see tabline.h */
#include "split/tabline.h"

#include <string.h>

#include "base/blank.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "split/wordtype.h"

enum {
	STOP = 8,   /* places between two stops */
	MARKER = 4, /* characters of a number with the sign that makes it a marker */
	LABEL = 40  /* bytes of a cell, where but two in a line tell little */
};

/* U+3000 to U+9FFF begin with the bytes E3 to E9. */
int
tabline_has_wide(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0xe3 && (unsigned char)s.p[i] <= 0xe9)
			return 1;
	return 0;
}

/* Signs that items begin with, and numbers or letters with a sign behind them. Marks that people grade with are none. */
static int
is_marker(struct slice s)
{
	static const uint32_t bullets[] = {'-', '*', '+', 0xb7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25aa, 0x25ab, 0x25e6, 0x30fb, 0xff65, 0x2013, 0xf0b7};
	size_t i, len, chars = utf8_count(s.p, s.n);
	uint32_t c = s.n ? utf8_next(s.p, s.n, &len) : 0, last = 0;
	int digits = 0;

	if (chars == 1)
		for (i = 0; i < sizeof(bullets) / sizeof(*bullets); i++)
			if (c == bullets[i])
				return 1;
	for (i = 0; i < s.n; i += len) {
		last = utf8_next(s.p + i, s.n - i, &len);
		digits += (last >= '0' && last <= '9') || (last >= 0xff10 && last <= 0xff19);
	}
	/* 1. 1) （1） a. */
	return chars > 1 && chars <= MARKER && (digits || chars == 2) && (last == '.' || last == ')' || last == 0xff0e || last == 0xff09) &&
	       (digits || (c | 0x20) - 'a' < 26);
}

/* Tabs stand between the brackets of ASCII in LINE and their other ones, or behind what ends a statement. */
static int
is_torn(struct slice line)
{
	size_t i;
	int depth = 0;

	for (i = 0; i < line.n; i++) {
		if (line.p[i] == '\t' && (depth || (i && (line.p[i - 1] == ';' || line.p[i - 1] == '{'))))
			return 1;
		depth += (strchr("([{", line.p[i]) != NULL) - (strchr(")]}", line.p[i]) != NULL);
	}
	return depth != 0;
}

/* #, ;;, //, %, " and a blank: a comment of one line, as programs and settings have them. 1: # may be the name of a column. */
static int
is_comment(struct slice s)
{
	size_t n = 0;

	while (n < s.n && strchr("#;/%\"", s.p[n]))
		n++;
	if (n == 0 || n == s.n || (s.p[n] != ' ' && s.p[n] != '\t') || (*s.p == '/' && n == 1))
		return 0;
	return 1 + (n > 1 || s.p[n] == ' ');
}

/* The word that a statement begins with, or 0: syn match, hi link. */
static uint32_t
call_of(struct slice s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z')
		n++;
	return n && n + 1 < s.n && s.p[n] == ' ' ? hash_of((struct slice){s.p, n}) | 1 : 0;
}

/* What the words of T say of LINE. */
static void
look_at_words(struct tabline *t, struct slice line)
{
	struct slice s = {line.p + t->word[0].from, t->word[0].to - t->word[0].from};
	size_t i;

	for (i = 0; i < t->n; i++) {
		struct slice word = {line.p + t->word[i].from, t->word[i].to - t->word[i].from};

		t->comment |= i && word.n > 1 && word.p[0] == '#' && word.p[1] == ' ';
		t->is_long |= word.n > LABEL;
		t->figures |= (uint64_t)(i < 64 && wordtype(word) == WORD_FIGURE) << (i & 63);
	}
	t->comment |= is_comment((struct slice){s.p, (size_t)(line.p + line.n - s.p)});
	t->call = call_of(s);
	t->marker = t->n == 2 && t->cells == 2 && t->word[0].from == 0 && is_marker(s);
	t->setting = s.p[s.n - 1] == ':' || s.p[s.n - 1] == '=';
}

void
tabline_look(struct tabline *t, struct slice line, enum width how)
{
	size_t i, len, at = 0, tabs = 1;

	*t = (struct tabline){.cells = 1};
	t->lead = line.n && (line.p[0] == '\t' || line.p[0] == ' ');
	t->wide = tabline_has_wide(line);
	t->torn = is_torn(line);
	for (i = 0; i < line.n && t->n < LAYOUT_COLUMNS; i += len) {
		struct slice rest = {line.p + i, line.n - i};
		size_t wide = width_next(rest, how, &len);

		if (line.p[i] == '\t') {
			t->run |= tabs && t->n;
			t->cells++;
			tabs++;
			at += STOP - at % STOP;
			continue;
		}
		if (!blank_at(rest)) {
			if (tabs && t->cells <= 64)
				t->filled |= (uint64_t)1 << (t->cells - 1);
			if (tabs)
				t->word[t->n++] = (struct place_on_page){.from = i, .left = at};
			tabs = 0;
			t->word[t->n - 1].to = i + len;
		}
		at += wide;
	}
	if (t->n)
		look_at_words(t, line);
}
