"""A -> B at k_1, A + B -> 2 B at k_2: A(t) = (k_1/k_2 + A_0)/(1 + k_1/(k_2 A_0) exp[(k_1 + k_2 A_0) t]); h and M."""
from mpmath import exp, mp, mpf

mp.dps = 30
k1, k2, A0 = mpf("1e-4"), mpf(50), mpf("0.01")
print("time [s],A [mol/m^3],B [mol/m^3]")
for t in (5, 10, 20):
    A = (k1 / k2 + A0) / (1 + k1 / (k2 * A0) * exp((k1 + k2 * A0) * t))
    print(t * 3600, mp.nstr(A * 1000, 15), mp.nstr((A0 - A) * 1000, 15), sep=",")
