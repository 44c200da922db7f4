/* drawnrow.c - rows that programs print; see drawnrow.h */
#include "split/drawnrow.h"

#include <string.h>

#include "base/blank.h"
#include "base/width.h"
#include "stream/lines.h"

size_t
drawnrow_crossed(struct slice rule)
{
	size_t i, crosses = 0;

	while (rule.n && strchr(" \r", rule.p[rule.n - 1]))
		rule.n--;
	for (i = 0; i < rule.n; i++)
		if (rule.p[i] == '+')
			crosses++;
		else if (rule.p[i] != '-')
			return 0;
	return crosses ? rule.n : 0;
}

static size_t
width(struct slice line)
{
	size_t i, len, n = 0;

	for (i = 0; i < line.n && line.p[i] != '\r'; i += len)
		n += width_next((struct slice){line.p + i, line.n - i}, WIDTH_WIDE, &len);
	return n;
}

int
drawnrow_goes_on(const struct stroke_cell *upper, const struct stroke_cell *lower, size_t n, struct slice line, size_t wide)
{
	size_t i, marks = 0;

	for (i = 0; i < n; i++) {
		struct slice s = upper[i].whole;
		int mark = s.n && s.p[s.n - 1] == '+' && (i + 1 < n || width(line) == wide);

		if (!mark && lower[i].text.n)
			return 0;
		marks += (size_t)mark;
	}
	return marks > 0;
}

/* The names of DuckDB's types, and those of SQL, in small letters: what else such a name begins with is a size, (10,2) or []. */
static int
is_type(struct slice s)
{
	static const char *const types[] = {
		"varchar", "char", "text", "string", "int", "uint", "bigint", "ubigint", "smallint", "tinyint", "hugeint", "integer",
		"uinteger", "double", "float", "real", "decimal", "numeric", "boolean", "bool", "date", "timestamp", "time",
		"interval", "blob", "bytea", "uuid", "json", "enum", "struct", "map", "list", "bit",
	};
	size_t i, n = 0;

	while (n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z')
		n++;
	for (i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (slice_eq((struct slice){s.p, n}, slice_z(types[i])))
			return n == s.n || strchr("0123456789([ ", s.p[n]) != NULL;
	return 0;
}

int
drawnrow_is_types(const struct stroke_cell *c, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!is_type(c[i].text))
			return 0;
	return n > 0;
}

void
drawnrow_break(struct buf *b)
{
	while (--b->n && b->p[b->n - 1] == ' ')
		;
	buf_addc(b, '\n');
}

int
drawnrow_is_framed(struct slice line)
{
	struct slice s = blank_trim(line);

	return s.n > 2 && *s.p == '|' && s.p[s.n - 1] == '|';
}

int
drawnrow_may_be(struct slice line, int on, int next)
{
	return (on || *line.p == ' ' || next == 0xe2 || next == ' ' || next == FS || next < 0) && strokes_has_upright(line);
}
