// Room for PopulationBalance.
