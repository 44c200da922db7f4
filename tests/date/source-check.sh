#!/bin/sh
# source-check.sh - the dates of the progress report of 2007, one by one
#
# usage: tests/date/source-check.sh PATH [-b DATE]
#
# PATH is the document that the project was created from. Checks each date of its records and its prose, after the whole chain up
# to `date` and on bare `split` output. A base date resolves the three of the legend as well.
set -eu

[ $# -ge 1 ] || { echo "usage: source-check.sh PATH [-b DATE]" >&2; exit 2; }
document=$1
shift
PATH=$(CDPATH='' cd "${TANZAKU_BIN:-$(dirname "$0")/../../build}" && pwd):$PATH
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

tr '|' '\t' >"$tmp/want" <<'DATES'
5|0|年度内||||relative,unresolved
7|0|年度内||||relative,unresolved
9|0|年度内||||relative,unresolved
18|4|平成19年6月|2007-06-01|2007-06-30|month|
18|4|9月末|2007-09-30|2007-09-30|day|until,inferred-year
19|4|平成19年9月28日|2007-09-28|2007-09-28|day|
19|4|10月上旬|2007-10-01|2007-10-10|dekad|from,inferred-year
20|4|平成19年9月28日|2007-09-28|2007-09-28|day|
20|4|10月下旬|2007-10-21|2007-10-31|dekad|from,inferred-year
21|4|年内||||relative,unresolved
22|4|平成19年8月|2007-08-01|2007-08-31|month|
29|4|平成19年5月|2007-05-01|2007-05-31|month|from
34|4|平成19年度末|2008-03-31|2008-03-31|day|
35|4|平成19年5月|2007-05-01|2007-05-31|month|from
35|4|平成20年3月|2008-03-01|2008-03-31|month|
40|4|今年度中||||relative,unresolved
51|4|平成19年度|2007-04-01|2008-03-31|fiscal-year|
51|4|年度内||||relative,unresolved
52|4|平成19年度|2007-04-01|2008-03-31|fiscal-year|
57|4|平成19年12月|2007-12-01|2007-12-31|month|approximate
DATES
if [ $# -gt 0 ]; then
	sed 's/^\([0-9]*	[04]	\(年度内\|今年度中\)\)				relative,unresolved/\1	2007-04-01	2008-03-31	fiscal-year	inferred-year,relative/
		s/^\([0-9]*	4	年内\)				relative,unresolved/\1	2007-01-01	2007-12-31	year	inferred-year,relative/' \
		"$tmp/want" >"$tmp/based"
	mv "$tmp/based" "$tmp/want"
fi

dates() {
	tanzaku-date "$@" | sed -n 's/^date	//p'
}

tanzaku-split "$document" | dates "$@" >"$tmp/bare"
diff "$tmp/want" "$tmp/bare"
tanzaku-decode -H "$document" | tanzaku-split | tanzaku-legend | tanzaku-outline | tanzaku-table |
	tanzaku-status | dates "$@" >"$tmp/chain"
diff "$tmp/want" "$tmp/chain"
echo "$(wc -l <"$tmp/want") dates as expected"
