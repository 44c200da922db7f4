/* jw.c - JSON strings; see jw.h */
#include "stream/jw.h"

#include <stdint.h>
#include <string.h>

#include "base/scan.h"

static int
special(unsigned char c)
{
	return c < 0x20 || c == '"' || c == '\\';
}

#if defined(TZ_VECTORS) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define TZ_WORDS 1
enum { WORD = 8 };
#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

static v16
special_lanes(v16 v)
{
	return (v16)(v < 0x20) | (v16)(v == '"') | (v16)(v == '\\');
}

/*
 * The top bit of each of eight bytes that is a control character, a quote or a
 * backslash. A byte below 0x20 borrows when 0x20 is taken from it; one that
 * equals '"' is 0 after the xor and borrows from 1. "& ~w" drops the bytes from
 * 0x80 on, whose top bit was set before. A borrow that runs on into the next
 * byte can raise a false alarm only behind a true one: the lowest bit is right.
 */
static uint64_t
eight_special(uint64_t w)
{
	uint64_t quote = w ^ EACH('"'), slash = w ^ EACH('\\');

	return ((w - EACH(0x20)) | (quote - EACH(1)) | (slash - EACH(1))) & ~w & EACH(0x80);
}

/* Copy 16 and eight bytes, and return how many of them stand before the first special one. */
static inline size_t
copy16(char *d, const char *p)
{
	v16 v = v16_load(p);

	memcpy(d, &v, sizeof(v)); /* what is special is written over */
	v = special_lanes(v);
	return v16_any(v) ? v16_first(v) : sizeof(v);
}

static inline size_t
copy8(char *d, const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof(w));
	memcpy(d, &w, sizeof(w));
	w = eight_special(w);
	return w ? (size_t)__builtin_ctzll(w) / 8 : sizeof(w);
}

/* Four to seven bytes, in two halves that overlap. */
static inline size_t
copy4(char *d, const char *p, size_t n)
{
	uint32_t a, b;
	uint64_t w;

	memcpy(&a, p, sizeof(a));
	memcpy(&b, p + n - sizeof(b), sizeof(b));
	memcpy(d, &a, sizeof(a));
	memcpy(d + n - sizeof(b), &b, sizeof(b));
	w = eight_special(a | (uint64_t)b << 32);
	if (!w)
		return n;
	w = (uint64_t)__builtin_ctzll(w) / 8;
	return w < sizeof(a) ? w : w + n - WORD;
}

/* N bytes are 16 or more. The last 16 are copied at once, however many of them have been before. */
static size_t
copy_vectors(char *d, const char *p, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i += k) {
		if (n - i < 16)
			i = n - 16;
		k = copy16(d + i, p + i);
		if (k < 16)
			return i + k;
	}
	return n;
}

/* N bytes are eight to 16. */
static size_t
copy_words(char *d, const char *p, size_t n)
{
	size_t k = copy8(d, p);

	return k < 8 ? k : n - 8 + copy8(d + n - 8, p + n - 8);
}
#endif

/* Copies the bytes that stand for themselves to *D, and returns the first that does not. *D has room for all
 * of them. By vectors and words it takes a fifth of the time on Japanese text. */
static const char *
copy_plain(char **d, const char *p, const char *end)
{
	size_t n = (size_t)(end - p), i = 0;

#ifdef TZ_WORDS
	if (n >= WORD)
		i = n >= 16 ? copy_vectors(*d, p, n) : copy_words(*d, p, n);
	else if (n >= WORD / 2)
		i = copy4(*d, p, n);
	else
#endif
		for (; i < n && !special((unsigned char)p[i]); i++)
			(*d)[i] = p[i];
	*d += i;
	return p + i;
}

/* One character that JSON does not take as it is. The short forms are those that jansson uses. */
static char *
put_special(char *d, unsigned char c)
{
	static const char hex[] = "0123456789ABCDEF";
	static const char shorts[256] = {['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n',
		['\r'] = 'r', ['\t'] = 't'};

	*d++ = '\\';
	if (shorts[c]) {
		*d++ = shorts[c];
		return d;
	}
	memcpy(d, "u00", 3);
	d[3] = hex[c >> 4];
	d[4] = hex[c & 15];
	return d + 5;
}

/* True if an escape of tanzaku(5) begins at P, and thereby one of JSON's as well. */
static int
is_escape(const char *p, const char *end)
{
	return end - p > 1 && p[0] == '\\' && (p[1] == '\\' || p[1] == 't' || p[1] == 'n' || p[1] == 'r');
}

/* Most bytes that one byte can become (\u0001). */
enum { WORST = 6 };

/* Room for the rest of the string if nothing in it must be escaped, and for one byte that must. */
static char *
room(struct buf *to, const char *p, const char *end)
{
	return jw_room(to, (size_t)(end - p) + WORST + 2);
}

void
jw_text_inside(struct buf *to, struct slice text)
{
	const char *p = text.p, *end = p + text.n;

	while (p < end) {
		char *d = room(to, p, end);

		p = copy_plain(&d, p, end);
		if (p < end)
			d = put_special(d, (unsigned char)*p++);
		to->n = (size_t)(d - to->p);
	}
}

void
jw_field_inside(struct buf *to, struct slice field)
{
	const char *p = field.p, *end = p + field.n;

	while (p < end) {
		char *d = room(to, p, end);

		p = copy_plain(&d, p, end);
		if (is_escape(p, end)) {
			*d++ = *p++;
			*d++ = *p++;
		} else if (p < end)
			d = put_special(d, (unsigned char)*p++);
		to->n = (size_t)(d - to->p);
	}
}

void
jw_field(struct buf *to, struct slice field)
{
	jw_lit(to, "\"");
	jw_field_inside(to, field);
	jw_lit(to, "\"");
}

void
jw_text(struct buf *to, struct slice text)
{
	jw_lit(to, "\"");
	jw_text_inside(to, text);
	jw_lit(to, "\"");
}

void
jw_field_or_null(struct buf *to, struct slice field)
{
	if (field.n)
		jw_field(to, field);
	else
		jw_lit(to, "null");
}

/* JSON knows no leading zeros, and readers keep no more than 15 digits. */
void
jw_number_or_null(struct buf *to, struct slice field)
{
	size_t i;

	for (i = 0; i < field.n && field.p[i] >= '0' && field.p[i] <= '9'; i++)
		;
	if (i == 0 || i < field.n || i > 15 || (field.p[0] == '0' && i > 1))
		jw_lit(to, "null");
	else
		buf_adds(to, field);
}

char *
jw_digits(char *d, unsigned long u)
{
	unsigned long power = 10;
	char *end = d + 1, *p;

	while (end - d < JW_DIGITS && u >= power) {
		power *= 10;
		end++;
	}
	for (p = end; p > d; u /= 10)
		*--p = (char)('0' + u % 10);
	return end;
}

void
jw_uint(struct buf *to, unsigned long u)
{
	buf_room(to, JW_DIGITS);
	to->n = (size_t)(jw_digits(to->p + to->n, u) - to->p);
}
