#!/bin/sh
# tests/batch/slurm.sh - samples/cluster/slurm-array under a real Slurm, started here and gone with the test
#
# A controller, a node of four processors and munge run in namespaces of their own. Needs root.
# shellcheck disable=SC1091,SC2154 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
. "$here/../lib/private.sh"
private "$here/slurm.sh"

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
empty /run /srv
own_etc "$tmp"
installed "$top" "$tmp"
cp "$top"/samples/cluster/tanzaku-map "$top"/samples/cluster/slurm-array /usr/local/bin
# Slurm resolves names only where there is an address that is not loopback's.
ip addr add 192.0.2.1/32 dev lo || exit 2

cat >"$tmp/slurm.conf" <<END
ClusterName=tanzaku
SlurmctldHost=worker(192.0.2.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=/run/munge
StateSaveLocation=$tmp/state
SlurmdSpoolDir=$tmp/spool
SlurmctldPidFile=/run/slurmctld.pid
SlurmdPidFile=/run/slurmd.pid
SlurmctldLogFile=$tmp/slurmctld.log
SlurmdLogFile=$tmp/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
NodeName=worker NodeAddr=192.0.2.1 CPUs=4
PartitionName=main Nodes=worker Default=YES
END
SLURM_CONF=$tmp/slurm.conf
export SLURM_CONF

slurm_up() {
	mkdir -m 700 "$tmp/munge" "$tmp/state" "$tmp/spool" || return
	head -c 1024 /dev/urandom >"$tmp/munge/key"
	chmod 600 "$tmp/munge/key"
	munged --key-file="$tmp/munge/key" --socket=/run/munge --pid-file=/run/munged.pid \
		--log-file="$tmp/munge/log" --seed-file="$tmp/munge/seed" || return
	slurmctld && slurmd || return
	for _ in $(seq 100); do
		[ "$(sinfo -h -o %t 2>&1)" = idle ] && return
		sleep 0.2
	done
	sinfo
	return 1
}

slurm_up
ok $? 'a controller and an idle node'

# Documents in a directory that every task sees, some in other encodings, one that is no text.
mkdir /srv/documents /srv/rows && cp "$top"/samples/*.txt "$top"/samples/family/*.txt /srv/documents
head -c 3000 /dev/zero >/srv/documents/zeros.txt
ls /srv/documents/*.txt >"$tmp/list"
xargs tanzaku convert -l <"$tmp/list" 2>"$tmp/err" | sort >"$tmp/want"
cd "$tmp" || exit 2

# array TASKS LIST: runs the sample as an array of four; the status is the worst of its tasks
array() { timeout 60 sbatch --wait --array="$1" /usr/local/bin/slurm-array 4 "$2" /srv/rows; }

array 0-3 "$tmp/list" >"$tmp/said"
ok $? 'all tasks of the array end with 0'
ls /srv/rows >"$tmp/files"
printf '%s\n' 0.jsonl 1.jsonl 2.jsonl 3.jsonl >"$tmp/files.want"
same "$tmp/files.want" "$tmp/files" 'each task leaves one file'
cat /srv/rows/*.jsonl | sort >"$tmp/got"
[ -s "$tmp/want" ] && cmp "$tmp/want" "$tmp/got"
ok $? "together the $(wc -l <"$tmp/want") rows of one tanzaku convert -l"
grep -q 'zeros.txt: warning' "$tmp"/tanzaku-*.log
ok $? 'what is no text is in the log of its task'

rm /srv/rows/2.jsonl
array 2 "$tmp/list" >"$tmp/said" && cat /srv/rows/*.jsonl | sort | cmp - "$tmp/want"
ok $? 'a task can be run again alone'

echo /srv/documents/none.txt >"$tmp/missing"
rm -f "$tmp"/tanzaku-*.log
array 0-3 "$tmp/missing" >"$tmp/said"
[ $? -eq 2 ] && grep -qx 'tanzaku-map: /srv/documents/none.txt: no file that can be read here' "$tmp"/tanzaku-*.log
ok $? 'a document that is missing on the node fails its task with 2, and its log says so'
[ "$failed" -eq 0 ] || tail -n 20 "$tmp"/*.log
finish
