/* careful.c - one line, and all that is to be said about it; see careful.h */
#include "encoding/careful.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "stream/frame.h"
#include "stream/lines.h"
#include "stream/msg.h"
#include "stream/out.h"
#include "base/scan.h"
#include "base/utf8.h"

/* The source is taken in parts of this size; where a line is cut depends on nothing but the line. A note tells
 * of so many bytes that their digits, two for each, are no longer than a line of the stream may be. */
enum { SUB = 0x1a };
enum { PART = 64 * 1024, RUNS_NOTED = 20, NOTE_BYTES = LINE_LIMIT / 2 - 1024 };

static const char replacement[] = "\xef\xbf\xbd";

int
ends_line(const struct convert *c, const unsigned char *p)
{
	return decoder_at_lf(&c->dec, p) || (c->newline == NL_CR && decoder_at_cr(&c->dec, p));
}

/* The length of the line at P with its end, or 0 if the N bytes hold no line end. */
static size_t
line_length(const struct convert *c, const unsigned char *p, size_t n)
{
	size_t i, unit = c->dec.unit;

	if (unit == 1 && c->newline != NL_CR) {
		const unsigned char *lf = memchr(p, *c->dec.lf, n);

		return lf ? (size_t)(lf - p) + 1 : 0;
	}
	for (i = 0; i + unit <= n; i += unit)
		if (ends_line(c, p + i))
			return i + unit;
	return 0;
}

/* The column of what comes behind the text that there is. */
static unsigned long
column_here(struct convert *c)
{
	c->column += utf8_count(c->text.p + c->counted, c->text.n - c->counted);
	c->counted = c->text.n;
	return c->column + 1;
}

static void
keep_note(struct convert *c, enum msg id, va_list ap)
{
	buf_addc(&c->notes, (char)id);
	msg_text(&c->notes, id, ap);
	buf_addc(&c->notes, '\0');
}

/* Says message ID about a place in the line, and keeps it as a note for behind the line, unless that would be
 * one of very many. */
static void
note(struct convert *c, enum msg id, unsigned long column, ...)
{
	struct place at = {c->in->name, c->line, column};
	va_list ap, again;

	va_start(ap, column);
	va_copy(again, ap);
	vsay(id, at, ap);
	if (c->framed && c->runs <= RUNS_NOTED)
		keep_note(c, id, again);
	va_end(again);
	va_end(ap);
}

/* The notes that were not kept, as one. */
static void
note_more(struct convert *c, ...)
{
	va_list ap;

	va_start(ap, c);
	keep_note(c, MSG_MORE_BAD_BYTES, ap);
	va_end(ap);
}

static void
end_run(struct convert *c)
{
	struct bad_run *run = &c->run;
	char hex[3 * sizeof(run->first) + 8] = "";
	size_t i, shown = run->n < sizeof(run->first) ? (size_t)run->n : sizeof(run->first);

	if (!run->n)
		return;
	for (i = 0; i < shown; i++)
		snprintf(hex + 3 * i, 4, " %02X", run->first[i]);
	if (shown < run->n)
		strcpy(hex + 3 * shown, " ...");
	c->runs++;
	note(c, c->strict ? MSG_STRICT : MSG_BAD_BYTES, run->column, hex + 1, run->offset, c->encoding);
	run->n = 0;
}

/* N bytes at P, that begin at OFFSET, are no character. */
static void
bad_bytes(struct convert *c, const unsigned char *p, size_t n, unsigned long long offset)
{
	struct bad_run *run = &c->run;
	size_t i;

	if (!run->n) {
		run->offset = offset;
		run->column = column_here(c);
	}
	for (i = 0; i < n; i++, run->n++)
		if (run->n < sizeof(run->first))
			run->first[run->n] = p[i];
	c->odd = 1;
	if (c->strict) {
		c->stop = 1;
		end_run(c);
	} else
		buf_add(&c->text, replacement, sizeof(replacement) - 1);
}

