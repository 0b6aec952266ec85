"""Where crystals rest, where they grow fastest, and how fast, with x = r/l_c and l_c = 1 nm.

    diffusion  dr/dt = (D V_m c_inf/l_c) [S - c_r/c_inf]/x
    mixed      dr/dt = (D V_m c_inf/l_c) [S - c_r/c_inf]/[x + K exp(alpha/x)],  K = D/(k l_c)
    c_r/c_inf = 1 + 1/x (linear) or exp(1/x) (exponential)

usage: oracle.py [diffusion | mixed]
"""
import sys

from mpmath import diff, exp, findroot, log, mp, mpf

mp.dps = 30
l_c, D, V_m, c_inf = mpf("1e-9"), mpf("1e-9"), mpf("1e-31") * mpf("6.02214076e23"), mpf(1)
k_T = mpf("1.380649e-23") * 500
gamma = l_c * k_T / (2 * mpf("1e-31"))


def row(S, growth, x_rest, guess):
    x = findroot(lambda x: diff(growth, x), guess * x_rest)
    speed = D * V_m * c_inf / l_c * growth(x)
    return [mp.nstr(value, 13) for value in (x_rest * l_c, x / x_rest, speed)]


kind = sys.argv[1] if len(sys.argv) > 1 else "diffusion"
print(f"# surface_energy {mp.nstr(gamma, 16)} J/m^2", file=sys.stderr)
heads = "resting_radius [m],fastest_ratio [1],fastest_growth [m/s]"
if kind == "diffusion":
    print("gibbs_thomson,solute [mol/m^3]," + heads)
    for S in ("1.5", "3"):
        s = mpf(S)
        print("linear", S, *row(s, lambda x: (s - 1 - 1 / x) / x, 1 / (s - 1), 2), sep=",")
    for S in ("1.5", "2", "5"):
        s = mpf(S)
        print("exponential", S, *row(s, lambda x: (s - exp(1 / x)) / x, 1 / log(s), mpf("1.8")), sep=",")
else:
    print("surface_rate_constant [m/s]," + heads)
    for k, guess in (("1000", "1.7"), ("10", "1.8"), ("1", "2.5"), ("0.1", "5.4")):
        K, s = D / (mpf(k) * l_c), mpf(5)
        growth = lambda x: (s - exp(1 / x)) / (x + K * exp(1 / (2 * x)))
        print(k, *row(s, growth, 1 / log(s), mpf(guess)), sep=",")
