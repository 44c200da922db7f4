/* stage.c - the stages of a program; see stage.h */
#include "stream/stage.h"

/* Most records of a stage are passed on or short. */
enum { ROOM = 16 * 1024 };

static char standard_output[OUT_SIZE];
static struct stage alone = {.name = "tanzaku", .out = {standard_output, 0, OUT_SIZE}};

struct stage *stage = &alone;

void
stage_in_front(void)
{
	struct stage *s = emalloc(sizeof(*s));

	*s = (struct stage){.next = stage, .out = {emalloc(ROOM), 0, ROOM}};
	stage = s;
}
