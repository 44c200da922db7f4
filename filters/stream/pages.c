/* pages.c - the program's reader of pages; see pages.h */
#include "stream/pages.h"

#include <stddef.h>

const struct pages *pages;
