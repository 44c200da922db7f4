/*
 * fuzzdocs - write random and mutated documents into a directory
 *
 * usage: fuzzdocs SEED COUNT DIR [FILE ...]
 *
 * Each of the COUNT documents is either random bytes, most of them out of those
 * that mean something to a Japanese encoding, or a piece of a FILE with bytes
 * changed, dropped, doubled or swapped. The same arguments give the same bytes.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 400, FILES = 256, FILE_MAX = 1 << 16 };

static uint64_t state;
static struct {
	unsigned char *p;
	size_t n;
} source[FILES];
static size_t sources;

/* xorshift64: enough for choosing bytes */
static unsigned
below(unsigned n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % n;
}

static unsigned char
telling_byte(void)
{
	static const unsigned char some[] = "\n\n\r\r\n\t \x1c\x1b\x1b$BJI(@D&abc\\~\x80\x81\x82\x83\x8e\x8f\x8f\xa0\xa1\xa4\xb1"
		"\xdf\xe0\xe3\xed\xef\xbb\xbf\xf0\xf4\xfa\xfc\xfd\xfe\xff\xd8\xdc\x87\x40\x7f\x0e\x0f\xc2\xff\xfe";

	return below(8) ? some[below(sizeof(some) - 1)] : (unsigned char)below(256);
}

static size_t
random_bytes(unsigned char *to)
{
	size_t n = below(below(2) ? 12 : LONGEST), i;

	for (i = 0; i < n; i++)
		to[i] = telling_byte();
	return n;
}

static size_t
mutated(unsigned char *to)
{
	unsigned s = below((unsigned)sources), changes = below(6), i;
	size_t from = below((unsigned)source[s].n), n = source[s].n - from;

	n = n < LONGEST ? n : below(LONGEST);
	memcpy(to, source[s].p + from, n);
	for (i = 0; i < changes && n > 2; i++) {
		size_t at = below((unsigned)n - 1);

		switch (below(4)) {
		case 0:
			to[at] = telling_byte();
			break;
		case 1:
			memmove(to + at, to + at + 1, n - at - 1);
			n--;
			break;
		case 2:
			memmove(to + at + 1, to + at, n - at);
			n++;
			break;
		default:
			to[at] ^= (unsigned char)(1 << below(8));
		}
	}
	return n;
}

static void
load(const char *name)
{
	FILE *fp = fopen(name, "rb");

	if (!fp) {
		perror(name);
		exit(2);
	}
	source[sources].p = malloc(FILE_MAX);
	source[sources].n = fread(source[sources].p, 1, FILE_MAX, fp);
	fclose(fp);
	if (source[sources].n)
		sources++;
}

int
main(int argc, char **argv)
{
	unsigned char doc[LONGEST + 16];
	int i, count;

	if (argc < 4 || argc - 4 > FILES) {
		fprintf(stderr, "usage: fuzzdocs SEED COUNT DIR [FILE ...]\n");
		return 2;
	}
	state = strtoull(argv[1], NULL, 10) * UINT64_C(0x9e3779b97f4a7c15) + 1;
	count = atoi(argv[2]);
	for (i = 4; i < argc; i++)
		load(argv[i]);
	for (i = 0; i < count; i++) {
		size_t n = sources && below(3) ? mutated(doc) : random_bytes(doc);
		char name[4096];
		FILE *fp;

		snprintf(name, sizeof(name), "%s/%06d", argv[3], i);
		fp = fopen(name, "wb");
		if (!fp || fwrite(doc, 1, n, fp) != n || fclose(fp) != 0) {
			perror(name);
			return 2;
		}
	}
	return 0;
}
