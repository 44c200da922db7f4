/* group.c - whether neighbouring lines with entries are a legend; see legend/group.h */
#include "legend/group.h"

#include <string.h>

#include "legend/speaks.h"
#include "legend/used.h"
#include "words/ordinal.h"
#include "words/stateword.h"

enum { MAX_GRADES = 128, A_FEW_WORDS = 45 /* bytes: fifteen kanji */ };

static struct {
	enum announced by;
	int titled, cells, grid;
	size_t n, fillers; /* how many marks, and how many of them are dashes and blanks */
	enum sep_kind kind;
	enum mark_class class; /* of the first mark that is neither a dash nor a blank */
	int upper;             /* that one is a capital letter */
	size_t done;     /* meanings of grades that speak of progress by a word which beside a letter may name a step */
	size_t numbered; /* marks that continue 1, 2, 3 or 3, 2, 1 */
	size_t words;    /* marks that are words, and those among them that the tables do not know */
	size_t unknown;
	size_t sentences, longs, readings, crosses, quoted, shown, named; /* NAMED: the meaning is a word for a state, and all of it */
	int bullets;     /* dashes stand before the marks: one with nothing but words behind is no mark */
	int repeated;    /* a mark came twice: speakers, or the bullets of a list */
	int spread;      /* there are blank lines in it */
	unsigned last;
	struct group_buffers {
		struct buf keys; /* each mark's key, with a LF behind it */
		struct buf key;  /* of one mark */
		struct speaks speaks;
	} kept;
} g;

void
group_begin(enum announced by)
{
	struct group_buffers kept = g.kept;

	memset(&g, 0, sizeof(g));
	g.kept = kept;
	g.by = by;
	g.titled = by > NOT_ANNOUNCED;
	buf_clear(&g.kept.keys);
	speaks_begin(&g.kept.speaks);
}

static int
is_filler(enum mark_class class)
{
	return class == MARK_DASH || class == MARK_BLANK;
}

/* Valid until the next call. */
static struct slice
key_of(struct slice mark)
{
	buf_clear(&g.kept.key);
	mark_key(&g.kept.key, mark);
	return slice_of(&g.kept.key);
}

/* True for A, Ａ and A′. */
static int
is_upper(struct slice mark)
{
	struct slice key = key_of(mark);

	return key.n && *key.p >= 'A' && *key.p <= 'Z';
}

static int
is_numbered(enum mark_class class)
{
	return class == MARK_CIRCLED || class == MARK_DIGIT || class == MARK_ROMAN || class == MARK_BRACKET;
}

static int
fits(const struct entry *e)
{
	if (is_filler(e->class) || g.n == g.fillers)
		return 1;
	if (!e->known || g.unknown) /* words that only a title makes marks are no scale with others */
		return e->class == MARK_NONE && g.class == MARK_NONE;
	if (e->class != g.class) /* 未, ◎ and ☓ may be one scale, where a title says so */
		return g.titled && !is_numbered(e->class) && !is_numbered(g.class);
	return e->class != MARK_LETTER || is_upper(e->mark) == g.upper;
}

/* That of the group which begins at byte I. */
static struct slice
key_at(size_t i)
{
	const char *p = g.kept.keys.p + i;

	return (struct slice){p, (size_t)((const char *)memchr(p, '\n', g.kept.keys.n - i) - p)};
}

static int
is_known(struct slice mark)
{
	struct slice key = key_of(mark), known;
	size_t i;

	for (i = 0; i < g.kept.keys.n; i += known.n + 1)
		if (slice_eq(known = key_at(i), key))
			return 1;
	return 0;
}

/* Looked for by its last byte: the first one is that of every other kana. */
static int
has_word(struct slice s, const char *word)
{
	size_t n = strlen(word);
	const char *p = s.p + n - 1, *end = s.p + s.n;

	for (; s.n >= n && p < end && (p = memchr(p, word[n - 1], (size_t)(end - p))); p++)
		if (memcmp(p - (n - 1), word, n) == 0)
			return 1;
	return 0;
}

/* True if one of the strings of LIST is in S. */
static int
has_any(struct slice s, const char *const *list)
{
	for (; *list; list++)
		if (has_word(s, *list))
			return 1;
	return 0;
}

/* Some shapes are proof enough; the others need meanings that speak of progress. */
static int
needs_states(void)
{
	if (sep_is_strong(g.kind) && (g.titled || (g.kind == SEP_DOTS && g.class != MARK_DIGIT)))
		return 0;
	return g.class != MARK_GRADE || g.kind == SEP_BRACKET || g.kind == SEP_TAB || g.kind == SEP_LOOSE;
}

/* Signs that stand in cells are marks; words, letters and numbers, which name anything else as well, are where a column
 * has states. */
static unsigned
proof_of_use(void)
{
	return !g.words && (g.class == MARK_GRADE || g.class == MARK_SYMBOL) ? USED_IN_CELL : USED_AS_STATE;
}

