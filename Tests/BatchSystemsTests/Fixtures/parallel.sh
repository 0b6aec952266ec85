#!/bin/bash
cd '/home/ann/my sweeps/it'\''s' || exit 74
task=$(($1 + 0))
exec >> logs/0003-$task.log 2>&1
module purge
module load hdf5
exec '/opt/qd synth/qdsynth' sweep worker '/home/ann/my sweeps/it'\''s' --submission 3 --index $task
