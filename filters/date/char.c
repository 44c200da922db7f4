/* char.c - what a character may be in a date; see date/char.h */
#include "date/char.h"

#include "date/era.h"
#include "date/words.h"

uint32_t date_chars[DC_END];

static void
add(const char *set, unsigned classes)
{
	for (; *set; set++)
		date_chars[(unsigned char)*set] |= classes;
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
	enum { QUOTE_LEFT = 0x2018, QUOTE_RIGHT = 0x2019 };

	add(" \t\r\n", DC_BLANK | DC_LEAD | DC_PART | DC_BEHIND);
	add("0123456789", DC_DIGIT | DC_LEAD | DC_PART);
	add("'", DC_LEAD);
	date_chars[QUOTE_LEFT] |= DC_LEAD;
	date_chars[QUOTE_RIGHT] |= DC_LEAD;
	words_load();
	era_chars(add_era);
}
