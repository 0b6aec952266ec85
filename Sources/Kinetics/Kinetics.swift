// Room for Kinetics.
