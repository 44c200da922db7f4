/* anchor.c - where a date may be; see date/scan.h */
#include "date/scan.h"

#include "base/pairs.h"
#include "stream/row.h"

static int
digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* 年 月 期 ⽉, 1.2 1/2 1-2, full-width . / -, FY, 同日 翌日: as UTF-8. Four bytes at P are readable. */
static int
is_anchor(const unsigned char *p)
{
	switch (p[0]) {
	case 0xe5:
		return p[1] == 0xb9 && p[2] == 0xb4;
	case 0xe6:
		return p[1] == 0x9c && (p[2] == 0x88 || p[2] == 0x9f);
	case 0xe2:
		return p[1] == 0xbd && p[2] == 0x89;
	case 0xef:
		return p[1] == 0xbc && p[2] >= 0x8d && p[2] <= 0x8f;
	case 0x8c:
		return p[1] == 0xe6 && p[2] == 0x97 && p[3] == 0xa5;
	case 'F':
		return p[1] == 'Y' && p[2]; /* at the end it is none */
	}
	return p[1] >= '-' && p[1] <= '/' && digit(p[0]) && digit(p[2]);
}

/* The same at byte I of S; at its end four bytes are not readable, and NULs stand for them. */
static int
anchor_at(struct slice s, size_t i)
{
	unsigned char four[4] = {0};

	if (s.n - i >= sizeof(four))
		return is_anchor((const unsigned char *)s.p + i);
	memcpy(four, s.p + i, s.n - i);
	return is_anchor(four);
}

#ifdef TZ_VECTORS
enum { BLOCK = 16, AHEAD = 2 };

/* The lanes of the 16 bytes at P where an anchor may begin; 18 bytes are readable. Leads are looked at only where the
 * bytes behind them are not enough, and digits only by their upper half: what passes is looked at again. Three
 * operations for each byte of Japanese, where the switch above takes a dozen. */
static inline v16
may_begin(const unsigned char *p)
{
	v16 a = v16_load(p), b = v16_load(p + 1), c = v16_load(p + 2);
	v16 year = (v16)(b == 0xb9) & (v16)(c == 0xb4);
	v16 month = (v16)(b == 0x9c) & ((v16)(c == 0x88) | (v16)(c == 0x9f));
	v16 radical = (v16)(b == 0xbd) & (v16)(c == 0x89), wide = (v16)(b == 0xbc) & v16_in(c, 0x8d, 0x8f);
	v16 dotted = v16_in(b, '-', '/') & (v16)((a & c & 0xf0) == '0');
	v16 day = (v16)(a == 0x8c) & (v16)(b == 0xe6) & (v16)(c == 0x97);

	return year | month | radical | wide | dotted | day | (v16)(b == 'Y');
}

/* The first lane of MAY, about the 16 bytes at I, where an anchor begins; I + 16 if there is none. */
static size_t
first_of(struct slice s, size_t i, v16 may)
{
	do {
		unsigned lane = v16_first(may);

		if (anchor_at(s, i + lane))
			return i + lane;
		may[lane] = 0;
	} while (v16_any(may));
	return i + BLOCK;
}
#endif

/* Anchors as pairs of a byte and the one behind it, behind their first one, each kind a bit: year, month, ⽉, wide stops,
 * digits, 同日, FY. */
