/* chars.c - characters and their properties, asked of PCRE2; see chars.h */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "words/chars.h"

#include <pcre2.h>
#include <string.h>

#include "base/utf8.h"

enum { MOST_PROPERTIES = 256, LONGEST = 40 };
enum { UNKNOWN, HAS_NOT, HAS };

struct property {
	char text[LONGEST];
	size_t n;
	pcre2_code *code;
	unsigned char *known; /* two bits a number, for the first CAP numbers */
	size_t cap;
};

/* One set for the whole process: every pattern of every filter shares it, so that a character is asked about once. */
uint16_t chars_numbers[CHARS_BMP];
static struct {
	struct property p[MOST_PROPERTIES];
	int n;
	uint16_t last; /* number that was given */
	pcre2_match_data *data;
} all;

uint16_t
chars_new_number(uint32_t c)
{
	return chars_numbers[c] = ++all.last; /* U+FFFF is one of them: they do not run out */
}

int
chars_property(struct slice text)
{
	PCRE2_SIZE offset;
	struct property *p;
	int i, error;

	for (i = 0; i < all.n; i++)
		if (slice_eq((struct slice){all.p[i].text, all.p[i].n}, text))
			return i;
	if (all.n == MOST_PROPERTIES || text.n > LONGEST)
		return -1;
	p = &all.p[all.n];
	p->code = pcre2_compile((PCRE2_SPTR)text.p, text.n, PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_DOTALL, &error, &offset, NULL);
	if (!p->code)
		return -1;
	memcpy(p->text, text.p, text.n);
	p->n = text.n;
	return all.n++;
}

static int
ask(const struct property *p, uint32_t c)
{
	char bytes[4];
	size_t n = utf8_put(bytes, c);

	if (!all.data && !(all.data = pcre2_match_data_create(1, NULL)))
		return HAS; /* which says nothing: the pattern itself is asked then */
	return pcre2_match(p->code, (PCRE2_SPTR)bytes, n, 0, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, all.data, NULL) == PCRE2_ERROR_NOMATCH
	    ? HAS_NOT : HAS;
}

/* Makes room for the answers about character NUMBER. */
static void
grow(struct property *p, size_t number)
{
	size_t cap = p->cap ? p->cap : 1024;

	while (cap <= number)
		cap *= 2;
	p->known = erealloc(p->known, cap / 4);
	memset(p->known + p->cap / 4, 0, (cap - p->cap) / 4);
	p->cap = cap;
}

int
chars_has(int property, uint32_t c)
{
	struct property *p = &all.p[property];
	size_t number;
	int answer;

	if (c >= CHARS_BMP)
		return ask(p, c) == HAS;
	number = chars_number(c);
	if (number >= p->cap)
		grow(p, number);
	answer = p->known[number / 4] >> 2 * (number & 3) & 3;
	if (answer == UNKNOWN) {
		answer = ask(p, c);
		p->known[number / 4] |= (unsigned char)(answer << 2 * (number & 3));
	}
	return answer == HAS;
}
