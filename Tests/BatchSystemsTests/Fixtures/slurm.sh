#!/bin/bash
#SBATCH --job-name=palladium
#SBATCH --array=0-99%10
#SBATCH --output=logs/0003.log
#SBATCH --open-mode=append
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=2
#SBATCH --mem=4096M
#SBATCH --time=0-01:30:00
#SBATCH --signal=B:USR1@60
#SBATCH --account=chem
#SBATCH --partition=short
#SBATCH --no-requeue
#SBATCH --qos=long
#SBATCH --mail-type=END
cd '/home/ann/my sweeps/it'\''s' || exit 74
task=$((SLURM_ARRAY_TASK_ID + 1000))
exec >> logs/0003-$task.log 2>&1
module purge
module load hdf5
exec '/opt/qd synth/qdsynth' sweep worker '/home/ann/my sweeps/it'\''s' --submission 3 --index $task
