// Room for HDF5Files.
