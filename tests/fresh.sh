#!/bin/sh
# tests/fresh.sh - the first two commands that README names, typed on machines that have nothing yet
#
# usage: tests/fresh.sh RELEASE ... (as bookworm trixie)
#
# For each release of Debian, all at the same time: a minimal system with git, made by debootstrap(8) and copied for
# each user, in which HEAD is cloned. A user without sudo is told what to type, and nothing else; root types it, and
# then that user needs nobody. A user with sudo sees the demo, and installs what it names; root sees it, and checks.
# None of them finds a service, a diverted program or a file in /tmp on the machine that was not there before.
# Mirror, proxy, keys and certificates are those of this system's apt. Needs root, and the network: without either
# it fails. What is mounted is so in a namespace, and gone with it.
# shellcheck disable=SC1091,SC2154 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*}
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# ---- one release, in a world of its own

# carry: what this system's apt needs to reach its mirror, in $1 as well
carry() {
	apt-config dump | grep -E '^Acquire::(https?|ftp|Retries|Check-)' >"$1/etc/apt/apt.conf.d/99carried"
	echo "127.0.0.1 localhost $(uname -n)" >"$1/etc/hosts"
	for each in /etc/apt/trusted.gpg.d /usr/local/share/ca-certificates /etc/ssl/certs/ca-certificates.crt /etc/resolv.conf; do
		[ ! -e $each ] || { mkdir -p "$1${each%/*}" && cp -RL $each "$1${each%/*}"; }
	done
}

# mirror: where this system has its Debian from; nothing if it is none: then debootstrap knows
mirror() {
	# shellcheck disable=SC2016 # apt's own variables
	apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | sed -n 's/^Debian http/http/p' | head -n 1
}

# machine NAME: $root is a machine on which nothing was done yet but a clone, by each of its users
machine() {
	root=$tmp/$1
	cp -a "$tmp/base" "$root" || exit 2
	mount -t proc proc "$root/proc" && mount -t tmpfs tmpfs "$root/dev/shm" &&
		mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts" || exit 2
	chroot "$root" useradd --create-home --shell /bin/bash hana || exit 2
	for home in /root /home/hana; do
		cp -a "$tmp/clone" "$root$home/tanzaku" || exit 2
	done
	chroot "$root" chown -R hana: /home/hana || exit 2
}

# gone: the machine's disk is free again
gone() { umount "$root/proc" "$root/dev/shm" "$root/dev/pts" && rm -rf "$root"; }

# type_as USER COMMAND: as if logged in, in the clone; what it says is in $tmp/out and $tmp/err
type_as() {
	chroot "$root" su - "$1" -c "cd tanzaku && $2" >"$tmp/out" 2>"$tmp/err" </dev/null
	status=$?
}

# typed NAME USER COMMAND: it succeeds; how long that took is told
typed() {
	name=$1
	shift
	begun=$(date +%s)
	type_as "$@"
	ok $status "$release: $name: $2 ($(($(date +%s) - begun)) s)"
	[ $status -eq 0 ] || tail -n 60 "$tmp/out" "$tmp/err" | sed 's/^/# /'
}

# expect NAME COMMAND ...: it succeeds; if not, what was said last is shown
expect() {
	name=$1
	shift
	"$@" >"$tmp/said" 2>&1
	result=$?
	ok $result "$release: $name"
	[ $result -eq 0 ] || tail -n 60 "$tmp/said" "$tmp/out" "$tmp/err" | sed 's/^/# /'
}

# state: what no package that is installed may change: what runs, by itself or at some time; which program is which;
# what lies about
state() {
	find "$root"/etc/systemd "$root"/etc/rc?.d "$root"/etc/init.d "$root"/etc/cron* "$root"/var/spool/cron "$root"/tmp \
		"$root"/var/tmp 2>/dev/null
	chroot "$root" dpkg-divert --list | grep bin/
	for process in /proc/[0-9]*/root; do readlink "$process"; done | grep -c -x -F "$root"
}
packages() { chroot "$root" dpkg-query -W; }
untouched() { state | diff "$tmp/state" - && packages | diff "$tmp/packages" -; }
only_packages() { state | diff "$tmp/state" -; }
remember() {
	state >"$tmp/state"
	packages >"$tmp/packages"
}

# announced: what is to be installed and how much that is stands before all else, and is kept for the summary
announced() {
	sed -n '1s/^bootstrap: missing: ./&/p; 3s/^bootstrap: installing by apt-get: \([0-9]* new packages, .*B to download, .*B on disk\)$/\1/p' \
		"$tmp/err" >"$tmp/announced"
	[ "$(wc -l <"$tmp/announced")" -eq 2 ] && echo "# $release: $1: $(tail -n 1 "$tmp/announced")" >>"$tmp/sizes"
}

# shown: the demo is short, has JSON by the line, an answer, and the lines that install it
shown() {
	[ "$(wc -l <"$tmp/out")" -le 60 ] && grep -q '^      "code": "in-progress",$' "$tmp/out" &&
		grep -q '^      "start": "2021-09-28",$' "$tmp/out" && grep -q '^planned  水産庁  ' "$tmp/out" &&
		grep -q '^  make install ' "$tmp/out"
}

