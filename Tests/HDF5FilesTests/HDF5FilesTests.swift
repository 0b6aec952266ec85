// Tests of HDF5Files.
