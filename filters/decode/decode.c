/* tanzaku-decode - find the encoding of Japanese text and turn it into UTF-8 lines; see tanzaku-decode(1) */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "encoding/transcode.h"
#include "decode/detect.h"
#include "decode/leftout.h"
#include "stream/filter.h"
#include "stream/frame.h"
#include "stream/msg.h"
#include "decode/mojibake.h"
#include "decode/names.h"
#include "stream/out.h"
#include "stream/progress.h"
#include "base/scan.h"
#include "decode/through.h"
#include "decode/weigh.h"
#include "reader/readers.h"

enum { LOOK_AHEAD = 256 * 1024 };

static struct {
	int framed, guessing, strict, repair; /* its options */
	const char *list; /* the file of the operands' names, if -0 gave one */
	const char *told; /* the encoding's name, if -f gave one */
	struct readers readers;
	int started;       /* something was written to the plain stream */
	struct buf window; /* of the last document: a new one for each is a system call, and pages that nobody has yet */
	unsigned char there[64 * 1024]; /* of a document, further on */
} job;

static void
fill(struct in *in)
{
	while (in->end - in->pos < LOOK_AHEAD && in_fill(in))
		;
}

/* The same of a file of SIZE bytes (0: not known): it ends there, without another read(2) to say so. */
static void
fill_from_file(struct in *in, size_t size)
{
	while (in->end < LOOK_AHEAD && (!size || in->end < size) && in_fill(in))
		;
	if (size && in->end == size)
		in->eof = 1;
}

/* Reads the beginning of what is in FD, the document S, into what the last document's window was. Returns 0, or says why it
 * cannot be read. */
static int
look_ahead(struct in *in, int fd, const struct source *s)
{
	struct stat st;

	*in = (struct in){.fd = fd, .name = source_name(s), .limit = LINE_LIMIT, .p = job.window.p, .cap = job.window.cap};
	job.window = (struct buf){0};
	if (fd < 0 || fstat(fd, &st) < 0) {
		leave_out(s, MSG_CANNOT_READ, strerror(errno));
		return -1;
	}
	if (S_ISDIR(st.st_mode)) { /* read(2) would find out, but not everywhere */
		leave_out(s, MSG_CANNOT_READ, strerror(EISDIR));
		return -1;
	}
	fill_from_file(in, S_ISREG(st.st_mode) ? (size_t)st.st_size : 0);
	if (in->failed && in->end == in->pos) {
		if (job.framed) {
			frame_unconverted(s->name, s->readers);
			note_document(MSG_CANNOT_READ, strerror(in->failed));
		}
		return -1;
	}
	return 0;
}

/* What was to be looked up further on cannot be read, now at least: the document would be taken for another. */
static void
failed_ahead(struct in *in)
{
	in->failed = errno;
	say(MSG_READ_FAILED, (struct place){in->name, 0, 0}, strerror(errno));
}

/* Does the document's last line have its newline? Beyond the look-ahead only a regular file can say. */
static int
ends_in_newline(struct in *in, const struct decoder *d)
{
	size_t have = in->end - in->pos;
	unsigned char last[sizeof(d->lf)];
	struct stat st = {0};
	ssize_t n = 0;

	if (in->eof && have < d->unit)
		return 0;
	if (in->eof)
		memcpy(last, in->p + in->end - d->unit, d->unit);
	else if (fstat(in->fd, &st) < 0 ||
	         (S_ISREG(st.st_mode) && (n = pread(in->fd, last, d->unit, st.st_size - (off_t)d->unit)) < 0))
		failed_ahead(in);
	if (!in->eof && n != (ssize_t)d->unit)
		return 1;
	return decoder_at_lf(d, last) || decoder_at_cr(d, last);
}

/* What the document is in: as told, or as found. */
static void
judge(struct guess *g, const struct in *in)
{
	const unsigned char *p = (const unsigned char *)in->p + in->pos;
	size_t have = in->end - in->pos, n = have < LOOK_AHEAD ? have : LOOK_AHEAD; /* not what one read brought beyond */

	if (!job.told)
		detect(g, p, n);
	else if (strcmp(job.told, "UTF-16") == 0)
		detect_utf16(g, p, n);
	else
		*g = (struct guess){
			.encoding = job.told, .bom = bom_length(job.told, p, n), .percent = 100, .reason = "told with -f"};
}

