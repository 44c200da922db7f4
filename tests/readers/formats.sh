#!/bin/sh
# tests/readers/formats.sh - the same report in each format: the same rows, statuses, dates and offices
#
# report.md is turned into the others by the programs that write them; what a format cannot hold is named here. Then a
# hostile file for each kind: it ends with a message within its limits, and the document beside it is converted.
# shellcheck disable=SC1091,SC2154 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
bin=$(CDPATH='' cd "${TANZAKU_BIN:-$top/build}" && pwd) || exit 2
PATH=$bin:$PATH
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
mkdir "$tmp/scratch" "$tmp/home" && cd "$tmp" || exit 2
TMPDIR=$tmp/scratch LC_ALL=C.UTF-8 HOME=$tmp/home
export TMPDIR LC_ALL HOME

# writers: the formats, each by a program that knows it
sed '/^|-/d; s/^| *//; s/ *|$//; s/ *| */	/g; s/^#* //' "$here/report.md" >report.txt
sed 's/	/,/g' report.txt >report.csv
cp "$here/report.md" report.md
pandoc -f gfm -t html -s --metadata title=報告 report.md -o report.html 2>/dev/null
pandoc -f gfm report.md -o report.docx 2>/dev/null
pandoc -f gfm report.md -o report.epub --metadata title=報告 2>/dev/null
python3 "$here/../services/readers/pdf/page.py" <report.txt >report.pdf
ssconvert report.csv report.xlsx >/dev/null 2>&1
ssconvert report.csv report.xls >/dev/null 2>&1
ssconvert report.csv report.ods >/dev/null 2>&1
soffice --headless --convert-to odt report.docx >/dev/null 2>&1
soffice --headless --convert-to rtf report.docx >/dev/null 2>&1
iconv -f UTF-8 -t CP932 report.txt >計画.txt
bsdtar -cf report.zip --format=zip 計画.txt
gzip -n <report.txt >report.txt.gz
tar -cJf report.tar.xz report.txt
printf 'MIME-Version: 1.0\nSubject: x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n' | tee report.eml >report.mht
base64 report.html | tee -a report.eml >>report.mht

# rows FILE: what has to be the same of each row
rows() {
	tanzaku convert -l "$1" 2>"$1.said" | jq -c '[(.cells | to_entries | map([.key, (.value | gsub("\\s"; ""))])),
		[.status[] | [.column, .code]], [.dates[] | [.start, .end]], [.agencies[] | .name]]'
}
# paths FILE: its headings
paths() { tanzaku convert -l "$1" 2>/dev/null | jq -r '.path | map(gsub("[\\s#]"; "")) | join("/")'; }

rows report.txt >want
paths report.txt >want.paths
[ "$(wc -l <want)" -eq 6 ] && [ "$(jq -s 'map(.[1][0][1], .[2][0][0]) | map(select(. == null)) | length' want)" -eq 0 ]
ok $? 'the text with tabs: six rows, each with a status and a date'
# not .doc: LibreOffice 7.4 itself writes the second table of such a file as text
for kind in md html docx epub pdf csv xlsx xls ods odt rtf zip txt.gz tar.xz eml mht; do
	rows report.$kind >got
	same want got "report.$kind: the same rows, statuses, dates and offices"
	[ ! -s got ] && sed 's/^/# /' "report.$kind.said"
	paths report.$kind >got
	same want.paths got "report.$kind: the same headings above them"
done
[ -z "$(ls -A scratch)" ]
ok $? 'no scratch is left'

# Hostile files. The limits are those of the table, but for time and output, which a test cannot wait for.
sed 's/\(	[a-z]*=[^	]*\)$/\1 time=20 output=8/; t
	/^[a-z0-9]*	.*	.*	.*	/s/$/	time=20 output=8/' "$top/filters/words/readers.tsv" >readers.tsv
sed -i '1i!replace' readers.tsv
python3 "$here/hostile.py"
echo '施策	状況' >good.txt
for file in hostile-*; do
	start=$(date +%s)
	timeout 120 tanzaku convert -r readers.tsv "$file" good.txt >tree 2>said
	status=$?
	end=$(date +%s)
	cat tree >>trees
	[ $status -le 2 ] && [ $((end - start)) -lt 100 ] && jq -es 'any(.[]; .name == "good.txt" and .encoding == "UTF-8")' tree >/dev/null &&
		grep -q "^tanzaku-[a-z]*: $file" said && [ -z "$(ls -A scratch)" ]
	ok $? "$file: status $status in $((end - start)) s: $(head -n 1 said | cut -c 1-150)"
done
! grep -q 'root:x:0' trees
ok $? 'nothing of another file is in what came out'
finish
