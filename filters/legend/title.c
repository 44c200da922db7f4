/* title.c - whether the line before is a title; see legend/title.h */
#include "legend/title.h"

#include <string.h>

#include "base/blank.h"
#include "base/check.h"
#include "base/hash.h"
#include "legend/line.h"
#include "stream/matchlimit.h"
#include "stream/rec.h"

enum { MAX_BLANKS = 3, TITLE_LIMIT = 240 };

static struct buf before; /* the last line, if it may be a title */
static struct {
	size_t blanks; /* behind it */
	int is_head;
	int sure, title; /* what it has been found to be: it is asked once, not by each line behind it. 0: not yet; NO, YES */
} line;
enum { NO = 1, YES };

void
title_see(struct slice text)
{
	if (blank_field(text)) {
		line.blanks++;
		return;
	}
	buf_clear(&before);
	line.blanks = 0;
	line.is_head = line.sure = line.title = 0;
	if (text.n <= TITLE_LIMIT)
		buf_adds(&before, text);
}

void
title_see_head(struct slice text)
{
	title_see(text);
	line.is_head = 1;
}

static int
may_be_read(void)
{
	return before.n && line.blanks <= MAX_BLANKS && is_utf8(slice_of(&before));
}

/* What IS says of the line, kept in *KNOWN. */
static int
is_kept(int *known, int is(struct slice))
{
	unsigned long hit = limits_hit();
	int answer;

	if (*known && KEEPS_ANSWERS && !CHECKS)
		return *known == YES;
	answer = is(slice_of(&before));
	if (*known)
		check_same(answer == (*known == YES), "a title that was known", slice_of(&before));
	*known = limits_hit() != hit ? 0 : answer ? YES : NO;
	return answer;
}

int
title_is_known(void)
{
	if (!KEEPS_ANSWERS || CHECKS)
		return 0;
	return !may_be_read() || (line.sure && (line.sure == YES || line.is_head || line.title));
}

int
title_is_sure(void)
{
	return may_be_read() && is_kept(&line.sure, legend_is_sure_title);
}

struct legend_grid
title_grid(void)
{
	struct slice s = slice_of(&before);

	if (s.n == 0 || line.is_head || line.blanks || !memchr(s.p, '\t', s.n))
		return (struct legend_grid){0};
	return grid_of_text(s);
}

int
title_stands(void)
{
	return title_is_sure() || (!line.is_head && may_be_read() && is_kept(&line.title, legend_is_title));
}

void
title_forget(void)
{
	buf_clear(&before);
	line.sure = line.title = 0;
}

int
title_may_stand(void)
{
	return before.n != 0;
}
