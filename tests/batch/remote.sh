#!/bin/sh
# tests/batch/remote.sh - `tanzaku batch --sshlogin` on two and three machines, one of which loses its power
#
# The machines are sshd(8)s in namespaces that end with the test. Needs root.
# shellcheck disable=SC1091,SC2154 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
. "$here/../lib/private.sh"
. "$here/../lib/workers.sh"
private "$here/remote.sh"

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$top/build/tests:$PATH
own_etc "$tmp"
empty /run /srv
installed "$top" "$tmp"
workers "$tmp" 3
ok $? 'three machines answer'

# 400 documents in five encodings, some 30 MB; one that is no text, one that has a bad byte.
mkdir -p /srv/documents/a /srv/documents/b
n=0
while [ $n -lt 400 ]; do
	case $((n % 4)) in
	0) gendoc -p -f CP932 70000 $n >/srv/documents/a/$n.txt ;;
	1) gendoc -p 70000 $n >/srv/documents/a/$n.txt ;;
	2) gendoc -p -f EUC-JP-MS 70000 $n >"/srv/documents/b/$n 日本語.txt" ;;
	3) gendoc -p -f UTF-16LE 70000 $n >/srv/documents/b/-$n.txt ;;
	esac
	n=$((n + 1))
done
head -c 3000 /dev/zero >/srv/documents/zeros.txt
tanzaku batch -lq --log "$tmp/local.log" /srv/documents /srv/local 2>"$tmp/local.said"
[ $? -eq 1 ] && [ "$(find /srv/local/documents -type f | wc -l)" -eq 400 ]
ok $? 'on this machine: 400 documents, one bad'

# equal OUTDIR: its documents are those of the run on this machine
equal() { diff -r -x .tanzaku /srv/local "$1" && cmp /srv/local/.tanzaku/bad.jsonl "$1/.tanzaku/bad.jsonl"; }

# once LOG: each document was converted once
once() {
	jq -r 'select(.event == "converted").doc' "$1" | sort >"$tmp/converted"
	jq -r 'select(.event == "converted").doc' "$tmp/local.log" | sort | cmp - "$tmp/converted"
}

# hosts OUTDIR: which machines have done a block, by parallel's job log
hosts() { awk -F '\t' 'NR > 1 && $7 == 0 { print $2 }' "$1/.tanzaku/joblog" | sed 's/.*@//' | sort -u | xargs; }

# remote NAME HOSTS [OPTION ...]: the same into /srv/NAME
remote() {
	name=$1 hosts=$2
	shift 2
	tanzaku batch -lq --sshlogin "$hosts" "$@" --log "$tmp/$name.log" /srv/documents "/srv/$name" 2>"$tmp/$name.said"
}

remote two worker1,worker2
[ $? -eq 1 ]
ok $? 'two machines: the status is that of the local run'
equal /srv/two
ok $? 'two machines: the same output'
once "$tmp/two.log"
ok $? 'two machines: each document once'
[ "$(hosts /srv/two)" = 'worker1 worker2' ]
ok $? "two machines: both have worked ($(hosts /srv/two))"

# The suite of the second machine waits, and so the machine loses its power in the middle of a block.
mv /usr/local/bin/tanzaku /usr/local/bin/tanzaku.there
cat >/usr/local/bin/tanzaku <<'END'
#!/bin/sh
[ "${WORKER-}" != 2 ] || { : >/run/busy; sleep 5; }
exec /usr/local/bin/tanzaku.there "$@"
END
chmod +x /usr/local/bin/tanzaku
remote three worker1,worker2,worker3 &
run=$!
for _ in $(seq 200); do
	[ -e /run/busy ] && break
	sleep 0.05
done
worker_down 2
[ -e /run/busy ]
ok $? 'three machines: one is lost while it works'
wait $run
[ $? -eq 1 ]
ok $? 'three machines, one lost: the status is that of the local run'
equal /srv/three
ok $? 'three machines, one lost: the same output'
once "$tmp/three.log"
ok $? 'three machines, one lost: each document once'
awk -F '\t' 'NR > 1 { n[$2 " ended with " $7]++ } END { for (i in n) print "#", n[i], "blocks", i }' /srv/three/.tanzaku/joblog

remote three worker1,worker3
[ $? -eq 1 ] && jq -e 'select(.event == "end").converted == 0' "$tmp/three.log" | tail -n 1 | grep -qx true
ok $? 'and nothing is left for the next run'
finish
