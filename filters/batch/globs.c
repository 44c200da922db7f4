/* globs.c - names that are taken, and that are not; see globs.h */
#include "batch/globs.h"

#include <fnmatch.h>
#include <string.h>

#include "base/buf.h"

void
globs_add(struct globs *c, const char *glob)
{
	struct buf b = {0};
	size_t n = strlen(glob);

	while (n > 1 && glob[n - 1] == '/') /* as people write a folder */
		n--;
	buf_add(&b, glob, n);
	buf_addc(&b, '\0');
	c->glob = erealloc(c->glob, (c->n + 1) * sizeof(*c->glob));
	c->glob[c->n++] = b.p;
}

static int
fits_whole(const char *glob, const char *dir, const char *base)
{
	struct buf name = {0};
	int fits;

	buf_addz(&name, dir);
	if (*dir)
		buf_addc(&name, '/');
	buf_add(&name, base, strlen(base) + 1);
	fits = fnmatch(glob, name.p, 0) == 0;
	buf_free(&name);
	return fits;
}

int
globs_fit(const struct globs *c, const char *dir, const char *base)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (strchr(c->glob[i], '/') ? fits_whole(c->glob[i], dir, base) : fnmatch(c->glob[i], base, 0) == 0)
			return 1;
	return 0;
}

int
globs_litter(const char *base)
{
	static const char *const litter[] = {
		"~$*",         /* Microsoft Office: who has the document open */
		".~lock.*#",   /* LibreOffice: the same */
		"[Tt]humbs.db", "[Dd]esktop.ini", ".DS_Store", /* Windows, macOS: how the folder is shown */
	};
	size_t i;

	for (i = 0; i < sizeof(litter) / sizeof(*litter); i++)
		if (fnmatch(litter[i], base, 0) == 0)
			return 1;
	return 0;
}
