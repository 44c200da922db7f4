/* recout.c - writing records; see rec.h */
#include <limits.h>
#include <string.h>

#include "base/decimal.h"
#include "stream/handon.h"
#include "stream/matchlimit.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"

/* The kinds that added.h makes records of. */
static const char *const names[] = {
	[K_STATUS] = "status", [K_GRADE] = "grade", [K_DATE] = "date", [K_AGENCY] = "agency",
};

void
out_pass(const struct rec *r)
{
	if (r->kind == K_DOC)
		limits_write(ULONG_MAX);
	else if (stage->limits.n && is_text_kind(r->kind))
		limits_write(r->line);
	if (stage->next) {
		stage_pass(r);
		return;
	}
	if (!r->raw.p) {
		out_rec(names[r->kind], r->line);
		out_raw(r->rest);
		out_end();
		return;
	}
	outs(r->raw);
	if (!r->cut)
		outc('\n');
}

/* What a record of out_whole begins with, at most. */
enum { HEAD = 5 + DECIMAL_DIGITS + 1 };

/* Writes the head of such a record so that it ends at P, and returns where it begins. */
static char *
head_before(char *p, enum kind kind, unsigned long line)
{
	static struct decimal number;

	*--p = '\t';
	p = decimal_before(p, &number, line);
	if (kind == K_ROW) /* of a length that the compiler knows */
		return memcpy(p - 4, "row\t", 4);
	return memcpy(p - 5, "text\t", 5);
}

/* Before another stage the record is put together only for those who copy it as a whole, and is not taken apart again. */
void
out_whole(enum kind kind, unsigned long line, struct slice fields, size_t room)
{
	struct buf *whole = &stage->whole;
	struct rec r = {.kind = kind, .line = line, .serial = rec_serial()};
	char *text = (char *)fields.p, *head;

	if (!stage->next) {
		out_rec(kind == K_ROW ? "row" : "text", line);
		out_raw(fields);
		out_end();
		return;
	}
	if (room < HEAD) {
		buf_room(whole, HEAD + fields.n);
		text = memcpy(whole->p + HEAD, fields.p, fields.n);
	}
	head = head_before(text, kind, line);
	r.raw = (struct slice){head, (size_t)(text + fields.n - head)};
	r.rest = (struct slice){text, fields.n};
	row_is_of(&r);
	stage_pass(&r);
}

void
out_rec(const char *kind, unsigned long line)
{
	outz(kind);
	outc('\t');
	outu(line);
}

void
out_field(struct slice text)
{
	const char *p = text.p, *end = p + text.n;

	outc('\t');
	while (p < end) {
		size_t n = esc_plain(p, end);

		out(p, n);
		p += n;
		if (p < end) {
			outc('\\');
			outc(esc_letter(*p++));
		}
	}
}

void
out_fieldz(const char *text)
{
	out_field(slice_z(text));
}

void
out_fieldu(unsigned long u)
{
	outc('\t');
	outu(u);
}

void
out_raw(struct slice escaped)
{
	outc('\t');
	outs(escaped);
}

void
out_end(void)
{
	outc('\n');
}
