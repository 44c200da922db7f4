/* labelled.c - labels inside of a line; see labelled.h */
#include "words/labelled.h"

#include <string.h>

#include "base/blank.h"
#include "base/utf8.h"

enum { LABEL_BYTES = 36 };

/* What a character of the line does to the labels in it. */
enum line_part {
	PART_OTHER,
	PART_OPEN,
	PART_CLOSE,
	PART_STOP,      /* ends a value wherever it stands */
	PART_SEPARATOR, /* a label may stand behind it */
	PART_COLON
};

static enum line_part
part(struct slice s, size_t *len)
{
	uint32_t c = utf8_next(s.p, s.n, len);

	if (blank_at(s))
		return PART_SEPARATOR;
	switch (c) {
	case ':': case 0xff1a: /* ： */
		return PART_COLON;
	case '(': case '[': case 0xff08: case 0x3010: case 0x3014: case 0xff3b: /* （ 【 〔 ［ */
		return PART_OPEN;
	case ')': case ']': case 0xff09: case 0x3011: case 0x3015: case 0xff3d: /* ） 】 〕 ］ */
		return PART_CLOSE;
	case '|': case '\t': case 0x3002: case 0xff5c: /* 。 ｜ */
		return PART_STOP;
	case ',': case ';': case '/': case '-': case 0x3001: case 0xff0c: case 0xff1b: case 0xff0f: case 0x30fb: case 0x25cf: case 0x25cb:
		return PART_SEPARATOR; /* 、 ， ； ／ ・ ● ○ */
	default:
		return PART_OTHER;
	}
}

/* Digits on both sides, or an address behind it. */
static int
is_no_label(struct slice line, size_t from, size_t colon, size_t behind)
{
	if (colon == from || colon - from > LABEL_BYTES || (behind < line.n && line.p[behind] == '/'))
		return 1;
	return line.p[colon - 1] >= '0' && line.p[colon - 1] <= '9';
}

/* The next label behind *I: where it begins, and its colon; *I is then behind that. 0 if there is none. */
static int
find(struct slice line, size_t *i, size_t *from, size_t *colon)
{
	size_t len;

	for (*from = *i; *i < line.n; *i += len) {
		switch (part(slice_behind(line, *i), &len)) {
		case PART_COLON:
			*colon = *i;
			if (!is_no_label(line, *from, *i, *i + len)) {
				*i += len;
				return 1;
			}
			*from = *i + len;
			break;
		case PART_OTHER:
			break;
		default:
			*from = *i + len;
			break;
		}
	}
	return 0;
}

/* Where the value that begins at I ends by itself, before END. */
static size_t
end_of(struct slice line, size_t i, size_t end)
{
	size_t len, depth = 0;

	for (; i < end; i += len) {
		switch (part(slice_behind(line, i), &len)) {
		case PART_STOP:
			return i;
		case PART_OPEN:
			depth++;
			break;
		case PART_CLOSE:
			if (depth-- == 0)
				return i;
			break;
		default:
			if (line.p[i] == '-' && i && line.p[i - 1] == ' ' && i + 1 < line.n && line.p[i + 1] == ' ')
				return i;
			break;
		}
	}
	return i;
}

static struct slice
trimmed(struct slice s)
{
	size_t i, len, end = 0;

	while (s.n && part(s, &len) == PART_SEPARATOR)
		s = slice_behind(s, len);
	for (i = 0; i < s.n; i += len)
		if (part(slice_behind(s, i), &len) != PART_SEPARATOR)
			end = i + len;
	return (struct slice){s.p, end};
}

int
labelled_next(struct slice line, size_t *i, struct labelled *v)
{
	size_t from, colon, next, next_from, next_colon;

	if (!find(line, i, &from, &colon))
		return 0;
	next = *i;
	if (!find(line, &next, &next_from, &next_colon))
		next_from = line.n;
	v->label = (struct slice){line.p + from, colon - from};
	v->value = trimmed((struct slice){line.p + *i, end_of(line, *i, next_from) - *i});
	return 1;
}
