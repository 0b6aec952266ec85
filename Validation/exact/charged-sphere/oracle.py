"""8 pi gamma r_0^2 and 2 pi gamma r_m^2, in J, at the radii of V35."""
from mpmath import mp, mpf, pi

mp.dps = 30
gamma = mpf("0.1")
print("radius [nm],charges,energy [J]")
for charges, r_0, r_m in ((5, "0.781940", "1.241253"), (10, "1.241253", "1.970367")):
    print(r_0, charges, mp.nstr(8 * pi * gamma * (mpf(r_0) * mpf("1e-9"))**2, 17), sep=",")
    print(r_m, charges, mp.nstr(2 * pi * gamma * (mpf(r_m) * mpf("1e-9"))**2, 17), sep=",")
