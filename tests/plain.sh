#!/bin/sh
# plain.sh - filters without vector types, and without kept answers, write the same
#
# usage: tests/plain.sh; part of check-all, for it builds them twice (TANZAKU_BIN: what they are compared with)
#
# Builds all that have vectors of their own as plain C (scan.h, hash.h), and decode and date, which have two kinds of
# them, without what only some processors have (wide.h), and compares them with those in PATH: on the samples, in several
# encodings for decode, on lines dense with dates and agencies, and on all once bytes in them have been broken.
# The plain convert has nothing but pipes between its processes, too (ring.h).
set -u
top=$(CDPATH='' cd "$(dirname "$0")/.." && pwd) || exit 2
bin=$(CDPATH='' cd "${TANZAKU_BIN:-$top/build}" && pwd) || exit 2
PATH=$bin:$bin/tests:$PATH
LC_ALL=C
export PATH LC_ALL
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
# shellcheck disable=SC1091 # it is checked by itself
. "$top/tests/lib/tap.sh"
different=0 # of what is being compared

# build VARIANT OPTION FILTER ...: the filters as $tmp/VARIANT/tanzaku-FILTER
build() {
	variant=$1 option=$2
	shift 2
	for filter; do
		shift
		set -- "$@" "$tmp/$variant/tanzaku-$filter"
	done
	env -u MAKEFLAGS -u MAKELEVEL make -s -C "$top" BUILD="$tmp/$variant" CFLAGS=-O0 LTO= CPPFLAGS="$option" "$@" || exit 2
}
build plain -DTZ_PLAIN_C decode split legend outline table status date agency json convert
build narrow -DTZ_NARROW decode date

# told NAME: whether it was the same every time
told() {
	ok $different "$1: the same without vectors and kept answers"
	different=0
}

# dense SEED: lines and rows of what dates and labels are made of
dense() {
	awk -v seed="$1" '
	function one(list, n) { return list[int(rand() * n) + 1] }
	function word() {
		return rand() < .5 ? one(lead, l) one(number, d) one(unit, u) one(behind, b) : one(open, o) one(name, m) one(close_, c)
	}
	BEGIN {
		srand(seed)
		l = split("平成 昭和 令和 H 平成 西暦 今 来 前 翌 同 昨 年 毎 数 約 概ね 、 ( ～ ・ 平成○ 20 FY ＦＹ20 それぞれ 当", lead, " ")
		d = split("1 2 9 12 19 元 07 28 31 99 2007 １９ 十九 〇 1～5 18・19 1933 30 ３ 、", number, " ")
		u = split("年 年度 月 日 期 年度末 月末 月上旬 年9月 年9月28日 ．9 /9/28 -09-28 年間 年代 年度上半期 年内 年以内", unit, " ")
		b = split("に から まで 頃 を目途に 以降 (水) ～ 、 と (平成19年) (2007年) 期 末 中 度 に引き続き と同様 、29日 。 分 比 の FY", behind, " ")
		o = split("【 （ ( [ 担当： 所管府省: ・【 出典: 検討する（ ○ 策定。（ 「", open, " ")
		m = split("総務省 経済産業省 内閣官房、総務省 各府省 警察庁及び 文科省 関係府省等 国土交通省・警察庁 課 \\n総務省", name, " ")
		c = split("】 ） ) ] ）。 」 、 】検討 (1)", close_, " ")
		for (i = 0; i < 1500; i++) {
			cells = rand() < .5 ? 1 : rand() < .95 ? 5 : 80
			for (k = 0; k < cells; k++)
				printf "%s%s%s%s", word(), rand() < .5 ? word() : "", rand() < .3 ? word() : "", k + 1 < cells ? "\t" : "\n"
			if (rand() < .2)
				print rand() < .5 ? "項目\t担当省庁\t進捗状況\t平成19年度\t備考" : ""
		}
	}'
}

