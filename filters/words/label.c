/* label.c - the parts of ids; see label.h */
#include "words/label.h"

#include <utf8proc.h>

#include "stream/matchlimit.h"
#include "base/memo.h"
#include "words/re.h"
#include "base/utf8.h"

enum {
	MOST_CHARS = 60, /* of a text in an id */
	MOST_BYTES = 60  /* of a text that may be an item label */
};

/*
 * One part of an item label, group 1 being what it says: a number, letter,
 * kana or numeral, also several joined by hyphens or dots. It ends where its
 * bracket closes, at a dot, comma or colon, at white space, or by itself if it
 * is a circled or otherwise enclosed number.
 */
static const char part_pattern[] =
    "\\s*+(?|"
    "[(（\\[［〔【<＜]\\s*((?&unit)(?:[-－‐−.．](?&unit))*)\\s*[)）\\]］〕】>＞]"
    "|([\\p{No}①-⓿㋐-㋾])"
    "|((?&unit)(?:[-－‐−.．](?&unit))*)(?:\\s*(?:[)）〕】]|[.．、,，:：](?!\\d))|(?=\\s|$))"
    ")\\s*+"
    "(?(DEFINE)(?<unit>\\d++|[A-Za-zＡ-Ｚａ-ｚ]|[ivxIVX]{2,5}+|[\\p{sc:Katakana}\\p{sc:Hiragana}]|[\\p{No}\\p{Nl}]"
    "|[一二三四五六七八九十百]++))";

/* What character C of a text becomes in an id; 0 if nothing. */
static uint32_t
folded(uint32_t c)
{
	utf8proc_category_t cat;

	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xff01 - '!'; /* the block Halfwidth and Fullwidth Forms repeats ASCII in its order */
	if (c == '/')
		return 0xff0f;
	if (c == '~')
		return 0xff5e;
	if ((c > ' ' && c < 0x7f) || (c > 0x3040 && c < 0xa000)) /* kana and kanji: nothing there is a blank or a control */
		return c;
	cat = utf8proc_category((utf8proc_int32_t)c);
	return cat == UTF8PROC_CATEGORY_ZS || cat == UTF8PROC_CATEGORY_CC || cat == UTF8PROC_CATEGORY_CF ? 0 : c;
}

int
label_text(struct buf *to, struct slice text)
{
	size_t from = to->n, len;
	int chars;

	for (chars = 0; text.n && chars < MOST_CHARS; text.p += len, text.n -= len) {
		uint32_t c = folded(utf8_next(text.p, text.n, &len));

		if (c == 0)
			continue;
		buf_room(to, 4);
		to->n += utf8_put(to->p + to->n, c);
		chars++;
	}
	return to->n > from;
}

static struct {
	struct re *part;
	struct memo items;
} labels;

static struct re *
part(void)
{
	if (!labels.part)
		labels.part = re_new(slice_z(part_pattern), (struct place){"label.c", 0, 0});
	return labels.part;
}

/* Appends the parts of the label TEXT; nothing if it is none. */
static void
add_parts(struct buf *to, struct slice text, struct place at)
{
	size_t from = to->n, i = 0;

	while (i < text.n && re_match_at(part(), text, i, at)) {
		struct slice all = re_group(part(), 0), core = re_group(part(), 1);

		if (to->n > from)
			buf_addc(to, '/');
		if (!label_text(to, core))
			break;
		i += all.n;
	}
	if (i < text.n)
		to->n = from;
}

/* Each table counts its items anew: there are few labels, and the pattern takes the tenth part of a row's time. */
struct slice
label_item(struct slice text, struct place at)
{
	unsigned long hit = limits_hit();
	struct memo_entry *e;

	if (text.n == 0 || text.n > MOST_BYTES)
		return (struct slice){"", 0};
	e = memo_find(&labels.items, text, 0);
	if (!e->known)
		add_parts(&e->text, text, at);
	e->known = limits_hit() == hit;
	return memo_answer(e);
}
