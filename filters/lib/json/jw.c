/* jw.c - JSON strings; see jw.h */
#include "jw.h"

#include <stdint.h>
#include <string.h>

#include "scan.h"

static int
special(unsigned char c)
{
	return c < 0x20 || c == '"' || c == '\\';
}

#if defined(TZ_VECTORS) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define TZ_WORDS 1
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

/* Copies to *D by vectors and words, as far as they go. True if a special byte stopped it: *P is there. */
static int
copy_words(char **d, const char **p, const char *end)
{
	uint64_t w, found = 0;
	v16 v;

	for (; end - *p >= 16; *d += 16, *p += 16) {
		v = v16_load(*p);
		memcpy(*d, &v, 16); /* what is special is written over */
		v = special_lanes(v);
		if (!v16_any(v))
			continue;
		*d += v16_first(v);
		*p += v16_first(v);
		return 1;
	}
	for (; end - *p >= 8; *d += 8, *p += 8) {
		memcpy(&w, *p, 8);
		memcpy(*d, &w, 8);
		found = eight_special(w);
		if (found)
			break;
	}
	if (!found)
		return 0;
	*d += __builtin_ctzll(found) / 8;
	*p += __builtin_ctzll(found) / 8;
	return 1;
}
#endif

/* Copies the bytes that stand for themselves to *D, and returns the first that does not. *D has room for all
 * of them. By words it takes a third of the time on Japanese text. */
static const char *
copy_plain(char **d, const char *p, const char *end)
{
#ifdef TZ_WORDS
	if (copy_words(d, &p, end))
		return p;
#endif
	while (p < end && !special((unsigned char)*p))
		*(*d)++ = *p++;
	return p;
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

/* True if the backslash at P begins an escape of tanzaku(5), and thereby one of JSON's as well. */
static int
is_escape(const char *p, const char *end)
{
	return p + 1 < end && (p[1] == '\\' || p[1] == 't' || p[1] == 'n' || p[1] == 'r');
}

/* Most bytes that one byte can become (\u0001). */
enum { WORST = 6 };

/* Room for the rest of the string if nothing in it must be escaped, and for one byte that must. */
static char *
room(struct buf *to, const char *p, const char *end)
{
	size_t want = (size_t)(end - p) + WORST + 2;

	if (to->cap - to->n < want)
		buf_room(to, want);
	return to->p + to->n;
}

static void
inside_text(struct buf *to, const char *p, const char *end)
{
	while (p < end) {
		char *d = room(to, p, end);

		p = copy_plain(&d, p, end);
		if (p < end)
			d = put_special(d, (unsigned char)*p++);
		to->n = (size_t)(d - to->p);
	}
}

void
jw_field(struct buf *to, struct slice field)
{
	const char *p = field.p, *end = p + field.n;
	char *d = room(to, p, end);

	*d++ = '"';
	for (;;) {
		p = copy_plain(&d, p, end);
		if (p == end)
			break;
		if (*p == '\\' && is_escape(p, end)) {
			*d++ = *p++;
			*d++ = *p++;
		} else
			d = put_special(d, (unsigned char)*p++);
		to->n = (size_t)(d - to->p);
		d = room(to, p, end);
	}
	*d++ = '"';
	to->n = (size_t)(d - to->p);
}

void
jw_plain(struct buf *to, struct slice text)
{
	char *d;

	if (to->cap - to->n < text.n + 2)
		buf_room(to, text.n + 2);
	d = to->p + to->n;
	*d++ = '"';
	memcpy(d, text.p, text.n);
	d[text.n] = '"';
	to->n += text.n + 2;
}

void
jw_text(struct buf *to, struct slice text)
{
	jw_lit(to, "\"");
	inside_text(to, text.p, text.p + text.n);
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
