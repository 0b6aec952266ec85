"""Checks that the file of a fit opens, as it is, in the tools that people use.

    python check_fit.py FIT.h5

Needs h5py, xarray and h5netcdf. Where ArviZ and netCDF4 are there, they must read it, too.
"""
import importlib.util
import sys

import h5py
import numpy
import xarray

faults = []


def claim(holds, text):
    if not holds:
        faults.append(text)


def has(module):
    return importlib.util.find_spec(module) is not None


def check_descriptions(path):
    def check(name, item):
        if isinstance(item, h5py.Dataset):
            for attribute in ("units", "long_name"):
                claim(attribute in item.attrs, f"{name} has {attribute}")
            for place, dimension in enumerate(item.dims):
                claim(item.is_scale or len(dimension) == 1, f"{name} has a scale {place}")

    with h5py.File(path) as file:
        claim(file.attrs["format"] == "qdsynth-fit", "the file says what it is")
        file.visititems(check)


def check_posterior(path):
    with h5py.File(path) as file:
        if "posterior" not in file:
            return
        names = [name.decode() for name in file["fit/parameter"][:]]
    with xarray.open_dataset(path, group="posterior", engine="h5netcdf") as posterior:
        posterior.load()
    with xarray.open_dataset(path, group="sample_stats", engine="h5netcdf") as statistics:
        statistics.load()
    claim(set(posterior.data_vars) == set(names), "the posterior has every parameter")
    for name, draws in posterior.data_vars.items():
        claim(draws.dims == ("chain", "draw"), f"{name} is chain x draw")
        claim(bool(numpy.isfinite(draws).all()), f"{name} is finite")
    claim(posterior.draw.dtype.kind == "i", "draws are counted")
    claim(statistics.lp.dims == ("chain", "draw"), "lp is chain x draw")
    if has("arviz"):
        import arviz
        read = arviz.from_netcdf(path)
        claim(set(read.posterior.data_vars) == set(names), "ArviZ reads the posterior")
        claim(numpy.array_equal(read.posterior[names[0]], posterior[names[0]]), "and its numbers")


def check_tree(path):
    engines = ["h5netcdf"] + (["netcdf4"] if has("netCDF4") else [])
    for engine in engines:
        with xarray.open_datatree(path, engine=engine) as tree:
            tree.load()
            fit, starts = tree["fit"], tree["starts"]
            claim(fit.covariance.dims == ("parameter", "other"), "covariances are of two")
            root = numpy.sqrt(numpy.diag(fit.covariance))
            claim(numpy.allclose(root, fit.standard_error, equal_nan=True), "errors are roots")
            claim(starts.x.dims == ("start", "parameter"), "starts by parameter")
            claim(numpy.nanmin(starts.fval) == fit.objective, "the best start is the fit")
            for band in tree["bands/1"].children.values():
                inside = (band.lower <= band["median"]) & (band["median"] <= band.upper)
                claim(bool((inside | band["median"].isnull()).all()), f"{band.path} is a band")


if __name__ == "__main__":
    check_descriptions(sys.argv[1])
    check_posterior(sys.argv[1])
    check_tree(sys.argv[1])
    for fault in faults:
        print(f"FAILED: {fault}")
    sys.exit(1 if faults else print("fit: it opens"))
