/*
 * jw.h - writes JSON strings (RFC 8259 section 7) at the speed of a copy
 *
 * The bytes are those of jansson's json_dumps(JSON_COMPACT): only what must be
 * escaped is escaped. tests/json/differ.c compares the two over all of Unicode.
 *
 * A field of a record is very nearly the inside of a JSON string already:
 * \\ \t \n \r mean the same in both. So a field is never unescaped first.
 */
#ifndef TZ_STREAM_JW_H
#define TZ_STREAM_JW_H

#include <string.h>

#include "base/buf.h"

/* Appends a quoted string: of plain text, or of a record's field. Both must be UTF-8. */
void jw_text(struct buf *to, struct slice text);
void jw_field(struct buf *to, struct slice field);
/* The same without the quotation marks, for a string of several parts. */
void jw_text_inside(struct buf *to, struct slice text);
void jw_field_inside(struct buf *to, struct slice field);
/* A field, or null where it is empty; a field of digits as a number, or null where it is anything else. */
void jw_field_or_null(struct buf *to, struct slice field);
void jw_number_or_null(struct buf *to, struct slice field);
void jw_uint(struct buf *to, unsigned long u);

/* Copies TEXT to D, and returns its end. Most often it is short, and can be copied at once, whether it has as many bytes
 * or not: there are so many to read and to write. That saves a call. */
enum { JW_SHORT = 32 };
static inline char *
jw_short(char *d, struct slice text)
{
	memcpy(d, text.p, JW_SHORT);
	if (text.n > JW_SHORT)
		memcpy(d + JW_SHORT, text.p + JW_SHORT, text.n - JW_SHORT);
	return d + text.n;
}

/* The same for longer ones, of which whole blocks can be read and written. */
static inline char *
jw_blocks(char *d, struct slice text)
{
	size_t i;

	for (i = 0; i < text.n; i += JW_SHORT)
		memcpy(d + i, text.p + i, JW_SHORT);
	return d + text.n;
}

/* Writes U in decimal to D, which has JW_DIGITS bytes of room, and returns its end. */
enum { JW_DIGITS = 20 };
char *jw_digits(char *d, unsigned long u);

#ifdef __GNUC__
#define JW_INLINE static inline __attribute__((always_inline)) /* what is called in a hundred places is not else */
#else
#define JW_INLINE static inline
#endif

/* Where N more bytes can be written. */
JW_INLINE char *
jw_room(struct buf *to, size_t n)
{
	if (to->cap - to->n < n)
		buf_room(to, n);
	return to->p + to->n;
}

/* Inline, so that a literal of known length becomes a few moves: with calls, a row costs a third more. */
JW_INLINE void
jw_put(struct buf *to, const char *p, size_t n)
{
	memcpy(jw_room(to, n), p, n);
	to->n += n;
}

/* The same into room that is there: return the end of what they have written at D. */
#define JW_COPY(d, lit) (memcpy(d, lit, sizeof(lit) - 1), (d) + sizeof(lit) - 1)
static inline char *
jw_copy(char *d, struct slice s)
{
	memcpy(d, s.p, s.n);
	return d + s.n;
}

/* Appends a literal. */
#define jw_lit(to, lit) jw_put(to, lit, sizeof(lit) - 1)
/* Appends  ,"KEY":  - KEY is a literal that needs no escaping. */
#define jw_key(to, key) jw_lit(to, ",\"" key "\":")
/* Appends  ,"KEY":"FIELD" */
#define jw_member(to, key, field) (jw_key(to, key), jw_field(to, field))

#endif
