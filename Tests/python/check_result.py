"""Checks that a result file opens, as it is, in the tools that people use.

    python check_result.py RESULT.h5

Needs qdsynth, h5py, xarray, h5netcdf, nexusformat and silx; h5dump where it is installed.
"""
import csv
import io
import shutil
import subprocess
import sys

import h5py
import numpy
import xarray
from nexusformat.nexus import nxload
from silx.io.nxdata import NXdata

faults = []


def claim(holds, text):
    if not holds:
        faults.append(text)


def groups(file):
    found = ["/"]
    file.visititems(lambda name, item: found.append(name) if isinstance(item, h5py.Group) else None)
    return found


def check_xarray(path):
    with h5py.File(path) as file:
        names = groups(file)
    for name in names:
        with xarray.open_dataset(path, group=name, engine="h5netcdf") as dataset:
            dataset.load()
    with xarray.open_dataset(path, group="entry/summary", engine="h5netcdf") as summary:
        claim(summary.radius_mean.dims == ("time",), "radius_mean runs along time")
        claim(summary.number.attrs["units"] == "1/m^3", "number is in 1/m^3")
        last = summary.isel(time=-1)
        claim(numpy.isfinite(float(last.number)), "the last number of crystals is a number")
    with xarray.open_dataset(path, group="entry/psd", engine="h5netcdf") as psd:
        claim(psd.number_density.dims == ("time", "radius"), "number_density is time x radius")
        width = numpy.diff(psd.edges.values)
        total = (psd.number_density.values * width).sum(axis=1)
        claim(numpy.allclose(total, psd.number.values.sum(axis=1)), "dN/dr integrates to N")


def check_diagnostics(path):
    """The diagnostics agree with one another, as a reader of the file computes them."""
    with xarray.open_dataset(path, group="entry/summary", engine="h5netcdf") as summary:
        crystals = summary.radius_mean.notnull()
        rate = summary.uptake_per_crystal * summary.number / 6.02214076e23
        claim(numpy.allclose(rate[crystals], summary.crystal_uptake_rate[crystals]), "G n is G times n")
        if "critical_radius" in summary:
            ratio = summary.radius_mean / summary.critical_radius
            claim(numpy.allclose(ratio, summary.relative_radius, equal_nan=True), "r/r* is r over r*")
        for name, unit in [("supply_rate", "mol/(m^3 s)"), ("growth_rate", "nm/s"),
                           ("uptake_per_crystal", "1/s"), ("conversion", "1"), ("focusing", "1")]:
            claim(summary[name].attrs["units"] == unit, f"{name} is in {unit}")
        end = float(summary.time[-1])
    with xarray.open_dataset(path, group="entry/milestones", engine="h5netcdf") as milestones:
        times = [float(milestones[f"nucleation_{share}_percent_time"]) for share in (10, 90)]
        claim(not times[0] > times[1], "10 % of all nuclei are born before 90 %")
        for name, value in milestones.variables.items():
            if value.attrs["units"] == "s":
                claim(not (value.values > end).any(), f"{name} lies within the run")
    with xarray.open_dataset(path, group="entry/error_budget", engine="h5netcdf") as budget:
        for name in ("matter_defect", "largest_negative", "share_near_top", "steps"):
            claim(numpy.isfinite(float(budget[name])), f"{name} is a number")
    with h5py.File(path) as file:
        if "refinement" in file["entry/error_budget"]:
            group = file["entry/error_budget/refinement"]
            for name in ("number", "radius_mean", "dispersion", "solute"):
                claim(group[name].shape == group["refined"].shape, f"a change of {name} for each finer run")


