# chain.sh - what the cases of whole pipelines share; a case sources it as "$top/tests/lib/chain.sh"
# shellcheck shell=sh disable=SC2034,SC2154

samples=$top/samples

# The filters of records, in the order of the chain.
stages='split legend outline table status date agency'
last=agency

# through STAGE FILE ...: the documents through the chain up to STAGE, without their messages
through() {
	to=$1
	shift
	case $to in
	decode) tanzaku-decode -H "$@" ;;
	split) through decode "$@" | tanzaku-split ;;
	legend) through split "$@" | tanzaku-legend ;;
	outline) through legend "$@" | tanzaku-outline ;;
	table) through outline "$@" | tanzaku-table ;;
	status) through table "$@" | tanzaku-status ;;
	date) through status "$@" | tanzaku-date ;;
	agency) through date "$@" | tanzaku-agency ;;
	esac 2>/dev/null
}

# there_and_back FILE: text after every prefix of the chain is the decoded text, and the
# tree, left in $TMPDIR/tree, gives the original bytes back
there_and_back() {
	tanzaku convert "$1" >"$TMPDIR/tree"
	echo "convert: status $?"
	tanzaku decode "$1" 2>/dev/null >"$TMPDIR/decoded"
	same='after every prefix of the chain'
	for stage in $stages; do
		through "$stage" "$1" | tanzaku text | cmp - "$TMPDIR/decoded" || same="not after $stage"
	done
	echo "text: the decoded text $same"
	tanzaku restore "$TMPDIR/tree" | cmp - "$1" && echo 'restore: the original bytes'
}
