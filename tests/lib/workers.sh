# workers.sh - machines to work on, for tests in a world of their own (private.sh)
#
# Each is an sshd(8) with an address of its own and all its processes in one namespace, so
# that it can be killed as a whole, or lose its network. It knows the host keys of the others and lets root in, with a
# key that was made for the test. It sees the files of the test's world, but for /usr/local
# where there is another one for it.
# shellcheck shell=sh

# workers DIR N: worker1 to workerN; DIR/local2 is the /usr/local of worker2
workers() {
	ssh_dir=$1/ssh local=$1/local
	mkdir -m 700 "$ssh_dir" && mkdir -p /run/sshd || return
	ssh-keygen -q -t ed25519 -N '' -f "$ssh_dir/host" && ssh-keygen -q -t ed25519 -N '' -f "$ssh_dir/user" || return
	cp "$ssh_dir/user.pub" "$ssh_dir/authorized"
	mkdir -p /etc/ssh/ssh_config.d
	for worker in $(seq "$2"); do
		echo "192.0.2.$worker worker$worker" >>/etc/hosts
		echo "worker$worker $(cat "$ssh_dir/host.pub")" >>"$ssh_dir/known"
	done
	cat >/etc/ssh/ssh_config <<-END
		Host worker*
			User root
			IdentityFile $ssh_dir/user
			UserKnownHostsFile $ssh_dir/known
			BatchMode yes
			LogLevel ERROR
	END
	for worker in $(seq "$2"); do
		ip addr add "192.0.2.$worker/32" dev lo && worker_up "$worker" || return
	done
}

# worker_up N: starts it
worker_up() {
	cat >"$ssh_dir/sshd$1" <<-END
		ListenAddress 192.0.2.$1
		HostKey $ssh_dir/host
		AuthorizedKeysFile $ssh_dir/authorized
		PermitRootLogin prohibit-password
		StrictModes no
		UsePAM no
		PidFile none
		MaxStartups 100
		LogLevel ERROR
	END
	unshare --mount --pid --fork --kill-child --mount-proc sh -e -c "
		[ ! -d '$local$1' ] || mount --bind '$local$1' /usr/local
		exec $(command -v sshd) -D -e -f '$ssh_dir/sshd$1'" 2>"$ssh_dir/log$1" &
	echo $! >"$ssh_dir/pid$1"
	for _ in $(seq 50); do
		ssh "worker$1" true 2>"$ssh_dir/try" && return
		sleep 0.1
	done
	cat "$ssh_dir/log$1" "$ssh_dir/try" >&2
	return 1
}

# worker_lost N: its packets go nowhere any more, as if it had no power; nobody is told
worker_lost() { ip addr del "192.0.2.$1/32" dev lo && ip route add blackhole "192.0.2.$1/32"; }

# worker_down N: all of it is killed; whoever is connected is told by the kernel
worker_down() {
	kill -9 "$(cat "$ssh_dir/pid$1")"
	wait "$(cat "$ssh_dir/pid$1")" 2>/dev/null
}
