#!/bin/sh
# tests/lib/pipeline.sh - `tanzaku convert` as DESIGN has it: nine filters, eight pipes
#
# usage: pipeline.sh [-l] [-b DATE] [-f ENCODING] [FILE ...]
#
# What tanzaku-convert does in three processes must be what this does; and a test of one
# filter that calls `tanzaku convert` meets that filter here, where it can be replaced.
form='' base='' from=''
while getopts b:f:l option; do
	case $option in
	b) base=$OPTARG ;;
	f) from=$OPTARG ;;
	l) form=-l ;;
	*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))

# run FILTER [ARGUMENT ...]: its exit status goes to descriptor 3
run() {
	filter=$1
	shift
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
