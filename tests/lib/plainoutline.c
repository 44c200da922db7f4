/* plainoutline - tanzaku-outline where every scheme and every rule is asked of every line: the plain way beside the
 * choice by a line's first characters */
#include "words/re.h"

#define re_may_begin(re, start) ((void)(start), 1)
#define re_match_rare(re, subject, at) re_match(re, subject, 0, at)
#include "outline/headrules.c"

#include "outline/outline.c"

#define FILTER outline_filter
#include "stream/main.c"
