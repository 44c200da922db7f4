/* row.c - rows at their tabs; see row.h */
#include "stream/row.h"

#include "base/pairs.h"

/* So many bytes at once, before each of which there is room for a cell for each byte: the loops need not look. */
enum { CHUNK = 1024 };

static struct {
	struct row row;
	uint64_t serial; /* of the record that it is of; 0 if of none */
} last;

/* What else is looked for while a row is cut. */
struct seek {
	const struct pairs *what;
	struct places *found; /* its TO is NULL as long as nothing was left out */
	const char *from;     /* where the row begins */
};

static void
room(struct row *c)
{
	if (c->cap - c->n > CHUNK)
		return;
	c->cap = 2 * (c->cap + CHUNK);
	c->cell = erealloc(c->cell, c->cap * sizeof(*c->cell));
}

/* The cell that ends at TAB; returns where the next one begins. */
static inline const char *
add(struct row *c, const char *from, const char *tab)
{
	c->cell[c->n++] = (struct slice){from, (size_t)(tab - from)};
	return tab + 1;
}

/* What a byte is, as bits: those of ROW_ANY, and others that cut() makes such of. Of a full-width colon, EF BC 9A, a row
 * has both bytes; most have not. A control character is one from 00 to 0F, but the tab, or one from 10 to 1F. */
enum { LOW = 0x08, HIGH = 0x10, CONTROL = LOW | HIGH, EF = 0x20, X9A = 0x40, TAB = 0x80 };

static unsigned
what(unsigned char c)
{
	switch (c) {
	case '\\': return ROW_ESCAPE;
	case '"': return ROW_QUOTE;
	case ':': return ROW_COLON;
	case 0xef: return EF;
	case 0x9a: return X9A;
	}
	return c < 0x20 ? LOW : 0;
}

/* From P to END, in a cell that begins at CELL; returns where the last one does. */
static const char *
cut_bytes(struct row *c, const char *cell, const char *p, const char *end)
{
	for (; p < end; p++)
		if (*p == '\t')
			cell = add(c, cell, p);
		else
			c->has |= what((unsigned char)*p);
	return cell;
}

#ifdef TZ_WIDE
enum { HALF = 16 };

/* Two tables say of the halves of a byte what it may be, and it is what both say: that takes half the instructions of
 * comparing it with each. */
static const struct halves row_bytes = {
	.lower = {CONTROL, CONTROL, CONTROL | ROW_QUOTE, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, TAB | HIGH,
	    CONTROL | ROW_COLON | X9A, CONTROL, CONTROL | ROW_ESCAPE, CONTROL, CONTROL, CONTROL | EF},
	.upper = {[0x0] = TAB | LOW, [0x1] = HIGH, [0x2] = ROW_QUOTE, [0x3] = ROW_COLON, [0x5] = ROW_ESCAPE, [0x9] = X9A, [0xe] = EF},
};

/* The tabs in bytes of these halves, and all that is in them added to SEEN. */
static inline WIDE uint32_t
tabs_of(__m256i lower, __m256i upper, __m256i *seen)
{
	__m256i is = kinds_of(wide_halves(&row_bytes), lower, upper);

	*seen = _mm256_or_si256(*seen, is);
	return wide_bits(is);
}

static inline WIDE uint32_t
tabs_in(__m256i v, __m256i *seen)
{
	return tabs_of(lower_halves(v), upper_halves(v), seen);
}

/* Adds the cells that end at TABS, of the bytes at P, at *TO; the first one begins at CELL. Where the next one does. */
static inline WIDE const char *
add_tabs(struct slice **to, const char *cell, const char *p, uint32_t tabs)
{
	for (; tabs; tabs &= tabs - 1) {
		const char *tab = p + wide_first(tabs);

		*(*to)++ = (struct slice){cell, (size_t)(tab - cell)};
		cell = tab + 1;
	}
	return cell;
}

/* What any byte of SEEN is. */
static inline WIDE unsigned
all_of(__m256i seen)
{
	__m128i half = _mm_or_si128(_mm256_castsi256_si128(seen), _mm256_extracti128_si256(seen, 1));
	uint64_t w = (uint64_t)_mm_cvtsi128_si64(_mm_or_si128(half, _mm_unpackhi_epi64(half, half)));

	w |= w >> 32;
	w |= w >> 16;
	return (unsigned)(w | w >> 8) & 0xff;
}

/* The 32 bytes that end one before V does, where BEFORE are those in front of it. */
static inline WIDE __m256i
behind(__m256i before, __m256i v)
{
	return _mm256_alignr_epi8(v, _mm256_permute2x128_si256(before, v, 0x21), 15);
}

/* The lanes of AT, whose first one is at P. */
static inline void
add_places(struct places *found, const char *p, uint32_t at)
{
	if (!at || found->to)
		return;
	if (found->n + WIDE_BLOCK > PLACES) {
		found->to = p;
		return;
	}
	for (; at; at &= at - 1)
		found->at[found->n++] = p + wide_first(at);
}

/* The tabs in the N bytes at P, fewer than a block but half of one at least: in two halves that may overlap. */
static inline WIDE uint32_t
tabs_in_short(const char *p, size_t n, __m256i *seen)
{
	__m128i from_p = _mm_loadu_si128((const __m128i *)p), to_end = _mm_loadu_si128((const __m128i *)(p + n - HALF));
	uint32_t tabs = tabs_in(_mm256_set_m128i(to_end, from_p), seen);

	return (tabs & 0xffff) | tabs >> HALF << (n - HALF);
}

