"""J and G constant: f = J/G from r_n to r_n + G t. r_n = 0.6 nm, J = 1e20/(m^3 s), G = 0.01 nm/s."""
from mpmath import mp, mpf, sqrt

mp.dps = 30
r_n, J, G = mpf("0.6"), mpf("1e20"), mpf("0.01")
print("time [s],number [1/m^3],radius_mean [nm],radius_sd [nm]")
for t in (100, 300):
    end = r_n + G * t
    print(t, mp.nstr(J * t, 15), mp.nstr((r_n + end) / 2, 15), mp.nstr((end - r_n) / sqrt(12), 15), sep=",")
