# report.awk - one table of the benchmark's log as text; -v table=NAME
#
# Log: TABLE TAB NAME TAB ROUND TAB BYTES TAB WALL TAB CPU TAB KIBIBYTES

BEGIN { FS = "\t" }

$1 == table {
	key = $2 "\t" $4
	if (!(key in n)) {
		order[++keys] = key
		name[key] = $2
		bytes[key] = $4
	}
	n[key]++
	wall[key, $3] = $5
	cpu[key, $3] = $6
	if ($7 > kib[key])
		kib[key] = $7
	if ($3 > rounds)
		rounds = $3
}

# The median of V[1..m].
function median(v, m,    i, j, t) {
	for (i = 2; i <= m; i++)
		for (j = i; j > 1 && v[j - 1] > v[j]; j--) {
			t = v[j]
			v[j] = v[j - 1]
			v[j - 1] = t
		}
	least = v[1]
	most = v[m]
	return m % 2 ? v[(m + 1) / 2] : (v[m / 2] + v[m / 2 + 1]) / 2
}

function middle(of, key,    v, m, r) {
	m = 0
	for (r = 1; r <= rounds; r++)
		if ((key, r) in of)
			v[++m] = of[key, r]
	return m ? median(v, m) : 0
}

# The median of A/B, each pair from one round, by SHARE if A did only that of B's work; its extremes where they are asked for.
function ratio(of, a, b, extremes, share,    v, m, r, mid) {
	m = 0
	share = share ? share : 1
	for (r = 1; r <= rounds; r++)
		if ((a, r) in of && (b, r) in of && of[b, r] > 0)
			v[++m] = of[a, r] / of[b, r] / share
	if (!m)
		return "-"
	mid = median(v, m)
	return extremes ? sprintf("%.3f (%.3f-%.3f)", mid, least, most) : sprintf("%.3f", mid)
}

function mib(key) { return sprintf("%.1f", kib[key] / 1024) }
function mbps(key,    w) { w = middle(wall, key); return w ? sprintf("%.0f", bytes[key] / w / 1e6) : "-" }

function find(who,    i) {
	for (i = 1; i <= keys; i++)
		if (name[order[i]] == who)
			return order[i]
	return ""
}

function peers(    i, k, all, core) {
	all = find("convert -l")
	core = find("convert -l, no date, no agency")
	if (core == "")
		core = all
	printf "\n%s bytes, %d rounds; ratios: convert -l to this command, in the same round\n\n", bytes[order[1]], rounds
	printf "%-31s %8s %8s %6s %7s  %-21s %8s %9s\n", \
		"command", "wall s", "CPU s", "MB/s", "MiB", "wall ratio (range)", "CPU r.", "no d., a."
	for (i = 1; i <= keys; i++) {
		k = order[i]
		printf "%-31s %8.3f %8.3f %6s %7s  %-21s %8s %9s\n", name[k], middle(wall, k), middle(cpu, k), \
			mbps(k), mib(k), ratio(wall, all, k, 1), ratio(cpu, all, k), ratio(wall, core, k)
	}
}

function stages(    i, k) {
	printf "\neach filter alone, from a file to /dev/null\n\n"
	printf "%-17s %10s %12s %12s %14s %6s\n", "filter", "input MB", "MB/s input", "CPU s", "CPU s/100 MB", "MiB"
	for (i = 1; i <= keys; i++) {
		k = order[i]
		printf "%-17s %10.1f %12s %12.3f %14.3f %6s\n", name[k], bytes[k] / 1e6, mbps(k), middle(cpu, k), \
			middle(cpu, k) / bytes[order[1]] * 1e8, mib(k)
	}
	print "\nCPU s/100 MB: of the document, not of the filter's input"
}

function small(    i, k) {
	printf "\n2,000 documents, %d bytes each, in one call\n\n", bytes[order[1]] / 2000
	printf "%-12s %12s %8s %7s  %s\n", "command", "documents/s", "CPU s", "MiB", "wall, ratio of ours to it"
	for (i = 1; i <= keys; i++) {
		k = order[i]
		printf "%-12s %12.0f %8.3f %7s  %s\n", name[k], 2000 / middle(wall, k), middle(cpu, k), mib(k), \
			ratio(wall, order[1], k, 1)
	}
}

function start(    i, k) {
	printf "\nstart to end on empty input, ms\n\n%-17s %8s %8s %6s\n", "command", "wall", "CPU", "MiB"
	for (i = 1; i <= keys; i++) {
		k = order[i]
		printf "%-17s %8.2f %8.2f %6s\n", name[k], 1000 * middle(wall, k), 1000 * middle(cpu, k), mib(k)
	}
}

function growth(    i, k) {
	printf "\nconvert -l, by size and kind of document\n\n%-12s %14s %9s %9s %7s\n", \
		"document", "bytes", "wall s", "ms/MB", "MiB"
	for (i = 1; i <= keys; i++) {
		k = order[i]
		printf "%-12s %14s %9.3f %9.2f %7s\n", name[k], bytes[k], middle(wall, k), \
			1e9 * middle(wall, k) / bytes[k], mib(k)
	}
}

# BYTES is the number of documents here, so that the loop, which gets some of them, is compared by document.
function batch(    i, k, rate) {
	printf "\n%d documents, %d rounds\n\n%-12s %10s %12s %8s %7s  %s\n", bytes[order[1]], rounds, \
		"command", "documents", "documents/s", "CPU s", "MiB", "documents/s, ratio of the first run to it"
	for (i = 1; i <= keys; i++) {
		k = order[i]
		rate = bytes[k] / bytes[order[1]]
		printf "%-12s %10d %12.0f %8.3f %7s  %s\n", name[k], bytes[k], bytes[k] / middle(wall, k), middle(cpu, k), \
			mib(k), (i > 1 ? ratio(wall, k, order[1], 1, rate) : "")
	}
}

END {
	if (!keys)
		exit
	if (table == "peers")
		peers()
	else if (table == "stages")
		stages()
	else if (table == "small")
		small()
	else if (table == "start")
		start()
	else if (table == "batch")
		batch()
	else
		growth()
}
