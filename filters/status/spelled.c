/* spelled.c - marks that the document spells out; see status/spelled.h */
#include "status/spelled.h"

#include <string.h>

#include "base/blank.h"
#include "base/fold.h"
#include "status/words.h"
#include "stream/row.h"
#include "words/re.h"

enum {
	MARKS_MAX = 64,  /* no document uses more, and memory stays bounded */
	LONGEST = 90,    /* bytes of a line with a mark and its words */
	WORDS = 30       /* of the words: ten kanji */
};

static struct {
	struct spelled {
		size_t from, key_n, mark_n, meaning_n; /* in the text, one behind the other */
		struct slice code;
		int differs;
	} v[MARKS_MAX];
	size_t n;
	struct buf text;
	unsigned long version;
} all;

void
spelled_reset(void)
{
	all.version += all.n != 0;
	all.n = 0;
	buf_clear(&all.text);
}

unsigned long
spelled_version(void)
{
	return all.version;
}

static struct slice
key_of(const struct spelled *s)
{
	return (struct slice){all.text.p + s->from, s->key_n};
}

static struct spelled *
find(struct slice key)
{
	size_t i;

	for (i = 0; i < all.n; i++)
		if (slice_eq(key_of(&all.v[i]), key))
			return &all.v[i];
	return NULL;
}

static void
add(struct slice mark, struct slice words, struct slice code)
{
	static struct buf key;
	struct spelled *s;

	buf_clear(&key);
	mark_key(&key, mark);
	s = find(slice_of(&key));
	if (s && (s->differs || slice_eq(s->code, code)))
		return;
	all.version++;
	if (s) {
		s->differs = 1;
		return;
	}
	if (all.n == MARKS_MAX)
		return;
	all.v[all.n++] = (struct spelled){all.text.n, key.n, mark.n, words.n, code, 0};
	buf_adds(&all.text, slice_of(&key));
	buf_adds(&all.text, mark);
	buf_adds(&all.text, words);
}

static int
has_digit(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n && !(s.p[i] >= '0' && s.p[i] <= '9'); i++)
		;
	return i < s.n;
}

/* S begins with a sign that is neither letter nor digit, and words that say a state go on behind it. What is COUNTED in a list
 * need not be known as one: where its sign stands for a state, it says which. */
static void
see(struct slice s, int counted, struct place at)
{
	enum mark_class class;
	size_t n = mark_at(s, &class);
	struct slice mark = {s.p, n}, code;

	if (n == 0 || (class != MARK_GRADE && class != MARK_SYMBOL))
		return;
	s = (struct slice){s.p + n, s.n - n};
	while (s.n && (n = blank_at(s)))
		s = (struct slice){s.p + n, s.n - n};
	if (s.n == 0 || s.n > WORDS || mark_at(s, &class))
		return;
	code = statuswords_code(s, at);
	if (code.n || (counted && !has_digit(s)))
		add(mark, s, code);
}

/* A sign begins F: the first byte of those is one of three, and of few words. */
static int
may_spell(struct slice f)
{
	unsigned char c = f.n ? (unsigned char)*f.p : 0;

	return f.n <= LONGEST && (c == 0xe2 || c == 0xf0 || c == ':') && is_utf8(f);
}

/* One of those bytes stands somewhere in S: in most lines none does, and they need not be cut. */
static int
has_sign(struct slice s)
{
	return s.n && (memchr(s.p, 0xe2, s.n) || memchr(s.p, ':', s.n) || memchr(s.p, 0xf0, s.n));
}

static struct slice
folded(struct slice field)
{
	static struct buf plain, text;

	buf_clear(&text);
	fold(&text, unesc_tmp(&plain, field));
	return slice_of(&text);
}

static void
see_row(const struct rec *r, struct place at)
{
	const struct row *row = rec_row(r);
	size_t i;

	for (i = 0; i < row->n; i++)
		if (may_spell(row->cell[i]))
			see(folded(row->cell[i]), 0, at);
}

/* A line of a list or a tally: without its bullet, and without the number of cases, whatever they are counted in. */
static void
see_line(struct slice line, struct place at)
{
	static const char pattern[] = "\\s*(?:[-*+・•]\\s*)?(\\S.*?)(\\s*:?\\s*\\d+\\s*\\p{L}{0,2})?\\s*\\z";
	static struct re *re;
	struct slice s;

	if (line.n > LONGEST || !is_utf8(line))
		return;
	if (!re)
		re = re_new(slice_z(pattern), (struct place){"spelled.c", 0, 0});
	s = folded(line);
	if (!has_sign(s))
		return;
	if (re_match_at(re, s, 0, at) && may_spell(re_group(re, 1)))
		see(re_group(re, 1), re_group(re, 2).n > 0 && *re_group(re, 2).p == ':', at);
}

void
spelled_see(const struct rec *r, const char *file)
{
	struct place at = {file, r->line, 0};

	if (r->kind == K_ROW)
		see_row(r, at);
	else if (r->kind == K_TEXT && r->rest.n)
		see_line(r->rest, at);
}

int
spelled_find(struct slice key, struct grade *g)
{
	const struct spelled *s = find(key);

	if (!s || s->differs)
		return 0;
	g->mark = (struct slice){all.text.p + s->from + s->key_n, s->mark_n};
	g->meaning = (struct slice){g->mark.p + s->mark_n, s->meaning_n};
	g->code = s->code;
	g->rank = 0;
	return 1;
}
