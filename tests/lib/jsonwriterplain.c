/* jsonwriterplain - jsonwriter over the plain C of the writer, which machines without vectors get */
#define TZ_PLAIN_C
#include "stream/jw.c"
#include "jsonwriter.c"
