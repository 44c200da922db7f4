/* tanzaku-outline - recognise numbered headings and their depth; see tanzaku-outline(1) */
#include <string.h>
#include <unistd.h>

#include "blank.h"
#include "headings.h"
#include "levels.h"
#include "opts.h"
#include "out.h"
#include "rec.h"
#include "utf8.h"

static const struct prog prog = {
	"tanzaku-outline", "[-r FILE] [FILE ...]",
	"Finds the numbered headings among the text records and says how deep each one is.\n"
	"  -r FILE  heading schemes that come before the built-in ones\n",
};

/* No heading is longer, in bytes; most lines of prose are. */
enum { LONGEST = 480 };

/* What stands before the record that is being looked at. */
static struct {
	struct buf file;
	unsigned long line;  /* of the last record of text */
	int open;            /* nothing, a blank line or a heading: a new thing may begin */
	size_t n;            /* the bytes of the last line, if it was text, and its last two characters */
	char tail[6];
	int bad_utf8;        /* the last record was said to be bad */
} before;

static int
ends_with(struct slice s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && memcmp(s.p + s.n - n, z, n) == 0;
}

/* A line that breaks off goes on in the next one, which is then no heading. A long line of prose
 * that ends in hiragana was cut by the width of its page. */
static int
line_broke_off(const struct heading *h)
{
	static const char *const cuts[] = {"、", "，", "・", "「", "（", "(", "『"};
	struct slice tail = {before.tail, sizeof(before.tail)};
	size_t i, len;
	uint32_t last;

	if (before.n < sizeof(before.tail))
		return 0;
	for (i = 0; i < sizeof(cuts) / sizeof(*cuts); i++)
		if (ends_with(tail, cuts[i]))
			return 1;
	if (((unsigned char)before.tail[3] & 0xf0) != 0xe0)
		return 0;
	last = utf8_next(before.tail + 3, 3, &len);
	return !h->rank && before.n >= 75 && last >= 0x3041 && last <= 0x3093;
}

static int
stands_well(const struct heading *h)
{
	if (line_broke_off(h) || level_repeats(h))
		return 0;
	return !h->weak || before.open || level_follows(h);
}

static void
head_record(const struct rec *r, const struct heading *h)
{
	out_rec("head", r->line);
	out_fieldu(level_enter(h));
	out_field(h->before);
	out_field(h->mark);
	out_field(h->gap);
	out_field(h->title);
	out_end();
}

static void
text_record(const struct rec *r, struct slice text)
{
	if (r->kind == K_TEXT) {
		out_pass(r);
		return;
	}
	out_rec("text", r->line);
	out_field(text);
	out_end();
}

/* Remembers the line for the judgement of the next one. */
static void
remember(struct slice text, int head)
{
	before.open = head || blank_field(text);
	before.n = before.open ? 0 : text.n;
	if (before.n >= sizeof(before.tail))
		memcpy(before.tail, text.p + text.n - sizeof(before.tail), sizeof(before.tail));
}

/* A line that cannot be a heading, without a look at its characters: a sentence, a long one, a
 * blank one, or a piece of a line that was too long. */
static int
surely_none(const struct rec *r, struct slice text)
{
	return text.n == 0 || text.n > LONGEST || r->line == before.line || ends_with(text, "。");
}

static void
one_line(const struct rec *r, struct slice text)
{
	struct heading h;
	int none = surely_none(r, text), head = 0;

	before.bad_utf8 = !none && utf8_valid(text.p, text.n) != text.n;
	if (!none && !before.bad_utf8)
		head = heading_read(&h, text, (struct place){before.file.p, r->line, 0}) && stands_well(&h);
	if (head)
		head_record(r, &h);
	else
		text_record(r, text);
	if (before.bad_utf8)
		out_warn(MSG_BAD_UTF8, (struct place){before.file.p, r->line, 0});
	remember(text, head);
	before.line = r->line;
}

/* The text of a record of this filter's own making, from an earlier run. */
static struct slice
rejoin(const struct rec *r, struct buf *to)
{
	static struct fields f;
	size_t i, n = rec_fields(r, &f);

	buf_clear(to);
	for (i = HEAD_BEFORE; i < n; i++)
		unesc(to, f.f[i]);
	return slice_of(to);
}

static void
begin_doc(const struct rec *r)
{
	static struct fields f;

	if (before.file.n)
		say_enddoc(before.file.p);
	buf_clear(&before.file);
	if (rec_fields(r, &f))
		unesc(&before.file, f.f[DOC_NAME]);
	buf_addc(&before.file, '\0');
	levels_reset();
	before.open = 1;
	before.n = 0;
	before.line = 0;
	out_pass(r);
}

static void
one_record(const struct rec *r)
{
	static struct buf text;

	if (r->kind == K_TEXT) {
		one_line(r, unesc_tmp(&text, r->rest));
	} else if (r->kind == K_HEAD) {
		one_line(r, rejoin(r, &text));
	} else if (r->kind == K_DOC) {
		begin_doc(r);
	} else if (!before.bad_utf8 || !is_warn(r, MSG_BAD_UTF8)) {
		if (is_text_kind(r->kind)) {
			before.open = 0;
			before.n = 0;
			before.line = r->line;
			before.bad_utf8 = 0;
		}
		out_pass(r);
	}
}

static void
outline(struct in *in)
{
	struct rec r;

	before.open = 1;
	while (rec_read(in, &r))
		one_record(&r);
}

int
main(int argc, char **argv)
{
	const char *rules = NULL;
	int c;

	opts_begin(&prog, argc, argv);
	while ((c = getopt(argc, argv, "r:")) != -1) {
		if (c != 'r')
			usage(prog.synopsis);
		rules = optarg;
	}
	headings_load(rules);
	each_input(argc - optind, argv + optind, outline);
	if (before.file.n)
		say_enddoc(before.file.p);
	out_flush();
	return status_now();
}
