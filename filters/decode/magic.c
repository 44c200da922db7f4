/* magic.c - files that are known by how they begin; see magic.h */
#include "decode/magic.h"

#include <string.h>

static const struct {
	const char *begin;
	size_t n;
	const char *kind;
} kinds[] = {
	{"\x89PNG\r\n\x1a\n", 8, "PNG image"},
	{"\xff\xd8\xff", 3, "JPEG image"},
	{"GIF87a", 6, "GIF image"},
	{"GIF89a", 6, "GIF image"},
	{"II*\0", 4, "TIFF image"},
	{"MM\0*", 4, "TIFF image"},
	{"%PDF-", 5, "PDF: pdftotext -layout gives its text"},
	{"PK\3\4", 4, "ZIP archive, or an Office document: save it as text or CSV"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "old Office document: save it as text or CSV"},
	{"\x1f\x8b\x08", 3, "gzip"},
	{"BZh", 3, "bzip2"},
	{"\xfd" "7zXZ\0", 6, "xz"},
	{"\x28\xb5\x2f\xfd", 4, "zstd"},
	{"7z\xbc\xaf\x27\x1c", 6, "7z archive"},
	{"\x7f" "ELF", 4, "ELF program"},
	{"SQLite format 3\0", 16, "SQLite database"},
};

const char *
magic(const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (n >= kinds[i].n && memcmp(p, kinds[i].begin, kinds[i].n) == 0)
			return kinds[i].kind;
	return NULL;
}
