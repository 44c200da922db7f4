#!/bin/sh
# tests/stubs.sh - do the tests notice a filter that does nothing?
#
# Replaces each filter in turn by `true`, then by `cat`, and runs that filter's
# own cases: a case that still passes tests nothing, and is a failure here. The
# cases that are named after no filter (pipe, cli) run with all of them replaced.
#
# usage: tests/stubs.sh [BUILD]
set -u
tests=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
build=$(CDPATH='' cd "${1:-$tests/../build}" && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
passed=0 failed=0

# A `cat` that takes a filter's options for what they are: of no interest.
cat >"$tmp/cat" <<'STUB'
#!/bin/sh
while getopts :aHlf:r: _; do :; done
shift $((OPTIND - 1))
ulimit -f 20480 # a case may name /dev/full, which has no end
exec cat -- "$@"
STUB
printf '#!/bin/sh\nexit 0\n' >"$tmp/true"
chmod +x "$tmp/cat" "$tmp/true"

# stub DIR STUB PROGRAM ...: runs the cases in DIR with each PROGRAM replaced by STUB
stub() {
	cases=$1 stub=$2
	shift 2
	rm -rf "${tmp:?}/bin"
	mkdir "$tmp/bin"
	ln -s "$build"/tanzaku* "$build/tests" "$tmp/bin"
	for program; do
		rm "$tmp/bin/$program"
		cp "$tmp/$stub" "$tmp/bin/$program"
	done
	# In the program of all filters none can be replaced: in its place, nine programs and pipes.
	case " $* " in
	*' tanzaku-convert '*) ;;
	*) rm "$tmp/bin/tanzaku-convert"; cp "$tests/lib/pipeline.sh" "$tmp/bin/tanzaku-convert" ;;
	esac
	# The wrapper finds its filters beside itself, so it must not be a link back to the build.
	case " $* " in
	*' tanzaku '*) ;;
	*) rm "$tmp/bin/tanzaku"; cp "$build/tanzaku" "$tmp/bin/tanzaku" ;;
	esac
	TANZAKU_BIN=$tmp/bin "$tests/run" "$cases" >"$tmp/tap"
	total=$(grep -c '^not ok\|^ok' "$tmp/tap")
	fooled=$(grep -c '^ok' "$tmp/tap")
	sed -n "s/^ok - /not ok - $stub passes /p" "$tmp/tap"
	passed=$((passed + total - fooled)) failed=$((failed + fooled))
	echo "# ${cases#"$tests/"}, replaced by $stub: $((total - fooled)) of $total cases notice"
}

cd "$build" || exit 2
for dir in "$tests"/cases/*/ "$tests"/services/*/; do
	dir=${dir%/}
	cases=${dir##*/}
	# These compare the manuals with the sources: no filter to replace.
	[ "$cases" != docs ] || continue
	if [ -x "tanzaku-$cases" ]; then set -- "tanzaku-$cases"; else set -- tanzaku tanzaku-*; fi
	[ "$cases" != html ] || set -- "$@" tanzaku-split # which hands pages over
	for stub in true cat; do
		stub "$dir" $stub "$@"
	done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
