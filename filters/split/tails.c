/* tails.c - lines with a cell at their end; see tails.h */
#include "split/tails.h"

#include <string.h>

#include "base/blank.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "split/cellblock.h"
#include "split/peek.h"
#include "split/wordtype.h"
#include "words/columns.h"
#include "words/stateword.h"

enum {
	BLOCK_LINES = 64,
	TRIES = 3,          /* lines of a block at which it may begin: below a title or two */
	ROWS = 3,
	LINE_BYTES = 240,   /* a longer line is prose */
	STATE_CHARS = 8,
	OFFICE_LEAST = 3, OFFICE_MOST = 12, /* characters */
	NAME_CHARS = 16
};

enum tail_kind { TAIL_NONE, TAIL_MARK, TAIL_STATE, TAIL_OFFICE };

/* What a line of the block shows. */
struct tail_line {
	enum tail_kind tail;
	size_t words;
	int number, bullet, note;
	int means; /* what stands before the tail is a word for a state, a sign, or a number: it may be the tail's meaning, or the other way */
	uint32_t hash, rest; /* of the tail, and of what stands before it */
	uint32_t last;       /* its last character */
};

struct tail_block {
	size_t n;
	struct tail_line line[BLOCK_LINES];
};

static struct slice
trimmed(struct slice line)
{
	while (line.n && strchr("\r\n", line.p[line.n - 1]))
		line.n--;
	return blank_trim(line);
}

/* The bytes of a bullet at the start of S, with the blanks behind it. */
static size_t
bullet(struct slice s)
{
	static const char *const bullets[] = {"\xe3\x83\xbb", "\xe2\x80\xa2", "\xe2\x97\xa6", "\xef\xbd\xa5", "- ", "* ", "+ "}; /* ・ • ◦ ･ */
	size_t i, n = 0, len;

	for (i = 0; n == 0 && i < sizeof(bullets) / sizeof(*bullets); i++)
		if (slice_begins(s, bullets[i]))
			n = strlen(bullets[i]);
	while (n && n < s.n && (len = blank_at((struct slice){s.p + n, s.n - n})))
		n += len;
	return n;
}

/* The last character of S, of three bytes: what most of Japanese has. */
static uint32_t
last_char(struct slice s)
{
	size_t len;

	return s.n >= 3 ? utf8_next(s.p + s.n - 3, 3, &len) : 0;
}

/* The bracket at the end of S: where it opens; S.n if there is none, or another before it. */
static size_t
bracket(struct slice s)
{
	size_t i = s.n;

	if (s.n < 6 || memcmp(s.p + s.n - 3, "\xef\xbc\x89", 3) != 0) /* ） */
		return s.n;
	for (i -= 3; i >= 3; i--)
		if (memcmp(s.p + i - 3, "\xef\xbc\x88", 3) == 0 || memcmp(s.p + i - 3, "\xef\xbc\x89", 3) == 0)
			return s.p[i - 1] == '\x88' ? i - 3 : s.n;
	return s.n;
}

static int
is_state(struct slice s)
{
	struct buf folded = {0};
	int is;

	if (utf8_count(s.p, s.n) > STATE_CHARS)
		return 0;
	statewords_load();
	label_fold(&folded, s);
	is = folded.n && state_word(slice_of(&folded), (struct place){"tails.c", 0, 0}) != STATE_WORD_NONE;
	buf_free(&folded);
	return is;
}

/* Signs that decorate: stars, notes, hearts; letters may stand for anything. */
static int
is_mark(struct slice word)
{
	size_t len;
	uint32_t c = utf8_next(word.p, word.n, &len);

	return wordtype(word) == WORD_GRADE && c >= 0x80 && !(c >= 0x2600 && c <= 0x2709) && c < 0x1f300 && !(c >= 0xff21 && c <= 0xff3a);
}

static int
is_stroke(struct slice word)
{
	return slice_eq(word, slice_z("/")) || slice_eq(word, slice_z("\xef\xbc\x8f"));
}

