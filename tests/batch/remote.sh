#!/bin/sh
# tests/batch/remote.sh - `tanzaku batch --sshlogin` on two and three machines, some of which are lost
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
empty /run /srv /root
HOME=/root
installed "$top" "$tmp"

# The suite of the second and third machine waits for as long as it is told to, and so they are lost in the
# middle of a block, however fast or slow all is. The fourth machine has none.
for worker in 2 3; do
	cp -a /usr/local "$tmp/local$worker"
	mv "$tmp/local$worker/bin/tanzaku" "$tmp/local$worker/bin/tanzaku.there"
	cat >"$tmp/local$worker/bin/tanzaku" <<-END
		#!/bin/sh
		while [ -e /run/wait$worker ]; do : >/run/busy$worker; sleep 0.1; done
		exec /usr/local/bin/tanzaku.there "\$@"
	END
	chmod +x "$tmp/local$worker/bin/tanzaku"
done
mkdir "$tmp/local4"
workers "$tmp" 4
ok $? 'four machines answer'

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

# same_as_here NAME WHAT: the run into /srv/NAME, which has just ended with the status $ended, came to what the local run did
same_as_here() {
	[ "$ended" -eq 1 ]
	ok $? "$2: the status is that of the local run"
	equal "/srv/$1"
	ok $? "$2: the same output"
	once "$tmp/$1.log"
	ok $? "$2: each document once"
}

remote two worker1,worker2
ended=$?
same_as_here two 'two machines'
[ "$(hosts /srv/two)" = 'worker1 worker2' ]
ok $? "two machines: both have worked ($(hosts /srv/two))"

# busy N: waits until it works, and is held at it; if it never does, it is not held either
busy() {
	for _ in $(seq 1200); do
		[ -e "/run/busy$1" ] && return
		sleep 0.05
	done
	rm "/run/wait$1"
	return 1
}

# none_by N NAME: it has done no block of the run into /srv/NAME
none_by() {
	by=$(hosts "/srv/$2")
	[ -n "$by" ] && case " $by " in *" worker$1 "*) return 1 ;; esac
}

: >/run/wait2
remote three worker1,worker2,worker3 &
run=$!
busy 2
ok $? 'three machines: one is killed while it works'
worker_down 2
wait $run
ended=$?
same_as_here three 'three machines, one killed'
none_by 2 three
ok $? "three machines, one killed: the others have done its blocks ($(hosts /srv/three))"
remote three worker1,worker3
[ $? -eq 1 ] && jq -e 'select(.event == "end").converted == 0' "$tmp/three.log" | tail -n 1 | grep -qx true
ok $? 'and nothing is left for the next run'

remote sent worker4 --send
ended=$?
same_as_here sent 'one machine without the suite, which is sent'
[ -d /root/.parallel/tmp ] && [ -z "$(find /root -name 'tanzaku*')" ] # parallel keeps notes of its own there
ok $? 'and nothing of it stays there'
remote unsent worker4
[ $? -eq 2 ] && [ ! -e /srv/unsent/documents ]
ok $? 'one machine without the suite, which is not sent: 2, and no output'
sed 's/^/# /' "$tmp/unsent.said"

# Nobody tells that a machine has lost its network: ssh finds out, after half a minute.
: >/run/wait3
remote lost worker1,worker3 &
run=$!
busy 3
ok $? 'two machines: one loses its network while it works'
worker_lost 3
wait $run
ended=$?
same_as_here lost 'two machines, one without a network'
none_by 3 lost
ok $? "two machines, one without a network: the other has done its blocks ($(hosts /srv/lost))"
finish
