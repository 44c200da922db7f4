/*
 * jw.h - writes JSON strings (RFC 8259 section 7) at the speed of a copy
 *
 * The bytes are those of jansson's json_dumps(JSON_COMPACT): only what must be
 * escaped is escaped. tests/json/differ.c compares the two over all of Unicode.
 *
 * A field of a record is very nearly the inside of a JSON string already:
 * \\ \t \n \r mean the same in both. So a field is never unescaped first.
 */
#ifndef TZ_JW_H
#define TZ_JW_H

#include "buf.h"

/* Appends a quoted string: of plain text, or of a record's field. Both must be UTF-8. */
void jw_text(struct buf *to, struct slice text);
void jw_field(struct buf *to, struct slice field);
/* A field, or null where it is empty; a field of digits as a number, or null where it is anything else. */
void jw_field_or_null(struct buf *to, struct slice field);
void jw_number_or_null(struct buf *to, struct slice field);

/* Appends the first of FIELDS as a quoted string, and returns what is behind its tab or at the end. */
const char *jw_first(struct buf *to, const char *fields, const char *end);

/* Appends  ,"KEY":  - KEY is a literal that needs no escaping. */
#define jw_key(to, key) buf_add(to, ",\"" key "\":", sizeof(",\"" key "\":") - 1)
/* Appends a literal. */
#define jw_lit(to, lit) buf_add(to, lit, sizeof(lit) - 1)

#endif
