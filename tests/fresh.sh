#!/bin/sh
# fresh.sh - README's two commands on a machine that has nothing
#
# For each RELEASE of Debian (default: oldstable and stable by name) a minimal system is made with debootstrap, of
# which only git is added, in a folder of its own with this machine's settings for apt; there a clone of this
# repository is tried: the demo as a user who may not install (who is told what to type), then as one with sudo, the
# tests as root. Nothing but packages may change. Needs root and a mirror; what it cannot do is a failure.
#
# usage: tests/fresh.sh [RELEASE ...]
#
# TAP, "N passed, N failed" as the last line.
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*}
[ $# -gt 0 ] || set -- bookworm trixie
tmp=$(mktemp -d) || exit 2
passed=0 failed=0

# Everything of a system that is mounted goes before its folder does.
clean() {
	for mounted in "$tmp"/*/proc "$tmp"/*/dev; do
		umount -l "$mounted" 2>/dev/null
	done
	rm -rf --one-file-system "$tmp"
}
trap clean EXIT
trap 'exit 2' HUP INT TERM

# is NAME COMMAND...: a test that passes if the command succeeds; else what it said is shown
is() {
	name=$1
	shift
	if "$@" >"$tmp/said" 2>&1; then
		passed=$((passed + 1))
		echo "ok - $release: $name"
		return
	fi
	failed=$((failed + 1))
	echo "not ok - $release: $name"
	tail -n 60 "$tmp/said" | sed 's/^/# /'
	return 1
}

# mirror: where this machine has its Debian packages from
mirror() {
	cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
		tr -s '[:blank:]' '\n' | grep -E '^[a-z]+://.*/debian/?$' | head -n 1
}

# system ROOT: a minimal system, with git, a user who may and one who may not
system() {
	debootstrap --variant=minbase --include=git,ca-certificates "$release" "$1" "$(mirror)" || return
	# how this machine reaches the mirror
	for setting in /etc/apt/apt.conf /etc/apt/apt.conf.d/*proxy* /etc/apt/auth.conf /etc/resolv.conf /etc/hosts; do
		[ -e "$setting" ] && cp -L "$setting" "$1$setting"
	done
	cp -RL /etc/ssl/certs/. "$1/etc/ssl/certs/" 2>/dev/null
	mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" || return
	inside "$1" useradd -m plain && inside "$1" useradd -m able || return
	# a user of the system clones what root has put there
	git clone -q "$top" "$1/srv/tanzaku" && chmod -R go+rX "$1/srv" && inside "$1" git config --system safe.directory '*'
}

# inside ROOT COMMAND...: in the system, with this machine's proxy and no other of its variables
inside() {
	root=$1
	shift
	env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 ${http_proxy:+http_proxy="$http_proxy"} \
		${https_proxy:+https_proxy="$https_proxy"} chroot "$root" "$@"
}

# by USER ROOT TARGET: bootstrap in a clone of that user's own
by() {
	inside "$2" su - "$1" -c "rm -rf tanzaku && git clone -q /srv/tanzaku && cd tanzaku && ./scripts/bootstrap $3"
}

# Who may not install is told the command and nothing happens.
is_refused() {
	by plain "$1" demo >"$tmp/refused" 2>&1 && return 1
	cat "$tmp/refused"
	[ "$(wc -l <"$tmp/refused")" -eq 1 ] && grep -q 'please run as root: apt-get ' "$tmp/refused"
}

with_sudo() {
	inside "$1" sh -c 'apt-get install -qq -y --no-install-recommends sudo &&
		echo "able ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/able' || return
	by able "$1" demo >"$tmp/demo" 2>&1
	status=$?
	cat "$tmp/demo"
	[ $status -eq 0 ] || return
	[ "$(wc -l <"$tmp/demo")" -le 70 ] && grep -q '"meaning"' "$tmp/demo"
}

# What is started by itself, and what has been put in another's place.
state() {
	inside "$1" sh -c 'dpkg-divert --list; find /etc/systemd /etc/rc?.d /etc/cron* -type l -o -type f 2>/dev/null; ls /etc/init.d' | sort
}

checked() {
	inside "$1" sh -c 'cd /root && git clone -q /srv/tanzaku && cd tanzaku && ./scripts/bootstrap check' >"$tmp/check" 2>&1
	status=$?
	grep -v '^ok ' "$tmp/check"
	[ $status -eq 0 ] && tail -n 1 "$tmp/check" | grep -qE '^[1-9][0-9]* passed, 0 failed$'
}

unchanged() {
	state "$1" >"$tmp/after"
	diff "$tmp/before" "$tmp/after"
}

try() {
	root=$tmp/$release
	is 'a minimal system' system "$root" || return
	is 'who may not install is told what to type, in one line' is_refused "$root"
	is 'the demo by a user with sudo' with_sudo "$root"
	state "$root" >"$tmp/before"
	is 'the tests by root' checked "$root"
	cat "$tmp/demo" "$tmp/check" | grep '^bootstrap: ' | sed 's/^/# /'
	is 'no service, no diversion' unchanged "$root"
	is 'the demo by a user without, once the packages are there' by plain "$root" demo
}

for release; do
	start=$(date +%s)
	try
	echo "# $release: $(($(date +%s) - start)) s"
	umount -l "$tmp/$release/proc" "$tmp/$release/dev" 2>/dev/null
	rm -rf --one-file-system "${tmp:?}/$release"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
