# loops.awk - files that call each other in a ring: USER OF a line in, the files of each ring a line out, in order
#
# Two files are in one ring if each of them comes to the other.
{ to[$1] = to[$1] " " $2; names[$1]; names[$2] }

function reach(from, f,    i, n, next_) {
	n = split(to[f], next_, " ")
	for (i = 1; i <= n; i++)
		if (!((from, next_[i]) in comes)) {
			comes[from, next_[i]]
			reach(from, next_[i])
		}
}

END {
	for (f in names)
		reach(f, f)
	for (f in names) {
		if (!((f, f) in comes))
			continue
		n = 0
		for (g in names)
			if (((f, g) in comes) && ((g, f) in comes)) {
				for (i = n++; i > 0 && ring[i - 1] > g; i--)
					ring[i] = ring[i - 1]
				ring[i] = g
			}
		if (n < 2 || ring[0] != f)
			continue
		line = ring[0]
		for (i = 1; i < n; i++)
			line = line " " ring[i]
		print line
	}
}
