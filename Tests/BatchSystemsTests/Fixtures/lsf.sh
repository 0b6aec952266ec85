#!/bin/bash
#BSUB -J "palladium[1-100]%10"
#BSUB -o logs/0003.log
#BSUB -n 2
#BSUB -R "span[hosts=1]"
#BSUB -M 4096MB
#BSUB -R "rusage[mem=4096MB]"
#BSUB -W 1:30
#BSUB -wa USR1 -wt 1
#BSUB -P chem
#BSUB -q short
#BSUB -rn
#BSUB --qos=long
#BSUB --mail-type=END
cd '/home/ann/my sweeps/it'\''s' || exit 74
task=$((LSB_JOBINDEX + 999))
exec >> logs/0003-$task.log 2>&1
module purge
module load hdf5
exec '/opt/qd synth/qdsynth' sweep worker '/home/ann/my sweeps/it'\''s' --submission 3 --index $task