int
group_is_used(unsigned long line)
{
	unsigned proof = proof_of_use();
	size_t i, used = 0;
	struct slice key;

	for (i = 0; i < g.kept.keys.n; i += key.n + 1) {
		key = key_at(i);
		used += (used_as(key, line) & (proof | USED_AS_STATE)) != 0;
	}
	return 2 * used >= g.n || used >= 3;
}

/* Lines that are a legend if their marks are used: words only where a title or a header announces them; signs before
 * sentences, ✅ …, are used for anything. */
static int
asks_for_use(void)
{
	if (g.repeated || g.n < 2 || speaks_of_speech(&g.kept.speaks))
		return 0;
	if (g.unknown || g.words)
		return (g.by == ANNOUNCED_SURELY && sep_is_strong(g.kind)) || g.grid;
	if (g.kind == SEP_LOOSE)
		return g.class == MARK_GRADE ? g.named == g.n : g.class == MARK_LETTER && 2 * g.sentences <= g.n;
	return sep_is_strong(g.kind) || g.kind == SEP_BRACKET || g.grid;
}

static const char *const crosses[] = {"×", "△", "✅", "⬜", NULL};
static const char *const quotes[] = {"」", "』", "”", "\"", NULL};
static const char *const shows[] = {"を示", "を表", "を意味", NULL};
static const char *const opened[] = {"(", "（", NULL};

/* Meanings that speak of progress. */
static size_t
states(void)
{
	return g.done + speaks_of_states(&g.kept.speaks);
}

/* What its mark and its meaning may speak of; where a mark comes again, no legend hangs on it. 実施 is progress beside ○ and ×;
 * beside a letter it may be a step (P 計画, D 実施). */
static void
add_texts(const struct entry *e)
{
	static const char *const done[] = {"実施", NULL};

	if (g.repeated)
		return;
	if (e->class == MARK_NONE)
		pending_add(&g.kept.speaks.words, e->word);
	if (needs_states() && e->class == MARK_GRADE && has_any(e->folded, done))
		g.done++;
	else if (needs_states())
		pending_add(&g.kept.speaks.states, e->folded);
	if (!g.titled && g.class != MARK_GRADE)
		pending_add(&g.kept.speaks.speeches, e->folded);
}

static void
add_entry(const struct entry *e)
{
	struct slice key;
	unsigned number;
	int sentence = has_word(e->folded, "。");

	g.repeated |= is_known(e->mark);
	if (g.n++ == g.fillers) {
		g.class = e->class;
		g.upper = is_upper(e->mark);
	}
	g.fillers += is_filler(e->class);
	key = key_of(e->mark);
	number = ordinal(key, e->class == MARK_ROMAN);
	g.numbered += number && (g.last == 0 || number == g.last + 1 || number + 1 == g.last);
	g.last = number;
	g.words += e->class == MARK_NONE;
	g.unknown += !e->known;
	add_texts(e);
	g.sentences += sentence || e->folded.n > 150 || (!g.titled && g.kind == SEP_LOOSE && has_word(e->folded, ":"));
	g.longs += sentence || e->folded.n > A_FEW_WORDS;
	g.readings += has_any(e->sep, opened);
	g.crosses += has_any(key, crosses);
	g.quoted += has_any(e->sep, quotes);
	g.shown += has_any(e->after, shows);
	g.named += g.kind == SEP_LOOSE && e->class == MARK_GRADE && state_word(e->folded, legend_at) != STATE_WORD_NONE;
	buf_adds(&g.kept.keys, key);
	buf_addc(&g.kept.keys, '\n');
}

static int
is_first(struct slice mark)
{
	return g.kept.keys.n && slice_eq(key_at(0), key_of(mark));
}

/* A line that is a scale by itself, with marks of the one before, is the next legend; so is one that begins
 * the scale again behind a blank line. A block of lines ends at the first blank one where a mark comes again. */
static int
is_next_scale(const struct legend_line *l, int apart)
{
	size_t i;

	if (l->n == 1 && apart && g.n > 1 && (g.spread ? is_first(l->e[0].mark) : is_known(l->e[0].mark)))
		return 1;

	for (i = 0; i < l->n && l->n > 1; i++)
		if (is_known(l->e[i].mark))
			return 1;
	return 0;
}

/* Under a title, a letter may do without its colon: B-1 stands before its meaning as it is. */
static int
same_kind(const struct legend_line *l)
{
	if (l->kind == g.kind)
		return 1;
	return g.titled && l->kind == SEP_LOOSE && l->n == 1 && l->first && l->e[0].class == MARK_LETTER && sep_is_strong(g.kind);
}

