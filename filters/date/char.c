/* char.c - what a character may be in a date; see date/char.h */
#include "date/char.h"

#include "date/era.h"

uint16_t date_chars[DC_END];

static void
add(const uint32_t *set, unsigned classes)
{
	for (; *set; set++)
		date_chars[*set] |= (uint16_t)classes;
}

static void
add_era(uint32_t c)
{
	if (c < DC_END)
		date_chars[c] |= DC_ERA | DC_LEAD;
}

void
date_chars_load(void)
{
	add(U" \t\r\n", DC_BLANK | DC_LEAD | DC_PART | DC_BEHIND);
	add(U"0123456789", DC_DIGIT | DC_LEAD | DC_PART);
	add(U"〇一二三四五六七八九十百千廿卅壱弐参伍拾", DC_KANJI | DC_LEAD | DC_PART);
	add(U"○◯〇●◎×✕□■△▲＿_*Xx?", DC_HOLE | DC_LEAD | DC_PART);
	/* fonts and encodings have mixed up all dashes and tildes */
	add(U"~〜∼～⁓〰-‐‑‒–—―−ー─﹘﹣", DC_DASH | DC_LEAD | DC_BEHIND);
	add(U"今本現来再昨去先一同当翌前次毎例各", DC_RELATIVE | DC_LEAD);
	add(U"年", DC_RELATIVE);
	add(U"第上下前後Q春夏秋冬末当初始は中内年", DC_PART);
	add(U"頃ごこ前中半なを目めま迄以かよ至/([〔", DC_BEHIND);
	add(U"%_×倍円万億点件号㎜㎝㎞㎡㎏", DC_UNIT);
	add(U"西暦元々該第四半上下後FYQ'’‘()[]〔〕【】〈〉<>./・、,及びと事業", DC_LEAD);
	era_chars(add_era);
}