/* LINE is of words each of which may name a column. */
static int
are_names(struct slice line)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	struct slice s = trimmed(line);
	size_t i, n;

	s = (struct slice){s.p + bullet(s), s.n - bullet(s)};
	n = s.n <= LINE_BYTES ? layout_parts(s, at) : 0;
	for (i = 0; i < n; i++) {
		struct slice word = {s.p + at[i].from, at[i].to - at[i].from};

		if (is_stroke(word) || !layout_may_be_name(word) || utf8_count(word.p, word.n) > NAME_CHARS || wordtype(word) != WORD_TEXT || bracket(word) < word.n)
			return 0;
	}
	return n > 1;
}

static void
read_tail(struct tail_line *l, struct slice s, size_t from)
{
	l->hash = hash_of((struct slice){s.p + from, s.n - from});
	l->rest = hash_of((struct slice){s.p, from});
	s = blank_trim((struct slice){s.p, from});
	l->means = is_state(s) || wordtype(s) == WORD_GRADE || utf8_count(s.p, s.n) == 1 || (l->number && l->words == 2);
}

static void
read_line(struct tail_line *l, struct slice line)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	struct slice s = trimmed(line), word, inner;
	size_t i, open;

	*l = (struct tail_line){.note = slice_begins(s, "\xe2\x80\xbb")}; /* ※ */
	l->bullet = bullet(s) > 0;
	s = (struct slice){s.p + bullet(s), s.n - bullet(s)};
	if (s.n == 0 || s.n > LINE_BYTES || (l->words = layout_parts(s, at)) == 0)
		return;
	for (i = 0; i < l->words; i++)
		if (is_stroke((struct slice){s.p + at[i].from, at[i].to - at[i].from}))
			return; /* it parts cells, and is none */
	word = (struct slice){s.p + at[l->words - 1].from, s.n - at[l->words - 1].from};
	l->number = l->words > 1 && wordtype((struct slice){s.p, at[0].to}) == WORD_FIGURE;
	open = bracket(s);
	inner = open < s.n ? (struct slice){s.p + open + 3, s.n - open - 6} : (struct slice){s.p, 0};
	if (l->words > 1 && is_mark(word))
		l->tail = TAIL_MARK;
	else if (l->words > 1 && is_state(word))
		l->tail = TAIL_STATE;
	else if (open && inner.n && !l->number && utf8_count(inner.p, inner.n) >= OFFICE_LEAST && utf8_count(inner.p, inner.n) <= OFFICE_MOST)
		l->tail = TAIL_OFFICE;
	if (l->tail == TAIL_NONE)
		return;
	l->last = last_char(l->tail == TAIL_OFFICE ? inner : word);
	read_tail(l, s, l->tail == TAIL_OFFICE ? open : at[l->words - 1].from);
}

/* The lines of the block, as far as they end in such a cell; a note may stand behind them. 0: others stand among them. */
static int
look(struct tail_block *b, struct lines *in, struct slice line)
{
	struct line l;
	size_t i = 0;

	read_line(&b->line[0], line);
	b->n = 1;
	while (b->n < BLOCK_LINES && peek_line(in, &i, &l) && l.text.n && (bullet(trimmed(l.text)) || !cellblock_ends(l.text))) {
		struct tail_line *t = &b->line[b->n];

		read_line(t, l.text);
		if (t->note)
			return 1;
		if (t->tail == TAIL_NONE || (b->n > 1 && t->tail != b->line[1].tail))
			return 0;
		b->n++;
	}
	return 1;
}

/* What lines FROM to the last have in common. */
struct tail_sum {
	size_t tails, rests, lasts; /* so many different ones */
	size_t means;
	size_t words, fewest;       /* words, if all lines have as many; the fewest */
	int numbered, bullets;      /* all lines are */
};

static void
sum_up(struct tail_sum *s, const struct tail_block *b, size_t from)
{
	size_t i, k;

	*s = (struct tail_sum){.words = b->line[from].words, .fewest = b->line[from].words, .numbered = 1, .bullets = 1};
	for (i = from; i < b->n; i++) {
		const struct tail_line *l = &b->line[i];
		int tail = 1, rest = 1, last = 1;

		for (k = from; k < i; k++) {
			tail &= b->line[k].hash != l->hash;
			rest &= b->line[k].rest != l->rest;
			last &= b->line[k].last != l->last;
		}
		s->means += (size_t)l->means;
		s->tails += (size_t)tail;
		s->rests += (size_t)rest;
		s->lasts += (size_t)last;
		s->words = l->words == s->words ? s->words : 0;
		s->fewest = l->words < s->fewest ? l->words : s->fewest;
		s->numbered &= l->number;
		s->bullets &= l->bullet;
	}
}