def check_replicates(path):
    """What a file says over its replicates is what a reader makes of each of them."""
    with h5py.File(path) as file:
        if "monte_carlo" not in file["entry"]:
            return
        kinds = list(file["entry/dopants"]) if "dopants" in file["entry"] else []
    with xarray.open_dataset(path, group="entry/monte_carlo", engine="h5netcdf") as runs:
        claim(runs.number.dims == ("time", "replicate"), "number is time x replicate")
        number = runs.number.load()
        first = runs.first_crystal.load()
        claim(runs.first_crystal.dims == ("replicate",), "first_crystal runs along replicate")
    for name, expected in [("mean", number.mean("replicate")), ("sd", number.std("replicate", ddof=1))]:
        with xarray.open_dataset(path, group=f"entry/monte_carlo/{name}", engine="h5netcdf") as table:
            if number.sizes["replicate"] > 1:
                # Where all are equal, numpy's mean and so its spread are off by round-off.
                claim(numpy.allclose(table.number, expected, atol=1e-12 * float(number.max())), f"{name} of number is that of the replicates")
    with xarray.open_dataset(path, group="entry/monte_carlo/quantiles", engine="h5netcdf") as table:
        expected = number.quantile(table["quantile"].values, "replicate").transpose("time", "quantile")
        claim(numpy.allclose(table.number, expected), "quantiles are those of the replicates")
    with xarray.open_dataset(path, group="entry/monte_carlo/waiting", engine="h5netcdf") as table:
        waiting = [(~(first <= time)).mean() for time in table.time.values]
        claim(numpy.allclose(table.without_crystal, waiting), "waiting replicates have no crystal yet")
    with xarray.open_dataset(path, group="entry/psd", engine="h5netcdf") as psd:
        claim(psd.number_sd.dims == ("time", "radius"), "number_sd is time x radius")
    for kind in kinds:
        group = f"entry/dopants/{kind}"
        with xarray.open_dataset(path, group=f"{group}/counts", engine="h5netcdf") as counts:
            shares = counts.share.sum("dopants").where(counts.crystals.sum("dopants") > 0)
            claim(numpy.allclose(shares.dropna("time"), 1), f"{kind}: shares of crystals add up to 1")
            inside = (counts.lower <= counts.share) & (counts.share <= counts.upper)
            claim(bool((inside | counts.share.isnull()).all()), f"{kind}: shares lie in their intervals")
            single = counts.share.sel(dopants=1)
        with xarray.open_dataset(path, group=group, engine="h5netcdf") as table:
            claim(numpy.allclose(table.single, single, equal_nan=True), f"{kind}: single is P(1)")


def check_nxdata(path):
    with h5py.File(path) as file:
        claim(file.attrs["NX_class"] == "NXroot", "the root is NXroot")
        claim(file["entry"].attrs["NX_class"] == "NXentry", "entry is NXentry")
        plotted = [name for name in groups(file) if file[name].attrs.get("NX_class") == "NXdata"]
        claim(len(plotted) >= 3, "summary, species and psd are NXdata")
        for name in plotted:
            data = NXdata(file[name])
            claim(data.is_valid, f"{name}: {data.issues}")
            claim(len(data.axes) == data.signal.ndim, f"{name}: an axis for each dimension")
            for axis, length in zip(data.axes, data.signal.shape):
                claim(axis is not None and len(axis) == length, f"{name}: axes fit the signal")
        default = file[f"entry/{file['entry'].attrs['default']}"]
        claim(default.name.lstrip("/") in plotted, "the default plot is NXdata")


def check_descriptions(path):
    def check(name, item):
        if isinstance(item, h5py.Dataset):
            for attribute in ("units", "long_name"):
                claim(attribute in item.attrs, f"{name} has {attribute}")

    with h5py.File(path) as file:
        file.visititems(check)


def check_nexus(path):
    root = nxload(path)
    claim(root.entry.nxclass == "NXentry", "nexusformat finds the entry")
    claim(root.entry.summary.nxsignal.nxname == "radius_mean", "nexusformat finds the signal")
    claim(root.entry.psd.nxaxes[1].nxname == "radius", "nexusformat finds the axes")


def check_h5dump(path):
    h5dump = shutil.which("h5dump")
    if h5dump is None:
        return
    done = subprocess.run([h5dump, path], capture_output=True, text=True)
    claim(done.returncode == 0 and not done.stderr, f"h5dump: {done.stderr[:200]}")


def check_export(path):
    """`export` writes the numbers of the file, to the last digit."""
    with h5py.File(path) as file:
        for part in ("summary", "species"):
            group = file[f"entry/{part}"]
            done = subprocess.run(
                ["qdsynth", "export", path, "--table", part], capture_output=True, text=True)
            claim(done.returncode == 0, f"export: {done.stderr}")
            rows = list(csv.DictReader(io.StringIO(done.stdout)))
            claim(len(rows[0]) == len(group), f"{part} has a column for every dataset")
            for name, dataset in group.items():
                column = [row[f"{name} [{dataset.attrs['units']}]"] for row in rows]
                numbers = numpy.array([float(cell) if cell else numpy.nan for cell in column])
                same = numpy.array_equal(numbers, dataset[...], equal_nan=True)
                claim(same, f"the exported {name} is the file's")


if __name__ == "__main__":
    for check in (check_xarray, check_diagnostics, check_replicates, check_nxdata, check_descriptions, check_nexus, check_h5dump, check_export):
        check(sys.argv[1])
    for fault in faults:
        print("not so:", fault)
    print("result file:", "good" if not faults else f"{len(faults)} faults")
    sys.exit(1 if faults else 0)
