# private.sh - a world of its own for a test of services; it sources this as "$here/../lib/private.sh"
#
# What such a test starts, mounts and listens on is seen by nobody else, changes no file of
# the machine, and is gone when the test is: mounts, processes, network and host name are
# in namespaces. Making them takes root.
# shellcheck shell=sh

# private SCRIPT [ARGUMENT ...]: starts the script anew in such a world; there, it returns
private() {
	if [ -z "${TANZAKU_PRIVATE-}" ]; then
		TANZAKU_PRIVATE=1 exec unshare --mount --net --pid --ipc --uts --cgroup \
			--fork --kill-child --mount-proc -- "$@"
	fi
	unset TANZAKU_PRIVATE
	PATH=$PATH:/usr/sbin:/sbin
	ip link set lo up || exit 2
	hostname worker || exit 2
}

# empty DIR ...: an empty file system over each
empty() {
	for dir; do
		mount -t tmpfs -o mode=755 tmpfs "$dir" || exit 2
	done
}

# own_etc DIR: a copy of /etc, in DIR, over /etc, to which the test can write
own_etc() {
	cp -a /etc "$1/etc" && mount --bind "$1/etc" /etc || exit 2
	echo '127.0.0.1 localhost worker' >/etc/hosts
}

# installed TOP DIR: what `make install` gives, in DIR, over /usr/local
installed() {
	make -s -C "$1" install PREFIX=/usr/local DESTDIR="$2/root" && mount --bind "$2/root/usr/local" /usr/local || exit 2
}

# readme FILE SECTION LIST: runs the commands that it tells the administrator to type, in its own directory; leaves them in LIST
readme() {
	awk -v section="$2" '/^## / { here = $2 == section } /^```/ { code = here && /sh/; next } code' "$1" >"$3"
	[ -s "$3" ] && (cd "$(dirname "$1")" && sh -e "$3")
}
