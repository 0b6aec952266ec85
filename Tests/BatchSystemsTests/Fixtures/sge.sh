#!/bin/bash
#$ -S /bin/bash
#$ -N palladium
#$ -cwd
#$ -t 1001-1100
#$ -tc 10
#$ -j y
#$ -o logs/0003.log
#$ -pe smp 2
#$ -l h_vmem=2048M
#$ -l h_rt=5400
#$ -l s_rt=5340
#$ -P chem
#$ -q short
#$ -r n
#$ --qos=long
#$ --mail-type=END
cd '/home/ann/my sweeps/it'\''s' || exit 74
task=$((SGE_TASK_ID + -1))
exec >> logs/0003-$task.log 2>&1
module purge
module load hdf5
exec '/opt/qd synth/qdsynth' sweep worker '/home/ann/my sweeps/it'\''s' --submission 3 --index $task
