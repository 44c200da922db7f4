#!/bin/sh
# tests/batch/week.sh - a week of nights: the line of the README, as cron would run it, over a folder that changes
#
# Monday brings the first documents, with a picture, a CSV and a lock file of Office; on Tuesday nothing happens; on Wednesday
# the share is not mounted; on Thursday somebody is still writing; on Friday that is done, and one is bad that was good;
# on Saturday the disk is full; on Sunday there is room again. What is mailed must be what tanzaku-batch(1) shows, and at
# the end nothing may be lost. Needs root, for file systems that are away or full.
# shellcheck disable=SC1091,SC2154 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
. "$here/../lib/private.sh"
private "$here/week.sh"

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
empty /srv
installed "$top" "$tmp"
LC_ALL=C
export LC_ALL
cd "$tmp" || exit 2

# The line stands in three places, and is one.
line_of() { sed -n 's/^ *\(15 3 \* \* \*  .*\)/\1/p' "$1"; }
line_of "$top/README.md" >line
for page in README.ja.md filters/batch/tanzaku-batch.1; do
	line_of "$top/$page" >other
	same line other "the line of $page is that of the README"
done
# A minute is what a person gives somebody who writes; here two seconds must do.
command=$(sed 's/^15 3 \* \* \*  //; s/--settle 60/--settle 2/' line)
case $command in *'--settle 2 '*) ;; *) ok 1 'the line has --settle 60'; finish ;; esac

# night DAY STATUS: what cron does with the line, in the little that it gives to jobs
night() {
	env -i HOME=/root LOGNAME=root SHELL=/bin/sh PATH=/usr/bin:/bin /bin/sh -c "$command" >mail 2>&1
	status=$?
	ok $((status - $2)) "$1: status $status"
	sed 's/changed [0-9]* seconds* ago/changed 1 second ago/' mail >>mails
	case $1 in Tuesday | Sunday) [ ! -s mail ]; ok $? "$1: no mail" ;; esac
}

# settled: nobody has written for long enough
settled() { sleep 2.1; }

table() { printf 'No\t施策\t担当\t期限\t状況\n1\t%s\t企画課\t令和6年9月\t済\n2\t%s\t財政課\t令和7年3月\t未着手\n' "$@"; }

mkdir -p /srv/share /srv/drop /srv/json
share() { mount --bind /srv/share /srv/drop; }
mount -t tmpfs -o size=400k tmpfs /srv/json || exit 2

table 駅前の広場 橋の点検 >/srv/share/roads.txt
table 図書の貸出 公民館の改修 | iconv -f utf-8 -t cp932 >/srv/share/library.txt
printf 'No\t施策\t状況\n1\t川の掃除\t済\n2\t堤の草刈り\t済\t二度目\n' >/srv/share/rivers.txt
printf '番号,項目,期限\n1,予算の説明,2024-05-10\n2,条例の改正,2024-06-28\n' >/srv/share/council.csv
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >/srv/share/plan.png
# shellcheck disable=SC2016 # no variable
echo root >'/srv/share/~$plan.docx'
share && settled
night Monday 1
settled
night Tuesday 1
umount /srv/drop
night Wednesday 1
share && table 学校の給食 通学路の灯り | head -c 100 >/srv/share/schools.txt
night Thursday 1
cp /srv/share/plan.png /srv/share/rivers.txt
table 学校の給食 通学路の灯り >/srv/share/schools.txt && settled
night Friday 1
for n in 1 2 3 4 5 6 7 8; do
	for m in $(seq 200); do table "案$n" "案$m"; done >/srv/share/big$n.txt
done
settled
night Saturday 2
mount -o remount,size=40m /srv/json
night Sunday 1

# The manual shows these mails, one under the other.
awk '/^\.Ss A week/ { week = 1; next } /^\.S[sh]/ { week = 0 } /^\.Ed/ { show = 0 } week && show; /^\.Bd/ { show = 1 }' \
	"$top/filters/batch/tanzaku-batch.1" | sed 's/\\e/\\/g' | awk '
	/^  / { sub(/^ +/, " "); printf "%s", $0; next } { if (NR > 1) print ""; printf "%s", $0 } END { print "" }' >want
same want mails 'the mails of the week are those of the manual'

# Nothing is lost: what is there is what a run from nothing makes, and what is bad now keeps what it had.
cp /srv/json/drop/rivers.txt.jsonl kept
ok $? 'a document that became bad keeps its output'
rm /srv/json/drop/rivers.txt.jsonl
tanzaku batch -lq /srv/drop fresh 2>/dev/null
diff -r -x .tanzaku fresh /srv/json >differ
ok $? 'all other outputs are those of a run from nothing'
sed 's/^/# /' differ
[ -z "$(ls /srv/json/.tanzaku/tmp)" ] && [ ! -e /srv/json/.tanzaku/journal ]
ok $? 'nothing unfinished is left'
finish
