/* fold.c - text as it was meant; see fold.h */
#include "base/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "base/builtin.h"
#include "base/scan.h"
#include "base/utf8.h"

enum { RADICALS = 0x2e80, RADICALS_END = 0x2f00 };

/* Unicode gives no decomposition to the CJK radicals of U+2E80 to U+2EFF, but an equivalent ideograph. */
static uint32_t radical[RADICALS_END - RADICALS];

/* The table has a radical, tabs, and the ideograph a line, and comments; it is none of those that -r reaches (rules.h). */
static void
load_radicals(void)
{
	const char *p = rules_radicals;
	size_t len;

	for (; *p; p += strcspn(p, "\n"), p += *p == '\n') {
		uint32_t c = utf8_next(p, strlen(p), &len);

		if (c < RADICALS || c >= RADICALS_END)
			continue;
		p += len;
		p += strspn(p, "\t");
		radical[c - RADICALS] = utf8_next(p, strlen(p), &len);
	}
}

static uint32_t
radical_of(uint32_t c)
{
	if (!radical[1])
		load_radicals();
	return radical[c - RADICALS] ? radical[c - RADICALS] : c;
}

/* What C is a mere form of, by Unicode's compatibility decomposition (UAX #15), if that is one character. */
static uint32_t
compatible(uint32_t c)
{
	utf8proc_int32_t to[8];
	int class = 0;

	if (utf8proc_decompose_char((utf8proc_int32_t)c, to, 8, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &class) != 1)
		return c;
	return (uint32_t)to[0];
}

/* C folded by itself; 0 if nothing is left of it. */
static uint32_t
fold_char(uint32_t c)
{
	if (c < 0x80)
		return c;
	if (c >= 0x3001 && c <= 0x9fff) /* punctuation, kana, ideographs: nearly every character */
		return c;
	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xff01 + 0x21;
	if ((c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205e) || (c >= 0x2070 && c < RADICALS)) /* dashes, signs */
		return c;
	if (c >= RADICALS && c < RADICALS_END)
		return radical_of(c);
	if ((c >= 0x2f00 && c <= 0x2fdf) || (c >= 0xff61 && c <= 0xff9f) || (c >= 0xf900 && c <= 0xfaff))
		return compatible(c);
	if (utf8proc_get_property((utf8proc_int32_t)c)->ignorable)
		return 0;
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS ? ' ' : c;
}

/* U+3099 and U+309A voice the kana before them: then the two become one, in place. */
static int
join_voiced(struct buf *to, uint32_t c)
{
	utf8proc_int32_t pair[2] = {0, (utf8proc_int32_t)c};
	size_t len;

	if ((c != 0x3099 && c != 0x309a) || to->n < 3)
		return 0;
	if ((unsigned char)to->p[to->n - 3] != 0xe3) /* kana are three bytes, E3 8x xx */
		return 0;
	pair[0] = (utf8proc_int32_t)utf8_next(to->p + to->n - 3, 3, &len);
	if (utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) != 1)
		return 0;
	utf8_put(to->p + to->n - 3, (uint32_t)pair[0]);
	return 1;
}

/* Folds the character at the start of S; what is left of it is appended. Returns its length in S. */
static size_t
fold_next(struct buf *to, struct slice s)
{
	char folded[4];
	uint32_t c;
	size_t len;

	c = fold_char(utf8_next(s.p, s.n, &len));
	if (c && !join_voiced(to, c))
		buf_add(to, folded, utf8_put(folded, c));
	else if (!c && *s.p == '\0')
		buf_addc(to, '\0');
	return len;
}

/* Whether the three bytes at P fold to themselves, being of U+3001 to U+9FFF: punctuation, kana and
 * ideographs, but for the marks that voice what stands before them, U+3099 and U+309A; or of U+2010 to U+2027 or
 * U+2080 to U+2E7F: dashes, dots and quotes, circled numbers, shapes and arrows, none of which is a blank or
 * ignorable (Unicode 15, DerivedCoreProperties.txt, UnicodeData.txt). */
static int
is_plain3(const unsigned char *p)
{
	if (p[0] >= 0xe4 && p[0] <= 0xe9)
		return 1;
	if (p[0] == 0xe2)
		return p[1] == 0x80 ? p[2] >= 0x90 && p[2] <= 0xa7 : p[1] >= 0x82 && p[1] <= 0xb9;
	if (p[0] != 0xe3)
		return 0;
	if (p[1] == 0x80)
		return p[2] != 0x80;
	return p[1] != 0x82 || (p[2] != 0x99 && p[2] != 0x9a);
}

