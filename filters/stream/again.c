/* again.c - warnings about texts that come again; see again.h */
#include "stream/again.h"

#include "base/hash.h"
#include "stream/esc.h"

enum {
	SLOTS = 1024,
	ENTRIES_MAX = 4096,
	SHOWN_BYTES = 60 /* of the text, in the record: enough to find the cell by */
};

struct again_entry {
	enum msg id;
	struct {
		size_t from, n; /* in the text of struct again */
	} text, column, message;
	unsigned long line, cells;
	size_t next; /* of the same slot */
};

static struct slice
part(const struct again *a, size_t from, size_t n)
{
	return (struct slice){a->text.p + from, n};
}

struct slice
again_shown(struct slice text)
{
	if (text.n <= SHOWN_BYTES)
		return text;
	text.n = SHOWN_BYTES;
	while (text.n && ((unsigned char)text.p[text.n] & 0xc0) == 0x80)
		text.n--;
	if (text.n && text.p[text.n - 1] == '\\')
		text.n--; /* of an escape */
	return text;
}

static size_t *
slot_of(const struct again *a, enum msg id, struct slice text, struct slice column)
{
	return &a->slot[(hash_of(text) ^ hash_of(column) * 31 ^ (uint32_t)id) % SLOTS];
}

static struct again_entry *
find(const struct again *a, size_t i, enum msg id, struct slice text, struct slice column)
{
	for (; i; i = a->v[i - 1].next) {
		struct again_entry *e = &a->v[i - 1];

		if (e->id == id && slice_eq(part(a, e->text.from, e->text.n), text) &&
		    slice_eq(part(a, e->column.from, e->column.n), column))
			return e;
	}
	return NULL;
}

static void
add(struct again *a, size_t *slot, enum msg id, struct place at, struct slice text, struct slice column, va_list ap)
{
	struct again_entry *e;

	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 16;
		a->v = erealloc(a->v, a->cap * sizeof(*a->v));
	}
	e = &a->v[a->n++];
	*e = (struct again_entry){.id = id, .line = at.line, .cells = 1, .next = *slot};
	*slot = a->n;
	e->text.from = a->text.n;
	e->text.n = text.n;
	buf_adds(&a->text, text);
	e->column.from = a->text.n;
	e->column.n = column.n;
	buf_adds(&a->text, column);
	e->message.from = a->text.n;
	msg_text(&a->text, id, ap);
	e->message.n = a->text.n - e->message.from;
}

static void
count(struct again *a, enum msg id, struct place at, struct slice text, struct slice column, va_list ap)
{
	struct again_entry *e;
	size_t *slot, i;

	if (!a->slot) {
		a->slot = emalloc(SLOTS * sizeof(*a->slot));
		for (i = 0; i < SLOTS; i++)
			a->slot[i] = 0;
	}
	slot = slot_of(a, id, text, column);
	e = find(a, *slot, id, text, column);
	if (e)
		e->cells++;
	else if (a->n < ENTRIES_MAX)
		add(a, slot, id, at, text, column, ap);
	else
		vsay(id, at, ap);
	raise_status(msg_level(slice_z(msg_code(id))));
}

void
again_warn(struct again *a, struct buf *to, enum msg id, struct place at, struct slice text, struct slice column, ...)
{
	va_list ap;

	text = again_shown(text);
	va_start(ap, column);
	count(a, id, at, text, column, ap);
	va_end(ap);
	buf_addz(to, "warn\t");
	buf_addu(to, at.line);
	buf_addc(to, '\t');
	buf_addz(to, msg_code(id));
	buf_addc(to, '\t');
	buf_adds(to, text);
	buf_addc(to, '\n');
}

void
again_say(struct again *a, const char *file, const char *what)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < a->n; i++) {
		const struct again_entry *e = &a->v[i];

		buf_clear(&b);
		buf_adds(&b, part(a, e->message.from, e->message.n));
		if (e->cells > 1) {
			buf_addz(&b, " (");
			buf_addu(&b, e->cells);
			buf_addc(&b, ' ');
			buf_addz(&b, what);
			buf_addz(&b, ", this is the first)");
		}
		say_formatted(e->id, (struct place){file, e->line, 0}, slice_of(&b));
		*slot_of(a, e->id, part(a, e->text.from, e->text.n), part(a, e->column.from, e->column.n)) = 0;
	}
	buf_free(&b);
	a->n = 0;
	buf_clear(&a->text);
}
