/* records.c - rows of one field a line; see records.h */
#include "split/records.h"

#include "base/blank.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "split/again.h"
#include "split/fieldline.h"
#include "split/markdown.h"
#include "split/peek.h"
#include "words/columns.h"
#include "words/kinds.h"

enum {
	TRIES = 32,                           /* so often in vain: the document has none */
	BLOCK_LINES = 96, BLOCK_BYTES = 32 * 1024,
	IN_LISTS = 2, ELSEWHERE = 3,          /* labels that have to come again */
	SHORT_BYTES = 160,                    /* a label and its value, without a colon */
	IN_ITEM = 2,                          /* blanks before what goes on with an item */
	SHEET_FIELDS = 4,                     /* where they need not */
	FOLDED_LINES = 2, FOLDED_PAIRS = 3    /* lines with the same labels in them; where there are but two labels */
};

/* Under titles that are alike, records are no more likely to be prose than in lists. */
static size_t
wanted(const struct records *r, const struct fieldline *first)
{
	return first->item || (r->title && r->title == r->titled) ? IN_LISTS : ELSEWHERE;
}

static void
add_text(struct buf *b, struct slice s)
{
	if (b->n && s.n && (unsigned char)b->p[b->n - 1] < 0x80 && (unsigned char)*s.p < 0x80)
		buf_addc(b, ' '); /* between words of ASCII */
	buf_adds(b, s);
}

static void
add_field(struct records *r, const struct fieldline *f, unsigned long line)
{
	struct field_text *t = &r->field[r->n++];

	buf_clear(&t->label);
	buf_adds(&t->label, f->label);
	buf_clear(&t->value);
	buf_adds(&t->value, f->value);
	t->line = line;
}

static void
begin_row(struct records *r, struct slice line)
{
	r->n = 0;
	buf_clear(&r->source);
	buf_adds(&r->source, line);
}

static void
add_line(struct records *r, struct slice line)
{
	buf_addc(&r->source, '\n');
	buf_adds(&r->source, line);
}

