/* row.c - rows at their tabs; see row.h */
#include "row.h"

#include "wide.h"

/* So many bytes at once, before each of which there is room for a cell for each byte: the loops need not look. */
enum { CHUNK = 1024 };

static struct {
	struct row row;
	uint64_t serial; /* of the record that it is of; 0 if of none */
} last;

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

/* Of a full-width colon, EF BC 9A, in what a row has as long as it is being cut: most have not both. */
enum { FIRST_OF_COLON = 0x100, LAST_OF_COLON = 0x200, MAYBE_COLON = FIRST_OF_COLON | LAST_OF_COLON };

static unsigned
what(unsigned char c)
{
	switch (c) {
	case '\\': return ROW_ESCAPE;
	case ':': return ROW_COLON;
	case 0xef: return FIRST_OF_COLON;
	case 0x9a: return LAST_OF_COLON;
	}
	return c == '"' || c < 0x20 ? ROW_QUOTE : 0;
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
enum { BLOCK = 32, HALF = 16 };

/* What a byte is, as bits. Two tables say it of its halves, and it is what both say: that takes half the instructions of
 * comparing it with each. A control character is one from 00 to 0F, but the tab, or one from 10 to 1F. */
enum { TAB = 0x80, ESCAPE = 0x01, QUOTE = 0x02, COLON = 0x04, LOW = 0x08, HIGH = 0x10, CONTROL = LOW | HIGH };
enum { EF = 0x20, X9A = 0x40 };
static const unsigned char upper_half[HALF] = {
	[0x0] = TAB | LOW, [0x1] = HIGH, [0x2] = QUOTE, [0x3] = COLON, [0x5] = ESCAPE, [0x9] = X9A, [0xe] = EF,
};
static const unsigned char lower_half[HALF] = {
	CONTROL, CONTROL, CONTROL | QUOTE, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL,
	CONTROL, TAB | HIGH, CONTROL | COLON | X9A, CONTROL, CONTROL | ESCAPE, CONTROL, CONTROL, CONTROL | EF,
};

static inline WIDE __m256i
twice(const unsigned char *half)
{
	return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)half));
}

/* The tabs in V, and all that is in it added to SEEN. */
static inline WIDE uint32_t
tabs_in(__m256i v, __m256i *seen)
{
	__m256i low = _mm256_set1_epi8(0x0f), upper = _mm256_and_si256(_mm256_srli_epi16(v, 4), low);
	__m256i is = _mm256_and_si256(_mm256_shuffle_epi8(twice(upper_half), upper),
	    _mm256_shuffle_epi8(twice(lower_half), _mm256_and_si256(v, low)));

	*seen = _mm256_or_si256(*seen, is);
	return wide_bits(is);
}

static inline WIDE int
has(__m256i seen, char what)
{
	return !_mm256_testz_si256(seen, _mm256_set1_epi8(what));
}

static inline WIDE const char *
add_tabs(struct row *c, const char *cell, const char *p, uint32_t tabs)
{
	struct slice *to = c->cell + c->n;

	if (!tabs) /* a cell is longer than a block */
		return cell;
	for (; tabs; tabs &= tabs - 1) {
		const char *tab = p + __builtin_ctz(tabs);

		*to++ = (struct slice){cell, (size_t)(tab - cell)};
		cell = tab + 1;
	}
	c->n = (size_t)(to - c->cell);
	return cell;
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

	if (end - p < BLOCK) {
		cell = add_tabs(c, cell, p, tabs_in_short(p, (size_t)(end - p), &seen));
		p = end;
	}
	for (; end - p >= BLOCK; p += BLOCK)
		cell = add_tabs(c, cell, p, tabs_in(wide_load(p), &seen));
	if (p < end)
		cell = add_tabs(c, cell, p, tabs_in(wide_load(end - BLOCK), &seen) >> (BLOCK - (end - p)));
	c->has |= (has(seen, ESCAPE) ? ROW_ESCAPE : 0) | (has(seen, QUOTE | CONTROL) ? ROW_QUOTE : 0) |
	    (has(seen, COLON) ? ROW_COLON : 0) | (has(seen, EF) ? FIRST_OF_COLON : 0) | (has(seen, X9A) ? LAST_OF_COLON : 0);
	return cell;
}
#endif

static const char *
cut_chunk(struct row *c, const char *cell, const char *p, const char *end)
{
#ifdef TZ_WIDE
	if (end - p >= HALF && has_wide())
		return cut_wide(c, cell, p, end);
#endif
	return cut_bytes(c, cell, p, end);
}

static void
cut(struct row *c, struct slice s)
{
	const char *p = s.p, *end = p + s.n, *cell = p;

	c->n = 0;
	c->has = 0;
	for (; end - p > CHUNK; p += CHUNK) {
		room(c);
		cell = cut_chunk(c, cell, p, p + CHUNK);
	}
	room(c);
	cell = cut_chunk(c, cell, p, end);
	add(c, cell, end);
	if ((c->has & MAYBE_COLON) == MAYBE_COLON)
		c->has |= ROW_COLON;
	c->has &= ROW_ANY;
}

const struct row *
row_of_line(struct slice line)
{
	last.serial = 0;
	cut(&last.row, line);
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

const struct row *
rec_row(const struct rec *r)
{
	if (r->serial && r->serial == last.serial)
		return &last.row;
	cut(&last.row, r->rest);
	if (r->rest.n == 0 && r->rest.p[-1] != '\t')
		last.row.n = 0;
	last.serial = r->serial;
	return &last.row;
}
