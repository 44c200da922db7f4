/* modelja.c - what bytes cost as Japanese text; see model.h */
#include "jistab.h"
#include "model.h"
#include "utf8.h"

/* What a class costs behind another: the row is the one before. */
static const unsigned char move[KLASSES][KLASSES] = {
	[K_START] = {14, 23, 21, 32, 35, 19, 37, 48, 45, 40},
	[K_DIGIT] = {14, 9, 37, 45, 48, 23, 43, 72, 61, 60},
	[K_LETTER] = {17, 35, 5, 40, 56, 37, 48, 80, 72, 64},
	[K_HIRA] = {37, 48, 48, 6, 35, 16, 32, 67, 72, 88},
	[K_KATA] = {35, 59, 59, 23, 4, 28, 43, 80, 72, 98},
	[K_KANJI] = {31, 53, 61, 13, 40, 8, 32, 72, 67, 88},
	[K_PUNCT] = {16, 40, 45, 20, 29, 14, 27, 53, 48, 61},
	[K_WIDE] = {29, 61, 61, 32, 45, 17, 27, 8, 53, 80},
	[K_SYMBOL] = {16, 35, 40, 32, 32, 14, 32, 45, 21, 61},
	[K_KANA] = {29, 59, 67, 80, 88, 64, 67, 88, 80, 1},
};

/* Characters that no table lists: rare kanji, gaiji, JIS X 0212; and what Japanese text does not have at all. */
enum { COST_COMMON = 89, COST_IBM = 120, COST_RARE = 168, COST_FOREIGN = 150, COST_PRIVATE = 175 };

static void
add(struct score *s, enum klass k, long cost)
{
	s->cost += move[s->prev][k] + cost;
	s->prev = k;
	s->before = 0;
	s->common = 0;
	s->high += k >= K_HIRA;
}

void
score_wrong(struct score *s, size_t offset)
{
	if (!s->errors++)
		s->first_error = offset;
	s->cost += COST_WRONG;
	s->prev = K_START;
	s->before = 0;
}

int
score_hopeless(const struct score *s)
{
	return s->errors && s->cost > s->limit;
}

static void
add_ascii(struct score *s, unsigned c)
{
	add(s, ascii_class(c), ascii_cost(c));
}

static void
add_kana(struct score *s, unsigned c)
{
	unsigned before = s->before;
	int plain = c >= 0xb1 && c <= 0xdc;

	add(s, K_KANA, kana_cost(c, before));
	s->before = c;
	/* n, voicing marks, long and small letters are never far in real words */
	s->letters = plain && before ? s->letters + 1 : plain;
	if (s->letters > 6)
		s->cost += BIT;
}

static enum klass
class_of(unsigned row, unsigned cell)
{
	static const unsigned char rows[] = {K_PUNCT, K_SYMBOL, K_WIDE, K_HIRA, K_KATA};

	if (row == 0 && cell >= 23 && cell <= 27) /* kanji repeated, closing mark, zero; the long mark of katakana */
		return cell == 27 ? K_KATA : K_KANJI;
	if (row < sizeof(rows))
		return rows[row];
	return row < 15 ? K_SYMBOL : K_KANJI;
}

/* The character in a row and cell from 0. Returns 0 if there is none. */
static int
add_jis(struct score *s, unsigned row, unsigned cell)
{
	unsigned cost = cost_eucjp[row * 94 + cell];
	enum klass k = class_of(row, cell);
	int common = s->common;

	if (!cost)
		return 0;
	if (s->cell == row * 94 + cell && (k == K_PUNCT || k == K_SYMBOL) && cost > 3 * BIT)
		cost = 3 * BIT; /* rules, frames and leaders */
	s->cell = row * 94 + cell;
	add(s, k, cost);
	s->common = k == K_KANJI && cost <= COST_COMMON;
	if (common && s->common) /* common kanji make common words */
		s->cost -= 12;
	return 1;
}

static int
add_pair_cp932(struct score *s, unsigned lead, unsigned trail)
{
	unsigned at = lead * 188 + trail - (trail < 0x7f ? 0x40 : 0x41);

	if (at < 94 * 94)
		return add_jis(s, at / 94, at % 94);
	if (lead >= 0x2f && lead <= 0x38) /* F0 to F9: the user's own */
		add(s, K_KANJI, COST_PRIVATE);
	else if (cp932_utf8[lead * 256 + trail][0])
		add(s, K_KANJI, COST_IBM);
	else
		return 0;
	return 1;
}

void
score_cp932(struct score *s, const unsigned char *p, size_t n)
{
	size_t i = 0;

	while (i < n && !score_hopeless(s)) {
		unsigned c = p[i], lead = (c ^ 0x20) - 0xa1;

		if (c < 0x80) {
			add_ascii(s, c);
			i++;
		} else if (c >= 0xa1 && c <= 0xdf) {
			add_kana(s, c);
			i++;
		} else if (lead < 60) {
			unsigned trail = i + 1 < n ? p[i + 1] : 0;

			if (i + 1 == n) { /* the common rows, level 1, all else */
				s->cost += c <= 0x83 ? 5 * BIT : c <= 0x97 ? 6 * BIT : 15 * BIT;
				return;
			}
			if (trail < 0x40 || trail == 0x7f || trail > 0xfc || !add_pair_cp932(s, lead, trail)) {
				score_wrong(s, i);
				i += trail >= 0x80;
			} else
				i++;
			i++;
		} else
			score_wrong(s, i++);
	}
}

