#!/bin/sh
# source-check.sh - the agencies of the document that the project was created from
#
# usage: tests/agency/source-check.sh FILE
#
# FILE is that document, which is not part of the project. TAP, "N passed, N failed" as the last line.
set -u

file=${1:?usage: tests/agency/source-check.sh FILE}
PATH=$(CDPATH='' cd "${TANZAKU_BIN:-$(dirname "$0")/../../build}" && pwd):$PATH
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
n=0 failed=0

is() { # is GOT WANTED NAME
	n=$((n + 1))
	if [ "$1" = "$2" ]; then
		echo "ok $n - $3"
	else
		printf 'not ok %d - %s\n# got:    %s\n# wanted: %s\n' "$n" "$3" "$1" "$2"
		failed=$((failed + 1))
	fi
}

tanzaku-decode -H "$file" | tanzaku-split | tanzaku-legend | tanzaku-outline | tanzaku-table >"$dir/rows"
tanzaku-agency "$dir/rows" >"$dir/all"
is $? 0 "all is understood"

# The names of each row, joined, behind its third cell.
awk -F '\t' '
	$1 == "row" { line[++rows] = $2; cell[$2] = $5 }
	$1 == "agency" { names[$2] = names[$2] " " $3 ":" $5 ":" $6 ":" $4 }
	END { for (i = 1; i <= rows; i++) print cell[line[i]] " =>" names[line[i]] }' "$dir/all" >"$dir/found"

of() { # of CELL: what was found in all rows that have it, once
	grep "^$1 =>" "$dir/found" | sed 's/.* => //' | sort -u
}

is "$(grep -c '=>' "$dir/found")" 14 "14 rows"
is "$(grep -c '^agency' "$dir/all")" 18 "18 names: 14 rows, 4 of which name two"
is "$(of '内閣官房 重要インフラ所管省庁')" \
	"3:agency:3000012010001:内閣官房 3:group::重要インフラ所管省庁" "a space between an agency and a group"
is "$(of 内閣官房)" 3:agency:3000012010001:内閣官房 "内閣官房, with its number"
is "$(of 総務省)" 3:agency:2000012020001:総務省 "総務省, with its number"
is "$(of 重要インフラ所管省庁)" 3:group::重要インフラ所管省庁 "重要インフラ所管省庁 is a group, and has no number"
is "$(grep -c '^内閣官房 重要' "$dir/found") $(grep -c '^内閣官房 =' "$dir/found") $(grep -c '^総務省' "$dir/found") $(grep -c '^重要' "$dir/found")" \
	"4 6 2 2" "rows of each kind"
is "$(awk -F '\t' '$1 == "agency" && $3 != 3' "$dir/all")" "" "nothing in the prose"
is "$(tanzaku-agency "$dir/all" | cmp - "$dir/all" && echo same)" same "fed its own output, it changes nothing"
is "$(grep -v '^agency' "$dir/all" | cmp - "$dir/rows" && echo same)" same "all other records as they came"

echo "1..$n"
echo "$((n - failed)) passed, $failed failed"
[ $failed -eq 0 ]
