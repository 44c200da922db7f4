/*
 * gendoc - write a progress report of any size, for the tests of memory and speed
 *
 * usage: gendoc [-e] [-t] BYTES [SEED]
 *
 * The grammar is the one of real reports: a legend, headings in four schemes,
 * tables with a header row each, status marks in the last cell. The same
 * arguments give the same bytes everywhere. -e puts the legend at the end;
 * -t writes one single table that never ends.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t state, written;

static const char *const legend =
	"凡例: ①…既に実施済み\n\n"
	"②…準備を進めており、年度内(又は計画の予定内。以下同じ。)に実施できる予定。\n\n"
	"③…今後作業を開始する予定だが、年度内に実施できる見込み。\n\n"
	"④…現時点では、実施できるかどうか不明\n\n";
static const char *const header = "該当項目\t施策名\t担当省庁\t進捗状況\t現時点の状況\n";
static const char *const item[] = { "ア) a)", "ア) b)", "イ)", "ウ)", "エ)", "オ)" };
static const char *const topic[] = {
	"安全基準", "情報共有", "人材の育成", "訓練の実施", "国際連携", "技術の開発", "相談窓口", "指針の改定"
};
static const char *const deed[] = { "の整備", "の見直し", "に関する調査", "の推進", "の普及", "の強化" };
static const char *const office[] = { "内閣官房", "総務省", "内閣官房 総務省", "関係府省", "経済産業省" };
static const char *const tail[] = {
	"から調査を開始。", "までに実施済み。", "に完了する予定。", "に有識者会議で検討。", "より順次着手。"
};
static const char *const status[] = { "①", "②", "②", "②", "③", "④" };

#define PICK(list) list[below(sizeof(list) / sizeof(*(list)))]

/* A number from 0 to N - 1, from Marsaglia's xorshift64. */
static uint64_t below(uint64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % n;
}

static void put(const char *s)
{
	size_t n = strlen(s);

	if (fwrite(s, 1, n, stdout) != n) {
		perror("gendoc");
		exit(2);
	}
	written += n;
}

static void putn(const char *before, uint64_t n, const char *after)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%" PRIu64, n);
	put(before);
	put(digits);
	put(after);
}

/* Row N of its table, from 0: labelled as in the source, and by a number where the kana end. */
static void row(uint64_t n)
{
	if (n < sizeof(item) / sizeof(*item))
		put(item[n]);
	else
		putn("", n, ")");
	put("\t");
	put(PICK(topic));
	put(PICK(deed));
	put("\t");
	put(PICK(office));
	put("\t");
	for (uint64_t deeds = below(3) + 1; deeds > 0; deeds--) {
		putn("・平成", below(12) + 10, "年");
		putn("", below(12) + 1, "月");
		put(PICK(tail));
	}
	put("\t");
	put(PICK(status));
	put("\n");
}

static void table(void)
{
	put("\n");
	put(header);
	for (uint64_t n = 0, rows = below(8) + 1; n < rows; n++)
		row(n);
	put("\n");
}

static void heading(const char *before, uint64_t n, const char *after)
{
	putn(before, n, after);
	put(PICK(topic));
	put(PICK(deed));
	put("\n");
}

static void chapter(uint64_t limit)
{
	static uint64_t number;

	heading("第", ++number, "章 ");
	for (uint64_t section = 1; section <= 3 && written < limit; section++) {
		heading("\n第", section, "節 ");
		for (uint64_t part = 1; part <= 4 && written < limit; part++) {
			heading("\n(", part, ") ");
			table();
		}
	}
	put("\n");
}

int main(int argc, char **argv)
{
	int at_end = 0, one_table = 0, c;
	uint64_t limit;

	while ((c = getopt(argc, argv, "et")) != -1) {
		at_end |= c == 'e';
		one_table |= c == 't';
	}
	if (optind >= argc) {
		fputs("usage: gendoc [-e] [-t] BYTES [SEED]\n", stderr);
		return 2;
	}
	limit = strtoull(argv[optind], NULL, 10);
	state = 88172645463325252u + (argv[optind + 1] ? strtoull(argv[optind + 1], NULL, 10) : 0);
	if (!at_end)
		put(legend);
	if (one_table)
		put(header);
	for (uint64_t n = 0; written < limit; n++)
		one_table ? row(n) : chapter(limit);
	if (at_end)
		put(legend);
	return fclose(stdout) ? 2 : 0;
}