int
group_add(const struct legend_line *l, int apart)
{
	size_t i;

	if (g.bullets && l->kind == SEP_LOOSE && l->e[0].class == MARK_DASH && l->first)
		return 0;
	if (g.n && (!same_kind(l) || l->titled || g.n + l->n > MAX_GRADES || is_next_scale(l, apart)))
		return 0;
	for (i = 0; i < l->n; i++)
		if (!fits(&l->e[i]))
			return 0;
	if (g.n == 0) {
		g.kind = l->kind;
		g.cells = l->cells;
		g.grid = l->grid;
		if (g.by != ANNOUNCED_SURELY && (l->titled || has(legend_rules.title, l->lead)))
			g.by = ANNOUNCED_BESIDE;
		if (!g.titled && l->grid)
			g.by = ANNOUNCED_BESIDE;
		g.titled = g.by > NOT_ANNOUNCED;
	}
	for (i = 0; i < l->n; i++)
		add_entry(&l->e[i]);
	g.spread |= apart;
	g.bullets |= l->e[0].before.n && memchr(l->e[0].before.p, '-', l->e[0].before.n);
	return 1;
}

/* Letters and numbers name many other things: they are grades if what they mean says how far something is. */
static int
strong_is_legend(void)
{
	if (g.words && g.unknown)
		return g.titled && g.n >= 2 && 2 * speaks_by_words(&g.kept.speaks) >= g.n;
	if (g.words)
		return g.titled ? g.class == MARK_GRADE || 2 * g.words >= g.n : g.words == g.n && g.n >= 2;
	if (g.titled || g.class == MARK_GRADE)
		return 1;
	if (speaks_of_speech(&g.kept.speaks))
		return 0;
	if (g.kind == SEP_DOTS)
		return g.class != MARK_DIGIT || states() > 0 || (g.n >= 3 && g.numbered == g.n);
	return 2 * states() >= g.n;
}

/* ◎ ○ △ at the heads of three lines, or between blanks: the glyphs say it, if a cross or a triangle is among
 * them; ■ ○ ・ are levels of a list. Below a title that is a heading as well, 実施状況, two checked sentences are what it
 * says they are; below one that announces a legend and nothing else, signs may be explained in sentences. */
static int
loose_is_legend(void)
{
	int signs = g.class == MARK_GRADE || g.class == MARK_SYMBOL;

	if (g.words || (2 * g.sentences > g.n && !(signs && g.by == ANNOUNCED_SURELY)))
		return 0;
	if (g.by == ANNOUNCED_SURELY && g.class != MARK_DIGIT)
		return 1;
	if (g.class == MARK_GRADE)
		return (g.titled && (g.cells || g.by == ANNOUNCED_BESIDE || legend_rules.own || 3 * states() >= 2 * g.n)) ||
		       (g.n >= 3 && g.crosses && 4 * states() >= 3 * g.n);
	if (g.class == MARK_DIGIT && states() < g.n)
		return 0;
	return (g.titled || (g.cells && g.n >= 3)) && 2 * states() >= g.n;
}

/* 「◎」は… speaks of a mark as such; ◎は… can only be a grade; Aは… may be anybody. */
static int
topic_is_legend(void)
{
	if (g.words)
		return g.quoted == g.n && !g.unknown;
	if (g.quoted == g.n || g.class == MARK_GRADE)
		return 1;
	return g.class == MARK_LETTER && states() == g.n;
}

/* Two columns: a table of things with their status looks the same, but for what its second column says,
 * and there a mark comes again and again. */
static int
cells_are_legend(void)
{
	if (g.grid == 2 && !g.words && g.n >= 2)
		return 1; /* the header says it */
	if (2 * states() < g.n)
		return 0;
	if (g.words)
		return g.titled && 2 * g.words >= g.n && !g.unknown;
	return g.titled || (g.n >= 3 && g.by != BELOW_A_HEADER && (g.class == MARK_GRADE ? g.crosses > 0 : g.class == MARK_LETTER));
}

/* A. B. C. begin the items of any list: all must be states, and short. */
static int
letters_are_legend(void)
{
	return g.titled && g.class == MARK_LETTER && g.n >= 3 && states() == g.n && g.longs == 0;
}

enum whether
group_verdict(void)
{
	if (group_is_legend())
		return IS_LEGEND;
	return asks_for_use() ? IS_IF_USED : IS_NONE;
}

int
group_is_legend(void)
{
	if (g.repeated || g.n == 0)
		return 0;
	if (g.n == 1 && g.fillers && (g.kind == SEP_COLON || g.kind == SEP_EQUAL) && states())
		return 1; /* a dash or a blank is often all that needs a word */
	if (g.n == 1)
		return !g.words && ((g.titled && sep_is_strong(g.kind)) || (g.kind == SEP_TOPIC && g.quoted && g.shown));
	switch (g.kind) {
	case SEP_LOOSE: return loose_is_legend();
	case SEP_TOPIC: return topic_is_legend();
	case SEP_COMMA: return !g.words && (g.titled || g.readings == g.n);
	case SEP_DASH: return !g.words && (g.titled || (g.class == MARK_GRADE && g.n >= 3));
	case SEP_STOP: return letters_are_legend();
	case SEP_TAB: return cells_are_legend();
	case SEP_BRACKET: return g.titled || 2 * states() >= g.n;
	case SEP_NO: return 0;
	default: return strong_is_legend();
	}
}
