/* msg.c - messages and the exit status; see msg.h */
#include "stream/msg.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stream/stage.h"

enum { PRINTED_A_DOCUMENT = 20 };

static const struct {
	const char *code, *text;
	int level;
} table[MSG_COUNT] = {
#define MSG(id, code, level, text) {code, text, level},
#include "stream/msgs.def"
#undef MSG
};

static enum status worst = CLEAN;

void
raise_status(enum status st)
{
	if (st > worst)
		worst = st;
}

enum status
status_now(void)
{
	return worst;
}

const char *
msg_code(enum msg id)
{
	return table[id].code;
}

enum status
msg_level(struct slice code)
{
	size_t i;

	for (i = 0; i < MSG_COUNT; i++)
		if (slice_eq(slice_z(table[i].code), code))
			return table[i].level > CLEAN ? (enum status)table[i].level : CLEAN;
	return LOSSY;
}

void
msg_text(struct buf *to, enum msg id, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, table[id].text, ap);
	if (n < 0)
		die("message %s cannot be formatted:", table[id].code);
	buf_room(to, (size_t)n + 1);
	vsnprintf(to->p + to->n, (size_t)n + 1, table[id].text, again);
	va_end(again);
	to->n += (size_t)n;
}

/* Control characters are shown, not sent to the terminal: a document's text or a file's name may hold any. C1 stands
 * in UTF-8 as C2 80 to C2 9F (ECMA-48, section 5.3). */
void
msg_plain(struct buf *to, struct slice text)
{
	static const char digit[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		int c1 = c == 0xc2 && i + 1 < text.n && ((unsigned char)text.p[i + 1] & 0xe0) == 0x80;

		if (c >= 0x20 && c != 0x7f && !c1) {
			buf_addc(to, (char)c);
			continue;
		}
		if (c1)
			c = (unsigned char)text.p[++i];
		buf_addz(to, c1 ? "\\u00" : "\\x");
		buf_addc(to, digit[c >> 4]);
		buf_addc(to, digit[c & 15]);
	}
}

/* One fwrite a message, so that the lines of two filters of a pipeline do not mix. */
static void
print_line(struct buf *b)
{
	static struct buf plain;

	buf_clear(&plain);
	msg_plain(&plain, slice_of(b));
	buf_addc(&plain, '\n');
	fwrite(plain.p, 1, plain.n, stderr);
	fflush(stderr);
	buf_free(b);
}

static void
add_place(struct buf *b, struct place at)
{
	buf_addz(b, stage->name);
	buf_addz(b, ": ");
	if (!at.file)
		return;
	buf_addz(b, at.file);
	if (at.line) {
		buf_addc(b, ':');
		buf_addu(b, at.line);
	}
	if (at.line && at.column) {
		buf_addc(b, ':');
		buf_addu(b, at.column);
	}
	buf_addz(b, ": ");
}

/* Counts a message, and raises the status; true if it is one to be printed. */
static int
is_said(enum msg id)
{
	if (table[id].level == CLEAN)
		return 0;
	if (table[id].level == NOTE)
		return 1;
	raise_status((enum status)table[id].level);
	return ++stage->said <= PRINTED_A_DOCUMENT;
}

static void
begin_message(struct buf *b, enum msg id, struct place at)
{
	add_place(b, at);
	buf_addz(b, table[id].level == BAD ? "error: " : table[id].level == NOTE ? "note: " : "warning: ");
}

void
vsay(enum msg id, struct place at, va_list ap)
{
	struct buf b = {0};

	if (!is_said(id))
		return;
	begin_message(&b, id, at);
	msg_text(&b, id, ap);
	print_line(&b);
}

void
say_formatted(enum msg id, struct place at, struct slice text)
{
	struct buf b = {0};

	if (!is_said(id))
		return;
	begin_message(&b, id, at);
	buf_adds(&b, text);
	print_line(&b);
}

void
say(enum msg id, struct place at, ...)
{
	va_list ap;

	va_start(ap, at);
	vsay(id, at, ap);
	va_end(ap);
}

void
say_enddoc(const char *file)
{
	struct buf b = {0};

	if (stage->said > PRINTED_A_DOCUMENT) {
		add_place(&b, (struct place){file, 0, 0});
		buf_addz(&b, "warning: ");
		buf_addu(&b, stage->said - PRINTED_A_DOCUMENT);
		buf_addz(&b, " more messages of ");
		buf_addu(&b, stage->said);
		buf_addz(&b, " not printed");
		print_line(&b);
	}
	stage->said = 0;
}

/* The same without memory to be had: this may be about there being none. */
static void
print_plain(const char *z)
{
	for (; *z; z++)
		if ((unsigned char)*z < 0x20 || *z == 0x7f)
			fprintf(stderr, "\\x%02x", (unsigned)*z);
		else
			putc(*z, stderr);
}

void
die(const char *fmt, ...)
{
	static char text[4096];
	int reason = errno;
	size_t n = strlen(fmt);
	va_list ap;

	fprintf(stderr, "%s: ", stage->name);
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	print_plain(text);
	if (n && fmt[n - 1] == ':')
		fprintf(stderr, " %s", strerror(reason));
	fputc('\n', stderr);
	_Exit(BAD);
}

void
usage(const char *args)
{
	fprintf(stderr, "usage: %s %s\n", stage->name, args);
	exit(BAD);
}
