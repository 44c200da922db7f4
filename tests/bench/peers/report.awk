# report.awk - the rows of a progress report, one a line: what report.jq makes an object of
#
# LINE TAB ID TAB TITLES TAB MEANING TAB HEADER TAB CELLS; the last two and the titles are lists joined by US.
# mawk knows bytes only: no class holds a kanji.

BEGIN {
	FS = OFS = "\t"
	US = "\037"
	pattern[1] = "^第[0-9]+(編|部)"
	pattern[2] = "^第[0-9]+章"
	pattern[3] = "^第[0-9]+節"
	pattern[4] = "^(①|②|③|④|⑤|⑥|⑦|⑧|⑨|⑩)"
	pattern[5] = "^\\([0-9]+\\)"
	pattern[6] = "^\\((ア|イ|ウ|エ|オ|カ|キ|ク|ケ|コ)\\)"
	depths = 6
}

function legend(line,    at) {
	sub(/^凡例: */, "", line)
	at = index(line, "…")
	if (at == 0 || line !~ pattern[4])
		return 0
	meaning[substr(line, 1, at - 1)] = substr(line, at + length("…"))
	return 1
}

function heading(line,    d, i) {
	for (d = 1; d <= depths; d++)
		if (match(line, pattern[d])) {
			title[d] = line
			mark[d] = substr(line, RSTART, RLENGTH)
			gsub(/[()]/, "", mark[d])
			for (i = d + 1; i <= depths; i++)
				title[i] = mark[i] = ""
			return
		}
}

function joined(list, by,    d, s) {
	for (d = 1; d <= depths; d++)
		if (list[d] != "")
			s = s (s == "" ? "" : by) list[d]
	return s
}

NF < 2 {
	in_table = 0
	if (!legend($0))
		heading($0)
	next
}

!in_table {
	in_table = 1
	header = $0
	gsub(/\t/, US, header)
	next
}

{
	cells = $0
	gsub(/\t/, US, cells)
	label = $1
	gsub(/\)/, "", label)
	gsub(/ /, "/", label)
	print NR, joined(mark, "/") "/" label, joined(title, US), meaning[$NF], header, cells
}