/* Lines FROM to the last are rows, below names or not. */
static int
are_rows(const struct tail_block *b, size_t from, struct tail_sum *s)
{
	enum tail_kind tail = b->line[from].tail;
	size_t rows = b->n - from;

	if (rows < ROWS || tail == TAIL_NONE || tail != b->line[b->n - 1].tail)
		return 0;
	sum_up(s, b, from);
	if (s->rests < rows || s->means > 1)
		return 0; /* what comes again names no row; and such lines may be a legend */
	if (tail == TAIL_OFFICE)
		return s->lasts == 1 && s->tails < rows;
	return s->numbered || s->bullets || (s->tails > 1 && (from || s->tails < rows));
}

/* How the rows are cut; 0 if that is not known. */
static int
choose(struct tails *t, const struct tail_sum *s, size_t names)
{
	t->numbered = s->numbered && s->fewest > 2 && names != 2;
	t->by_words = !t->brackets && s->words > 2 && s->words <= TAILS_CELLS && (names == 0 || names == s->words);
	t->n = t->by_words ? s->words : 2 + (size_t)t->numbered;
	return names == 0 || names == t->n;
}

static enum tails_line
begins(struct tails *t, struct lines *in, struct slice line)
{
	struct tail_block b;
	struct tail_sum s;
	size_t from;

	if (!look(&b, in, line)) {
		t->tries = b.line[0].tail ? TRIES : t->tries;
		return TAILS_NONE;
	}
	from = b.line[0].tail == TAIL_NONE;
	if ((from && !are_names(line)) || !are_rows(&b, from, &s)) {
		t->tries = from ? t->tries : TRIES; /* the lines below it would prove no more */
		return TAILS_NONE;
	}
	t->brackets = b.line[from].tail == TAIL_OFFICE;
	if (!choose(t, &s, from ? b.line[0].words : 0))
		return TAILS_UNREAD;
	t->sure = b.line[from].tail == TAIL_MARK;
	t->named = (int)from;
	t->rows = b.n;
	return TAILS_ROW;
}

/* The cells of LINE. */
static void
cut(struct tails *t, struct slice line)
{
	struct place_on_page at[LAYOUT_COLUMNS];
	struct slice s = trimmed(line);
	size_t k, n, last;

	s = (struct slice){s.p + bullet(s), s.n - bullet(s)};
	n = layout_parts(s, at);
	for (k = 0; k < n && k < TAILS_CELLS; k++)
		t->cell[k] = (struct slice){s.p + at[k].from, at[k].to - at[k].from};
	if (t->named || t->by_words)
		return;
	last = t->brackets ? bracket(s) : at[n - 1].from;
	k = (size_t)t->numbered;
	t->cell[k] = blank_trim((struct slice){s.p + at[k].from, last - at[k].from});
	t->cell[k + 1] = t->brackets ? (struct slice){s.p + last + 3, s.n - last - 6} : (struct slice){s.p + last, s.n - last};
}

/* Asked of every line of text. */
static int
may_begin(const struct tails *t, struct slice line)
{
	return t->tries < TRIES && line.n && line.n <= LINE_BYTES && (blank_next(line, 0) < line.n || line.p[line.n - 1] == '\x89') &&
	       !memchr(line.p, '\t', line.n) && (bullet(trimmed(line)) || !cellblock_ends(line));
}

enum tails_line
tails_line(struct tails *t, struct lines *in, struct slice *line)
{
	enum tails_line kind = TAILS_ROW;

	if (t->rows == 0 && (!may_begin(t, *line) || lines_next_byte(in) == '\n')) { /* a blank line is next: it stands alone */
		t->tries++;
		return TAILS_NONE;
	}
	buf_clear(&t->copy);
	buf_adds(&t->copy, *line);
	*line = slice_of(&t->copy);
	if (t->rows == 0) {
		kind = begins(t, in, *line);
		t->tries = kind == TAILS_ROW ? 0 : kind == TAILS_NONE ? t->tries + 1 : TRIES;
	}
	if (kind != TAILS_ROW)
		return kind;
	cut(t, *line);
	t->rows--;
	t->named = 0;
	return kind;
}

void
tails_end(struct tails *t)
{
	t->rows = t->tries = 0;
}
