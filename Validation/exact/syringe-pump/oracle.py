"""Time, A and B (mol/m3) and volume (L), stretch by stretch."""
from mpmath import exp, mp, mpf

mp.dps = 30
k, feed = mpf("1e-3"), mpf(30)
amount, volume, fed, time = mpf(0), mpf("1e-5"), mpf(0), 0
for minutes, rate in [(5, 1), (2, 0), (mpf("2.5"), 2)]:
    span, flow = minutes * 60, mpf(rate) * mpf("1e-6") / 60
    steady = flow * feed / k
    amount = steady + (amount - steady) * exp(-k * span)
    volume += flow * span
    fed += flow * feed * span
    time += int(span)
    print(time, *(mp.nstr(x, 15) for x in (amount / volume, (fed - amount) / volume, volume * 1000)), sep=",")