enum { YEAR = 1, MONTH = 2, RADICAL = 4, STOP = 8, DOTTED = 16, DAY = 32, FY = 64 };
static const struct pairs anchor_pairs = {
	.first = { /* B9; 9C; BD; BC; - . /; E6; Y */
		.lower = {[0x6] = DAY, [0x9] = YEAR | FY, [0xc] = MONTH | STOP, [0xd] = RADICAL | DOTTED, [0xe] = DOTTED,
		    [0xf] = DOTTED},
		.upper = {[0x2] = DOTTED, [0x5] = FY, [0x9] = MONTH, [0xb] = YEAR | RADICAL | STOP, [0xe] = DAY},
	},
	.then = { /* B4; 88 9F; 89; 8D 8E 8F; 0 to 9; 97; all */
		.lower = {FY | DOTTED, FY | DOTTED, FY | DOTTED, FY | DOTTED, FY | DOTTED | YEAR, FY | DOTTED, FY | DOTTED,
		    FY | DOTTED | DAY, FY | DOTTED | MONTH, FY | DOTTED | RADICAL, FY, FY, FY, FY | STOP, FY | STOP,
		    FY | STOP | MONTH},
		.upper = {FY, FY, FY, FY | DOTTED, FY, FY, FY, FY, FY | MONTH | RADICAL | STOP, FY | MONTH | DAY, FY, FY | YEAR,
		    FY, FY, FY, FY},
	},
};

#ifdef TZ_WIDE
/* Like date_anchor, as far as there are blocks; *I is how far it came, and S.n is returned if there is none before. */
static WIDE size_t
anchor_wide(struct slice s, size_t *i)
{
	/* the first byte of an anchor is the one before what is looked at */
	for (; s.n - *i >= WIDE_BLOCK + AHEAD; *i += WIDE_BLOCK) {
		uint32_t may = pairs_from(&anchor_pairs, s.p + *i + 1);

		for (; may; may &= may - 1)
			if (anchor_at(s, *i + (size_t)__builtin_ctz(may)))
				return *i + (size_t)__builtin_ctz(may);
	}
	return s.n;
}
#endif

size_t
date_anchor(struct slice s, size_t from)
{
	size_t i = from;

#ifdef TZ_WIDE
	if (has_wide()) {
		size_t at = anchor_wide(s, &i);

		if (at < s.n)
			return at;
		/* the end in one look more: nearly always nothing is there */
		if (s.n >= WIDE_BLOCK + AHEAD && !pairs_from(&anchor_pairs, s.p + s.n - WIDE_BLOCK - 1))
			return s.n;
	}
#endif
#ifdef TZ_VECTORS
	const unsigned char *p = (const unsigned char *)s.p;

	for (; i + BLOCK + AHEAD <= s.n; i += BLOCK) {
		v16 may = may_begin(p + i);
		size_t at = v16_any(may) ? first_of(s, i, may) : i + BLOCK;

		if (at < i + BLOCK)
			return at;
	}
	/* the end once more, in one look: nearly always nothing is there */
	if (s.n >= BLOCK + AHEAD && !v16_any(may_begin(p + s.n - BLOCK - AHEAD)))
		return s.n;
#endif
	while (i < s.n && !anchor_at(s, i))
		i++;
	return i;
}

static inline int
is_common(const char *p)
{
	return memcmp(p, "年", 3) == 0 || memcmp(p, "月", 3) == 0;
}

/* What a pair stands for begins a byte before it. */
void
anchors_of_row(const struct rec *r, struct anchors *a)
{
	struct places *found = &a->found;
	size_t i, n = 0;

	rec_row_seeking(r, &anchor_pairs, found);
	for (i = 0; i < found->n; i++) {
		const char *at = found->at[i] - 1; /* its third byte is in the row, and if its first is not that is a tab */

		if (is_common(at) ||
		    (at >= r->rest.p && anchor_at(r->rest, (size_t)(at - r->rest.p)) && (*at != 'F' || at[2] != '\t')))
			found->at[n++] = at;
	}
	found->n = n;
	found->to--;
	a->next = 0;
}

size_t
anchor_in_row(struct anchors *a, struct slice s, size_t from)
{
	const struct places *found = &a->found;
	const char *end = s.p + s.n;

	for (; a->next < found->n; a->next++) {
		const char *at = found->at[a->next];

		if (at >= s.p + from)
			return at < end ? (size_t)(at - s.p) : s.n;
	}
	if (found->to + 1 >= end)
		return s.n;
	return date_anchor(s, found->to > s.p + from ? (size_t)(found->to - s.p) : from);
}
