#!/bin/bash
#PBS -N palladium
#PBS -t 1000-1099%10
#PBS -j oe
#PBS -o logs/0003.log
#PBS -l nodes=1:ppn=2
#PBS -l mem=4096mb
#PBS -l walltime=01:30:00
#PBS -A chem
#PBS -q short
#PBS -r n
#PBS -S /bin/bash
#PBS --qos=long
#PBS --mail-type=END
cd '/home/ann/my sweeps/it'\''s' || exit 74
task=$((${PBS_ARRAYID:-0} + 0))
exec >> logs/0003-$task.log 2>&1
module purge
module load hdf5
exec '/opt/qd synth/qdsynth' sweep worker '/home/ann/my sweeps/it'\''s' --submission 3 --index $task
