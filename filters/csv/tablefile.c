/* tablefile.c - a file for each table; see tablefile.h */
#include "csv/tablefile.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stream/msg.h"

void
tablefile_document(struct tablefile *t)
{
	t->number = 0;
}

/* The document's path, in one name: a name of a document cannot lead out of the folder. */
static void
make_name(struct tablefile *t, const char *folder, struct slice doc)
{
	size_t i;

	buf_clear(&t->name);
	buf_addz(&t->name, folder);
	buf_addc(&t->name, '/');
	for (i = 0; i < doc.n; i++)
		buf_addc(&t->name, (char)(doc.p[i] == '/' || (i == 0 && doc.p[i] == '.') ? '_' : doc.p[i]));
	buf_addc(&t->name, '.');
	buf_addu(&t->name, t->number);
	buf_addz(&t->name, ".csv");
	buf_addc(&t->name, '\0');
}

void
tablefile_open(struct tablefile *t, struct sheet *sheet, const char *folder, struct slice doc)
{
	t->number++;
	make_name(t, folder, doc);
	if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		die("-o %s:", folder);
	sheet->fd = open(t->name.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	sheet->file = t->name.p;
	if (sheet->fd < 0)
		die("-o: %s:", t->name.p);
}

void
tablefile_close(struct tablefile *t, struct sheet *sheet)
{
	if (close(sheet->fd) < 0)
		die("%s: write failed, output is incomplete:", t->name.p);
	sheet->fd = -1;
	t->rows = 0;
}
