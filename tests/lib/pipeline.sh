#!/bin/sh
# tests/lib/pipeline.sh - `tanzaku convert` as DESIGN has it: nine filters, eight pipes
#
# usage: pipeline.sh [-l] [-b DATE] [-f ENCODING] [-x FILTER] [FILE ...]
#
# What tanzaku-convert does in three processes must be what this does; and a test of one
# filter that calls `tanzaku convert` meets that filter here, where it can be replaced.
form='' base='' from='' without=' '
while getopts b:f:lx: option; do
	case $option in
	b) base=$OPTARG ;;
	f) from=$OPTARG ;;
	l) form=-l ;;
	x) without="$without$OPTARG " ;;
	*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))

# run FILTER [ARGUMENT ...]: its exit status goes to descriptor 3
run() {
	filter=$1
	shift
	case $without in *" $filter "*) exec cat ;; esac
	"tanzaku-$filter" "$@" 3>&- 4>&-
	echo $? >&3
}

[ -z "$from" ] || set -- -f "$from" -- "$@"
[ -n "$from" ] || set -- -- "$@"
{
	{
		run decode -H "$@" | run split | run legend | run outline | run table |
			run status | run date ${base:+-b "$base"} | run agency | run json $form
	} 3>&1 >&4 | sort -n | tail -n 1
} 4>&1 >"${TMPDIR:-/tmp}/worst.$$"
status=$(cat "${TMPDIR:-/tmp}/worst.$$")
rm -f "${TMPDIR:-/tmp}/worst.$$"
exit "$status"
