/* news.c - see news.h */
#include "batch/news.h"

#include <stdio.h>
#include <stdlib.h>

#include "batch/batch.h"
#include "stream/msg.h"

enum { SOME = 20 };

static struct {
	char *line[SOME]; /* sorted; those that come first by name */
	size_t n, all;
} news[NEWS_KINDS];

static char *
make_line(const char *name, const char *why)
{
	struct buf b = {0};

	buf_addz(&b, "tanzaku-batch: ");
	msg_plain(&b, slice_z(name));
	buf_addz(&b, ": ");
	msg_plain(&b, slice_z(why));
	buf_add(&b, "\n", 2);
	return b.p;
}

/* Those that stay are the first SOME by name, in whatever order they come. */
void
news_add(enum news kind, const char *name, const char *why)
{
	char *line = make_line(name, why), *last = NULL;
	size_t i;

	news[kind].all++;
	if (news[kind].n == SOME)
		last = news[kind].line[--news[kind].n];
	if (last && strcmp(last, line) < 0) {
		char *swap = last;

		last = line;
		line = swap;
	}
	free(last);
	for (i = news[kind].n++; i > 0 && strcmp(news[kind].line[i - 1], line) > 0; i--)
		news[kind].line[i] = news[kind].line[i - 1];
	news[kind].line[i] = line;
}

/* A row is what JSON Lines consist of: a document without one has become an empty file. In a tree all else is there. What
 * waits is converted in seconds where a run stays; elsewhere it may do so night after night. */
size_t
news_count(void)
{
	int lines = run.form == FORM_LINES || run.form == FORM_PART_LINES || run.form == FORM_CSV;
	size_t waits = run.stays ? 0 : news[NEWS_WAITS].all;

	return waits + news[NEWS_BAD].all + news[NEWS_WARNED].all + (lines ? news[NEWS_ROWLESS].all : 0);
}

void
news_print(void)
{
	static const char *const what[NEWS_KINDS] = {
		"are bad", "have warnings", "are still being written", "have no row",
	};
	size_t kind, i;

	for (kind = 0; kind < NEWS_KINDS; kind++) {
		for (i = 0; i < news[kind].n; i++)
			fputs(news[kind].line[i], stderr);
		if (news[kind].all > news[kind].n)
			fprintf(stderr, "tanzaku-batch: and %zu more %s\n", news[kind].all - news[kind].n, what[kind]);
	}
}
