"""4 pi r^2 k times exp(-B/s), or times (s/s1) tanh(s1/s), in m^3/s."""
from mpmath import exp, log, mp, mpf, pi, tanh

mp.dps = 30
edge = mpf("2e-11") / (mpf("1.380649e-23") * 500)
area = mpf("0.056e-27") / mpf("0.3e-9")
barrier, turn = pi * edge**2 * area, 2 * pi * edge * area / mpf("1e-9")
rough = 4 * pi * mpf("2e-9")**2 * mpf("2e-4")
print("form,equilibrium [mol/m^3],attachment [m^3/s]")
for equilibrium in ("1.5", "0.5", "0.001", "5", "2"):
    drive = abs(log(2 / mpf(equilibrium)))
    island = exp(-barrier / drive) if drive > 0 else mpf(0)
    spiral = drive / turn * tanh(turn / drive) if drive > 0 else mpf(0)
    print("island", equilibrium, mp.nstr(rough * island, 17), sep=",")
    print("spiral", equilibrium, mp.nstr(rough * spiral, 17), sep=",")
