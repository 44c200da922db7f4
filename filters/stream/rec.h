/*
 * rec.h - one record of the stream that tanzaku(5) describes
 *
 *	KIND TAB LINE TAB FIELD TAB FIELD … LF
 *
 * Fields are kept as they stand in the stream, escaped; unesc() gives their text.
 */
#ifndef TZ_STREAM_REC_H
#define TZ_STREAM_REC_H

#include <stdint.h>

#include "base/buf.h"
#include "stream/esc.h"
#include "stream/in.h"
#include "stream/msg.h"

enum kind {
	K_OTHER, /* a kind this suite does not know: passed through */
	K_BAD,   /* no record: no line number where one belongs; passed through as well */
	K_DOC,
	K_TEXT,
	K_LEGEND,
	K_HEAD,
	K_COLS,
	K_ROW,
	K_STATUS,
	K_GRADE,
	K_DATE,
	K_AGENCY,
	K_WARN,
	K_BYTES,
	K_NAMES,
	K_FILL,
	K_DEFINE,
	K_SOURCE,
	K_CODE,
	K_RULE,
	K_RAW,
	K_BLOCK,
	K_ROLES,
	K_WHY,
	K_LABELS,
	K_LINES,
	K_PAGE,
	K_COVERED,
	K_VALUE
};

/* Fields of the kinds with a fixed shape, counted from 0 behind LINE. */
enum { DOC_NAME, DOC_ENCODING, DOC_BOM, DOC_NEWLINE, DOC_FINAL, DOC_FIELDS, DOC_READERS = DOC_FIELDS }; /* READERS: perhaps */
/* Is N the number of fields of a `doc` record? */
static inline int
is_doc(size_t n)
{
	return n == DOC_FIELDS || n == DOC_READERS + 1;
}
enum { LEGEND_BEFORE, LEGEND_MARK, LEGEND_SEP, LEGEND_MEANING, LEGEND_AFTER, LEGEND_FIELDS };
enum { HEAD_DEPTH, HEAD_BEFORE, HEAD_MARK, HEAD_GAP, HEAD_TITLE, HEAD_FIELDS };

/* A LINE_LIMIT of text, each byte of it escaped, and a head: longer records are no work of this suite. */
enum { REC_LIMIT = 2 * LINE_LIMIT + 4096 };

struct rec {
	struct slice raw; /* the whole record, without its LF; {0} if this program made it, and no stream holds it yet */
	int cut;          /* only a piece of a record over REC_LIMIT; its kind is K_BAD */
	enum kind kind;
	unsigned long line;
	struct slice rest; /* all fields, with the tabs between them */
	uint64_t serial;   /* no other record of this program has the same; 0 if it was put together by hand: see row.h */
};

/* Reads a record; 0 at the end of input. The slices are valid until the next call on IN. */
int rec_read(struct in *in, struct rec *r);
/* The same record out of a line that the caller already has. */
void rec_parse(struct rec *r, struct slice line);
uint64_t rec_serial(void); /* a new one */

/* Whether the text of a record, or a part of it, is UTF-8. A filter that reads a stream has to look; behind split in
 * the same program all records are, which records_are_utf8 says, so that nobody looks again. */
int is_utf8(struct slice s);
extern int records_are_utf8;

/* Text kinds carry source text, in source order; every other kind annotates the text record before it.
 * `names` and `labels` stand among them, and carry none: they say which columns the rows behind them have. */
static inline int
is_text_kind(enum kind k)
{
	return (1U << k & (1U << K_TEXT | 1U << K_ROW | 1U << K_LEGEND | 1U << K_HEAD | 1U << K_COLS | 1U << K_NAMES | 1U << K_CODE |
	                   1U << K_RULE | 1U << K_LABELS)) != 0;
}

/* The fields of R, still escaped, into a table that the caller keeps (starts as {0}). Returns their number. */
struct fields {
	struct slice *f;
	size_t n, cap;
};
size_t rec_fields(const struct rec *r, struct fields *to);

/* Writing: out_rec begins a record, out_field adds one (escaping it), out_end ends it. */
void out_pass(const struct rec *r); /* R as it came */
/* A row or a text with these fields, escaped, of which row.h has been asked last. ROOM bytes before them are the
 * caller's, and may be spoilt: there the record is put together without a copy. */
void out_whole(enum kind kind, unsigned long line, struct slice fields, size_t room);
void out_rec(const char *kind, unsigned long line);
void out_field(struct slice text);
void out_fieldz(const char *text);
void out_fieldu(unsigned long u);
void out_raw(struct slice escaped); /* a field that is already escaped */
void out_end(void);

#endif
