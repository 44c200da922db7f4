#!/bin/sh
# tests/batch/systemd.sh - systemd itself runs the service of samples/cron, as hardened as it is
#
# A systemd is the first process of namespaces of its own, with this test as a service and
# no unit of the machine's but the targets; its cgroups are below a new one. Needs root.
# shellcheck disable=SC1091,SC2154 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
self=$here/systemd.sh
. "$here/../lib/tap.sh"
. "$here/../lib/private.sh"

# outside: runs the world, then says what the test in it has found
outside() {
	tmp=$(mktemp -d) || exit 2
	cgroup=tanzaku-test.$$
	trap 'rm -rf "$tmp"' EXIT
	: >"$tmp/tap"
	(private "$self" world "$tmp" $cgroup) >"$tmp/systemd" 2>&1 || cat "$tmp/systemd" >&2
	unshare --mount sh -c "mount -t cgroup2 cgroup2 /mnt && find /mnt/$cgroup -depth -type d -exec rmdir {} +"
	cat "$tmp/tap"
	tail -n 1 "$tmp/tap" | grep -q ' passed, 0 failed$'
	exit
}

# world DIR CGROUP: what systemd finds, and then itself
world() {
	private "$self"
	own_etc "$1"
	rm -rf /etc/systemd/system /etc/fstab
	empty /run /srv /home /var/lib /var/log /usr/lib/systemd/system-generators \
		/usr/lib/systemd/system/sysinit.target.wants /usr/lib/systemd/system/sockets.target.wants
	installed "$top" "$1"
	mkdir -p /etc/systemd/system /run/systemd/system
	cat >/run/systemd/system/test.service <<-END
		[Unit]
		DefaultDependencies=no
		SuccessAction=exit
		FailureAction=exit-force
		[Service]
		Type=oneshot
		ExecStart=$self inside $1
		StandardOutput=append:$1/tap
		StandardError=append:$1/tap
		TimeoutStartSec=100
	END
	mkdir "$1/cgroup" && mount -t cgroup2 cgroup2 "$1/cgroup" && mkdir "$1/cgroup/$2" &&
		echo $$ >"$1/cgroup/$2/cgroup.procs" || exit 2
	# Systemd raises limits of the kernel as it starts.
	mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys || exit 2
	exec unshare --cgroup --mount sh -c 'mount -t cgroup2 cgroup2 /sys/fs/cgroup &&
		container=tanzaku-test exec /lib/systemd/systemd --system --unit=test.service --log-target=console'
}

documents() {
	mkdir /srv/documents
	cp "$top"/samples/*.txt /srv/documents
	head -c 3000 /dev/zero >/srv/documents/zeros.txt
}

# settings LINE ...: of the service, for this test
settings() {
	mkdir -p /run/systemd/system/tanzaku.service.d
	printf '[Service]\nStandardError=append:/run/said\n' >/run/systemd/system/tanzaku.service.d/test.conf
	[ $# -eq 0 ] || printf '%s\n' "$@" >>/run/systemd/system/tanzaku.service.d/test.conf
	: >/run/said
	systemctl daemon-reload
}

# converts: the service writes what the suite writes, and says what it has done
converts() {
	systemctl start tanzaku.service
	ok $? 'the service converts the documents, and warnings are no failure'
	out=/var/lib/tanzaku/json
	warned=0
	cd /srv || exit
	for file in documents/*.utf* documents/*.cp* documents/*.eucjp* documents/*.iso*; do
		tanzaku convert "$file" >"$tmp/one" 2>"$tmp/warnings" || warned=$((warned + 1))
		cmp "$tmp/one" "$out/$file.json" || echo "$file" >>"$tmp/differ"
	done
	[ ! -e "$tmp/differ" ]
	ok $? 'its output is that of tanzaku convert'
	echo "tanzaku-batch: $out: 9 documents: 8 converted ($warned with warnings), 0 unchanged, 1 bad; see $out/.tanzaku/bad.jsonl" >"$tmp/want"
	tail -n 1 /run/said >"$tmp/said"
	same "$tmp/want" "$tmp/said" 'one line says so, behind those of the documents that have something'
	grep -q '"event":"end"' /var/log/tanzaku/batch.jsonl
	ok $? 'the log is in its directory'
}

# hardened: what a program in place of the suite can do there
hardened() {
	cat >/usr/local/bin/intruder <<-'END'
		#!/bin/sh
		for dir in / /dev/shm /etc /home /run /run/lock /srv/documents /usr/local/bin /var /var/lib /var/log; do
			(: >$dir/mine) 2>/dev/null && echo "wrote to $dir" >&2
		done
		for dir in /tmp /var/tmp "$STATE_DIRECTORY" "$LOGS_DIRECTORY"; do
			: >$dir/mine || echo "cannot write to $dir" >&2
		done
		cat /home/secret 2>/dev/null >&2
		[ ! -e /proc/1 ] || echo 'sees other processes' >&2
		sed -n 's/^ *\([a-z0-9]*\):.*/has the network \1/p' /proc/self/net/dev >&2
		exit 0
	END
	chmod +x /usr/local/bin/intruder
	chmod 1777 /srv/documents
	echo secret >/home/secret
	settings 'ExecStart=' 'ExecStart=/usr/local/bin/intruder'
	systemctl start tanzaku.service
	ok $? 'another program in its place runs'
	echo 'has the network lo' >"$tmp/want"
	same "$tmp/want" /run/said 'and can write only to its own, and reads no secret, and sees no network but lo and no other process'
}

# inside DIR: the test, as a service of that systemd
inside() {
	tmp=$1
	documents
	readme "$top/samples/cron/README.md" systemd "$tmp/steps"
	ok $? "the README's steps"
	systemctl is-active -q tanzaku.timer
	ok $? 'the timer waits'
	settings
	converts
	: >/run/said
	systemctl start tanzaku.service
	ok $? 'and again, with nothing to do'
	hardened
	settings
	mv /srv/documents /srv/elsewhere
	! systemctl start tanzaku.service 2>"$tmp/start" && systemctl is-failed -q tanzaku.service
	ok $? 'the service fails when its documents cannot be read'
	cat /run/said
	finish
}

"${1:-outside}" "${2-}" "${3-}"
