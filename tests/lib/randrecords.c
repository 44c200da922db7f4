/*
 * randrecords - write random documents as records of tanzaku(5)
 *
 * usage: randrecords [-g] SEED COUNT
 *
 * COUNT records of every kind, in an order that the filters could write, with
 * the characters that are hardest on them. -g: garbage; records and bytes are
 * changed, dropped, doubled. The same arguments give the same bytes.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stream/out.h"
#include "stream/rec.h"
#include "base/utf8.h"

static uint64_t state;
static unsigned long line;
static struct buf rec;

/* xorshift64: enough for choosing bytes */
static unsigned
below(unsigned n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % n;
}

static const char *
pick_word(void)
{
	static const char *const words[] = {"第3章", "ア)", "(2)①", "施策", "①", "②", "○", "/", "~", "~2", "#1", "1",
		"2 (2)", "\"", "\"\"", "'", "\\", "\\n", "{", "}", "[", "]", ",", ":", "\"children\":[", " ", "　",
		"\xc2\xa0", "\xe2\x80\xa8", "\xef\xbb\xbf", "\xf0\x9f\x98\x80", "\x7f", "\x1c", "評価", "平成19年",
		"ー", "ｱ", "あ", "い", "う", "安全基準等", "ABC", "null", "true", "0", "第１節", "／", "～"};

	return words[below(sizeof(words) / sizeof(*words))];
}

/* Text with at most MOST words; with NEWLINES, also over several lines. */
static void
text(unsigned most, int newlines)
{
	static struct buf t;
	unsigned n = below(most + 1);

	buf_clear(&t);
	while (n--) {
		unsigned c = below(16);

		if (c == 0)
			buf_addc(&t, (char)below(32));
		else
			buf_addz(&t, pick_word());
		if (t.n && t.p[t.n - 1] == '\n' && !newlines)
			t.p[t.n - 1] = ' ';
		else if (t.n && t.p[t.n - 1] == '\n')
			line++;
	}
	esc(&rec, slice_of(&t));
}

static void
begin(const char *kind, unsigned long at)
{
	buf_addz(&rec, kind);
	buf_addc(&rec, '\t');
	buf_addu(&rec, at);
}

static void
field(unsigned most)
{
	buf_addc(&rec, '\t');
	text(most, 0);
}

/* Cells without NUL in their names, and now and then one in quotes. */
static void
cells(int newlines)
{
	unsigned n = 1 + below(6);

	while (n--) {
		int quotes = newlines && below(6) == 0;

		buf_addc(&rec, '\t');
		if (quotes)
			buf_addc(&rec, '"');
		text(5, quotes);
		if (quotes)
			buf_addc(&rec, '"');
	}
}

static void
literal(const char *fields)
{
	buf_addc(&rec, '\t');
	buf_addz(&rec, fields);
}

static void
end(void)
{
	buf_addc(&rec, '\n');
}

static void
annotation(void)
{
	unsigned which = below(5);

	begin(which == 0 ? "status" : which == 1 ? "date" : which == 2 ? "agency" : "warn", line);
	if (which < 3)
		literal(below(2) ? "1" : "7");
	field(3);
	if (which == 0)
		literal("①\tdone\t1\t");
	else if (which == 1)
		literal("2007-06-01\t2007-06-30\tmonth\tuntil,inferred-year");
	else if (which == 2)
		literal("agency\t");
	else
		field(3);
	end();
}

static void
legend(void)
{
	int i;

	begin("legend", line);
	for (i = 0; i < LEGEND_FIELDS; i++)
		field(3);
	end();
	if (below(3)) {
		begin("grade", line);
		literal(below(2) ? "done" : "");
		literal(below(3) ? "2" : "1");
		end();
	}
}

static void
head(void)
{
	int i;

	begin("head", line);
	buf_addc(&rec, '\t');
	buf_addu(&rec, 1 + below(5));
	for (i = HEAD_BEFORE; i < HEAD_FIELDS; i++)
		field(3);
	end();
}

static void
source(void)
{
	unsigned which = below(12);

	if (below(8)) /* else a part of the line before */
		line++;
	if (which == 0)
		legend();
	else if (which < 3)
		head();
	else if (which < 9) {
		begin(which == 3 ? "cols" : "row", line);
		cells(1);
		end();
	} else {
		begin("text", line);
		field(which == 9 ? 0 : 6);
		end();
	}
}

/* Damages the record at hand. */
static void
damage(void)
{
	size_t i;

	switch (below(8)) {
	case 0:
		rec.n = below((unsigned)rec.n + 1);
		break;
	case 1:
		buf_addz(&rec, "no-kind\t7\tx\nnothing\n\t\nrow\nrow\t\nrow\t0\nhead\t3\tx\ty\nhead\t1\t0\t\t\t\t\n");
		break;
	case 2:
		begin("doc", 0);
		literal(below(2) ? "d\t-\t-\t-\t-" : "e\tCP932\tyes\tcrlf\tno");
		end();
		break;
	case 3:
		line = below(2) ? line / 2 : line + below(1000);
		break;
	default:
		for (i = 0; i < rec.n; i++)
			if (below(16) == 0)
				rec.p[i] = "\t\n\\\"\x80\xe3\xffr19"[below(10)];
	}
}

int
main(int argc, char **argv)
{
	int garbage = argc > 1 && strcmp(argv[1], "-g") == 0;
	unsigned long count;

	if (argc != 3 + garbage)
		usage("[-g] SEED COUNT");
	state = strtoull(argv[1 + garbage], NULL, 10) * 0x9e3779b97f4a7c15u + 1;
	count = strtoul(argv[2 + garbage], NULL, 10);
	begin("doc", 0);
	literal("random\tUTF-8\tno\tlf\tyes");
	end();
	begin("text", ++line); /* so that the text does not begin with FS, which tanzaku text doubles there */
	literal("始め");
	end();
	while (count--) {
		if (below(3))
			source();
		else
			annotation();
		if (garbage && below(6) == 0)
			damage();
		outs(slice_of(&rec));
		buf_clear(&rec);
	}
	out_flush();
	return 0;
}
