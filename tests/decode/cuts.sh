#!/bin/sh
# cuts.sh - the same output wherever the input is cut into reads
#
# usage: cuts.sh [-q]
#
# A short document in each encoding is written to a pipe in two parts, cut at
# every byte, and byte by byte; a long one (longer than the look-ahead, with bad
# bytes and an over-long line) in writes of several sizes. PATH has the programs.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
step=1
[ "${1-}" != -q ] || step=17
failed=0 tried=0

# same WANT COMMAND...: runs COMMAND, whose output has to be the file WANT
same() {
	want=$1
	shift
	"$@" >"$tmp/got" 2>/dev/null
	tried=$((tried + 1))
	cmp -s "$want" "$tmp/got" || { failed=$((failed + 1)); echo "differs: $*"; }
}
from_pipe() { drip "$1" "$2" <"$tmp/in" | tanzaku-decode "$3"; }

printf '凡例: ①…済\r\n表\tｱｲｳ\t〜∥－\r\n\r\n第１章 髙橋㈱\r\n終わり' >"$tmp/text"
for encoding in UTF-8 CP932 EUC-JP ISO-2022-JP UTF-16LE UTF-16BE; do
	case $encoding in
	ISO-2022-JP) nkf -W -x -m0 --oc=CP50221 <"$tmp/text" >"$tmp/in" ;;
	EUC-JP) nkf -W -x -m0 --oc=CP51932 <"$tmp/text" >"$tmp/in" ;;
	*) iconv -f UTF-8 -t $encoding <"$tmp/text" >"$tmp/in" ;;
	esac
	# what all pieces are compared with is text
	tanzaku-decode <"$tmp/in" | grep -q '^終わり$' || { failed=$((failed + 1)); echo "$encoding is not decoded"; }
	for form in -H --; do
		tanzaku-decode $form <"$tmp/in" >"$tmp/want"
		same "$tmp/want" from_pipe 1 1 $form
		n=$(wc -c <"$tmp/in") at=1
		while [ "$at" -lt "$n" ]; do
			same "$tmp/want" from_pipe 100000 $at $form
			at=$((at + step))
		done
	done
done

for encoding in UTF-8 CP932 EUC-JP-MS UTF-16LE; do
	{
		gendoc -f $encoding 400000
		[ $encoding = UTF-16LE ] || head -c 2000000 /dev/zero | tr '\0' '\201'
		gendoc -f $encoding 300000
		printf '\201\n\377\343\201\n'
	} >"$tmp/in"
	for form in -H --; do
		from_pipe 1000000 1000000 $form >"$tmp/want" 2>/dev/null
		for size in 1021 4096 65537 131071 1000003; do
			same "$tmp/want" from_pipe $size $((size / 3)) $form
		done
	done
done
echo "$tried cuts, $failed differ"
[ $failed -eq 0 ]
