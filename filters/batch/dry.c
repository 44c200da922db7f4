/* dry.c - see dry.h */
#include "batch/dry.h"

#include <stdio.h>

#include "batch/ahead.h"
#include "batch/batch.h"
#include "stream/msg.h"

void
dry_say(const char *what, const char *name)
{
	struct buf line = {0};

	buf_addz(&line, what);
	buf_addc(&line, '\t');
	msg_plain(&line, slice_z(name));
	buf_addc(&line, '\n');
	fwrite(line.p, 1, line.n, stdout);
	buf_free(&line);
}

static void
know(const struct entry *e, const char *temp)
{
	(void)temp;
	manifest_put(&run.known, e);
}

/* There are no links to the sources, which a run makes in OUTDIR: so one source is looked at after the other, from where
 * its name leads to it. */
static void
plan_each(char **source, size_t sources)
{
	size_t i;

	for (i = 0; i < sources; i++) {
		struct sources one;

		sources_one(&one, &run.sources, source, i);
		run.sources.in = one.in;
		ahead_begin(&one, &run.out);
		plan(&one);
	}
}

void
dry_run(char **source, size_t sources, const char *outdir)
{
	outdir_look(&run.out, outdir);
	run.sources.suffix = form_suffix(run.form);
	sources_name(&run.sources, source, sources);
	if (run.out.state >= 0)
		manifest_read(run.out.state, "manifest", know);
	plan_each(source, sources);
	find_gone();
	if (fflush(stdout) != 0)
		give_up("standard output: write failed:");
}
