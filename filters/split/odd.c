/* odd.c - lines that are not as promised; see odd.h */
#include "split/odd.h"

#include "base/utf8.h"
#include "split/put.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/warn.h"

struct slice
odd_repaired(struct slice s)
{
	static struct buf good;
	size_t at = 0;

	buf_clear(&good);
	while (at < s.n) {
		size_t n = utf8_valid(s.p + at, s.n - at);

		buf_add(&good, s.p + at, n);
		at += n;
		if (at++ < s.n)
			buf_addz(&good, "\xef\xbf\xbd");
	}
	return slice_of(&good);
}

void
odd_bytes(const struct docpos *d, const struct line *l)
{
	static const char digit[] = "0123456789abcdef";
	size_t i;

	out_rec("bytes", d->line);
	out_fieldu(d->column);
	outc('\t');
	for (i = 0; i < l->text.n; i++) {
		outc(digit[(unsigned char)l->text.p[i] >> 4]);
		outc(digit[l->text.p[i] & 15]);
	}
	outz(l->ended ? "0a\n" : "\n");
}

void
odd_long_line(struct docpos *d, const struct line *l)
{
	enum { PIECE = LINE_LIMIT / 3 };
	struct line part = *l;
	struct slice fit;
	size_t back;

	for (; part.text.n; part.text.p += part.text.n, part.text.n = (size_t)(l->text.p + l->text.n - part.text.p)) {
		if (part.text.n > PIECE) {
			for (back = 0; back < 3 && ((unsigned char)part.text.p[PIECE - back] & 0xc0) == 0x80; back++)
				; /* not inside a character */
			part.text.n = PIECE - back;
		}
		part.ended = l->ended && part.text.p + part.text.n == l->text.p + l->text.n;
		fit = odd_repaired(part.text);
		d->column = d->pieces + 1;
		d->pieces += utf8_count(fit.p, fit.n);
		put_record("text", d->line, fit);
		odd_bytes(d, &part);
	}
	out_warn(MSG_NOT_UTF8, doc_here(d));
	out_warn(MSG_LONG_LINE, doc_here(d), (unsigned long)l->text.n);
}
