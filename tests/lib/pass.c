/*
 * pass - read records and write them again: what any filter of records takes at least
 *
 * usage: pass <records
 */
#include "stream/out.h"
#include "stream/rec.h"

static void pass(struct in *in)
{
	struct rec r;

	while (rec_read(in, &r))
		out_pass(&r);
}

int main(void)
{
	each_input(0, NULL, pass);
	out_flush();
	return (int)status_now();
}
