/* title.c - whether the line before is a title; see legend/title.h */
#include "legend/title.h"

#include "base/blank.h"
#include "legend/line.h"
#include "stream/rec.h"

enum { MAX_BLANKS = 3, TITLE_LIMIT = 240 };

static struct buf before; /* the last line, if it may be a title */
static size_t before_blanks;

void
title_see(struct slice text)
{
	if (blank_field(text)) {
		before_blanks++;
		return;
	}
	buf_clear(&before);
	before_blanks = 0;
	if (text.n <= TITLE_LIMIT)
		buf_adds(&before, text);
}

int
title_stands(void)
{
	struct slice s = slice_of(&before);

	return before_blanks <= MAX_BLANKS && is_utf8(s) && legend_is_title(s);
}

void
title_forget(void)
{
	buf_clear(&before);
}

int
title_may_stand(void)
{
	return before.n != 0;
}
