/* cut.c - cuts what comes out of a pipeline into documents; see pipes.h */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "stream/frame.h"
#include "base/scan.h"
#include "batch/pipes.h"
#include "stream/rec.h"
#include "stream/trailer.h"

enum { LONG_OUTPUT = 1 << 20 };

static void
write_part(struct pipeline *w, struct slice text)
{
	w->lines += scan_count(text.p, text.n, '\n');
	w->last = text.n ? text.p[text.n - 1] : w->last;
	if (w->temp_fd < 0)
		w->temp_fd = temp_open(&w->now.temp);
	if (write_all(w->temp_fd, text.p, text.n) < 0)
		give_up("%s: write failed:", run.out.path);
	w->now.size += text.n;
}

/* Is the output what its trailer says: so many bytes, in whole lines, one a row where rows are lines? Whatever a machine
 * far away or a filter that goes on after a fault may have written. */
static int
is_whole(const struct pipeline *w)
{
	int lines = run.form == FORM_LINES || run.form == FORM_PART_LINES;

	if ((unsigned long)w->now.size != w->now.bytes || (w->now.size && w->last != '\n'))
		return 0;
	if (run.form == FORM_CSV) /* a cell may have several lines, and in the form of a line a cell a row has several */
		return w->lines > 0;
	return lines ? w->lines == w->now.rows : w->lines > w->now.rows;
}

static void
write_long(struct pipeline *w, struct slice text)
{
	if (w->temp_fd < 0)
		hasher_begin(&w->hasher);
	hasher_add(&w->hasher, text.p, text.n);
	write_part(w, text);
}

/* Nearly all outputs are there as a whole when they are written. */
static void
end_output(struct pipeline *w, struct slice text)
{
	if (w->temp_fd < 0) {
		w->now.output = hash_bytes(text);
		write_part(w, text);
	} else {
		write_long(w, text);
		w->now.output = hasher_end(&w->hasher);
	}
	if (close(w->temp_fd) < 0)
		give_up("%s: write failed:", run.out.path);
	w->temp_fd = -1;
}

/* Forgets what has been written of a document. */
static void
forget_output(struct pipeline *w)
{
	if (w->temp_fd >= 0)
		close(w->temp_fd);
	w->temp_fd = -1;
	temp_remove(w->now.temp);
	w->now = (struct result){0};
	w->members = (struct members){0};
	w->lines = 0;
}

void
pipeline_forget(struct pipeline *w)
{
	forget_output(w);
	buf_clear(&w->came);
	w->cut = w->searched = 0;
}