/* The same as cut_bytes, for half a block or more. The last block is that of the last 32 bytes, some of which were in
 * the one before. */
static WIDE const char *
cut_wide(struct row *c, const char *cell, const char *p, const char *end)
{
	__m256i seen = _mm256_setzero_si256();
	struct slice *to = c->cell + c->n;

	if (end - p < WIDE_BLOCK) {
		cell = add_tabs(&to, cell, p, tabs_in_short(p, (size_t)(end - p), &seen));
		p = end;
	}
	for (; end - p >= WIDE_BLOCK; p += WIDE_BLOCK)
		cell = add_tabs(&to, cell, p, tabs_in(wide_load(p), &seen));
	if (p < end)
		cell = add_tabs(&to, cell, p, tabs_in(wide_load(end - WIDE_BLOCK), &seen) >> (WIDE_BLOCK - (end - p)));
	c->n = (size_t)(to - c->cell);
	c->has |= all_of(seen);
	return cell;
}

/* The same for a block or more, and where pairs are: the halves of each byte serve both, and the row is read once. What
 * is behind bytes of a chunk before this one, *AT says so, begins in it. */
static WIDE const char *
cut_seeking(struct row *c, const char *cell, const char *p, const char *end, struct seek *k)
{
	struct wide_halves of_first = wide_halves(&k->what->first), of_then = wide_halves(&k->what->then);
	__m256i seen = _mm256_setzero_si256(), lower, upper, first, then;
	__m256i before = p == k->from ? seen : kinds_in(&k->what->first, wide_load(p - WIDE_BLOCK));
	const char *last_block = end - WIDE_BLOCK;
	struct slice *to = c->cell + c->n;

	for (; p <= last_block; p += WIDE_BLOCK) {
		__m256i v = wide_load(p);

		lower = lower_halves(v);
		upper = upper_halves(v);
		cell = add_tabs(&to, cell, p, tabs_of(lower, upper, &seen));
		first = kinds_of(of_first, lower, upper);
		then = kinds_of(of_then, lower, upper);
		before = behind(before, first);
		if (!_mm256_testz_si256(before, then))
			add_places(k->found, p - 1, wide_both(before, then));
		before = first;
	}
	if (p < end) {
		int again = (int)(WIDE_BLOCK - (end - p)); /* bytes that were in the block before */

		cell = add_tabs(&to, cell, p, tabs_in(wide_load(last_block), &seen) >> again);
		add_places(k->found, p - 1, pairs_from(k->what, last_block - 1) >> again);
	}
	c->n = (size_t)(to - c->cell);
	c->has |= all_of(seen);
	return cell;
}
#endif

static const char *
cut_chunk(struct row *c, const char *cell, const char *p, const char *end, struct seek *k)
{
#ifdef TZ_WIDE
	if (k && end - p >= WIDE_BLOCK && has_wide())
		return cut_seeking(c, cell, p, end, k);
#endif
	if (k && !k->found->to)
		k->found->to = p - 1; /* of what begins there the second byte has not been looked at */
#ifdef TZ_WIDE
	if (end - p >= HALF && has_wide())
		return cut_wide(c, cell, p, end);
#endif
	return cut_bytes(c, cell, p, end);
}

static void
cut(struct row *c, struct slice s, struct seek *k)
{
	const char *p = s.p, *end = p + s.n, *cell = p;

	c->n = 0;
	c->has = 0;
	if (s.n == 0 && c->cap) { /* one line of text in two is blank */
		add(c, cell, end);
		return;
	}
	for (; end - p > CHUNK; p += CHUNK) {
		room(c);
		cell = cut_chunk(c, cell, p, p + CHUNK, k);
	}
	room(c);
	cell = cut_chunk(c, cell, p, end, k);
	add(c, cell, end);
	if ((c->has & EF) && (c->has & X9A))
		c->has |= ROW_COLON;
	if (c->has & CONTROL)
		c->has |= ROW_QUOTE;
	c->has &= ROW_ANY;
}

const struct row *
row_of_line(struct slice line)
{
	last.serial = 0;
	cut(&last.row, line, NULL);
	return &last.row;
}

void
row_is_of(const struct rec *r)
{
	const char *from = last.row.cell[0].p;
	size_t i;

	for (i = 0; i < last.row.n && from != r->rest.p; i++)
		last.row.cell[i].p = r->rest.p + (last.row.cell[i].p - from);
	last.serial = r->serial;
}

APART static void
cut_rec(const struct rec *r, struct seek *k)
{
	cut(&last.row, r->rest, k);
	if (r->rest.n == 0 && r->rest.p[-1] != '\t')
		last.row.n = 0;
	last.serial = r->serial;
}

const struct row *
rec_row(const struct rec *r)
{
	if (!r->serial || r->serial != last.serial)
		cut_rec(r, NULL);
	return &last.row;
}

void
rec_row_seeking(const struct rec *r, const struct pairs *what, struct places *found)
{
	struct seek k = {what, found, r->rest.p};

	found->n = 0;
	found->to = NULL;
	cut_rec(r, &k);
	if (!found->to)
		found->to = r->rest.p + r->rest.n;
}
