#!/usr/bin/env bash
# slurm_up.sh DIR [NODES]
#
# Starts a SLURM of its own in DIR, which it keeps to: keys, sockets, logs and state lie there, and
# SLURM_CONF names its configuration. Prints "export SLURM_CONF=...". The path of DIR must be short
# (a socket lies in it). As root, jobs of any user run; else only one's own.
#
#   SLURM_TEST_CPUS      cores that each node claims to have (8): jobs start about once a second
#   SLURM_TEST_MAXARRAY  MaxArraySize (1001)
#   SLURM_TEST_PORT      of the controller (16817); the nodes take the ones after it
#
# Needs slurmctld, slurmd, slurm-client and munge.
set -euo pipefail
export PATH="$PATH:/usr/sbin:/sbin"
mkdir -p "$1"
dir=$(cd "$1" && pwd)
nodes=${2:-1}
cpus=${SLURM_TEST_CPUS:-8}
port=${SLURM_TEST_PORT:-16817}
host=$(hostname -s)
user=$(id -un)
mkdir -p "$dir"/{state,spool,log,run}
chmod 755 "$dir" "$dir/run"
(umask 077; head -c 1024 /dev/urandom > "$dir/munge.key")
{
  cat <<CONF
ClusterName=qdtest
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
AuthType=auth/munge
AuthInfo=socket=$dir/run/munge.socket
CredType=cred/munge
SlurmUser=$user
SlurmdUser=$user
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool/%n
SlurmctldPidFile=$dir/run/slurmctld.pid
SlurmdPidFile=$dir/run/slurmd-%n.pid
SlurmctldLogFile=$dir/log/slurmctld.log
SlurmdLogFile=$dir/log/slurmd-%n.log
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$dir/log/jobcomp.txt
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0,bf_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
ReturnToService=2
MaxArraySize=${SLURM_TEST_MAXARRAY:-1001}
MinJobAge=${SLURM_TEST_MINJOBAGE:-600}
KillWait=5
CONF
  for i in $(seq "$nodes"); do
    echo "NodeName=n$i NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + i)) CPUs=$cpus RealMemory=4000 State=UNKNOWN"
  done
  echo "PartitionName=debug Nodes=n[1-$nodes] Default=YES MaxTime=INFINITE State=UP"
} > "$dir/slurm.conf"
export SLURM_CONF="$dir/slurm.conf"
munged --force --key-file="$dir/munge.key" --socket="$dir/run/munge.socket" \
  --pid-file="$dir/run/munged.pid" --log-file="$dir/log/munged.log" \
  --seed-file="$dir/run/munged.seed"
slurmctld -f "$SLURM_CONF"
for i in $(seq "$nodes"); do
  mkdir -p "$dir/spool/n$i"
  slurmd -N "n$i" -f "$SLURM_CONF"
done
for _ in $(seq 60); do
  if [ "$(sinfo -h -N -o %T 2>/dev/null | grep -c '^idle$')" = "$nodes" ]; then
    echo "export SLURM_CONF=$SLURM_CONF"
    exit 0
  fi
  sleep 0.5
done
echo "SLURM did not come up" >&2
tail -n 20 "$dir"/log/slurmctld.log "$dir"/log/slurmd-*.log >&2
exit 1
