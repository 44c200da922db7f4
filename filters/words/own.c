/* own.c - reads the files and folders of -r; see words/own.h */
#include "words/own.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "stream/in.h"
#include "stream/msg.h"
#include "stream/userrules.h"

static const char all_tables[] =
	"agencies.tsv columns.tsv dates.tsv eras.tsv evidence.tsv headings.tsv legend.tsv lists.tsv marks.tsv phrases.tsv priority.tsv readers.tsv signs.tsv status.tsv";

static struct {
	struct own_rules *own;
	size_t n;
	int read;
} user;

struct slice
own_text(const char *file)
{
	static struct buf kept; /* pointers to all such texts, so that none looks lost */
	struct slice all;
	struct in in;

	if (in_open(&in, file) < 0)
		_Exit(BAD);
	while (in_fill(&in))
		;
	if (in.failed)
		_Exit(BAD);
	all = (struct slice){in.p, in.end};
	buf_add(&kept, (const char *)&in.p, sizeof(in.p));
	if (utf8_valid(all.p, all.n) != all.n)
		die("%s: the rules are not UTF-8", file);
	return all;
}

/* Whether NAME is one of TABLES. */
static int
is_of(const char *tables, const char *name)
{
	size_t n = strlen(name);
	const char *p;

	for (p = tables; p && *p; p = (p = strchr(p, ' ')) ? p + 1 : NULL)
		if (strncmp(p, name, n) == 0 && (p[n] == ' ' || !p[n]))
			return 1;
	return 0;
}

static int
ends_in_suffix(const char *name)
{
	static const char suffix[] = ".tsv";
	size_t n = strlen(name);

	return n >= sizeof(suffix) && strcmp(name + n + 1 - sizeof(suffix), suffix) == 0;
}

/* The table that FILE is called like; NULL if there is none. */
static const char *
table_of(const char *file)
{
	const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;

	return is_of(all_tables, base) ? base : NULL;
}

static void
add(const char *file, const char *tables)
{
	if (!tables)
		die("%s: of which table are these rules? Name the file after it: %s", file, all_tables);
	user.own = erealloc(user.own, (user.n + 1) * sizeof(*user.own));
	user.own[user.n++] = (struct own_rules){file, tables, own_text(file)};
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All tables of a folder; what is not called .tsv is no business of ours. */
static void
add_folder(DIR *d, const char *path)
{
	char **files = NULL;
	struct dirent *e;
	size_t i, n = 0;

	while ((errno = 0, e = readdir(d)) != NULL) {
		struct buf b = {0};

		if (!ends_in_suffix(e->d_name))
			continue;
		buf_addz(&b, path);
		buf_addc(&b, '/');
		buf_add(&b, e->d_name, strlen(e->d_name) + 1);
		files = erealloc(files, (n + 1) * sizeof(*files));
		files[n++] = b.p;
	}
	if (errno)
		die("%s:", path);
	if (!n)
		die("%s: no rules are in this folder: none of %s", path, all_tables);
	qsort(files, n, sizeof(*files), by_name);
	for (i = 0; i < n; i++)
		add(files[i], table_of(files[i]));
	free(files);
}

void
own_rules_read(void)
{
	const struct user_rules *given;
	size_t i, n = user_rules(&given);

	if (user.read)
		return;
	user.read = 1;
	for (i = 0; i < n; i++) {
		const char *table = table_of(given[i].path);
		DIR *d = opendir(given[i].path);

		if (d)
			add_folder(d, given[i].path);
		else
			add(given[i].path, table ? table : given[i].own);
		if (d)
			closedir(d);
	}
}

const struct own_rules *
own_rules_next(const char *table, size_t *at)
{
	own_rules_read();
	while (*at < user.n) {
		const struct own_rules *o = &user.own[(*at)++];

		if (!table || is_of(o->tables, table))
			return o;
	}
	return NULL;
}