# headings SEED: lines that look like headings, with what makes them none
headings() {
	awk -v seed="$1" '
	function one(list, n) { return list[int(rand() * n) + 1] }
	BEGIN {
		srand(seed)
		m = split("(1) (2)_ 第1章 第2節_ 1_ 2._ 3.1_ ① （３） Ⅱ ア)_ (ア) 【1】 1-2_ 施策3： 12 第４_", mark, " ")
		t = split("指針の改定 (2)_調査 総務課_ 係員 1_審議 ② 提出先 。 、 ) 」 （ 会議__日時 …_3 [ 〕 A ◎ p.3 から 10件 及び Ａ　Ｂ", title, " ")
		for (i = 0; i < 4000; i++) {
			line = one(mark, m)
			for (k = int(rand() * 5) + 1; k; k--)
				line = line one(title, t) (rand() < .2 ? "_" : "")
			gsub(/_/, rand() < .3 ? "　" : " ", line)
			print line (rand() < .3 ? "\n" : "")
		}
	}'
}

mkdir "$tmp/doc" "$tmp/broken"
cp "$top"/samples/*.txt "$top"/samples/family/*.txt "$tmp/doc"
for seed in 1 2 3 4; do
	dense $seed >"$tmp/doc/dense$seed.txt"
done
headings 5 >"$tmp/doc/headings.txt"
gendoc -e 200000 >"$tmp/doc/late.txt"
fuzzdocs 5 200 "$tmp/broken" "$tmp"/doc/[a-l]*.txt

# alike COUNT PATTERN FILTER [ARGUMENT ...]: both say and write the same about standard input, more than COUNT lines
# of which match PATTERN; it stands in $tmp/want then
alike() {
	count=$1 pattern=$2 filter=$3
	shift 3
	cat >"$tmp/given"
	tanzaku-"$filter" "$@" <"$tmp/given" >"$tmp/want" 2>"$tmp/want.said"
	for variant in plain narrow; do
		[ "$variant" = plain ] || [ -x "$tmp/$variant/tanzaku-$filter" ] || continue
		"$tmp/$variant/tanzaku-$filter" "$@" <"$tmp/given" >"$tmp/got" 2>"$tmp/got.said"
		cmp "$tmp/want" "$tmp/got" && cmp "$tmp/want.said" "$tmp/got.said" || different=1
	done
	[ "$(grep -c "$pattern" "$tmp/want")" -gt "$count" ] || { echo "too few records of $filter"; different=1; }
}

# what the encoding is, how sure that is, and why
mkdir "$tmp/encoded"
for doc in "$tmp"/doc/[a-l]*.txt; do
	for enc in CP932 EUC-JP-MS UTF-16LE; do
		tanzaku-decode "$doc" 2>/dev/null | iconv -c -f UTF-8 -t $enc >"$tmp/encoded/${doc##*/}.$enc"
		for n in 9 40 130 1025; do
			head -c $n "$tmp/encoded/${doc##*/}.$enc" >"$tmp/encoded/${doc##*/}.$enc.$n"
		done
	done
done
while read -r text enc; do
	iconv -c -f UTF-8 -t "$enc" "$top/tests/decode/corpus/$text.txt" >"$tmp/encoded/$text.$enc"
	head -c 700 "$tmp/encoded/$text.$enc" >"$tmp/encoded/$text.$enc.700"