/* A file that begins with nothing but ASCII is judged by what comes later, as far as it can be looked up. */
static void
look_beyond_ascii(struct guess *g, struct in *in)
{
	off_t at = lseek(in->fd, 0, SEEK_CUR);
	ssize_t n = 0;
	size_t ascii = 0;

	if (strcmp(g->encoding, "UTF-8") != 0 || scan_ascii(in->p + in->pos, in->end - in->pos) < in->end - in->pos)
		return;
	while (at > 0 && (n = pread(in->fd, job.there, sizeof(job.there), at)) > 0) {
		ascii = scan_ascii(job.there, (size_t)n);
		if (ascii < (size_t)n || memchr(job.there, '\033', (size_t)n))
			break;
		at += n;
	}
	if (n > 0 && ascii > sizeof(job.there) / 2)
		n = pread(in->fd, job.there, sizeof(job.there), at + (off_t)ascii);
	if (n < 0)
		failed_ahead(in);
	if (n <= 0) /* it ends, or cannot be looked up */
		return;
	detect(g, job.there, (size_t)n);
	g->bom = g->valid = g->rest = 0; /* of what is there, and not in front */
}

/* Text that was taken for another encoding before: says so, and has it undone if that is asked for. */
static void
look_for_mojibake(struct convert *c, const unsigned char *p, size_t n)
{
	const char *done;
	int certain;

	if (c->dec.step != decode_utf8 || !(c->as = mojibake(p, n, &certain)))
		return;
	done = !certain ? "kept: it cannot be undone for certain"
	     : job.repair   ? "undone in each line where that is certain" : "kept (decode --repair undoes it)";
	say(MSG_MOJIBAKE, (struct place){c->in->name, 0, 0}, c->as, done);
	if (job.framed)
		note_document(MSG_MOJIBAKE, c->as, done);
	if (job.repair && certain)
		c->undo = mojibake_undo;
}

/* Says what is doubtful about a guess. Returns 0 if it is that of a document to leave out. */
static int
accept(const struct guess *g, const struct in *in)
{
	if (g->verdict == DETECT_AMBIGUOUS)
		say(MSG_AMBIGUOUS, (struct place){in->name, 0, 0}, g->encoding, g->other);
	return g->verdict != DETECT_FOREIGN;
}

/* The encoding could not be told from ASCII alone, and now it can. */
static int
decide(struct convert *c, const struct source *s)
{
	struct guess g;

	fill(c->in);
	judge(&g, c->in);
	decoder_close(&c->dec);
	c->undecided = 0;
	if (!accept(&g, c->in)) {
		leave_out(s, MSG_NOT_TEXT, g.encoding);
		return 0;
	}
	c->encoding = g.encoding;
	c->mixed = g.mixed && strcmp(g.encoding, "UTF-8") != 0;
	return decoder_open(&c->dec, g.encoding);
}

/* A reader that has found nothing, or not all, has to be told of. */
static void
say_what_reader_gave(const struct source *s, const struct in *in)
{
	size_t i = in->pos;

	while (i < in->end && (unsigned char)in->p[i] <= ' ')
		i++;
	if (s->said.n)
		say_of(s, s->talks ? MSG_READER_TALKED : MSG_READER_SAID, s->readers, (int)s->said.n, s->said.p);
	if (in->eof && i == in->end)
		say_of(s, MSG_READER_EMPTY, s->readers);
}

static void
convert_document(struct in *in, const struct source *s, const struct guess *g)
{
	const unsigned char *p = (const unsigned char *)in->p + in->pos;
	size_t have = in->end - in->pos, seen = have < LOOK_AHEAD ? have : LOOK_AHEAD, n;
	struct convert c = {.in = in, .encoding = g->encoding, .framed = job.framed, .strict = job.strict};
	enum converted how;

	decoder_open(&c.dec, g->encoding);
	c.newline = newline_kind(&c.dec, p + g->rest, have - g->rest, in->eof);
	c.final = ends_in_newline(in, &c.dec);
	c.offset = g->bom;
	c.rest = g->rest;
	c.mixed = g->mixed && c.dec.step != decode_utf8; /* where valid UTF-8 is that */
	c.encoding_of = job.told ? NULL : weigh_line;
	c.valid = g->valid;
	in->pos += g->bom;
	while ((n = bom_length(g->encoding, p + g->bom + c.skip, have - g->bom - c.skip)))
		c.skip += n; /* more of them would go when the text is decoded once more */
	if (job.framed)
		frame_header(s->name, g->encoding, g->bom > 0, c.newline, c.final, s->readers);
	if (s->is_text)
		say_what_reader_gave(s, in);
	look_for_mojibake(&c, p, seen);
	c.very_first = !job.framed && !job.started;
	job.started |= have > g->bom;
	/* a frame has told the encoding already */
	c.undecided = !job.told && !job.framed && !in->eof && c.dec.step == decode_utf8 && scan_ascii(p, seen) == seen;
	while ((how = convert(&c)) == CONVERT_UNDECIDED && decide(&c, s))
		;
	decoder_close(&c.dec);
	if (in->failed && job.framed)
		note_document(MSG_READ_FAILED, strerror(in->failed));
	if (how == CONVERT_STRICT) {
		out_flush();
		_Exit(status_now());
	}
}

