/* bracket.c - brackets, in pairs; see bracket.h */
#include "agency/bracket.h"

#include <string.h>

#include "base/scan.h"

static const struct {
	char text[4];
	signed char len, kind;
} brackets[] = {
	{"(", 1, 1}, {")", 1, -1}, {"（", 3, 1}, {"）", 3, -1}, {"[", 1, 2}, {"]", 1, -2}, {"［", 3, 2}, {"］", 3, -2},
	{"【", 3, 3}, {"】", 3, -3}, {"〔", 3, 4}, {"〕", 3, -4}, {"<", 1, 5}, {">", 1, -5}, {"＜", 3, 5}, {"＞", 3, -5},
	{"〈", 3, 6}, {"〉", 3, -6}, {"《", 3, 7}, {"》", 3, -7}, {"〖", 3, 8}, {"〗", 3, -8},
};

enum { COUNT = sizeof(brackets) / sizeof(*brackets) };

/* No bracket of three bytes begins with others than these two pairs: most characters are known by
 * their first bytes not to be one. */
static int
may_be(const char *p)
{
	unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1];

	return (a == 0xe3 && b == 0x80) || (a == 0xef && b == 0xbc);
}

/* The kind of the bracket of LEN bytes at P, 0 if it is none: kept by its last byte, for each length and first byte. */
static int
kind_of(const char *p, size_t len)
{
	static signed char kinds[3][256];
	static int loaded;
	size_t i;

	for (i = 0; !loaded && i < COUNT; i++) {
		const unsigned char *text = (const unsigned char *)brackets[i].text;

		kinds[brackets[i].len == 1 ? 0 : *text == 0xe3 ? 1 : 2][text[brackets[i].len - 1]] = brackets[i].kind;
	}
	loaded = 1;
	return kinds[len == 1 ? 0 : (unsigned char)*p == 0xe3 ? 1 : 2][(unsigned char)p[len - 1]];
}

int
bracket_at(struct slice s, int *kind, size_t *len)
{
	if (s.n == 0 || ((unsigned char)*s.p >= 0x80 && (s.n < 3 || !may_be(s.p))))
		return 0;
	*len = (unsigned char)*s.p < 0x80 ? 1 : 3;
	return (*kind = kind_of(s.p, *len)) != 0;
}

int
bracket_before(struct slice s, int *kind, size_t *len)
{
	if (s.n == 0 || ((unsigned char)s.p[s.n - 1] >= 0x80 && (s.n < 3 || !may_be(s.p + s.n - 3))))
		return 0;
	*len = (unsigned char)s.p[s.n - 1] < 0x80 ? 1 : 3;
	return (*kind = kind_of(s.p + s.n - *len, *len)) != 0;
}

#ifdef TZ_VECTORS
/* The lanes of the 16 bytes at P where a bracket may begin, and \\ and the corners 「」; 18 bytes are readable. */
static v16
may_begin(const char *p)
{
	v16 a = v16_load(p), b = v16_load(p + 1), c = v16_load(p + 2);
	v16 ascii = (v16)((a & 0xfe) == '(') | (v16)((a & 0xfd) == '<') | v16_in(a, '[', ']');
	v16 wide = (v16)(a == 0xef) & (v16)(b == 0xbc);

	return ascii | wide | ((v16)(a == 0xe3) & (v16)(b == 0x80) & v16_in(c, 0x88, 0x97));
}
#endif

size_t
bracket_next(struct slice s, size_t i)
{
	int kind;
	size_t n;

#ifdef TZ_VECTORS
	/* lines of prose have few: a fiftieth of the time of looking at each byte */
	while (s.n - i >= 18) {
		v16 may = may_begin(s.p + i);

		if (v16_any(may))
			return i + v16_first(may);
		i += 16;
	}
#endif
	while (i < s.n && !bracket_at((struct slice){s.p + i, s.n - i}, &kind, &n))
		i++;
	return i;
}

size_t
bracket_close(struct slice s, size_t *len)
{
	int pair, kind, depth = 0;
	size_t i, n;

	if (!bracket_at(s, &pair, &n))
		return 0;
	for (i = 0; (i = bracket_next(s, i)) < s.n; i++) {
		if (!bracket_at((struct slice){s.p + i, s.n - i}, &kind, len) || (kind != pair && kind != -pair))
			continue;
		depth += kind == pair ? 1 : -1;
		if (depth == 0)
			return i;
	}
	*len = n;
	return 0;
}

size_t
bracket_open(struct slice s, size_t *len)
{
	int pair, kind, depth = 0;
	size_t end, n;

	if (!bracket_before(s, &pair, &n))
		return s.n;
	for (end = s.n; end > 0; end--) {
		if (!bracket_before((struct slice){s.p, end}, &kind, len) || (kind != pair && kind != -pair))
			continue;
		depth += kind == pair ? 1 : -1;
		if (depth == 0)
			return end - *len;
	}
	return s.n;
}
