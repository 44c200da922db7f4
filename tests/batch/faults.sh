#!/bin/sh
# tests/batch/faults.sh - batch is killed, starved and deceived at random moments, and is none the worse for it
#
# Each kind of fault strikes ROUNDS (50) times while a folder is converted. What stands under a final name must then be
# whole, and after one more run, undisturbed, all outputs must be those of a run that was never disturbed.
# Needs root, for file systems that are full.
# shellcheck disable=SC1091,SC2154,SC2015 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
. "$here/../lib/private.sh"
private "$here/faults.sh" "$@"

rounds=${ROUNDS:-50}
PATH=${TANZAKU_BIN:-$top/build}:${TANZAKU_BIN:-$top/build}/tests:$PATH
LC_ALL=C
export PATH LC_ALL
tmp=$(mktemp -d) || exit 2
empty "$tmp" && chmod 755 "$tmp"
trap 'cd / && umount -R "$tmp"; rmdir "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
cd "$tmp" || exit 2

# documents DIR: some forty of them, in four encodings
documents() {
	mkdir -p "$1/a/b"
	cp "$top"/samples/*.txt "$1/a/b"
	n=0
	for encoding in UTF-8 CP932 EUC-JP-MS UTF-16LE; do
		for size in 1000 3000 5000 7000 9000 12000 16000 20000; do
			n=$((n + 1))
			gendoc -f $encoding $size $n >"$1/a/$n.txt"
		done
	done
}

# below N: a number from 0 to N - 1
below() {
	echo $(($(od -An -N4 -tu4 /dev/urandom) % $1))
}

now_ms() {
	date +%s%N | sed 's/......$//'
}

# a_moment: sleeps up to as long as an undisturbed run took
a_moment() {
	ms=$(below "$took")
	sleep "$(printf '%d.%03d' $((ms / 1000)) $((ms % 1000)))"
}

# outputs DIR: the names of its outputs
outputs() {
	(cd "$1" && find . -name .tanzaku -prune -o -type f -print) | sort
}

# whole: every output in $out is that of the undisturbed run
whole() {
	outputs "$out" >present
	while read -r name; do
		cmp -s "$out/$name" "want/$name" || return 1
	done <present
}

# once: nothing that was whole before this run has been converted by it
once() {
	jq -r 'select(.event == "converted") | "./" + .doc + ".json"' log | sort | comm -12 present - >twice
	[ ! -s twice ]
}

# again: an undisturbed run, and all is as if it had never been otherwise
again() {
	rm -f log
	tanzaku batch -q --log log "$@" in "$out" 2>said
	[ $? -le 1 ] && [ ! -s "$out/.tanzaku/journal" ] && [ -z "$(find "$out/.tanzaku/tmp" -type f)" ]
}

equal() {
	diff -r -x .tanzaku want "$out" >differ
}

# part N: the Nth of the three processes of the first pipeline that is found, or nothing
part() {
	pipeline=$(cut -d' ' -f1 "/proc/$batch/task/$batch/children") && [ -n "$pipeline" ] || return
	echo "$pipeline $(cat "/proc/$pipeline/task/$pipeline/children")" | cut -d' ' -f "$1"
}

# count KIND COMMAND: runs the command in each round; one test for all of them
count() {
	bad=0 round=0
	while [ $round -lt "$rounds" ]; do
		round=$((round + 1))
		rm -rf "${out:?}"
		if ! "$2"; then
			bad=$((bad + 1))
			echo "# round $round of $1: $(head -n 3 said differ twice 2>/dev/null | tr '\n' ' ')"
		fi
	done
	ok $bad "$1: $rounds rounds, $bad of them bad, $hit times it struck in the middle"
	[ "$hit" -gt 0 ]
	ok $? "$1: it did strike"
	hit=0
}

start() {
	tanzaku batch -q in "$out" >/dev/null 2>said &
	batch=$!
	a_moment
}

batch_killed() {
	start
	kill -9 $batch 2>/dev/null && hit=$((hit + 1))
	{ wait $batch; } 2>/dev/null
	whole && again --wait && once && equal
}

# stage_killed, pipeline_killed: the run itself must make up for it
stage_killed() {
	start
	victim=$(part $((1 + $(below 3)))) 2>/dev/null
	[ -n "$victim" ] && kill -9 "$victim" 2>/dev/null && hit=$((hit + 1))
	wait $batch
	[ $? -le 1 ] && equal && again && once && equal
}

pipeline_killed() {
	start
	victim="$(part 1) $(part 2) $(part 3)" 2>/dev/null
	# shellcheck disable=SC2086 # three of them, or none
	[ -n "${victim# *}" ] && kill -9 $victim 2>/dev/null && hit=$((hit + 1))
	wait $batch
	[ $? -le 1 ] && equal && again && once && equal
}

# A file system that is too small by some amount; it is made larger then.
disk_full() {
	umount small 2>/dev/null
	mount -t tmpfs -o size=$((40 + $(below "$need")))k tmpfs small || return 1
	tanzaku batch in "$out" >/dev/null 2>said
	case $? in
	2) hit=$((hit + 1)); grep -q 'No space left' said || return 1 ;;
	1) ;;
	*) return 1 ;;
	esac
	whole && mount -o remount,size=$((4 * need))k small && again && once && equal
}

read_only() {
	mkdir "$out" && chown nobody "$out"
	setpriv --reuid=nobody --regid=nogroup --clear-groups env PATH="$PATH" tanzaku batch in "$out" >/dev/null 2>said &
	batch=$!
	a_moment
	find "$out" -type d -exec chmod a-w {} +
	wait $batch
	case $? in
	2) hit=$((hit + 1)); grep -q 'Permission denied' said || return 1 ;;
	1) ;;
	*) return 1 ;;
	esac
	find "$out" -type d -exec chmod u+w {} +
	whole && again && once && equal
}

# The sources change: what is right is then found by a run from nothing.
restless() {
	rm -rf in want.in
	cp -r kept in
	tanzaku batch -q in "$out" >/dev/null 2>said &
	batch=$!
	"$1"
	wait $batch
	[ $? -le 1 ] || return 1
	# an output may be of the document before the change, or be missing, but not be half of each
	again --prune || return 1
	rm -rf now
	tanzaku batch -q in now 2>/dev/null
	[ $? -le 1 ] && diff -r -x .tanzaku now "$out" >differ
}

# The first eight are UTF-8, as what is added.
grow() {
	for pause in 1 2 3 4 5 6; do
		a_moment_of 6
		gendoc 700 "$pause" >>"in/a/$((1 + $(below 8))).txt" && hit=$((hit + 1))
	done
}

vanish() {
	for pause in 1 2 3 4 5 6; do
		a_moment_of 6
		rm -f "in/a/$((1 + $(below 32))).txt" && hit=$((hit + 1 + 0 * pause))
	done
}

# a_moment_of N: up to the Nth part of a run
a_moment_of() {
	ms=$(below $((took / $1 + 1)))
	sleep "$(printf '%d.%03d' $((ms / 1000)) $((ms % 1000)))"
}

growing() { restless grow; }
vanishing() { restless vanish; }

documents in
cp -r in kept
from=$(now_ms)
tanzaku batch -q in want 2>said
ok $(($? > 1)) 'an undisturbed run'
took=$((1 + $(now_ms) - from))
need=$(du -sk want | cut -f1)
hit=0
mkdir small
for kind in batch_killed stage_killed pipeline_killed; do
	out=out
	count $kind $kind
done
out=small/out
count disk_full disk_full
umount small
out=out
count read_only read_only
count growing growing
count vanishing vanishing
finish
