/* tanzaku-text - print the source text of records back; see tanzaku-text(1) */
#include <string.h>
#include <unistd.h>

#include "stream/lines.h"
#include "stream/opts.h"
#include "stream/out.h"
#include "stream/rec.h"

static const struct prog prog = {
	"tanzaku-text", "[FILE ...]",
	"Prints the text that records carry: the decoded document, after any part of the chain.\n",
};

static struct {
	struct fields fields; /* of the record at hand */
	struct buf field;     /* one of them, unescaped */
	struct buf row;     /* a row that waits: a `source` behind it has the text instead of it */
	unsigned long line; /* on which the text printed so far ends; 0 before a document's first */
	int started;        /* something has been printed, in any document */
	int page;           /* the document is one: its lines stand in `page` records, and nowhere else */
} now;

static void
end_line(void)
{
	if (now.line)
		outc('\n');
	now.line = 0;
}

/* A field as text, and the source lines that end inside it. */
static void
print_field(struct slice field)
{
	struct slice text = unesc_tmp(&now.field, field);
	const char *p = text.p, *end = p + text.n, *lf;

	while ((lf = end > p ? memchr(p, '\n', (size_t)(end - p)) : NULL)) {
		now.line++;
		p = lf + 1;
	}
	outs(text);
}

/* The stream's first byte tells whether it is framed: text that begins with FS doubles it there. */
static void
begin_stream(struct slice first)
{
	if (!now.started && first.n && *first.p == FS)
		outc(FS);
	now.started = 1;
}

static void
print_record(const struct rec *r)
{
	size_t n = rec_fields(r, &now.fields), i = r->kind == K_HEAD ? HEAD_BEFORE : 0;
	int cells = r->kind == K_ROW || r->kind == K_COLS;

	if (r->line != now.line)
		end_line();
	now.line = r->line;
	if (n > i)
		begin_stream(now.fields.f[i]);
	for (; i < n; i++) {
		print_field(now.fields.f[i]);
		if (cells && i + 1 < n)
			outc('\t');
	}
}

static void
print_row(void)
{
	struct rec r;

	if (!now.row.n)
		return;
	rec_parse(&r, slice_of(&now.row));
	print_record(&r);
	buf_clear(&now.row);
}

/* Whole lines of a page, or, with a second field, some with the beginning of the next. */
static void
print_page(const struct rec *r)
{
	size_t n = rec_fields(r, &now.fields);

	if (n == 0)
		return;
	begin_stream(now.fields.f[0]);
	print_field(now.fields.f[0]);
	now.line = 0; /* the next page record has the line behind */
	if (n == 1)
		outc('\n');
}

static void
record(const struct rec *r, const char *name)
{
	if (r->kind == K_PAGE && r->line == 0)
		now.page = 1;
	else if (r->kind == K_PAGE)
		print_page(r);
	else if (now.page && r->kind != K_DOC)
		return;
	else if (r->kind == K_SOURCE) {
		buf_clear(&now.row);
		print_record(r);
	} else if (r->kind == K_BAD) {
		say(MSG_BAD_RECORD, (struct place){name, 0, 0}, "left out of the text");
	} else if (r->kind == K_ROW || r->kind == K_COLS) {
		print_row();
		buf_adds(&now.row, r->raw);
	} else if (r->kind == K_DOC || is_text_kind(r->kind)) {
		print_row();
		if (r->kind == K_DOC) {
			end_line();
			now.page = 0;
		} else if (r->kind != K_NAMES && r->kind != K_LABELS)
			print_record(r);
	}
}

static void
text(struct in *in)
{
	struct rec r;

	while (rec_read(in, &r))
		record(&r, in->name);
	print_row();
	end_line();
	say_enddoc(in->name);
}

int
main(int argc, char **argv)
{
	opts_begin(&prog, argc, argv);
	opts_order(&prog, argc, argv, "");
	if (getopt(argc, argv, "") != -1)
		usage(prog.synopsis);
	each_input(argc - optind, argv + optind, text);
	out_flush();
	return (int)status_now();
}
