/* reader.h - a page, line by line, as records: see stream/pages.h */
#ifndef TZ_HTML_READER_H
#define TZ_HTML_READER_H

#include "stream/pages.h"

extern const struct pages html_pages;

#endif