/* Converts up to N bytes at P to the end of the text; what it leaves is a character that N cuts. */
static size_t
convert_part(struct convert *c, const unsigned char *p, size_t n, unsigned long long offset)
{
	struct decoder *d = &c->dec;
	size_t i = 0, took;

	while (i < n && !c->stop) {
		buf_room(&c->text, DECODE_ROOM(n - i));
		d->bad = 0;
		took = d->step(d, p + i, n - i, c->text.p + c->text.n);
		if (took)
			end_run(c);
		c->text.n += d->made;
		i += took;
		if (i == n || (!d->bad && !took))
			break;
		if (d->bad) {
			bad_bytes(c, p + i, d->bad, offset + i);
			i += d->bad;
		}
	}
	return i;
}

/* Takes the line end off the text. Returns 1 if there was one of the document's kind; else marks the line
 * where that is not what the header leads one to expect. */
static int
cut_line_end(struct convert *c)
{
	struct buf *t = &c->text;
	const char *want = newline_text(c->newline);
	size_t n = strlen(want);
	char last = t->n ? t->p[t->n - 1] : '\0';

	if (t->n >= n && memcmp(t->p + t->n - n, want, n) == 0) {
		t->n -= n;
		return 1;
	}
	if (last == '\n') {
		t->n--;
		c->odd = 1;
	} else if (c->final)
		c->odd = 1;
	return 0;
}

/* Takes off what pads the end of the document: NUL, or ^Z, the end of a file in CP/M and DOS. */
static void
cut_padding(struct convert *c)
{
	size_t n = c->text.n;

	while (n && (c->text.p[n - 1] == '\0' || c->text.p[n - 1] == SUB))
		n--;
	if (n == c->text.n)
		return;
	note(c, MSG_PADDING, 0, (unsigned long)(c->text.n - n));
	c->text.n = n;
	c->odd = 1;
	c->padding = n == 0;
}

/* Would encoding the text give back the N bytes at P? */
static int
encodes_back(struct convert *c, const unsigned char *p, size_t n, int ended)
{
	struct buf again = {0};
	size_t text = c->text.n;
	int same;

	if (ended)
		buf_addz(&c->text, newline_text(c->newline));
	same = encode(c->enc, &again, slice_of(&c->text)) && again.n == n && memcmp(again.p, p, n) == 0;
	c->text.n = text;
	buf_free(&again);
	return same;
}

static void
write_notes(struct convert *c)
{
	size_t i, n;

	for (i = 0; i < c->notes.n; i += n + 2) {
		n = strlen(c->notes.p + i + 1);
		frame_warn((enum msg)(unsigned char)c->notes.p[i], (struct slice){c->notes.p + i + 1, n});
	}
	buf_clear(&c->notes);
}

static void
write_plain(struct convert *c, int last)
{
	/* padding behind the last line is no line */
	/* no document shall look like a frame; what begins with two FS was doubled by an earlier decode */
	if (c->very_first && c->text.n && *c->text.p == FS && !(c->text.n > 1 && c->text.p[1] == FS))
		outc(FS);
	outs(slice_of(&c->text));
	if (last && !c->stop && !c->padding)
		outc('\n');
}

/* The N bytes at P that the line, or the piece, has been made of. The first note stands for all of the text, so that the
 * others begin where it ends. */
static void
write_bytes(struct convert *c, const unsigned char *p, size_t n)
{
	size_t column = c->piece + 1, part;

	do {
		part = n < NOTE_BYTES ? n : NOTE_BYTES;
		frame_bytes(column, p, part);
		column = column_here(c);
		p += part;
		n -= part;
	} while (n);
}

/* Writes the line, or a piece of it, whose source is the N bytes at P. */
static void
write_framed(struct convert *c, const unsigned char *p, size_t n, int ended, int last)
{
	/* A piece in a stateful encoding has no bytes of its own. And where one piece has a note, those behind it
	 * have one too, so that nobody needs to know where it ends. */
	if (c->noted || (c->enc && (!last || c->piece)))
		c->odd = 1;
	if (c->enc && !c->odd)
		c->odd = !encodes_back(c, p, n, ended);
	frame_line(slice_of(&c->text));
	write_notes(c);
	if (c->odd && !c->stop)
		write_bytes(c, p, n);
	if (!last)
		frame_cont();
	c->noted = c->odd;
}

