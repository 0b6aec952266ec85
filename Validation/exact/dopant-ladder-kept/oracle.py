"""Clusters by size and by what they carry: the whole master equation, monomer and dopant held.

Sizes 2 to 24 below an open top; up(n) = 5 n^(1/3), down(n + 1) = n^(1/3) exp(4 [(n+1)^(2/3) - n^(2/3)]).
Below five units nothing is carried; crystals have 12 units.
"""
from itertools import product

import numpy as np
from scipy.linalg import expm

top, smallest, floor, most = 24, 5, 12, 12
up = lambda n: 5 * n ** (1 / 3)
down = lambda n: (n - 1) ** (1 / 3) * np.exp(4 * (n ** (2 / 3) - (n - 1) ** (2 / 3)))


k, f = 0.04, 0.3
states = [(n, m) for n in range(2, top + 1) for m in range(most + 1) if n >= smallest or m == 0]
place = {state: index for index, state in enumerate(states)}
source = len(states)
matrix = np.zeros((source + 1, source + 1))


def move(rate, start, end):
    matrix[place[start], place[start]] -= rate
    if end in place:
        matrix[place[end], place[start]] += rate


matrix[place[2, 0], source] = up(1) * 5
for n, m in states:
    move(up(n), (n, m), (n + 1, m))
    move(down(n), (n, m), (n - 1, m if n > smallest else 0))
    if n >= smallest and m < most:
        move(k * n if m == 0 else f * k * max(0, n - m), (n, m), (n, m + 1))

start = np.zeros(source + 1)
start[source] = 1
print("time [s],number [1/m^3],Ag_per_crystal [1],Ag_variance [1],Ag_without [1]")
for time in (1, 3, 30):
    now = expm(matrix * time) @ start
    crystals = [(now[place[state]], state[1]) for state in states if state[0] >= floor]
    number = sum(c for c, _ in crystals)
    mean = sum(c * m for c, m in crystals) / number
    spread = sum(c * m * m for c, m in crystals) / number - mean**2
    none = sum(c for c, m in crystals if m == 0) / number
    print(time, f"{number * 6.02214076e23:.13g}", f"{mean:.11g}", f"{spread:.11g}", f"{none:.11g}", sep=",")
