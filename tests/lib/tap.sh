# tap.sh - how a test script says what it found; it sources this as "$here/../lib/tap.sh"
# shellcheck shell=sh

passed=0 failed=0

# ok STATUS NAME: one test, good if STATUS is 0
ok() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
		echo "ok - $2"
	else
		failed=$((failed + 1))
		echo "not ok - $2"
	fi
}

# same WANT GOT NAME: the two files hold the same bytes; if not, shows how they differ
same() {
	diff -au "$1" "$2" >"$2.diff" 2>&1
	ok $? "$3"
	sed 's/^/# /' "$2.diff"
	rm -f "$2.diff"
}

# finish: the counts, as the last line, and the status that they ask for
finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
