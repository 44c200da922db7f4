/* esc.c - the escapes of a field; see esc.h */
#include "stream/esc.h"

#include <string.h>

#include "base/scan.h"

static const char letter[256] = {['\\'] = '\\', ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r'};

size_t
esc_plain(const char *p, const char *end)
{
	const char *s = p;

#ifdef TZ_VECTORS
	for (; end - p >= 16; p += 16) {
		v16 v = v16_load(p);

		if (v16_any((v16)(v == '\\') | (v16)(v == '\t') | (v16)(v == '\n') | (v16)(v == '\r')))
			break;
	}
#endif
	while (p < end && !letter[(unsigned char)*p])
		p++;
	return (size_t)(p - s);
}

char
esc_letter(char c)
{
	return letter[(unsigned char)c];
}

void
esc(struct buf *to, struct slice text)
{
	const char *p = text.p, *end = p + text.n;

	while (p < end) {
		size_t n = esc_plain(p, end);

		buf_add(to, p, n);
		p += n;
		if (p < end) {
			buf_addc(to, '\\');
			buf_addc(to, esc_letter(*p++));
		}
	}
}

static char
unescaped(char c)
{
	switch (c) {
	case 't': return '\t';
	case 'n': return '\n';
	case 'r': return '\r';
	case '\\': return '\\';
	}
	return 0;
}

void
unesc(struct buf *to, struct slice field)
{
	const char *p = field.p, *end = p + field.n, *b;

	while (p < end && (b = memchr(p, '\\', (size_t)(end - p)))) {
		char c = b + 1 < end ? unescaped(b[1]) : 0;

		buf_add(to, p, (size_t)(b - p));
		buf_addc(to, c ? c : '\\'); /* any other pair is no escape: it stands for itself */
		p = b + (c ? 2 : 1);
	}
	buf_add(to, p, (size_t)(end - p));
}

struct slice
unesc_tmp(struct buf *tmp, struct slice field)
{
	if (field.n == 0 || !memchr(field.p, '\\', field.n))
		return field;
	buf_clear(tmp);
	unesc(tmp, field);
	return slice_of(tmp);
}
