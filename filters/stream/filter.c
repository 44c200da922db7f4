/* filter.c - options and inputs of a filter; see filter.h */
#include "stream/filter.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "stream/matchlimit.h"
#include "stream/out.h"
#include "stream/userrules.h"
#include "stream/why.h"

static const struct filter *running;

int
filter_options(const struct filter *f, int argc, char **argv)
{
	struct buf letters = {0};
	size_t i;
	int c;

	opts_begin(&f->prog, argc, argv);
	why_wanted = opts_take(&argc, argv, "--why");
	for (i = 0; f->words && f->words[i][0]; i++)
		opts_long(argc, argv, f->words[i][0], f->words[i][1]);
	buf_addz(&letters, "r:");
	buf_add(&letters, f->letters, strlen(f->letters) + 1);
	opts_order(&f->prog, argc, argv, letters.p);
	while ((c = getopt(argc, argv, letters.p)) != -1)
		if (c == 'r')
			user_rules_take(optarg, f->tables);
		else if (c == '?' || !f->option(c, optarg))
			usage(f->prog.synopsis);
	buf_free(&letters);
	return argc;
}

void
filter_begin(const struct filter *f)
{
	if (f->begin)
		f->begin();
	buf_clear(&stage->limits); /* said of files that are no document */
}

void
filter_input(const struct filter *f, const char *name)
{
	if (f->input)
		f->input(name);
}

void
filter_input_end(const struct filter *f)
{
	if (f->input_end)
		f->input_end();
	out_limits(ULONG_MAX);
}

static void
one_input(struct in *in)
{
	struct rec r;

	if (running->read) {
		running->read(in);
		return;
	}
	filter_input(running, in->name);
	while (rec_read(in, &r))
		if (!limit_is_own(&r))
			running->record(&r);
	filter_input_end(running);
}

void
filter_inputs(const struct filter *f, int operands, char **operand)
{
	int i;

	running = f;
	if (!f->operand)
		each_input(operands, operand, one_input);
	for (i = 0; f->operand && (i < operands || i == 0); i++)
		f->operand(operands ? operand[i] : "-");
}

void
filter_end(const struct filter *f)
{
	if (f->end)
		f->end();
	out_flush();
}
