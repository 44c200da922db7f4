/*
 * jsonreader [N]: does restore's reader of JSON take what jansson takes, and read the same?
 *
 * The JSON texts are the lines of standard input; N times broken ones made of them, and N made up ones. Each text that
 * the two disagree about is printed, then how many both took and both refused.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "restore/jtape.h"
#include "stream/opts.h"

enum { BLOCK = 128 * 1024 }; /* in.c reads so much at a time */

static struct {
	uint64_t seed;
	unsigned long taken, refused, differ;
	struct jtape tape;
} all = {.seed = 1};

/* A number below N: Knuth's MMIX generator. */
static size_t
any(size_t n)
{
	all.seed = all.seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(all.seed >> 33) % n;
}

/* Is V what J is? */
static int
same(const struct jval *v, const json_t *j)
{
	static const int types[] = {
		[JTYPE_NULL] = JSON_NULL, [JTYPE_TRUE] = JSON_TRUE, [JTYPE_FALSE] = JSON_FALSE, [JTYPE_INTEGER] = JSON_INTEGER,
		[JTYPE_REAL] = JSON_REAL, [JTYPE_STRING] = JSON_STRING, [JTYPE_ARRAY] = JSON_ARRAY, [JTYPE_OBJECT] = JSON_OBJECT,
	};
	const struct jval *w;
	size_t i = 0;

	if (!j || types[v->type] != (int)json_typeof(j))
		return 0;
	if (v->type == JTYPE_INTEGER)
		return v->u.integer == json_integer_value(j);
	if (v->type == JTYPE_STRING)
		return slice_eq(jtape_text(&all.tape, v), (struct slice){json_string_value(j), json_string_length(j)});
	if (v->type < JTYPE_ARRAY)
		return 1;
	if (jval_size(v) != (v->type == JTYPE_ARRAY ? json_array_size(j) : json_object_size(j)))
		return 0;
	for (JTAPE_EACH(&all.tape, v, w))
		if (!same(w, v->type == JTYPE_ARRAY ? json_array_get(j, i++) : json_object_get(j, jtape_member(&all.tape, w).p)))
			return 0;
	return 1;
}

/* Reads IN: is it J, which is NULL if it is no JSON? */
static int
reads(struct in *in, const json_t *j)
{
	int ok;

	jtape_begin(&all.tape, in);
	jtape_value(&all.tape, 1, 0, (struct slice){NULL, 0});
	ok = !all.tape.lex.failed && jlex_peek(&all.tape.lex) < 0 && !all.tape.lex.failed;
	return j ? ok && same(all.tape.v, j) : !ok;
}

/* NULL if S is none. With NUL in it it never is (RFC 8259): jansson passes over one that stands behind a number. */
static json_t *
as_jansson(struct slice s)
{
	if (memchr(s.p, '\0', s.n))
		return NULL;
	return json_loadb(s.p, s.n, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);
}

static void
compare(struct slice s)
{
	json_t *j = as_jansson(s);
	struct in in = {.fd = -1, .name = "-", .p = (char *)s.p, .end = s.n, .eof = 1};

	if (reads(&in, j)) {
		all.taken += j != NULL;
		all.refused += j == NULL;
	} else {
		all.differ++;
		printf("%s: %.*s\n", j ? "jansson takes it" : "jansson refuses it", (int)s.n, s.p);
	}
	json_decref(j);
}

/* A short text with the end of the first block at each of its bytes. */
static void
compare_cut(struct slice s)
{
	json_t *j = as_jansson(s);
	static char blanks[BLOCK];
	size_t i;

	memset(blanks, ' ', sizeof(blanks));
	for (i = 1; i < s.n; i++) {
		FILE *f = tmpfile();
		struct in in = {.name = "-"};

		if (!f || fwrite(blanks, 1, BLOCK - i, f) != BLOCK - i || fwrite(s.p, 1, s.n, f) != s.n || fflush(f) != 0)
			die("temporary file:");
		rewind(f);
		in.fd = dup(fileno(f));
		lseek(in.fd, 0, SEEK_SET);
		if (!reads(&in, j)) {
			all.differ++;
			printf("cut at %lu: %.*s\n", (unsigned long)i, (int)s.n, s.p);
		}
		in_close(&in);
		fclose(f);
	}
	json_decref(j);
}

