// Tests of Kinetics.
