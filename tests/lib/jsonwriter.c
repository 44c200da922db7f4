/*
 * jsonwriter - compares the JSON writer of the suite with jansson's, byte by byte
 *
 * All code points alone and in company, each byte that needs escaping at each
 * place of a word, and objects of random strings. Says what it compared, or
 * where the two differ and exits with 1.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stream/jw.h"
#include "stream/msg.h"
#include "stream/rec.h"
#include "base/utf8.h"

enum { LAST = 0x10ffff, TOGETHER = 64, ROWS = 20000, CELLS = 12, LONGEST = 40 };

static unsigned long compared;

static void
equal(struct buf *ours, json_t *theirs)
{
	char *dump = json_dumps(theirs, JSON_COMPACT | JSON_ENCODE_ANY);

	if (!dump)
		die("jansson does not write what it was given");
	if (strlen(dump) != ours->n || memcmp(dump, ours->p, ours->n) != 0) {
		buf_addc(ours, '\0');
		printf("jansson: %s\nours:    %s\n", dump, ours->p);
		exit(1);
	}
	compared++;
	free(dump);
	json_decref(theirs);
	buf_clear(ours);
}

/* TEXT as it is, and through a record's field. */
static void
string(struct slice text)
{
	static struct buf ours, field;

	jw_text(&ours, text);
	equal(&ours, json_stringn(text.p, text.n));
	buf_clear(&field);
	esc(&field, text);
	jw_field(&ours, slice_of(&field));
	equal(&ours, json_stringn(text.p, text.n));
}

static void
add(struct buf *to, uint32_t c)
{
	buf_room(to, 4);
	to->n += utf8_put(to->p + to->n, c);
}

static int
is_character(uint32_t c)
{
	return c < 0xd800 || c > 0xdfff;
}

static void
code_points(void)
{
	static struct buf one, many;
	uint32_t c;

	for (c = 0; c <= LAST; c++) {
		if (is_character(c)) {
			buf_clear(&one);
			add(&one, c);
			add(&many, c);
			string(slice_of(&one));
		}
		if (c % TOGETHER == TOGETHER - 1) {
			string(slice_of(&many));
			buf_clear(&many);
		}
	}
}

/* The writer goes by words of eight bytes: what is special must be seen at each place of one. */
static void
places(void)
{
	static const char special[] = "\"\\\n\t\r\b\f\001\037\177";
	static const char *const fill[] = {"a", "\xe3\x81\x82", "\"", "\\"};
	size_t s, f, before, after, i;
	struct buf text = {0};

	for (s = 0; s < sizeof(special); s++) /* with the NUL at its end */
		for (f = 0; f < sizeof(fill) / sizeof(*fill); f++)
			for (before = 0; before < 20; before++)
				for (after = 0; after < 20; after++) {
					buf_clear(&text);
					for (i = 0; i < before; i++)
						buf_addz(&text, fill[f]);
					buf_addc(&text, special[s]);
					for (i = 0; i < after; i++)
						buf_addz(&text, fill[f]);
					string(slice_of(&text));
				}
	buf_free(&text);
}

static uint32_t
random_number(uint32_t below)
{
	static uint64_t state = 20070401;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % below;
}

/* Mostly what documents are made of, now and then anything. */
static void
random_text(struct buf *to)
{
	static const uint32_t from[] = {0x20, 0x3040, 0x4e00, 0x2460, 0, 0xff00};
	uint32_t n = random_number(LONGEST), c;

	buf_clear(to);
	while (n--) {
		c = from[random_number(6)] + random_number(96);
		if (random_number(20) == 0)
			c = random_number(LAST + 1);
		add(to, is_character(c) ? c : '"');
	}
}

static void
random_rows(void)
{
	struct buf ours = {0}, key = {0}, text = {0};
	unsigned long row, i;

	for (row = 0; row < ROWS; row++) {
		json_t *theirs = json_object();

		jw_lit(&ours, "{");
		for (i = random_number(CELLS) + 1; i; i--) {
			random_text(&key);
			random_text(&text);
			buf_addu(&key, i); /* keys are unique, and in jansson without NUL */
			if (memchr(key.p, 0, key.n))
				continue;
			if (json_object_size(theirs))
				jw_lit(&ours, ",");
			jw_text(&ours, slice_of(&key));
			jw_lit(&ours, ":");
			jw_text(&ours, slice_of(&text));
			buf_addc(&key, '\0');
			json_object_set_new(theirs, key.p, json_stringn(text.p, text.n));
		}
		jw_lit(&ours, "}");
		equal(&ours, theirs);
	}
	buf_free(&ours);
	buf_free(&key);
	buf_free(&text);
}

int
main(void)
{
	code_points();
	printf("code points: %lu strings equal\n", compared);
	compared = 0;
	places();
	printf("special bytes: %lu strings equal\n", compared);
	compared = 0;
	random_rows();
	printf("random rows: %lu objects equal\n", compared);
	return 0;
}