static int
is_double(unsigned c)
{
	return c >= 0xa1 && c <= 0xfe;
}

/* How many bytes the character at P takes; 0: the end cuts it. */
static size_t
add_eucjp(struct score *s, const unsigned char *p, size_t n, size_t offset)
{
	unsigned c = p[0], d = n > 1 ? p[1] : 0;

	if (n == 1 && (c == 0x8e || c == 0x8f || is_double(c)))
		return 0;
	if (c == 0x8f && is_double(d)) {
		if (n == 2)
			return 0;
		if (is_double(p[2]) && jisx0212_utf8[(d - 0xa1) * 94 + p[2] - 0xa1][0])
			add(s, K_KANJI, COST_RARE);
		else
			score_wrong(s, offset);
		return p[2] < 0x80 ? 2 : 3;
	}
	if (c == 0x8e && d >= 0xa1 && d <= 0xdf) {
		if (s->prev != K_KANA)
			s->cost += 3 * BIT; /* rarer than in CP932 */
		add_kana(s, d);
		return 2;
	}
	if (is_double(c) && is_double(d) && add_jis(s, c - 0xa1, d - 0xa1))
		return 2;
	score_wrong(s, offset);
	return d >= 0x80 && (is_double(c) || c == 0x8e || c == 0x8f) ? 2 : 1;
}

void
score_eucjp(struct score *s, const unsigned char *p, size_t n)
{
	size_t i = 0, took;

	for (; i < n && !score_hopeless(s); i += took) {
		took = 1;
		if (p[i] < 0x80)
			add_ascii(s, p[i]);
		else if (!(took = add_eucjp(s, p + i, n - i, i))) {
			int usual = p[i] == 0xa1 || p[i] == 0xa4 || p[i] == 0xa5;

			s->cost += usual ? 5 * BIT : p[i] >= 0xb0 && p[i] < 0xd0 ? 6 * BIT : 15 * BIT;
			return;
		}
	}
}

/* A character of Unicode beyond ASCII, in Japanese text. */
static void
add_unicode(struct score *s, unsigned long c, size_t offset)
{
	unsigned code = c < 0x10000 ? to_jis_code[to_jis_page[c >> 8]][c & 0xff] : 0;

	if (c >= 0xff61 && c <= 0xff9f)
		add_kana(s, (unsigned)(c - 0xff61 + 0xa1));
	else if (code && !(code & 0x8000))
		add_jis(s, (code >> 8) - 0x21, (code & 0xff) - 0x21);
	else if (c == 0xfeff)
		return;
	else if (c < 0xa0 || (c >= 0xd800 && c < 0xf900) || (c >= 0xfdd0 && c < 0xfdf0) || (c & 0xfffe) == 0xfffe)
		score_wrong(s, offset);
	else if ((c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || c >= 0x20000)
		add(s, K_KANJI, COST_RARE);
	else
		add(s, K_SYMBOL, COST_FOREIGN);
}

void
score_utf8(struct score *s, const unsigned char *p, size_t n)
{
	size_t i = 0, len, bad;

	while (i < n && !score_hopeless(s)) {
		if (p[i] < 0x80) {
			add_ascii(s, p[i++]);
			continue;
		}
		bad = utf8_bad((const char *)p + i, n - i);
		len = p[i] < 0xe0 ? 2 : p[i] < 0xf0 ? 3 : 4;
		if (!bad) {
			int usual = p[i] >= 0xe3 && p[i] <= 0xe9;

			s->cost += (usual ? 5 * BIT : 10 * BIT) + (long)(n - i - 1) * 6 * BIT;
			return;
		}
		if (p[i] >= 0xc2 && bad == len) {
			add_unicode(s, utf8_next((const char *)p + i, n - i, &len), i);
			i += len;
		} else {
			score_wrong(s, i);
			i += bad;
		}
	}
}

static void
score_utf16(struct score *s, const unsigned char *p, size_t n, int big)
{
	size_t i;

	for (i = 0; i + 1 < n && !score_hopeless(s); i += 2) {
		unsigned u = (unsigned)p[i + !big] << 8 | p[i + big];
		unsigned next = i + 3 < n ? (unsigned)p[i + 2 + !big] << 8 | p[i + 2 + big] : 0;

		if (u == 0)
			score_wrong(s, i);
		else if (u < 0x80)
			add_ascii(s, u);
		else if ((u & 0xfc00) == 0xd800 && (next & 0xfc00) == 0xdc00) {
			add(s, K_KANJI, COST_RARE);
			i += 2;
		} else
			add_unicode(s, u, i);
	}
	if (i < n)
		s->cost += COST_CUT;
}

void
score_utf16le(struct score *s, const unsigned char *p, size_t n)
{
	score_utf16(s, p, n, 0);
}

void
score_utf16be(struct score *s, const unsigned char *p, size_t n)
{
	score_utf16(s, p, n, 1);
}
