/* cut.c - cuts what comes out of a pipeline into documents; see pipes.h */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "frame.h"
#include "pipes.h"
#include "rec.h"
#include "trailer.h"

enum { LONG_OUTPUT = 1 << 20 };

static void
write_out(struct pipeline *w)
{
	if (w->temp_fd < 0) {
		w->temp_fd = temp_open(&w->now.temp);
		hasher_begin(&w->hasher);
	}
	hasher_add(&w->hasher, w->text.p, w->text.n);
	if (write_all(w->temp_fd, w->text.p, w->text.n) < 0)
		give_up("%s: write failed:", run.out.path);
	w->now.size += w->text.n;
	buf_clear(&w->text);
}

static void
end_output(struct pipeline *w)
{
	write_out(w);
	w->now.output = hasher_end(&w->hasher);
	if (close(w->temp_fd) < 0)
		give_up("%s: write failed:", run.out.path);
	w->temp_fd = -1;
}

void
pipeline_forget(struct pipeline *w)
{
	if (w->temp_fd >= 0)
		close(w->temp_fd);
	w->temp_fd = -1;
	temp_remove(w->now.temp);
	w->now = (struct result){0};
	buf_clear(&w->text);
}

static struct slice
next_field(struct slice *line)
{
	const char *tab = memchr(line->p, '\t', line->n);
	struct slice f = {line->p, tab ? (size_t)(tab - line->p) : line->n};

	line->p += f.n + (tab != NULL);
	line->n -= f.n + (tab != NULL);
	return f;
}

static const char *
field_text(struct buf *to, struct slice field)
{
	buf_clear(to);
	unesc(to, field);
	buf_addc(to, '\0');
	return to->p;
}

/* Does the pipeline speak of the document that we think it speaks of? One whose first filter was killed does not. */
static int
names(struct slice field, const char *name)
{
	static struct buf want, escaped;

	buf_clear(&want);
	buf_clear(&escaped);
	frame_name(&want, name);
	esc(&escaped, slice_of(&want));
	return slice_eq(slice_of(&escaped), field);
}

static void
end_document(struct pipeline *w)
{
	struct slice line = slice_of(&w->trailer), name = next_field(&line), state = next_field(&line);
	struct slice warnings = next_field(&line);
	struct doc *d = w->fed.first;

	if (!names(name, d ? d->name : END_NAME)) {
		w->broken = 1;
		return;
	}
	if (!d) {
		w->clean = 1;
		return;
	}
	queue_take(&w->fed);
	if (slice_eq(state, slice_z("failed"))) {
		pipeline_forget(w);
		next_field(&line);
		w->now.code = field_text(&w->code, next_field(&line));
		w->now.message = field_text(&w->message, next_field(&line));
	} else
		end_output(w);
	w->now.warnings = strtoul(field_text(&w->number, warnings), NULL, 10);
	w->ready = d;
	w->result = w->now;
	w->now = (struct result){0};
}

static void
confirm(struct pipeline *w)
{
	struct doc *d = w->ready;

	w->ready = NULL;
	store(d, &w->result);
}

static void
add_text(struct pipeline *w, const char *p, size_t n)
{
	if (!w->fed.first) /* END_NAME's */
		return;
	buf_add(&w->text, p, n);
	if (w->text.n > LONG_OUTPUT)
		write_out(w);
}

size_t
pipeline_took(struct pipeline *w, const char *p, size_t n)
{
	size_t whole = 0;

	while (n && !w->broken) {
		const char *stop = memchr(p, w->in_trailer ? '\n' : RS, n);
		size_t part = stop ? (size_t)(stop - p) : n;

		if (w->ready) {
			confirm(w);
			whole++;
		}
		if (w->in_trailer)
			buf_add(&w->trailer, p, part);
		else
			add_text(w, p, part);
		p += part + (stop != NULL);
		n -= part + (stop != NULL);
		if (!stop)
			break;
		w->in_trailer = !w->in_trailer;
		if (w->in_trailer)
			buf_clear(&w->trailer);
		else
			end_document(w);
	}
	return whole;
}
