# json.awk - the benchmark's log as JSON: each measurement of each round, for other programs to judge

BEGIN { FS = "\t" }

{
	key = $1 "\t" $2 "\t" $4
	if (!(key in seen)) {
		seen[key] = 1
		order[++keys] = key
	}
	comma = wall[key] == "" ? "" : ","
	wall[key] = wall[key] comma $5
	cpu[key] = cpu[key] comma $6
	kib[key] = kib[key] comma $7
}

END {
	printf "{\"encoding\":\"%s\",\"seed\":%d,\"measurements\":[", enc, seed
	for (i = 1; i <= keys; i++) {
		split(order[i], of, "\t")
		printf "%s\n{\"table\":\"%s\",\"command\":\"%s\",\"%s\":%s,", (i > 1 ? "," : ""), of[1], of[2], unit, of[3]
		printf "\"wall\":[%s],\"cpu\":[%s],\"peakKiB\":[%s]}", wall[order[i]], cpu[order[i]], kib[order[i]]
	}
	print "\n]}"
}
