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

static unsigned
what(unsigned char c)
{
	if (c == '\\')
		return ROW_ESCAPE;
	if (c == ':' || c == 0x9a) /* a full-width one is EF BC 9A */
		return ROW_COLON;
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
enum { BLOCK = 32 };

static inline WIDE __m256i
is(__m256i v, char c)
{
	return _mm256_cmpeq_epi8(v, _mm256_set1_epi8(c));
}

/* The same, for 32 bytes or more. The last block is that of the last 32 bytes, some of which were in the one before. */
static WIDE const char *
cut_wide(struct row *c, const char *cell, const char *p, const char *end)
{
	__m256i escape = _mm256_setzero_si256(), quote = escape, colon = escape;
	uint32_t tabs;

	for (; p < end; p += BLOCK) {
		int short_of = end - p < BLOCK;
		__m256i v = wide_load(short_of ? end - BLOCK : p), tab = is(v, '\t');
		__m256i control = is(_mm256_max_epu8(v, _mm256_set1_epi8(0x1f)), 0x1f);

		escape = _mm256_or_si256(escape, is(v, '\\'));
		quote = _mm256_or_si256(quote, _mm256_or_si256(is(v, '"'), _mm256_andnot_si256(tab, control)));
		colon = _mm256_or_si256(colon, _mm256_or_si256(is(v, ':'), is(v, (char)0x9a)));
		tabs = wide_bits(tab);
		if (short_of)
			tabs >>= BLOCK - (end - p);
		for (; tabs; tabs &= tabs - 1)
			cell = add(c, cell, p + __builtin_ctz(tabs));
	}
	c->has |= (wide_bits(escape) ? ROW_ESCAPE : 0) | (wide_bits(quote) ? ROW_QUOTE : 0) |
	    (wide_bits(colon) ? ROW_COLON : 0);
	return cell;
}
#endif

static const char *
cut_chunk(struct row *c, const char *cell, const char *p, const char *end)
{
#ifdef TZ_WIDE
	if (end - p >= BLOCK && has_wide())
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

	for (i = 0; i < last.row.n; i++)
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
