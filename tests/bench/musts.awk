# musts.awk - what `convert -l` takes of the documents that people have, as ratios, beside what it may take
#
# Ratios of wall time are taken within a round, and the median of the rounds is shown with its extremes. Hostile documents
# are compared by time a megabyte with the mixture.

BEGIN { FS = "\t" }

$1 == "musts" {
	wall[$2, $3] = $5 / $4
	if ($3 > rounds)
		rounds = $3
	if (sub(/^hostile /, "", $2))
		hostile[++kinds] = $2
	mb[$2] = $4 / 1e6
	if ($7 > kib[$2])
		kib[$2] = $7
}

function ratio(a, b,    m, r, i, j, t, v) {
	for (r = 1; r <= rounds; r++)
		if (wall[b, r] > 0)
			v[++m] = wall[a, r] / wall[b, r]
	for (i = 2; i <= m; i++)
		for (j = i; j > 1 && v[j - 1] > v[j]; j--) {
			t = v[j]
			v[j] = v[j - 1]
			v[j - 1] = t
		}
	return m ? sprintf("%8.2f (%.2f-%.2f)", v[int((m + 1) / 2)], v[1], v[m]) : "-"
}

function line(what, a, b, must) { printf "%-44s %-22s <= %s\n", what, ratio(a, b), must }

END {
	print "\nconvert -l, wall, of                          ratio                  must"
	line(sprintf("prose, %.0f MB / iconv", mb["prose"]), "prose", "iconv prose", "1.5")
	line("mixture of real kinds / iconv", "mixture", "iconv mixture", "2.0")
	line("1,500 small documents / iconv of their bytes", "small documents", "iconv small documents", "3.0")
	line("table document / iconv", "table", "iconv table", "0.8")
	line("pipeline of seven filters, the same / iconv", "pipeline", "iconv table", "1.0")
	for (i = 1; i <= kinds; i++)
		if (!shown[hostile[i]]++)
			line("hostile: " hostile[i] ", ms/MB / the mixture's", "hostile " hostile[i], "mixture", "8")
	if (wall["restore", 1] > 0)
		printf "restore: %.0f MB of JSON a second, %.1f MiB\n", 1e-6 / wall["restore", 1], kib["restore"] / 1024
}
