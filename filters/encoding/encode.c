/* encode.c - text back to its source encoding; see encode.h */
#include "encoding/encode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "encoding/iso2022jp.h"
#include "encoding/jistab.h"
#include "base/utf8.h"

struct encoder {
	int (*put)(struct encoder *e, struct buf *to, uint32_t c); /* one character; NULL: through iconv(3) */
	int set;    /* ISO-2022-JP: the set in force in the output */
	iconv_t cd; /* or (iconv_t)-1 */
};

static int
put_utf8(struct encoder *e, struct buf *to, uint32_t c)
{
	(void)e;
	buf_room(to, 4);
	to->n += utf8_put(to->p + to->n, c);
	return 1;
}

static int
put_unit(struct buf *to, uint32_t u, int big)
{
	buf_addc(to, (char)(big ? u >> 8 : u & 0xff));
	buf_addc(to, (char)(big ? u & 0xff : u >> 8));
	return 1;
}

static int
put_utf16(struct buf *to, uint32_t c, int big)
{
	if (c < 0x10000)
		return put_unit(to, c, big);
	put_unit(to, 0xd800 + ((c - 0x10000) >> 10), big);
	return put_unit(to, 0xdc00 + (c & 0x3ff), big);
}

static int
put_utf16le(struct encoder *e, struct buf *to, uint32_t c)
{
	(void)e;
	return put_utf16(to, c, 0);
}

static int
put_utf16be(struct encoder *e, struct buf *to, uint32_t c)
{
	(void)e;
	return put_utf16(to, c, 1);
}

static int
put_two(struct buf *to, unsigned code)
{
	buf_addc(to, (char)(code >> 8));
	buf_addc(to, (char)(code & 0xff));
	return 1;
}

/* U+FF61 to U+FF9F as JIS X 0201 has them, 21 to 5F; 0 for anything else. */
static unsigned
kana_of(uint32_t c)
{
	return c >= 0xff61 && c <= 0xff9f ? (unsigned)(c - 0xff61 + 0x21) : 0;
}

static int
put_cp932(struct encoder *e, struct buf *to, uint32_t c)
{
	unsigned code, user = (unsigned)c - 0xe000;

	(void)e;
	if (c <= 0x80 || kana_of(c)) {
		buf_addc(to, (char)(c <= 0x80 ? c : kana_of(c) | 0x80));
		return 1;
	}
	if (c >= 0xe000 && user < 10 * 188) /* the user-defined rows, F040 to F9FC */
		return put_two(to, (0xf0 + user / 188) << 8 | (user % 188 + (user % 188 < 63 ? 0x40 : 0x41)));
	code = c < 0x10000 ? to_cp932_code[to_cp932_page[c >> 8]][c & 0xff] : 0;
	return code ? put_two(to, code) : 0;
}

static unsigned
jis_of(uint32_t c)
{
	return c < 0x10000 ? to_jis_code[to_jis_page[c >> 8]][c & 0xff] : 0;
}

static int
put_eucjp(struct encoder *e, struct buf *to, uint32_t c)
{
	unsigned code = jis_of(c);

	(void)e;
	if (c < 0x80) {
		buf_addc(to, (char)c);
		return 1;
	}
	if (kana_of(c))
		return put_two(to, 0x8e80 | kana_of(c));
	if (code & 0x8000)
		buf_addc(to, (char)0x8f);
	return code ? put_two(to, code | 0x8080) : 0;
}

static void
call_set(struct encoder *e, struct buf *to, int set)
{
	if (e->set != set)
		buf_addz(to, jset_escape[set]);
	e->set = set;
}

static int
put_iso2022jp(struct encoder *e, struct buf *to, uint32_t c)
{
	unsigned code = jis_of(c);

	if (c < 0x80 || c == 0xa5 || c == 0x203e) {
		if (c == 0x1b || c == 0x0e || c == 0x0f) /* no text: they would switch sets */
			return 0;
		call_set(e, to, c < 0x80 ? JSET_ASCII : JSET_ROMAN);
		buf_addc(to, (char)(c < 0x80 ? c : c == 0xa5 ? '\\' : '~'));
	} else if (kana_of(c)) {
		call_set(e, to, JSET_KANA);
		buf_addc(to, (char)kana_of(c));
	} else if (code) {
		call_set(e, to, code & 0x8000 ? JSET_0212 : JSET_0208);
		put_two(to, code & 0x7fff);
	}
	return c < 0x80 || c == 0xa5 || c == 0x203e || kana_of(c) || code;
}

static const struct {
	const char *name;
	int (*put)(struct encoder *, struct buf *, uint32_t);
} known[] = {
	{"UTF-8", put_utf8},
	{"CP932", put_cp932},
	{"EUC-JP", put_eucjp},
	{"ISO-2022-JP", put_iso2022jp},
	{"UTF-16LE", put_utf16le},
	{"UTF-16BE", put_utf16be},
};

struct encoder *
encoder_new(const char *encoding)
{
	struct encoder *e = emalloc(sizeof(*e));
	size_t i;

	*e = (struct encoder){.set = JSET_ASCII, .cd = (iconv_t)-1};
	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(encoding, known[i].name) == 0)
			e->put = known[i].put;
	if (!e->put)
		e->cd = iconv_open(encoding, "UTF-8");
	if (e->put || e->cd != (iconv_t)-1)
		return e;
	free(e);
	return NULL;
}

void
encoder_free(struct encoder *e)
{
	if (e && e->cd != (iconv_t)-1)
		iconv_close(e->cd);
	free(e);
}

/* What iconv(3) makes of TEXT, back in its initial state at the end; 0 if it cannot. */
static int
through_iconv(struct encoder *e, struct buf *to, struct slice text)
{
	char *from = (char *)text.p; /* iconv(3) does not write there */
	size_t left = text.n, start = to->n;
	int flushed = 0;

	iconv(e->cd, NULL, NULL, NULL, NULL);
	for (;;) {
		char *p;
		size_t room, n;

		buf_room(to, 2 * left + 16);
		p = to->p + to->n;
		room = to->cap - to->n;
		n = flushed ? iconv(e->cd, NULL, NULL, &p, &room) : iconv(e->cd, &from, &left, &p, &room);
		to->n = (size_t)(p - to->p);
		if (n == (size_t)-1 && errno == E2BIG)
			continue;
		/* a positive number counts characters that iconv(3) could only imitate */
		if (n != 0)
			break;
		if (flushed)
			return 1;
		flushed = 1;
	}
	to->n = start;
	return 0;
}

int
encode(struct encoder *e, struct buf *to, struct slice text)
{
	size_t start = to->n, i, len;

	if (!e->put)
		return through_iconv(e, to, text);
	e->set = JSET_ASCII;
	for (i = 0; i < text.n; i += len) {
		if (!e->put(e, to, utf8_next(text.p + i, text.n - i, &len))) {
			to->n = start;
			return 0;
		}
	}
	if (e->put == put_iso2022jp)
		call_set(e, to, JSET_ASCII);
	return 1;
}