/* What may be wrong, and what may stand anywhere. */
static const char *const pieces[] = {
	"{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\udc00", "\\u0000", "\\n", "\\/",
	"\\x", "0", "-0", "01", "1e5", "1e400", "-1e400", "1.", ".5", "1.5E+3", "9223372036854775807", "9223372036854775808",
	"-9223372036854775808", "-9223372036854775809", "true", "false", "null", "nul", "True", " ", "\n", "\t", "\r", "\f", "\v",
	"\x01", "\x1f", "\x7f", "\"a\":1,", "\"a\":{},", "\"\":[],", "\xe8\xa1\x8c", "\xe8\xa1", "\x80", "\xc0\x80", "\xed\xa0\x80",
	"\xf0\x9f\x98\x80", "\xf4\x90\x80\x80", "\xef\xbb\xbf", "\xef\xbf\xbf", "[[[[", "]]]]", "{\"a\":", "/**/", "'", "+1", "1-", "--1",
	"NaN", "Infinity", "1e-400", "0x10", "1e", "1e+",
};

enum { PIECES = sizeof(pieces) / sizeof(*pieces) };

static void
add_piece(struct buf *b)
{
	if (any(40) == 0)
		buf_addc(b, '\0');
	else
		buf_addz(b, pieces[any(PIECES)]);
}

/* S with one to three faults. */
static void
broken(struct slice s, struct buf *to)
{
	size_t i, at, gone, faults = 1 + any(3);
	struct buf from = {0};

	buf_clear(to);
	buf_adds(to, s);
	for (i = 0; i < faults; i++) {
		buf_clear(&from);
		buf_adds(&from, slice_of(to));
		at = any(from.n + 1);
		gone = any(2) ? 0 : any(4);
		gone = gone < from.n - at ? gone : from.n - at;
		buf_clear(to);
		buf_add(to, from.p, at);
		if (any(4))
			add_piece(to);
		if (any(20)) /* else it ends here */
			buf_add(to, from.p + at + gone, from.n - at - gone);
	}
	buf_free(&from);
}

/* A value, right but for a piece now and then; objects of up to 40 keys, of which two may be the same. */
static void
made_up(struct buf *b, int depth)
{
	static const char *const scalars[] = {"null", "true", "false", "0", "-12", "3.25e2", "\"\"", "\"a\"", "\"\\u6f22\xe5\xad\x97\""};
	size_t kind = any(depth > 4 ? 1 : 3), n = any(any(8) ? 4 : 40), i;

	if (any(60) == 0)
		add_piece(b);
	if (kind == 0) {
		buf_addz(b, scalars[any(sizeof(scalars) / sizeof(*scalars))]);
		return;
	}
	buf_addc(b, kind == 1 ? '[' : '{');
	for (i = 0; i < n; i++) {
		char key[40];

		if (i)
			buf_addz(b, any(100) ? "," : " , ");
		if (kind == 2) {
			snprintf(key, sizeof(key), "\"%s%lu\":", any(2) ? "" : "a longer key ", (unsigned long)(any(200) ? i : any(40)));
			buf_addz(b, key);
		}
		made_up(b, depth + 1);
	}
	buf_addc(b, kind == 1 ? ']' : '}');
}

/* N brackets in one another around INSIDE: jansson goes 2048 deep. */
static void
deep(size_t n, const char *inside)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < n; i++)
		buf_addz(&b, i % 2 ? "[" : "{\"a\":");
	buf_addz(&b, inside);
	while (i--)
		buf_addc(&b, i % 2 ? ']' : '}');
	compare(slice_of(&b));
	buf_free(&b);
}

int
main(int argc, char **argv)
{
	unsigned long i, n = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;
	struct in in;
	struct slice line;
	struct buf b = {0};

	if (!freopen("/dev/null", "w", stderr) || in_open(&in, "-") < 0)
		return 2;
	while (in_line(&in, &line) != GOT_NONE) {
		compare(line);
		if (line.n < 600)
			compare_cut(line);
		for (i = 0; i < n; i++) {
			broken(line, &b);
			compare(slice_of(&b));
		}
	}
	for (i = 0; i < n; i++) {
		buf_clear(&b);
		made_up(&b, 0);
		compare(slice_of(&b));
	}
	for (i = 2045; i < 2051; i++) {
		deep(i, "{}");
		deep(i, "1");
	}
	printf("%lu taken, %lu refused, %lu differ\n", all.taken, all.refused, all.differ);
	jtape_free(&all.tape);
	buf_free(&b);
	in_close(&in);
	return all.differ != 0;
}
