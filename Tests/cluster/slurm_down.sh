#!/usr/bin/env bash
# slurm_down.sh DIR
#
# Ends the SLURM that slurm_up.sh has started in DIR, process by process, as its files name them.
set -u
dir=$(cd "$1" && pwd) || exit 1
SLURM_CONF="$dir/slurm.conf" scancel --user="$(id -un)" 2>/dev/null
for file in "$dir"/run/slurmd-*.pid "$dir/run/slurmctld.pid" "$dir/run/munged.pid"; do
  [ -s "$file" ] && kill "$(cat "$file")" 2>/dev/null
  sleep 0.3
done
exit 0
