/* labels.h - what web pages call encodings */
#ifndef TZ_DECODE_LABELS_H
#define TZ_DECODE_LABELS_H

/* The encoding of which LABEL, whatever its case and the blanks around it, is one in the Encoding Standard, 4.2, as the `doc`
 * record names it, if it is CP932, EUC-JP or UTF-8; "UTF-16" for all that are; "" for any other encoding of the standard;
 * NULL if the label is none. ISO-2022-JP is "": it tells itself. */
const char *label_encoding(const char *label);

#endif
