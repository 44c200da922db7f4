# lib.sh - how the benchmarks measure; they source it. $log, $pairs, $tmp are theirs
# shellcheck shell=sh disable=SC2154

# The interpreter itself: a wrapper in its place would be measured with it.
PYTHON=$(python3 -c 'import sys; print(sys.executable)' 2>"$tmp/err") || PYTHON=python3
export PYTHON

# take TABLE NAME BYTES INPUT [-n TIMES] COMMAND ...: one line of the log
take() {
	table=$1 name=$2 bytes=$3 input=$4
	shift 4
	times=
	if [ "$1" = -n ]; then
		times="-n $2"
		shift 2
	fi
	# shellcheck disable=SC2086 # an option and its argument
	measure $times "$tmp/took" "$input" "$@" >/dev/null 2>"$tmp/err"
	status=$?
	if [ $status -gt 1 ]; then
		echo "bench: $name ended with status $status: $(head -n 1 "$tmp/err")" >&2
		return
	fi
	printf '%s\t%s\t%s\t%s\t%s\n' "$table" "$name" "$round" "$bytes" "$(tail -n 1 "$tmp/took" | tr ' ' '\t')" >>"$log"
}

# rounds COMMAND ...: what a table runs in each of its rounds
rounds() {
	round=0
	while [ $round -lt "$pairs" ]; do
		round=$((round + 1))
		"$@"
	done
}

# numbers ENCODING SEED FILE [UNIT]: the log as JSON, into the file; UNIT is what it counts input in (bytes)
numbers() {
	awk -v enc="$1" -v seed="$2" -v unit="${4:-bytes}" -f "$here/json.awk" "$log" >"$3"
	echo "numbers: $3"
}
