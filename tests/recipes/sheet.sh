#!/bin/sh
# sheet.sh - LibreOffice opens what csv --excel writes: every cell is what it was, and nothing is run
# shellcheck disable=SC1091 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
bin=$(CDPATH='' cd "${TANZAKU_BIN:-$top/build}" && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
cd "$tmp" && mkdir home && ln -s "$top/samples" . || exit 2
HOME=$tmp/home LC_ALL=C.UTF-8 PATH=$here/bin:$bin:$PATH
export HOME LC_ALL PATH

# cells that a spreadsheet would run, and those that look like it and are left
{
	printf '番号\t施策名\t備考\n'
	i=0
	while read -r cell; do
		i=$((i + 1))
		printf '%s\t舗装\t%s\n' "$i" "$cell"
	done <<'CELLS'
=1+1
=HYPERLINK("//example/x","y")
=cmd|'/c x'!A1
+1+1
-1+1
@SUM(A1:A9)
＝1+1
＋1+1
＠SUM(A1)
'=1+1
-12.5%
+3
-
―
令和6年3月
a,b "c" 'd'
CELLS
	printf '17\t舗装\t"一行\n=1+1\n二行"\n'
} >hostile.txt
tanzaku convert --csv=excel hostile.txt >hostile.csv 2>said
grep -q 'formula' said || grep -q apostrophe said
ok $? "what was changed is said: $(head -n 1 said | cut -c 1-150)"
tanzaku convert --csv=excel,all samples/*.txt samples/family/*.txt >samples.csv 2>/dev/null

# opened as it is, and with all columns as text, which is what keeps 001 and 1-2
texts=$(awk 'BEGIN { for (i = 1; i <= 1024; i++) printf("%s%d/2", i > 1 ? "/" : "", i) }')
for name in hostile samples; do
	soffice --headless --convert-to fods --infilter=CSV:44,34,76 --outdir plain $name.csv >/dev/null 2>&1
	soffice --headless --convert-to fods --infilter="CSV:44,34,76,1,$texts" --outdir text $name.csv >/dev/null 2>&1
	python3 "$here/sheet.py" $name.csv text/$name.fods text >got 2>&1
	ok $? "$name.csv, all columns as text: $(head -c 300 got)"
	python3 "$here/sheet.py" $name.csv plain/$name.fods >got 2>&1
	ok $? "$name.csv, as it opens: $(head -c 300 got)"
done
finish