# one_command: nothing but a line to type
one_command() {
	[ "$status" -eq 2 ] && [ ! -s "$tmp/out" ] && [ "$(wc -l <"$tmp/err")" -eq 1 ] &&
		grep -qx "su - -c 'apt-get update && apt-get install [-a-z0-9 ]*'" "$tmp/err"
}

told() { [ "$status" -eq 2 ] && grep -q "no target is called 'chekc'" "$tmp/err" && grep -q '^usage:' "$tmp/err"; }
helped() { [ "$status" -eq 0 ] && grep -q '^usage:' "$tmp/out" && [ ! -s "$tmp/err" ]; }
all_passed() { tail -n 1 "$tmp/out" | grep -qx '[1-9][0-9]* passed, 0 failed'; }

without_sudo() {
	machine without
	remember
	type_as hana './scripts/bootstrap --help'
	expect 'the help' helped
	type_as hana './scripts/bootstrap chekc'
	expect 'a word that is no target' told
	type_as hana './scripts/bootstrap check'
	expect 'a user without sudo, who would check, is told one command' one_command
	type_as hana './scripts/bootstrap demo'
	expect 'a user without sudo is told one command' one_command
	expect 'until it is typed, nothing has changed' untouched
	command=$(cat "$tmp/err")
	typed 'the same, typed by root' root "$command"
	typed 'the user without sudo' hana './scripts/bootstrap demo'
	expect 'the demo' shown
	expect 'there is nothing new but packages' only_packages
	gone
}

with_sudo() {
	machine with
	type_as root 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends sudo &&
		echo "hana ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/hana'
	[ $status -eq 0 ] || { cat "$tmp/out" "$tmp/err"; exit 2; }
	remember
	typed 'a user with sudo' hana './scripts/bootstrap demo'
	expect 'the user with sudo is told first what it takes' announced 'demo with sudo'
	expect 'the demo with sudo' shown
	expect 'with sudo, there is nothing new but packages' only_packages
	sed -n '/^  make install/,/^  export/s/^  //p' "$tmp/out" >"$tmp/lines"
	typed 'the lines that the demo ends with' hana "$(cat "$tmp/lines"; echo 'cd /tmp && tanzaku convert -l ~/tanzaku/samples/city-plan.utf8.txt')"
	expect 'the command that they install' grep -q '"id":"基本目標Ⅰ/1/(1)/11101"' "$tmp/out"
	gone
}

as_root() {
	machine root
	remember
	typed root root './scripts/bootstrap demo'
	expect 'root is told first what the demo takes' announced demo
	expect 'the demo of root' shown
	typed root root './scripts/bootstrap check'
	expect 'root is told first what check takes' announced check
	expect 'all cases pass' all_passed
	sed -n 's/^not ok /# &/p; s/^# /#   /p' "$tmp/out"
	expect 'as root, there is nothing new but packages' only_packages
	echo "# $release: $(tail -n 1 "$tmp/out"); $(du -sm "$root/root/tanzaku" | cut -f 1) MB in the clone" >>"$tmp/sizes"
	gone
}

one_release() {
	release=$1 tmp=$2
	. "$here/lib/tap.sh"
	from=$(mirror)
	http_proxy=${http_proxy:-$(apt-config dump Acquire::http::Proxy | sed -n 's/.* "\(..*\)";/\1/p')}
	[ -z "$http_proxy" ] || export http_proxy
	# shellcheck disable=SC2086 # nothing if there is none
	debootstrap --variant=minbase --include=git "$release" "$tmp/base" $from >"$tmp/log" 2>&1 ||
		{ tail -n 20 "$tmp/log"; echo "not ok - $release: no minimal system"; exit 2; }
	carry "$tmp/base" || exit 2
	rm -f "$tmp/base"/var/cache/apt/archives/*.deb
	git clone -q "file://$top" "$tmp/clone" || exit 2
	without_sudo
	with_sudo
	as_root
	cat "$tmp/sizes"
	finish
}

# ---- all of them

[ "${1-}" != --inside ] || one_release "$2" "$3"
case ${1-} in
'' | -*) echo 'usage: tests/fresh.sh RELEASE ...' >&2; exit 2 ;;
esac
all=$(mktemp -d "${TMPDIR:-/var/tmp}/fresh.XXXXXX") || exit 2
worlds=''
# A world ends with its first process, and then nothing in it is mounted.
trap 'for world in $worlds; do kill "$world" && wait "$world"; done 2>/dev/null; rm -rf "$all"' EXIT
trap 'exit 2' HUP INT TERM
for release; do
	mkdir "$all/$release" || exit 2
	unshare --mount --pid --ipc --fork --kill-child --mount-proc -- \
		"$0" --inside "$release" "$all/$release" >"$all/$release.log" 2>&1 </dev/null &
	worlds="$worlds $!"
done
wait
worlds=''
passed=0 failed=0
for release; do
	cat "$all/$release.log"
	counts=$(grep -Ex '[0-9]+ passed, [0-9]+ failed' "$all/$release.log" | tail -n 1)
	# one that has not come to its end has failed
	[ -n "$counts" ] || { echo "not ok - $release was not tried to the end"; counts='0 passed, 1 failed'; }
	bad=${counts#*, }
	passed=$((passed + ${counts%% *})) failed=$((failed + ${bad%% *}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