/* A line behind an item that goes on with it: without its indent. */
static struct slice
content(struct slice line)
{
	struct slice s = line;

	markdown_outdent(&s, markdown_indent(line));
	while (s.n && strchr(" \t\r", s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Behind a block stands a line of another kind: blank, a heading, a rule, a row, a task. Any other shows that it was none. */
static int
may_end(struct slice line)
{
	struct fieldline f;
	int sure;

	return blank_trim(line).n == 0 || memchr(line.p, '\t', line.n) || *line.p == '|' || fieldline_task(line, &f, &sure) ||
	       markdown_heading(line) || markdown_is_break(line) || markdown_fence(line);
}

/* What a title begins with: figures are all the same. */
static uint32_t
beginning(struct slice line)
{
	size_t len;
	struct slice s = blank_trim(line);
	uint32_t c = s.n ? utf8_next(s.p, s.n, &len) : 0;

	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19) ? '0' : c;
}

/* LINE, behind a record whose fields are like FIRST, with a title above it, is the title of the next one: it begins like that,
 * and in the stream line I begins a record like this one. A title may have a colon as well, if it stands less far in. */
static int
is_next_title(const struct records *r, struct lines *in, size_t i, struct slice line, const struct fieldline *first)
{
	struct fieldline f;
	struct line l;

	return r->title && beginning(line) == r->title && (!fieldline_read(line, &f) || f.indent < first->indent) &&
	       peek_line(in, &i, &l) && fieldline_read_any(l.text, &f) && slice_eq(slice_of(&r->field[0].label), f.label);
}

/* The line at hand, which is like FIRST, is the title of fields rather: two of them stand below it, farther in and at one place. */
static int
titles_fields(struct lines *in, const struct fieldline *first)
{
	struct fieldline a, b;
	struct line l;
	size_t i = 0, indent;

	if (first->item || !first->value.n || !peek_line(in, &i, &l) || !fieldline_read_any(l.text, &a) || a.item || a.indent <= first->indent)
		return 0;
	indent = a.indent;
	return peek_line(in, &i, &l) && fieldline_read_any(l.text, &b) && !b.item && b.indent == indent;
}

/* The fields from LINE, whose first one is FIRST, to the end of the block. Returns the stream line behind them, or
 * (size_t)-1 if a line of it has none. */
static size_t
read_block(struct records *r, struct lines *in, struct slice line, const struct fieldline *first)
{
	struct line l;
	size_t i = 0, end = 0, at;
	unsigned long below = 0;

	begin_row(r, line);
	add_field(r, first, 0);
	for (; at = i, peek_line(in, &i, &l) && !may_end(l.text); end = i) {
		struct fieldline f;
		int again;

		if (++below > BLOCK_LINES || r->source.n > BLOCK_BYTES)
			return (size_t)-1;
		if ((first->item || !first->indent) && fieldline_goes_on(l.text, first->indent + (first->item ? IN_ITEM : 1))) {
			add_text(&r->field[r->n - 1].value, content(l.text));
			add_line(r, l.text);
			continue;
		}
		if (is_next_title(r, in, i, l.text, first)) {
			r->titled = r->title;
			break;
		}
		i = at;
		peek_line(in, &i, &l); /* once more: looking ahead may have moved it */
		if (!fieldline_read_any(l.text, &f) || f.item != first->item || f.apart != first->apart || f.indent != first->indent)
			return (size_t)-1;
		again = again_has_label(r, f.label);
		if (again && slice_eq(slice_of(&r->field[0].label), f.label))
			break; /* the next record */
		if (again || r->n == RECORD_FIELDS)
			return (size_t)-1;
		add_field(r, &f, below);
		add_line(r, l.text);
	}
	return end;
}

static int
is_known(const struct records *r, uint32_t hash)
{
	size_t i;

	for (i = 0; i < r->knows; i++)
		if (r->known[i] == hash)
			return 1;
	return 0;
}

static size_t
count_known(const struct records *r)
{
	size_t i, n = 0;

	for (i = 0; i < r->n; i++)
		n += (size_t)is_known(r, hash_of(slice_of(&r->field[i].label)));
	return n;
}

static void
learn(struct records *r)
{
	size_t i;

	for (i = 0; i < r->n && r->knows < RECORD_LABELS; i++) {
		uint32_t hash = hash_of(slice_of(&r->field[i].label));

		if (!is_known(r, hash))
			r->known[r->knows++] = hash;
	}
}

/* A sheet: the fields of one thing, which one of them names, and most of which are called as columns of tables are. Minutes and
 * the heads of letters name none; that it stands once only is no more against it than against a table of one row. It is
 * there as a whole: no line above it in its block might be another field. */
static int
is_sheet(const struct records *r)
{
	size_t i, known = 0, filled = 0, names = 0;

	if (r->n < SHEET_FIELDS || r->above)
		return 0;
	columns_load();
	for (i = 0; i < r->n; i++) {
		enum column kind = column_kind(slice_of(&r->field[i].label), (struct place){"records.c", 0, 0});

		known += kind > COL_DATA && kind != COL_STATE;
		names += kind == COL_NAME || kind == COL_ITEM;
		filled += r->field[i].value.n > 0;
	}
	return names && 4 * known >= 3 * r->n && 2 * filled >= r->n;
}

/* LINE has the labels of the record at hand, in their order. */
static int
has_same_labels(const struct records *r, struct slice line)
{
	struct fieldline f[RECORD_FIELDS];
	size_t i, n = fieldline_folded(line, f, RECORD_FIELDS);

	for (i = 0; i < n && i < r->n && slice_eq(slice_of(&r->field[i].label), f[i].label); i++)
		;
	return n == r->n && i == n;
}

/* LINE is a record as a whole: those behind it are like it, or those before it were. */
static int
is_folded(struct records *r, struct lines *in, struct slice line)
{
	struct fieldline f[RECORD_FIELDS];
	struct line l;
	size_t i, ahead = 0, alike = 1, n = fieldline_folded(line, f, RECORD_FIELDS), needed = n > 2 ? FOLDED_LINES : FOLDED_PAIRS;

	if (n == 0)
		return 0;
	begin_row(r, line);
	for (i = 0; i < n; i++)
		if (again_has_label(r, f[i].label))
			return 0;
		else
			add_field(r, &f[i], 0);
	while (alike < needed && peek_line(in, &ahead, &l))
		if (has_same_labels(r, l.text))
			alike++;
		else if (!markdown_is_blank(l.text))
			break;
	if (alike < needed && count_known(r) < n)
		return 0;
	learn(r);
	return 1;
}

static int
heads_column(struct slice s)
{
	enum column kind;

	columns_load();
	kind = column_kind(s, (struct place){"records.c", 0, 0});
	return kind > COL_DATA && kind != COL_STATE;
}

static int
is_record(struct records *r, struct lines *in, struct slice line, size_t *more)
{
	struct fieldline first;
	size_t wants, end;

	if (r->refused || !fieldline_read_any(line, &first))
		return 0;
	if (titles_fields(in, &first)) {
		r->title = beginning(line);
		return 0;
	}
	r->refused = 1;
	if (first.apart && heads_column(first.value))
		return 0; /* 項目　内容 are names of two columns */
	if (r->tries >= TRIES && r->knows == 0)
		return 0;
	end = read_block(r, in, line, &first);
	wants = wanted(r, &first);
	if (first.apart && r->n > wants)
		wants = r->n - 1; /* blanks tell less than colons do */
	if (end == (size_t)-1 || r->n < 2)
		return 0;
	if (!again_alike(r, 0, count_known(r), wants) && !((!first.apart || r->title == 0) && is_sheet(r))) {
		if (r->n < wants || r->tries >= TRIES || !again_comes(r, in, end, &first, wants)) {
			r->tries += r->n >= wants;
			return 0;
		}
	}
	learn(r);
	*more = end;
	r->refused = 0;
	return 1;
}

/* Another task stands in the next line. */
static int
task_follows(struct lines *in)
{
	struct fieldline f;
	struct line l;
	size_t i = 0;
	int sure;

	return peek_line(in, &i, &l) && fieldline_task(l.text, &f, &sure) && sure;
}

static int
is_task(struct records *r, struct lines *in, struct slice line, size_t *more)
{
	struct fieldline f, box;
	struct line l;
	size_t i = 0;
	int sure;

	if (!fieldline_task(line, &f, &sure) || (!sure && !r->tasks && !task_follows(in)))
		return 0;
	r->tasks = 1;
	begin_row(r, line);
	box = f;
	box.value = box.label;
	f.label = box.label = (struct slice){"", 0};
	add_field(r, &f, 0);
	add_field(r, &box, 0);
	while (peek_line(in, &i, &l) && i < BLOCK_LINES && fieldline_goes_on(l.text, f.indent + IN_ITEM)) {
		add_text(&r->field[0].value, content(l.text));
		add_line(r, l.text);
		*more = i;
	}
	return 1;
}

/* A short line that a letter begins, and a blank is in. */
static int
may_be_apart(struct slice line)
{
	line = line.n < SHORT_BYTES ? blank_trim(line) : (struct slice){"", 0};
	return line.n > 3 && (unsigned char)*line.p > 0xe2 && blank_may_be_in(line);
}

/* Asked of every line of text. */
static int
may_be(struct slice line)
{
	return memchr(line.p, ':', line.n) || memchr(line.p, '[', line.n < 24 ? line.n : 24) || text_has(line, slice_z("\xef\xbc\x9a"));
}

enum record_line
record_line(struct records *r, struct lines *in, struct slice *line, size_t *more)
{
	enum record_line kind = RECORD_NONE;
	int colon = line->n && may_be(*line);

	*more = 0;
	if (!colon && (line->n == 0 || !may_be_apart(*line))) {
		r->title = beginning(*line);
		return RECORD_NONE;
	}
	buf_clear(&r->copy);
	buf_adds(&r->copy, *line);
	*line = slice_of(&r->copy);
	if (is_task(r, in, *line, more))
		kind = RECORD_TASK;
	else if (!r->refused && is_folded(r, in, *line))
		kind = RECORD_FIELDED;
	else if (is_record(r, in, *line, more))
		kind = RECORD_FIELDED;
	r->above += kind == RECORD_NONE && colon;
	if (kind == RECORD_NONE && !colon)
		r->title = beginning(*line);
	return kind;
}

void
records_end(struct records *r)
{
	r->refused = 0;
	r->above = 0;
	r->title = 0;
}

void
records_begin(struct records *r)
{
	records_end(r);
	r->knows = r->tries = 0;
	r->titled = 0;
	r->tasks = 0;
}
