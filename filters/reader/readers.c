/* readers.c - programs that read what is no text; see readers.h */
#define _XOPEN_SOURCE 700 /* realpath(3) */
#include "reader/readers.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/builtin.h"
#include "words/rules.h"

enum { NAME, PATTERN, GIVES, PACKAGE, COMMAND, LIMITS };

static const struct reader_limits usual = {.seconds = 60, .memory = 1024, .output = 256};

static _Noreturn void
wrong(const struct rule *rule, const char *what)
{
	die("%s:%lu: %s", rule->at.file, rule->at.line, what);
}

/* The path of PROGRAM, if that is a file which can be run; NULL if not. */
static char *
runnable(const char *dir, size_t n, struct slice program)
{
	struct buf b = {0};
	char *real = NULL;
	struct stat st;

	buf_add(&b, dir, n);
	if (n)
		buf_addc(&b, '/');
	buf_adds(&b, program);
	buf_addc(&b, '\0');
	/* not its real path: busybox(1) and others go by the name that they are called by */
	if (access(b.p, X_OK) == 0 && stat(b.p, &st) == 0 && S_ISREG(st.st_mode)) {
		if (*b.p == '/')
			return b.p;
		real = realpath(b.p, NULL);
	}
	buf_free(&b);
	return real;
}

/* Where the program of RULE is: beside its table, if it has a slash, else along PATH. */
static char *
find_program(const struct rule *rule, struct slice program)
{
	const char *path = getenv("PATH"), *slash = strrchr(rule->at.file, '/');

	if (*program.p == '/')
		return runnable("", 0, program);
	if (memchr(program.p, '/', program.n))
		return slash ? runnable(rule->at.file, (size_t)(slash - rule->at.file), program) : runnable(".", 1, program);
	while (path && *path) {
		size_t n = strcspn(path, ":");
		char *found = n ? runnable(path, n, program) : NULL;

		if (found)
			return found;
		path += n + (path[n] == ':');
	}
	return NULL;
}

/* Where the number of a limit goes. */
static unsigned long *
limit_named(struct slice name, struct reader_limits *most)
{
	return slice_eq(name, slice_z("time")) ? &most->seconds : slice_eq(name, slice_z("memory")) ? &most->memory :
	    slice_eq(name, slice_z("output")) ? &most->output : slice_eq(name, slice_z("talks")) ? &most->talks : NULL;
}

static void
take_limits(const struct rule *rule, struct reader_limits *most)
{
	struct slice rest = rule->f[LIMITS], word;

	*most = usual;
	while ((word = pattern_word(&rest)).n) {
		const char *equals = memchr(word.p, '=', word.n), *p, *end = word.p + word.n;
		unsigned long *to = equals ? limit_named((struct slice){word.p, (size_t)(equals - word.p)}, most) : NULL;

		if (!to || equals + 1 == end || end - equals > 7)
			wrong(rule, "the limits of a reader are time=SECONDS, memory=MEGABYTES, output=MEGABYTES, talks=1");
		for (*to = 0, p = equals + 1; p < end; p++) {
			if (*p < '0' || *p > '9')
				wrong(rule, "a limit that is no number");
			*to = 10 * *to + (unsigned long)(*p - '0');
		}
	}
}

static void
take_gives(const struct rule *rule, struct readrule *r)
{
	static const struct {
		const char *name;
		enum reader_gives gives;
	} known[] = {{"text", GIVES_TEXT}, {"html", GIVES_TEXT}, {"markdown", GIVES_TEXT}, {"csv", GIVES_TEXT},
		{"file", GIVES_FILE}, {"tar", GIVES_TAR}};
	struct slice gives = rule->f[GIVES];
	const char *equals = memchr(gives.p, '=', gives.n);
	size_t i;

	if (equals) {
		r->file = (struct slice){equals + 1, gives.n - (size_t)(equals + 1 - gives.p)};
		gives.n = (size_t)(equals - gives.p);
		if (!r->file.n || *r->file.p == '.' || memchr(r->file.p, '/', r->file.n))
			wrong(rule, "what a reader gives is in a file of its own folder");
	}
	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (slice_eq(gives, slice_z(known[i].name))) {
			r->gives = known[i].gives;
			return;
		}
	wrong(rule, "a reader gives text, html, markdown, csv, file or tar");
}

static void
take_rule(const struct rule *rule, struct readrule *r)
{
	struct slice command = rule->f[COMMAND], program = pattern_word(&command);
	const char *p = program.p + program.n;

	*r = (struct readrule){.name = rule->f[NAME], .package = rule->f[PACKAGE], .command = rule->f[COMMAND]};
	if (!program.n)
		wrong(rule, "a reader has a name, what it is recognised by, what it gives, a package and a command");
	while (p > program.p && p[-1] != '/')
		p--;
	r->program = (struct slice){p, (size_t)(program.p + program.n - p)};
	take_gives(rule, r);
	take_limits(rule, &r->most);
	r->path = find_program(rule, program);
}

static void
load(struct readers *table)
{
	if (table->missed)
		return;
	rules_load(&table->rules, "readers.tsv", rules_readers);
	table->missed = emalloc(table->rules.n + 1);
	memset(table->missed, 0, table->rules.n + 1);
}

enum reader_found
reader_for(struct readers *table, const struct sample *file, struct readrule *r)
{
	enum reader_found found = READER_NONE;
	struct readrule other;
	size_t i, first = 0;

	load(table);
	for (i = 0; i < table->rules.n; i++) {
		if (!pattern_fits(table->rules.r[i].f[PATTERN], file))
			continue;
		take_rule(&table->rules.r[i], &other);
		if (found == READER_NONE || other.path)
			*r = other;
		if (other.path)
			return READER_FOUND;
		if (found == READER_NONE)
			first = i;
		found = READER_MISSING;
	}
	if (found == READER_MISSING)
		{
		r->again = table->missed[first];
		table->missed[first] = 1;
	}
	return found;
}