/* What is not yet cut is moved to the front, but not each time. */
char *
pipeline_room(struct pipeline *w, size_t bytes)
{
	if (w->cut && (w->cut == w->came.n || w->came.cap - w->came.n < bytes)) {
		w->came.n -= w->cut;
		memmove(w->came.p, w->came.p + w->cut, w->came.n);
		w->cut = 0;
	}
	buf_room(&w->came, bytes);
	return w->came.p + w->came.n;
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

static unsigned long
number(struct pipeline *w, struct slice field)
{
	return strtoul(field_text(&w->number, field), NULL, 10);
}

enum spoken_of { ANOTHER, THIS, A_MEMBER };

/* Does the pipeline speak of the document that we think it speaks of, or, of one that is an archive, of a document in it?
 * One whose first filter was killed does not. */
static enum spoken_of
names(struct slice field, const char *name)
{
	struct buf want = {0}, escaped = {0};
	enum spoken_of of = ANOTHER;

	frame_name(&want, name);
	esc(&escaped, slice_of(&want));
	if (slice_eq(slice_of(&escaped), field))
		of = THIS;
	buf_addc(&escaped, '/');
	if (of == ANOTHER && field.n > escaped.n && memcmp(field.p, escaped.p, escaped.n) == 0)
		of = A_MEMBER;
	buf_free(&want);
	buf_free(&escaped);
	return of;
}

/* What a trailer says behind the name and the state, added to what those of members said. */
static void
end_trailer(struct pipeline *w, struct slice fields)
{
	unsigned long warnings = number(w, next_field(&fields)), rows = number(w, next_field(&fields)), line;

	w->now.warnings = w->members.warnings += warnings;
	w->now.rows = w->members.rows += rows;
	w->now.bytes = w->members.bytes += number(w, next_field(&fields));
	line = number(w, next_field(&fields));
	if (w->members.told)
		return;
	w->now.line = line;
	w->now.code = field_text(&w->code, next_field(&fields));
	w->now.message = field_text(&w->message, next_field(&fields));
	w->members.told = *w->now.message != '\0';
}

/* The first warning of an archive is that of a document in it: said with its name. */
static void
tell_member(struct pipeline *w, struct slice name)
{
	struct buf why = {0};

	unesc(&why, name);
	if (w->now.line) {
		buf_addc(&why, ':');
		buf_addu(&why, w->now.line);
	}
	buf_addz(&why, ": ");
	buf_add(&why, w->now.message, strlen(w->now.message) + 1);
	buf_clear(&w->message);
	buf_adds(&w->message, slice_of(&why));
	w->now.message = w->message.p;
	w->now.line = 0;
	buf_free(&why);
}

/* A document of an archive: its output stands before the archive's own. A header of CSV that nothing is under is left out. */
static void
end_member(struct pipeline *w, struct slice name, struct slice text, struct slice trailer)
{
	int told = w->members.told;
	unsigned long rows = w->members.rows;

	end_trailer(w, trailer);
	if (run.form == FORM_CSV && w->now.rows == rows)
		w->members.bytes -= text.n;
	else if (text.n)
		write_long(w, text);
	if (!told && w->members.told)
		tell_member(w, name);
}

static void
end_document(struct pipeline *w, struct slice text, struct slice trailer)
{
	struct slice name = next_field(&trailer), state = next_field(&trailer);
	struct doc *d = w->fed.first;
	enum spoken_of of = names(name, d ? d->name : END_NAME);

	if (of == ANOTHER || (of == A_MEMBER && !d)) {
		w->broken = 1;
		return;
	}
	if (!d) {
		w->clean = 1;
		return;
	}
	if (of == A_MEMBER) {
		end_member(w, name, text, trailer);
		return;
	}
	if (run.form == FORM_CSV && w->temp_fd >= 0) { /* an archive, whose documents have headers of their own */
		w->members.bytes -= text.n;
		text.n = 0;
	}
	if (slice_eq(state, slice_z("ok")))
		end_output(w, text);
	else
		forget_output(w);
	w->now.failed = slice_eq(state, slice_z("failed"));
	end_trailer(w, trailer);
	w->members = (struct members){0};
	if (!w->now.failed && (!slice_eq(state, slice_z("ok")) || !is_whole(w))) {
		d->garbled = 1;
		w->broken = 1;
		return;
	}
	queue_take(&w->fed);
	w->lines = 0;
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

/* Takes TEXT's first document off, if it is whole: its output and what is between RS and LF behind that. */
static int
cut(struct pipeline *w, struct slice *text, struct slice *output, struct slice *trailer)
{
	const char *end = text->p + text->n, *rs = memchr(text->p + w->searched, RS, text->n - w->searched), *lf;

	w->searched = rs ? (size_t)(rs - text->p) : text->n;
	if (!rs || !(lf = memchr(rs, '\n', (size_t)(end - rs))))
		return 0;
	*output = (struct slice){text->p, (size_t)(rs - text->p)};
	*trailer = (struct slice){rs + 1, (size_t)(lf - rs - 1)};
	*text = (struct slice){lf + 1, (size_t)(end - lf - 1)};
	w->searched = 0;
	return 1;
}

/* Where they came to lie, outputs are written from: a copy less of each. */
size_t
pipeline_took(struct pipeline *w, size_t n)
{
	struct slice text, output, trailer;
	size_t whole = 0;

	w->came.n += n;
	text = (struct slice){w->came.p + w->cut, w->came.n - w->cut};
	while (text.n && !w->broken) {
		if (w->ready) {
			confirm(w);
			whole++;
		}
		if (!cut(w, &text, &output, &trailer))
			break;
		end_document(w, output, trailer);
	}
	if (w->searched > LONG_OUTPUT && w->fed.first) {
		write_long(w, (struct slice){text.p, w->searched});
		text.p += w->searched;
		text.n -= w->searched;
		w->searched = 0;
	}
	w->cut = w->came.n - text.n;
	return whole;
}
