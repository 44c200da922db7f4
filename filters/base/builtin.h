/* builtin.h - the tables of filters/words (see rules.h) and the JSON Schema, built in by scripts/embed */
#ifndef TZ_BASE_BUILTIN_H
#define TZ_BASE_BUILTIN_H

extern const char rules_agencies[];
extern const char rules_columns[];
extern const char rules_dates[];
extern const char rules_eras[];
extern const char rules_evidence[];
extern const char rules_headings[];
extern const char rules_legend[];
extern const char rules_lists[];
extern const char rules_marks[];
extern const char rules_phrases[];
extern const char rules_radicals[];
extern const char rules_readers[];
extern const char rules_priority[];
extern const char rules_schema[]; /* filters/json/tanzaku.schema.json */
extern const char rules_signs[];
extern const char rules_status[];

#endif
