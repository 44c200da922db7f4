#!/bin/sh
# tables.sh - the tables in filters/encoding/gen beside what iconv(3) says
#
# usage: tables.sh
#
# And the filter beside the tables: every code of JIS X 0208 in EUC-JP.
# askiconv writes the two character sets again from the linked iconv(3): glibc
# and GNU libiconv give the very files (but some builds of the latter do not know
# eucJP-ms); an iconv that does not know the names, as musl's, is not asked. The codes in
# frequent.txt and kanji.txt are asked from iconv(1). CC and ICONV_LIBS as in config.mk.
set -u
gen=$(CDPATH='' cd "$(dirname "$0")/../../filters/encoding/gen" && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
failed=0

# shellcheck disable=SC2086 # ICONV_LIBS may be empty or several words
${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -o "$tmp/askiconv" "$gen/askiconv.c" ${ICONV_LIBS-} || exit 2
cp "$gen/jisx0208.txt" "$tmp/want.0208"
grep -v '^8[34]	' "$gen/jisx0212.txt" >"$tmp/want.0212"
grep '^8[34]	' "$gen/jisx0212.txt" >"$tmp/want.ibm"
for set in 0208 0212 ibm; do
	if "$tmp/askiconv" $set >"$tmp/$set" 2>"$tmp/why"; then
		cmp "$tmp/$set" "$tmp/want.$set" || failed=1
		echo "$set as iconv(3) has it"
	else
		cat "$tmp/why"
	fi
done
grep -hv '^#' "$gen/frequent.txt" "$gen/kanji.txt" >"$tmp/frequent"
while IFS='	' read -r set _ chars codes; do
	case $set in
	EUC-JP) [ "$chars" != 髙﨑 ] || continue; set=EUC-JP-MS ;; # in the rows that Microsoft has them in
	GB2312) set=GBK ;; # whose dash and dot are not those of JIS
	esac
	asked=$(printf %s "$chars" | iconv -f UTF-8 -t "$set" | od -An -v -tx1 | tr -d ' \n')
	[ "$asked" = "$codes" ] || { failed=1; echo "wrong codes: $set $chars"; }
done <"$tmp/frequent"
echo "$(wc -l <"$tmp/frequent") lines of frequent.txt and kanji.txt"

# a line of a table is a row: its number, then its 94 cells, with a dot for an empty one
sed -n 's/^[1-9][0-9]\{0,1\}	//p' "$gen/jisx0208.txt" | tr -d . >"$tmp/chars"
python3 -c '
import sys
for line in open(sys.argv[1], encoding="utf-8"):
    row, cells = line.rstrip("\n").split("\t")
    if int(row) <= 94:
        codes = [(0xa0 + int(row), 0xa1 + i) for i, c in enumerate(cells) if c != "."]
        sys.stdout.buffer.write(b"".join(map(bytes, codes)) + b"\n")
' "$gen/jisx0208.txt" >"$tmp/codes"
tanzaku-decode -f euc-jp <"$tmp/codes" | cmp - "$tmp/chars" || failed=1
echo "$(wc -l <"$tmp/codes") rows decoded"
exit $failed
