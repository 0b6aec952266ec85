#!/usr/bin/env python3
"""A distribution that shifts by 2 nm, and what Koren's limiter makes of it, on even cells and on qdsynth's.

usage: oracle.py [step | smooth]

Writes seeds.csv (a histogram of diameters) and moved.csv (shares below a radius after the shift) of

    step     1 between 0.5 and 1.5 nm, 0 elsewhere
    smooth   cos^4[pi (r - 1 nm)/(1 nm)] there

and prints sum |N_i - N p_i|/N for fluxes v f_(i+1/2), f_(i+1/2) = f_i + phi(rho) (f_i - f_(i-1))/2, with
rho = (f_(i+1) - f_i)/(f_i - f_(i-1)) and

    Koren     phi = max(0, min(2 rho, (1 + 2 rho)/3, 2)); B. Koren, in: Numerical Methods for Advection-Diffusion
              Problems (Vieweg, 1993), p. 117
    van Leer  phi = (rho + |rho|)/(1 + |rho|);  upwind  phi = 0

in time by the third-order scheme of Shu and Osher, at a Courant number of 0.2. On even cells in 0 to 5 nm this is
the table of physics.md. On qdsynth's cells, 2 % wide in units, f is the density in radius, in units or in their
logarithm; the best of the three is what is asked.
"""
import sys

import numpy as np

low, high, shift = 0.5, 1.5, 2.0
volume, ratio = 1e-4, 0.02


def below_step(r):
    return np.clip(r - low, 0, 1)


def below_smooth(r):
    t = np.clip(r - 1, -0.5, 0.5)
    return 0.5 + t + 2 / (3 * np.pi) * np.sin(2 * np.pi * t) + np.sin(4 * np.pi * t) / (12 * np.pi)


def limited(phi):
    def at_edges(f):
        back, ahead = f[1:-1] - f[:-2], f[2:] - f[1:-1]
        some = np.abs(back) > 1e-300
        rho = np.where(some, ahead / np.where(some, back, 1), 0)
        edges = f.copy()
        edges[1:-1] += 0.5 * phi(rho) * back
        return edges
    return at_edges


koren = limited(lambda rho: np.maximum(0, np.minimum.reduce([2 * rho, (1 + 2 * rho) / 3, np.full_like(rho, 2)])))
van_leer = limited(lambda rho: (rho + np.abs(rho)) / (1 + np.abs(rho)))


def distance(at_edges, below, edges, place=None, speed=None):
    """After the shift, with the density in `place` (the radius where none is given), whose speed is given."""
    width = np.diff(edges if place is None else place)
    speed = np.ones_like(edges) if speed is None else speed
    number = np.diff(below(edges))
    steps = int(np.ceil(shift / (0.2 * np.min(width / speed[1:]))))
    dt = shift / steps

    def change(number):
        flux = np.append(0, speed[1:] * at_edges(number / width))
        return flux[:-1] - flux[1:]

    for _ in range(steps):
        one = number + dt * change(number)
        two = 0.75 * number + 0.25 * (one + dt * change(one))
        number = (number + 2 * (two + dt * change(two))) / 3
    return np.abs(number - np.diff(below(edges - shift))).sum()


name = sys.argv[1] if len(sys.argv) > 1 else "step"
below = below_step if name == "step" else below_smooth
radii = np.linspace(low, high, 2 if name == "step" else 401)
with open("seeds.csv", "w") as file:
    file.write("from [nm],to [nm],count\n")
    for a, b in zip(radii, radii[1:]):
        file.write(f"{2 * a:.9g},{2 * b:.9g},{below(b) - below(a):.12e}\n")
with open("moved.csv", "w") as file:
    file.write("radius [nm],below\n")
    for r in radii:
        file.write(f"{r + shift:.9g},{abs(below(r)):.12f}\n")

for count in (200, 800):
    edges = np.linspace(0, 5, count + 1)
    rows = [f"{label} {distance(scheme, below, edges):.5f}" for label, scheme in
            (("upwind", lambda f: f), ("van Leer", van_leer), ("Koren", koren))]
    print(f"{count} even cells:", ", ".join(rows))

units = 1.5 * (1 + ratio) ** np.arange(800)
edges = (3 * units * volume / (4 * np.pi)) ** (1 / 3)
units, edges = units[(edges > 0.3) & (edges < 5)], edges[(edges > 0.3) & (edges < 5)]
rows = [f"{label} {distance(koren, below, edges, place, speed):.5f}" for label, place, speed in
        (("radius", None, None), ("units", units, 3 * units / edges), ("logarithm", np.log(units), 3 / edges))]
print("qdsynth's cells, Koren:", ", ".join(rows))
