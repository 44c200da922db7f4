/*
 * gendoc - write a progress report of any size, for the tests of memory and speed
 *
 * usage: gendoc [-ept] [-f ENCODING] BYTES [SEED]
 *
 * The grammar is the one of real reports: a legend, headings in four schemes,
 * tables with a header row each, status marks in the last cell. The same
 * arguments give the same bytes everywhere. -e puts the legend at the end;
 * -f writes in ENCODING, as iconv(3) calls it, instead of UTF-8; -p writes cells
 * as long as those of a real report, which is what the benchmark measures;
 * -t writes one single table that never ends.
 */
#include <iconv.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t state, written; /* written: bytes, in the encoding asked for */
static char pending[1 << 16];   /* UTF-8, whole characters */
static size_t npending;
static iconv_t encoder; /* 0: UTF-8 it is */
static int prose;

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

/* For cells as long as in real reports. */
static const char *const subject[] = {
	"重要施設", "水道分野", "医療情報", "物流網", "電気通信設備", "河川管理", "防災拠点", "行政手続",
	"地域交通", "金融機関", "教育現場", "港湾", "観光資源", "森林", "再生可能エネルギー", "サイバーセキュリティ",
	"ネットワークのIP化", "CEPTOAR", "データの利活用", "子育て世帯"
};
static const char *const lead[] = {
	"有識者からなる検討会を設置し、", "関係省庁の協力を得て、", "制度改正案についてパブリックコメントを実施し、",
	"重要インフラ10分野を対象として、", "前年度の検証結果を踏まえ、", "WGを2回開催し、", "地方公共団体と連携しつつ、",
	"「基本方針」(仮称)の策定に向け、", "年度内の実施を目処に、", "必要な予算を確保した上で、"
};
static const char *const object[] = {
	"における障害発生から波及・拡大という連鎖的な過程を把握する手法", "に関する安全基準等の浸透状況の調査", "の機能・要件の情報把握",
	"に対応した技術基準、管理基準等の見直し", "についての情報共有・分析機能の整備", "の担い手となる人材の育成及び確保",
	"に係る相談窓口の周知と利用の促進", "をめぐる事業者間の役割分担の明確化"
};
static const char *const outcome[] = {
	"に着手。", "の検討を継続。", "を実施済み。", "を完了する予定。", "について基本的合意を得た。",
	"の進め方を取りまとめ、公表した。", "に向けて調整中。", "を順次実施する見込み。"
};

#define PICK(list) list[below(sizeof(list) / sizeof(*(list)))]

/* A number from 0 to N - 1, from Marsaglia's xorshift64. */
static uint64_t below(uint64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % n;
}

static void fail(const char *what)
{
	perror(what);
	exit(2);
}

static void flush(void)
{
	static char converted[4 * sizeof(pending)];
	char *in = pending, *out = converted;
	size_t nin = npending, nout = sizeof(converted);

	if (encoder && iconv(encoder, &in, &nin, &out, &nout) == (size_t)-1)
		fail("gendoc: this encoding lacks a character of the document");
	if (encoder)
		npending = (size_t)(out - converted);
	if (fwrite(encoder ? converted : pending, 1, npending, stdout) != npending)
		fail("gendoc");
	written += npending;
	npending = 0;
}

static void put(const char *s)
{
	size_t n = strlen(s);

	if (n > sizeof(pending) - npending)
		flush();
	memcpy(pending + npending, s, n);
	npending += n;
}

/* Whether the document is long enough. What its last bytes take is known when they are encoded. */
static int done(uint64_t limit)
{
	if (encoder)
		flush();
	return written + npending >= limit;
}

static void putn(const char *before, uint64_t n, const char *after)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%" PRIu64, n);
	put(before);
	put(digits);
	put(after);
}

/* What was done, in 20 characters; -p: in 50 to 100, and every other one without a date, as in the source. */
static void sentence(void)
{
	int dated = !prose || below(2);

	put("・");
	if (dated) {
		putn("平成", below(12) + 10, "年");
		putn("", below(12) + 1, "月");
	}
	if (!prose) {
		put(PICK(tail));
		return;
	}
	if (dated)
		put("に");
	put(PICK(lead));
	put(PICK(subject));
	put(PICK(object));
	put(PICK(outcome));
}

/* Row N of its table, from 0: labelled as in the source, and by a number where the kana end. */
static void row(uint64_t n)
{
	if (n < sizeof(item) / sizeof(*item))
		put(item[n]);
	else
		putn("", n, ")");
	put("\t");
	if (prose) {
		put(PICK(subject));
		put("における");
	}
	put(PICK(topic));
	put(PICK(deed));
	put("\t");
	put(PICK(office));
	put("\t");
	for (uint64_t deeds = below(3) + 1; deeds > 0; deeds--)
		sentence();
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
	for (uint64_t section = 1; section <= 3 && !done(limit); section++) {
		heading("\n第", section, "節 ");
		for (uint64_t part = 1; part <= 4 && !done(limit); part++) {
			heading("\n(", part, ") ");
			table();
		}
	}
	put("\n");
}

static int usage(void)
{
	fputs("usage: gendoc [-ept] [-f ENCODING] BYTES [SEED]\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	int at_end = 0, one_table = 0, c;
	uint64_t limit;

	while ((c = getopt(argc, argv, "ef:pt")) != -1) {
		switch (c) {
		case 'e': at_end = 1; break;
		case 'f':
			if ((encoder = iconv_open(optarg, "UTF-8")) == (iconv_t)-1)
				fail(optarg);
			break;
		case 'p': prose = 1; break;
		case 't': one_table = 1; break;
		default: return usage();
		}
	}
	if (optind >= argc)
		return usage();
	limit = strtoull(argv[optind], NULL, 10);
	state = 88172645463325252u + (argv[optind + 1] ? strtoull(argv[optind + 1], NULL, 10) : 0);
	if (!at_end)
		put(legend);
	if (one_table)
		put(header);
	for (uint64_t n = 0; !done(limit); n++)
		one_table ? row(n) : chapter(limit);
	if (at_end)
		put(legend);
	flush();
	return fclose(stdout) ? 2 : 0;
}
