"""Binomial moments of 300 sites."""
from math import expm1, log

print("time [s],Ag_per_crystal [1],Ag_variance [1],Ag_without [1]")
for time in (-log(0.99) / 0.02, 1.0):
    p = -expm1(-0.02 * time)
    print(f"{time:.16g}", f"{300 * p:.15g}", f"{300 * p * (1 - p):.15g}", f"{(1 - p)**300:.15g}", sep=",")
