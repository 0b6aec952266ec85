// Tests of PopulationBalance.
