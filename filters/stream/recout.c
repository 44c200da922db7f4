/* recout.c - writing records; see rec.h */
#include <limits.h>
#include <string.h>

#include "base/decimal.h"
#include "stream/matchlimit.h"
#include "stream/out.h"
#include "stream/rec.h"
#include "stream/row.h"
#include "base/scan.h"

static const char special[256] = {['\\'] = '\\', ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r'};

/* How many bytes at P stand for themselves. */
static size_t
plain(const char *p, const char *end)
{
	const char *s = p;

#ifdef TZ_VECTORS
	for (; end - p >= 16; p += 16) {
		v16 v = v16_load(p);

		if (v16_any((v16)(v == '\\') | (v16)(v == '\t') | (v16)(v == '\n') | (v16)(v == '\r')))
			break;
	}
#endif
	while (p < end && !special[(unsigned char)*p])
		p++;
	return (size_t)(p - s);
}

void
esc(struct buf *to, struct slice text)
{
	const char *p = text.p, *end = p + text.n;

	while (p < end) {
		size_t n = plain(p, end);

		buf_add(to, p, n);
		p += n;
		if (p < end) {
			buf_addc(to, '\\');
			buf_addc(to, special[(unsigned char)*p++]);
		}
	}
}

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
		size_t n = plain(p, end);

		out(p, n);
		p += n;
		if (p < end) {
			outc('\\');
			outc(special[(unsigned char)*p++]);
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

void
add_warn(struct buf *to, enum msg id, struct place at, va_list ap)
{
	struct buf text = {0};
	va_list again;

	va_copy(again, ap);
	vsay(id, at, ap);
	msg_text(&text, id, again);
	va_end(again);
	buf_addz(to, "warn\t");
	buf_addu(to, at.line);
	buf_addc(to, '\t');
	buf_addz(to, msg_code(id));
	buf_addc(to, '\t');
	esc(to, slice_of(&text));
	buf_addc(to, '\n');
	buf_free(&text);
}

void
out_warn(enum msg id, struct place at, ...)
{
	struct buf record = {0};
	va_list ap;

	va_start(ap, at);
	add_warn(&record, id, at, ap);
	va_end(ap);
	outs(slice_of(&record));
	buf_free(&record);
}

int
warn_is(const struct rec *r, enum msg id)
{
	const char *code = msg_code(id);
	size_t n = strlen(code);

	return r->rest.n > n && memcmp(r->rest.p, code, n) == 0 && r->rest.p[n] == '\t';
}