done <<'EOF'
big5 BIG5
euckr EUC-KR
gb2312 GB2312
kana CP932
latin CP1252
russian CP1251
russian KOI8-R
EOF
mkdir "$tmp/broken.encoded"
fuzzdocs 6 600 "$tmp/broken.encoded" "$tmp"/encoded/*.CP932
printf '%s\0' "$tmp"/doc/* "$tmp"/encoded/* "$tmp"/broken.encoded/* >"$tmp/names"
alike 1000 '%' decode --guess -0 - - <"$tmp/names"
alike 200 'bad-bytes' decode -H -0 - - <"$tmp/names"
told "decode"

tanzaku-decode -H "$tmp"/doc/* "$tmp"/broken/* 2>/dev/null | alike 1000 '^row' split
mv "$tmp/want" "$tmp/in"
told "split"
tanzaku-legend "$tmp/in" 2>/dev/null | alike 300 '^head' outline
mv "$tmp/want" "$tmp/in.outline"
told "outline"
alike 300 '^cols' table <"$tmp/in.outline"
mv "$tmp/want" "$tmp/in.legend"
told "table"
# a stream that decode has not written may be anything but UTF-8
break_bytes() {
	LC_ALL=C awk 'BEGIN { srand(9) } NR % 7 == 0 && length > 20 { i = 12 + int(rand() * (length - 12)); $0 = substr($0, 1, i) sprintf("%c", 128 + int(rand() * 128)) substr($0, i + 2) } { print }' "$1"
}
break_bytes "$tmp/in" >"$tmp/in.broken"
for in in "$tmp/in" "$tmp/in.broken"; do
	alike 300 '^legend' legend <"$in"
done
told "legend"
mv "$tmp/in.legend" "$tmp/in"
break_bytes "$tmp/in" >"$tmp/in.broken"
# heads of records, and what is nearly one; the numbers grow for the most part
odd_heads() {
	awk '
	function one(list, n) { return list[int(rand() * n) + 1] }
	BEGIN {
		srand(7)
		k = split("row text head cols row text row row status rows tex Row doc", kind, " ")
		b = split("\t,\t,\t,\t,\t,\t,\t,\t,,\t\t, ,:,/,x\t,\001", between, ",")
		f = split(",a,a\tb,1\t\t1\t\tx,長い文\tと表", fields, ",")
		for (i = 1; i < 6000; i++) {
			line = rand() < .9 ? i : i * 10 ^ int(rand() * 15)
			line = sprintf(rand() < .9 ? "%.0f" : "%0" int(rand() * 20) ".0f", line)
			print one(kind, k) one(between, b) (rand() < .02 ? "" : line) (rand() < .02 ? "" : one(between, b) one(fields, f))
		}
	}'
}

for filter in status date agency; do
	for in in "$tmp/in" "$tmp/in.broken"; do
		alike 1000 "^$filter	" "$filter" <"$in"
		mv "$tmp/want" "$in"
	done
	told "$filter"
done
for in in "$tmp/in" "$tmp/in.broken"; do
	alike 1000 '"type":"row"' json <"$in"
done
odd_heads | alike 400 '"type":"row"' json
told "json"

# Its processes speak in any order. Lines are longer than a slot of the ring, and than what a record may have.
{
	for n in 20000 70000 300000 100 3000000; do
		head -c $n /dev/zero | tr '\0' x
		printf '\t%s\n1. 名\n' $n
	done
	sed 's/$/\t/' "$tmp/doc/late.txt" | tr -d '\n'
} >"$tmp/doc/long.txt"
head -c 3000000 /dev/zero | tr '\0' \\\\ >"$tmp/doc/longer.txt"
printf '%s\0' "$tmp"/doc/* "$tmp"/broken/* "$tmp"/encoded/*-??.* >"$tmp/names"
for form in '' -l; do
	tanzaku-convert -0 "$tmp/names" $form >"$tmp/want" 2>"$tmp/want.said"
	"$tmp/plain/tanzaku-convert" -0 "$tmp/names" $form >"$tmp/got" 2>"$tmp/got.said"
	sort -o "$tmp/want.said" "$tmp/want.said"
	sort -o "$tmp/got.said" "$tmp/got.said"
	cmp "$tmp/want" "$tmp/got" && cmp "$tmp/want.said" "$tmp/got.said" || different=1
	[ "$(wc -l <"$tmp/want")" -gt 300 ] || { echo "too few lines of convert"; different=1; }
done
told "convert"
finish