/* Writes the text, which came from the N bytes in front, and takes them. LAST: the line ends with them. */
static void
write_piece(struct convert *c, size_t n, int last)
{
	const unsigned char *p = (const unsigned char *)c->in->p + c->in->pos;
	int ended = last && !c->stop && cut_line_end(c);

	end_run(c);
	if (last && !ended && !c->stop)
		cut_padding(c);
	if (c->undo && last && !c->piece && !c->stop)
		c->odd |= c->undo(&c->text, c->as);
	if (c->dec.cesu && !c->cesu) /* once for a document */
		note(c, MSG_CESU8, column_here(c));
	c->cesu |= c->dec.cesu;
	if (c->dec.unended)
		note(c, MSG_UNENDED_SET, column_here(c));
	if (c->runs > RUNS_NOTED && c->framed)
		note_more(c, c->runs - RUNS_NOTED);
	if (c->framed)
		write_framed(c, p, n, ended, last);
	else
		write_plain(c, last);
	column_here(c);
	c->piece = c->column;
	c->counted = c->text.n = 0;
	c->runs = 0;
	c->odd = c->very_first = 0;
	c->in->pos += n;
	c->offset += n;
}

/* The next part of the line: its length, and whether the line ends with it. USED bytes were taken before. */
static size_t
next_part(struct convert *c, size_t used, int *last)
{
	struct in *in = c->in;

	for (;;) {
		size_t have = in->end - in->pos - used;
		size_t part = have < PART ? have : PART;
		size_t n = line_length(c, (const unsigned char *)in->p + in->pos + used, part);

		*last = n > 0;
		if (n || have >= PART)
			return n ? n : part;
		if (in->eof || !in_fill(in)) {
			*last = 1;
			return have;
		}
	}
}

/* Are the N bytes at P, a line or a part of one, right in the document's encoding? What is tried is not kept. */
static int
is_right(struct convert *c, const unsigned char *p, size_t n, int last)
{
	struct decoder d = c->dec;

	buf_room(&c->text, c->text.n + DECODE_ROOM(n));
	d.eof = last;
	d.bad = 0;
	return d.step(&d, p, n, c->text.p + c->text.n) == n || (!last && !d.bad);
}

/* Takes another encoding for the line that begins with the N bytes at P, if it is in one. A wrong line of UTF-8 is so by
 * itself; once lines of CP932 and EUC-JP stand among others, each is asked for, since some are right in both. */
static void
choose_encoding(struct convert *c, const unsigned char *p, size_t n, int last)
{
	const char *was = c->now ? c->now : c->encoding, *is;

	if (!c->encoding_of || c->strict || c->dec.unit > 1 || c->dec.compare || scan_ascii(p, n) == n || (!c->mixed && is_right(c, p, n, last))) {
		if (!c->mixed && scan_ascii(p, n) < n)
			c->now = NULL;
		return;
	}
	is = c->encoding_of(p, n, was);
	if (!is || strcmp(is, c->encoding) == 0) {
		c->now = NULL;
		return;
	}
	if (strcmp(is, was) != 0)
		note(c, MSG_MIXED, 1, is, c->encoding);
	c->mixed = c->dec.step != decode_utf8;
	c->now = is;
	c->odd = 1;
	decoder_open(&c->dec, is);
}

void
careful(struct convert *c)
{
	struct decoder whole;
	size_t used = c->skip;
	int last, first = 1;

	c->odd = c->skip > 0;
	c->skip = 0;
	c->piece = c->column = 0;
	c->dec.odd = c->dec.unended = c->noted = 0;
	if (c->rest)
		bad_bytes(c, (const unsigned char *)c->in->p + c->in->pos + used, c->rest, c->offset + used);
	used += c->rest;
	c->rest = 0;
	whole = c->dec;
	do {
		size_t n = next_part(c, used, &last);

		if (first)
			choose_encoding(c, (const unsigned char *)c->in->p + c->in->pos + used, n, last);
		first = 0;
		c->dec.eof = last; /* no character goes on behind the end of its line */
		used += convert_part(c, (const unsigned char *)c->in->p + c->in->pos + used, n, c->offset + used);
		c->odd |= c->dec.odd;
		if (!last && c->text.n + DECODE_ROOM(PART) > LINE_LIMIT) {
			write_piece(c, used, 0);
			used = 0;
		}
	} while (!last && !c->stop);
	write_piece(c, used, 1);
	if (c->dec.step != whole.step)
		c->dec = whole;
	c->line++;
}