#ifdef TZ_VECTORS
/* Whether of the 16 bytes at S, behind which two more are, none begins a character but ASCII and what is_plain3 is of; dashes,
 * dots and quotes are left to that. */
static int
is_plain16(const unsigned char *s)
{
	v16 v = v16_load(s), next = v16_load(s + 1), last = v16_load(s + 2);
	v16 blank = (v16)(next == 0x80) & (v16)(last == 0x80), voice = (v16)(next == 0x82) & v16_in(last, 0x99, 0x9a);

	return !v16_any(v16_in(v, 0xc0, 0xe1) | v16_in(v, 0xea, 0xff) | ((v16)(v == 0xe3) & (blank | voice)) |
	    ((v16)(v == 0xe2) & ~v16_in(next, 0x82, 0xb9)));
}
#endif

/* How many bytes at the start of S fold to themselves, nearly all in most lines: copied in one
 * piece they cost a sixth of what they cost one by one. */
static size_t
plain_run(struct slice s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0;

#ifdef TZ_VECTORS
	while (s.n - i >= 18 && is_plain16(p + i))
		i += 16;
	while (i && i < s.n && (p[i] & 0xc0) == 0x80) /* of a character that has begun before */
		i--;
#endif
	while (i < s.n) {
		if (p[i] < 0x80)
			i++;
		else if (s.n - i >= 3 && is_plain3(p + i))
			i += 3;
		else
			break;
	}
	return i;
}

void
fold(struct buf *to, struct slice s)
{
	while (s.n) {
		size_t len = plain_run(s);

		if (len)
			buf_add(to, s.p, len);
		else
			len = fold_next(to, s);
		s.p += len;
		s.n -= len;
	}
}

/* How many bytes at the start of S are the same when it is folded: they need no table of where they came from. */
static size_t
same_start(struct slice s)
{
	size_t i = 0, n;
	uint32_t c;

	for (;;) {
		i += plain_run((struct slice){s.p + i, s.n - i});
		if (i == s.n)
			return i;
		c = utf8_next(s.p + i, s.n - i, &n);
		if (fold_char(c) != c || c == 0x3099 || c == 0x309a)
			return i;
		i += n;
	}
}

static void
add_run(struct folded *f, size_t text, size_t source)
{
	if (f->n == f->cap) {
		f->cap = f->cap ? 2 * f->cap : 64;
		f->run = erealloc(f->run, f->cap * sizeof(*f->run));
	}
	f->run[f->n++] = (struct fold_run){text, source};
}

void
fold_line(struct folded *f, struct slice s)
{
	size_t i;

	buf_clear(&f->text);
	f->source = s;
	f->same = i = same_start(s);
	f->n = 0;
	buf_add(&f->text, s.p, f->same);
	while (i < s.n) {
		size_t from = i, done = f->text.n, plain = plain_run((struct slice){s.p + i, s.n - i});

		if (plain)
			buf_add(&f->text, s.p + i, plain);
		i += plain ? plain : fold_next(&f->text, (struct slice){s.p + i, s.n - i});
		if (f->text.n > done)
			add_run(f, done, from);
	}
	add_run(f, f->text.n, s.n);
}

size_t
fold_behind_same(const struct folded *f, size_t i)
{
	size_t low = 0, high = f->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (f->run[middle].text <= i)
			low = middle;
		else
			high = middle;
	}
	return f->run[low].source + (i - f->run[low].text);
}

struct slice
fold_source(const struct folded *f, size_t from, size_t to)
{
	size_t start = from ? fold_at(f, from) : 0;

	return (struct slice){f->source.p + start, fold_at(f, to) - start};
}

/* The character that ends at P + N is ignorable: how long it is, or 0. */
static size_t
ignorable_at_end(const char *p, size_t n)
{
	size_t len = 1, got;

	while (len < n && ((unsigned char)p[n - len] & 0xc0) == 0x80)
		len++;
	if (n == 0 || (unsigned char)p[n - len] < 0xc0)
		return 0;
	return fold_char(utf8_next(p + n - len, len, &got)) ? 0 : len;
}

struct slice
fold_part(const struct folded *f, size_t from, size_t to)
{
	size_t start = fold_at(f, from);
	struct slice s = {f->source.p + start, fold_at(f, to) - start};
	size_t n;

	while (to > from && (n = ignorable_at_end(s.p, s.n)))
		s.n -= n;
	return s;
}
