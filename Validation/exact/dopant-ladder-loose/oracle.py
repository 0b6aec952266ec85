"""Clusters by size and by what they carry: the whole master equation, monomer and dopant held.

Sizes 2 to 24 below an open top; up(n) = 5 n^(1/3), down(n + 1) = n^(1/3) exp(4 [(n+1)^(2/3) - n^(2/3)]).
Below five units nothing is carried; crystals have 12 units.
"""
from itertools import product

import numpy as np
from scipy.linalg import expm

top, smallest, floor, most = 24, 5, 12, 7
up = lambda n: 5 * n ** (1 / 3)
down = lambda n: (n - 1) ** (1 / 3) * np.exp(4 * (n ** (2 / 3) - (n - 1) ** (2 / 3)))


volume, layer, thermal, step = 9.403159725795938e-29, 3e-10, 1e-20, 1e-9
sticking, dissolved, residence, D, E1 = 0.3, 1, 0.3, 1e-21, 1e-20
states = [(n, s, k) for n in range(2, top + 1) for s, k in product(range(most + 1), repeat=2)
          if n >= smallest or s == k == 0]
place = {state: index for index, state in enumerate(states)}
source = len(states)
matrix = np.zeros((source + 1, source + 1))


def move(rate, start, end):
    matrix[place[start], place[start]] -= rate
    if end in place:
        matrix[place[end], place[start]] += rate


matrix[place[2, 0, 0], source] = up(1) * 5
for n, s, k in states:
    move(up(n), (n, s, k), (n + 1, s, k))
    move(down(n), (n, s, k), (n - 1, s, k) if n > smallest else (n - 1, 0, 0))
    if n < smallest:
        continue
    net = up(n) - down(n)
    radius = (3 * n * volume / (4 * np.pi)) ** (1 / 3)
    burial = volume * max(0, net) / (4 * np.pi * radius**2) / layer
    exposure = max(0, -net) / n + np.pi**2 * D / radius**2 * (
        1 - np.exp(-E1 * step / (2 * radius) / thermal))
    if s < most:
        move(sticking * n ** (1 / 3) * dissolved, (n, s, k), (n, s + 1, k))
    move(s / residence, (n, s, k), (n, s - 1, k))
    if k < most:
        move(s * burial, (n, s, k), (n, s - 1, k + 1))
    if s < most:
        move(k * exposure, (n, s, k), (n, s + 1, k - 1))

start = np.zeros(source + 1)
start[source] = 1
print("time [s],number [1/m^3],Mn_per_crystal [1],Mn_variance [1],Mn_on_surface [1]")
for time in (1, 3, 30):
    now = expm(matrix * time) @ start
    crystals = [(now[place[state]], *state[1:]) for state in states if state[0] >= floor]
    number = sum(c for c, _, _ in crystals)
    mean = sum(c * (s + k) for c, s, k in crystals) / number
    spread = sum(c * (s + k) ** 2 for c, s, k in crystals) / number - mean**2
    outside = sum(c * s for c, s, _ in crystals) / number / mean
    print(time, f"{number * 6.02214076e23:.13g}", f"{mean:.10g}", f"{spread:.10g}", f"{outside:.10g}", sep=",")
