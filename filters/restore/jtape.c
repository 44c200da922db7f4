/* jtape.c - JSON values, read strictly; see jtape.h */
#include "restore/jtape.h"

#include <stdlib.h>

#include "restore/jword.h"

/* Objects with more keys are looked through at their end, sorted: looking at each pair takes its square. */
enum { FEW_KEYS = 24, MOST_VALUES = 4 << 20 };

void
jtape_begin(struct jtape *t, struct in *in)
{
	jlex_begin(&t->lex, in);
	t->n = t->names_n = t->text.n = t->name_text.n = 0;
}

void
jtape_free(struct jtape *t)
{
	free(t->v);
	free(t->names);
	buf_free(&t->text);
	buf_free(&t->name_text);
	buf_free(&t->scratch);
}

/* Keys */

static void
twice(struct jtape *t)
{
	jlex_fail(&t->lex, "a key twice in an object");
}

int
jtape_key(struct jtape *t, size_t from, struct slice key)
{
	uint64_t head = name_head(key);
	size_t i;
	int nul;

	if (t->names_n - from <= FEW_KEYS)
		for (i = from; i < t->names_n; i++)
			if (name_is(&t->names[i], head, key, t->name_text.p)) {
				twice(t);
				return 0;
			}
	nul = key.p == t->scratch.p && memchr(key.p, '\0', key.n); /* which only an escape can say */
	if (nul || t->name_text.n + key.n > JLEX_LARGEST || t->names_n > MOST_VALUES) {
		jlex_fail(&t->lex, nul ? "a key with NUL" : "keys of over 64 MiB");
		return 0;
	}
	if (t->names_n == t->names_cap) {
		t->names_cap = t->names_cap ? 2 * t->names_cap : 64;
		t->names = erealloc(t->names, t->names_cap * sizeof(*t->names));
	}
	t->names[t->names_n++] = (struct jname){head, (uint32_t)t->name_text.n, (uint32_t)key.n, 0};
	buf_adds(&t->name_text, key);
	return 1;
}

void
jtape_keys_end(struct jtape *t, size_t from)
{
	size_t n = t->names_n - from;

	if (n == 0)
		return;
	t->names_n = from;
	/* sorting moves the first one */
	if (n > FEW_KEYS && !t->lex.failed) {
		size_t first = t->names[from].at;

		names_sort(t->names + from, n, t->name_text.p);
		if (names_twice(t->names + from, n, t->name_text.p))
			twice(t);
		t->name_text.n = first;
		return;
	}
	t->name_text.n = t->names[from].at;
}

/* Values */

const char *
jtape_string(struct jtape *t, struct slice *s)
{
	int got = jlex_string(&t->lex, s);
	const char *why;

	if (got == 2) {
		buf_clear(&t->scratch);
		why = jword_unescape(&t->scratch, *s);
		if (why)
			jlex_fail(&t->lex, why);
		*s = slice_of(&t->scratch);
		got = !why;
	}
	return got ? s->p : NULL;
}

static uint32_t
keep_text(struct jtape *t, struct slice s)
{
	size_t at = t->text.n;

	if (at + s.n > JLEX_LARGEST) {
		jlex_fail(&t->lex, "a node of over 64 MiB");
		return 0;
	}
	buf_room(&t->text, s.n + 1);
	buf_adds(&t->text, s);
	buf_addc(&t->text, '\0');
	return (uint32_t)at;
}

/* A new value on the tape: where it stands. */
static size_t
push(struct jtape *t, struct slice key)
{
	uint32_t at = key.p ? keep_text(t, key) : 0;

	if (t->n == MOST_VALUES) {
		jlex_fail(&t->lex, "a node of over 4194304 values");
		t->n--;
	}
	if (t->n == t->cap) {
		t->cap = t->cap ? 2 * t->cap : 64;
		t->v = erealloc(t->v, t->cap * sizeof(*t->v));
	}
	t->v[t->n] = (struct jval){.type = JTYPE_NULL, .end = (uint32_t)t->n + 1, .key = at, .key_n = (uint32_t)key.n};
	return t->n++;
}

static void
word(struct jtape *t, struct jval *v)
{
	static const enum jtype types[] = {
		[JWORD_NULL] = JTYPE_NULL, [JWORD_TRUE] = JTYPE_TRUE, [JWORD_FALSE] = JTYPE_FALSE,
		[JWORD_INTEGER] = JTYPE_INTEGER, [JWORD_REAL] = JTYPE_REAL,
	};
	const char *why = NULL;
	long long integer = 0;
	struct slice s = jlex_word(&t->lex);
	enum jword got = jword_of(s, &integer, &why);

	if (got == JWORD_NONE) {
		jlex_fail(&t->lex, why);
		return;
	}
	jlex_skip(&t->lex, s.n);
	if (v) {
		v->type = types[got];
		v->u.integer = integer;
	}
}

/* One member, with its key. */
static void
member(struct jtape *t, int kept, int depth, size_t from)
{
	struct slice key;

	if (jlex_peek(&t->lex) != '"') {
		jlex_fail(&t->lex, "a key is missing");
		return;
	}
	if (!jtape_string(t, &key) || !jtape_key(t, from, key))
		return;
	/* reading on moves the key's bytes; those among the names stay, and are copied before there are others */
	key.p = slice_of(&t->name_text).p + t->names[t->names_n - 1].at;
	if (jlex_expect(&t->lex, ':', "a colon is missing"))
		jtape_value(t, kept, depth, key);
}

/* The elements or members of the container at hand, which END closes. Returns how many. */
static uint32_t
container(struct jtape *t, int kept, int depth, char end)
{
	size_t from = t->names_n;
	uint32_t n = 0;

	jlex_take(&t->lex, end == '}' ? '{' : '[');
	if (jlex_take(&t->lex, end))
		return 0;
	do {
		if (end == '}')
			member(t, kept, depth + 1, from);
		else
			jtape_value(t, kept, depth + 1, (struct slice){NULL, 0});
		n++;
	} while (jlex_take(&t->lex, ','));
	jlex_expect(&t->lex, end, end == '}' ? "a comma or } is missing" : "a comma or ] is missing");
	if (end == '}')
		jtape_keys_end(t, from);
	return n;
}

void
jtape_value(struct jtape *t, int kept, int depth, struct slice key)
{
	size_t at = kept ? push(t, key) : 0;
	int c = jlex_peek(&t->lex);
	struct slice s;
	uint32_t n;

	if (t->lex.failed)
		return;
	if (depth >= JTAPE_DEEPEST)
		jlex_fail(&t->lex, "values are nested too deep");
	else if (c == '"') {
		if (jtape_string(t, &s) && kept) {
			t->v[at].type = JTYPE_STRING;
			t->v[at].u.s.at = keep_text(t, s);
			t->v[at].u.s.n = (uint32_t)s.n;
		}
	} else if (c == '{' || c == '[') {
		n = container(t, kept, depth, c == '{' ? '}' : ']');
		if (!kept)
			return;
		t->v[at].type = c == '{' ? JTYPE_OBJECT : JTYPE_ARRAY;
		t->v[at].u.s.n = n;
		t->v[at].end = (uint32_t)t->n;
	} else if (c < 0)
		jlex_fail(&t->lex, "it ends in the middle of a value");
	else
		word(t, kept ? &t->v[at] : NULL);
}
