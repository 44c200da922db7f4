# musts.sh - the documents that people have, and the ones made to hurt, beside iconv; tests/bench/run sources it
# shellcheck shell=sh disable=SC2154

# mixture BYTES SEED [KIND]: in $ICONV_NAME
mixture() {
	awk -v bytes="$(($1 * 14 / 10))" -v seed="$2" -v kind="${3:-}" -f "$here/mixture.awk" | iconv -f UTF-8 -t "$ICONV_NAME"
}

# hostile KIND BYTES: each kind is hard on something
hostile() {
	awk -v kind="$1" -v bytes="$2" '
	function out(s) { printf "%s", s; done += length(s) }
	BEGIN {
		if (kind == "pipes")
			out("| 番号 | 内容 |\n|---|---|\n")
		for (i = 1; done < bytes; i++) {
			if (kind == "quoted") out(i "\t\"計画の\n見直し \"\"" i "\"\"\"\t○\n")
			else if (kind == "legends") out("凡例：◎…完了　○…実施中　△…遅れ　×…中止（" i "）\n")
			else if (kind == "later_legends") out("進捗" i "\n○：完了" i "\n△：遅れ" i "\n項目\t進捗\n" i "\t○\n")
			else if (kind == "marks") out(i % 50 ? "○×" : "△\n")
			else if (kind == "pipes") out("| " i " | 計画を見直す\\| |\n")
			else if (kind == "bad_bytes") out("計画\377の\376見直し\201\n")
			else if (kind == "brackets") out(i % 100 ? "（" : "）\n")
			else out(i % 200 ? "…" : "\n")
		}
	}'
}

seven() { tanzaku-decode | tanzaku-split | tanzaku-legend | tanzaku-outline | tanzaku-table | tanzaku-status | tanzaku-json -l; }

must_round() {
	take musts "$1" "$bytes" "$tmp/document" tanzaku convert -l
	take musts "iconv $1" "$bytes" "$tmp/document" iconv -f "$ICONV_NAME" -t UTF-8
}

pipeline_round() { take musts pipeline "$bytes" "$tmp/document" sh -c "$(sed -n 's/^seven() { \(.*\) }$/\1/p' "$here/musts.sh")"; }

many_round() {
	take musts 'small documents' "$bytes" /dev/null tanzaku convert -l "$@"
	take musts 'iconv small documents' "$bytes" "$tmp/document" iconv -f "$ICONV_NAME" -t UTF-8
}

# 1,500 small documents of all kinds
many() {
	mkdir -p "$tmp/many"
	n=0
	for kind in prose list pipes columns numbered tabs labels csv short ''; do
		while [ $n -lt 1500 ]; do
			n=$((n + 1))
			mixture 4000 $n $kind >"$tmp/many/$n.txt"
			[ $((n % 150)) -ne 0 ] || break
		done
	done
	cat "$tmp"/many/*.txt >"$tmp/document"
	bytes=$(bytes_of "$tmp/document")
	rounds many_round "$tmp"/many/*.txt
}

hostile_round() { take musts "hostile $1" "$bytes" "$tmp/document" tanzaku convert -l; }

restore_round() { take musts restore "$bytes" "$tmp/tree" tanzaku-restore; }

musts_table() {
	for name in prose mixture table; do
		case $name in
		table) document "$musts" ;;
		prose) mixture "$musts" "$seed" prose ;;
		*) mixture "$musts" "$seed" ;;
		esac >"$tmp/document"
		bytes=$(bytes_of "$tmp/document")
		rounds must_round $name
	done
	rounds pipeline_round
	many
	document 10000000 | tanzaku convert >"$tmp/tree" 2>"$tmp/err"
	bytes=$(bytes_of "$tmp/tree")
	rounds restore_round
	for kind in quoted legends later_legends marks pipes bad_bytes brackets dots; do
		hostile $kind $((musts / 25)) >"$tmp/document"
		bytes=$(bytes_of "$tmp/document")
		rounds hostile_round $kind
	done
	awk -f "$here/musts.awk" "$log"
}
