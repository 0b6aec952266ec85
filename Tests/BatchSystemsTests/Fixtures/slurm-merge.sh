#!/bin/bash
#SBATCH --job-name=palladium
#SBATCH --output=logs/0003.log
#SBATCH --open-mode=append
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=4096M
#SBATCH --time=0-01:30:00
#SBATCH --account=chem
#SBATCH --partition=short
#SBATCH --no-requeue
#SBATCH --qos=long
#SBATCH --mail-type=END
cd '/home/ann/my sweeps/it'\''s' || exit 74
module purge
module load hdf5
exec '/opt/qd synth/qdsynth' sweep merge '/home/ann/my sweeps/it'\''s'
