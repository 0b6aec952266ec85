"""k(n) r(n)/N_A in m^3/s, for k in 1/(M h)."""
from mpmath import mp, mpf

mp.dps = 30
litre_per_hour = mpf("1e-3") / 3600 / mpf("6.02214076e23")
print("units,counting,attachment [m^3/s]")
for n in (3, 8, 33, 34, 108, 109, 5000):
    for counting in ("power", "capped"):
        atoms = mpf("2.677") * mpf(n)**mpf("0.72")
        if counting == "capped":
            atoms = min(atoms, mpf(n))
        k = mpf("249454.291397") if n <= 108 else mpf("6097.4163")
        print(n, counting, mp.nstr(k * atoms * litre_per_hour, 17), sep=",")
