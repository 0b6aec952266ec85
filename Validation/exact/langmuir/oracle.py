"""theta = theta_eq [1 - exp(-(k_a c + k_d) t)]; time and coverage."""
from mpmath import exp, mp, mpf

mp.dps = 30
gain, loss = mpf(100) * mpf("0.01"), mpf("0.5")
for t in [1, 40]:
    print(t, mp.nstr(gain / (gain + loss) * (1 - exp(-(gain + loss) * t)), 15), sep=",")
