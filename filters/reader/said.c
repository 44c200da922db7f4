/* said.c - what is told of a reader's program; see said.h */
#include "reader/said.h"

#include <sys/wait.h>

#include "base/utf8.h"

enum { LINE_MOST = 200 };

/* TEXT without what is no UTF-8, a control character, or the name of FOLDER. */
static void
clean(struct buf *to, struct slice text, const char *folder)
{
	size_t n = folder ? strlen(folder) : 0, from = to->n, i;

	for (i = 0; i < text.n && to->n - from < LINE_MOST;) {
		size_t good = utf8_valid(text.p + i, text.n - i < 4 ? text.n - i : 4), one = 1;

		if (n && text.n - i > n && memcmp(text.p + i, folder, n) == 0) {
			i += n + (text.p[i + n] == '/');
			continue;
		}
		while (one < good && ((unsigned char)text.p[i + one] & 0xc0) == 0x80)
			one++;
		if (!good || (unsigned char)text.p[i] < ' ' || text.p[i] == 0x7f)
			buf_addc(to, '?');
		else
			buf_add(to, text.p + i, one);
		i += one;
	}
}

/* The next line at *P, without the blanks around it. */
static struct slice
next_line(const char **p, const char *end)
{
	const char *lf = memchr(*p, '\n', (size_t)(end - *p)), *stop = lf ? lf : end, *from = *p;

	*p = lf ? lf + 1 : end;
	while (from < stop && (*from == ' ' || *from == '\t' || *from == '\r'))
		from++;
	while (stop > from && (stop[-1] == ' ' || stop[-1] == '\r'))
		stop--;
	return (struct slice){from, (size_t)(stop - from)};
}

void
said_line(struct buf *to, struct slice said, const char *folder)
{
	const char *p = said.p, *end = said.p + said.n;
	struct slice first = {said.p, 0};

	while (p < end) {
		struct slice line = next_line(&p, end);

		if (!first.n || (line.n && (slice_begins(first, "Warning") || slice_begins(first, "[WARNING]"))))
			first = line;
	}
	clean(to, first, folder);
}

void
said_limit(struct buf *to, const struct reader_limits *most, int time)
{
	buf_addu(to, time ? most->seconds : most->output);
	buf_addz(to, time ? " s" : " MiB of output");
}

void
said_status(struct buf *to, int how)
{
	buf_addz(to, WIFEXITED(how) ? "status " : "signal ");
	buf_addu(to, (unsigned long)(WIFEXITED(how) ? WEXITSTATUS(how) : WTERMSIG(how)));
}
