/* plainoutline - tanzaku-outline where every scheme and every rule is asked of every line: the plain way beside the
 * choice by a line's first characters */
#include "re.h"

#define re_may_begin(re, start) ((void)(start), 1)
#define re_match_rare(re, subject, at) re_match(re, subject, 0, at)
#include "../../filters/lib/outline/headrules.c"

#include "../../filters/outline.c"

#define FILTER outline_filter
#include "../../filters/main.c"
