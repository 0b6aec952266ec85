"""Checks that the file of a sweep that keeps curves opens, as it is, in the tools that people use.

    python check_sweep.py SWEEP.h5

Needs h5py, xarray and h5netcdf.
"""
import sys

import h5py
import numpy
import xarray

faults = []


def claim(holds, text):
    if not holds:
        faults.append(text)


def check_descriptions(path):
    def check(name, item):
        if isinstance(item, h5py.Dataset):
            for attribute in ("units", "long_name"):
                claim(attribute in item.attrs, f"{name} has {attribute}")

    with h5py.File(path) as file:
        file.visititems(check)


def check_curves(path):
    with xarray.open_dataset(path, group="results", engine="h5netcdf") as table:
        table.load()
    with xarray.open_dataset(path, group="results/curves", engine="h5netcdf") as curves:
        curves.load()
    claim("time" in curves.coords, "the time is a coordinate")
    claim(curves.number.attrs["units"] == "1/m^3", "number is in 1/m^3")
    for name, curve in curves.data_vars.items():
        claim(curve.dims == ("index", "frame"), f"{name} is index x frame")
        claim(name in table, f"the table has the last value of {name}")
        for row in range(table.sizes["index"]):
            reached = int(numpy.isfinite(curves.time[row]).sum())
            claim(numpy.isnan(curve[row, reached:]).all(), f"{name} has nothing after its end")
            if table.status[row] != "done" or reached == 0:
                continue
            same = numpy.array_equal(curve[row, reached - 1], table[name][row], equal_nan=True)
            claim(same, f"{name} of run {row} ends with the value of the table")


if __name__ == "__main__":
    check_descriptions(sys.argv[1])
    check_curves(sys.argv[1])
    for fault in faults:
        print(f"FAILED: {fault}")
    sys.exit(1 if faults else print("sweep: it opens"))