static void
print_guess(const char *operand, const struct guess *g)
{
	outz(operand);
	outc('\t');
	outz(g->encoding);
	outc('\t');
	outu((unsigned long)g->percent);
	outz("%\t");
	if (g->verdict == DETECT_AMBIGUOUS) {
		outz("ambiguous, or ");
		outz(g->other);
		outz("; ");
	}
	outz(g->reason);
	if (g->verdict != DETECT_SURE)
		raise_status(LOSSY);
	outc('\n');
}

static void
leave(struct in *in)
{
	if (in->cap <= 2 * LOOK_AHEAD && !job.window.p) { /* of a document in this one there may be one already */
		job.window = (struct buf){in->p, 0, in->cap};
		in->p = NULL;
		in->cap = 0;
	}
	in_close(in);
}

static void
read_document(struct in *in, const struct source *s, through_reads *reads)
{
	struct guess g;

	if (!job.guessing && !s->is_text && through(in, s, reads))
		return;
	judge(&g, in);
	if (!in->eof && !job.told)
		look_beyond_ascii(&g, in);
	if (job.guessing)
		print_guess(s->name, &g);
	else if (!accept(&g, in))
		leave_out(s, MSG_NOT_TEXT, g.encoding);
	else
		convert_document(in, s, &g);
}

/* The document S, which FD has, or nobody if that is -1. */
static void
open_document(int fd, const struct source *s)
{
	struct in in;

	if (look_ahead(&in, fd, s) == 0)
		read_document(&in, s, open_document);
	leave(&in);
	say_enddoc(source_name(s));
}

static void
document(const char *operand)
{
	struct through_left left = through_most;
	struct source s = {.name = operand, .framed = job.framed, .left = &left, .table = &job.readers};

	int std = strcmp(operand, "-") == 0, fd = std ? STDIN_FILENO : open(operand, O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (std)
		progress_waits();
	if (fd >= 0 && fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode))
		progress_begin(operand, S_ISREG(st.st_mode) && !std ? (unsigned long)st.st_size : 0);
	open_document(fd, &s);
	progress_end();
}

static void
operand(const char *name)
{
	if (!job.list)
		document(name);
	else if (strcmp(name, "-") == 0)
		each_name(job.list, document);
	else
		die("%s: an operand beside the list %s of them", name, job.list);
}

static void
tell(const char *name)
{
	struct decoder d;
	const char *meant;

	job.told = encoding_name(name);
	if (strcmp(job.told, "UTF-16") == 0)
		return;
	if (!decoder_open(&d, job.told)) {
		meant = encoding_meant(name);
		die("-f %s: no encoding that it or iconv(3) knows%s%s%s", name, meant ? "; did you mean " : ": see iconv -l",
		    meant ? meant : "", meant ? "?" : "");
	}
	decoder_close(&d);
}

static int
option(int letter, const char *argument)
{
	switch (letter) {
	case '0': job.list = argument; break;
	case 'H': job.framed = 1; break;
	case 'f': tell(argument); break;
	case 'g': job.guessing = 1; break;
	case 'm': job.repair = 1; break;
	case 's': job.strict = 1; break;
	}
	return 1;
}

static const char *const words[][2] = {{"--guess", "-g"}, {"--repair", "-m"}, {"--strict", "-s"}, {NULL, NULL}};

const struct filter decode_filter = {
	.prog = {
		"tanzaku-decode", "[-H] [-0 LIST] [-f ENCODING] [--guess] [--repair] [--strict] [FILE ...]",
		"Finds the encoding of Japanese text and turns it into UTF-8 lines.\n"
		"  -0 LIST      the FILEs are named in the file LIST (-: standard input), each name ended by a NUL\n"
		"  -f ENCODING  do not guess: sjis, euc-jp, jis, utf8, utf16, or a name of iconv(3)\n"
		"  -H           frame the documents with header lines and notes, for tanzaku-split\n"
		"  --guess      print name, encoding, confidence and reason of each FILE, and no text\n"
		"  --repair     undo that UTF-8 was taken for CP932 or windows-1252, where that is certain\n"
		"  --strict     stop in front of the first bad byte\n",
	},
	.letters = "0:Hf:gms",
	.words = words,
	.option = option,
	.operand = operand,
};
