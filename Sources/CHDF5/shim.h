#pragma once
#include <hdf5/serial/hdf5.h>
#include <hdf5/serial/hdf5_hl.h>

// HDF5 spells its constants as macros that also start the library, or that cast; Swift imports
// neither. Each getter below gives one of them.

// "No particular property list."
static inline hid_t qds_h5_default(void) { return H5P_DEFAULT; }

// "The whole extent of the dataset."
static inline hid_t qds_h5_all(void) { return H5S_ALL; }

// Classes of property lists: for opening files, creating files, groups and datasets, and for
// reading and writing datasets.
static inline hid_t qds_h5_file_access(void) { return H5P_FILE_ACCESS; }
static inline hid_t qds_h5_file_creation(void) { return H5P_FILE_CREATE; }
static inline hid_t qds_h5_group_creation(void) { return H5P_GROUP_CREATE; }
static inline hid_t qds_h5_dataset_creation(void) { return H5P_DATASET_CREATE; }
static inline hid_t qds_h5_transfer(void) { return H5P_DATASET_XFER; }
static inline hid_t qds_h5_dataset_access(void) { return H5P_DATASET_ACCESS; }

// Names of groups keep the order in which they were made.
static inline unsigned qds_h5_creation_order(void) {
  return H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
}

// Ways of opening a file.
static inline unsigned qds_h5_read_only(void) { return H5F_ACC_RDONLY; }
static inline unsigned qds_h5_truncate(void) { return H5F_ACC_TRUNC; }

// Numbers as this machine holds them, and as files hold them everywhere.
static inline hid_t qds_h5_native_double(void) { return H5T_NATIVE_DOUBLE; }
static inline hid_t qds_h5_native_int64(void) { return H5T_NATIVE_INT64; }
static inline hid_t qds_h5_file_double(void) { return H5T_IEEE_F64LE; }
static inline hid_t qds_h5_file_int64(void) { return H5T_STD_I64LE; }

// The type from which string types are copied, and the length that means "variable".
static inline hid_t qds_h5_c_string(void) { return H5T_C_S1; }
static inline size_t qds_h5_variable_length(void) { return H5T_VARIABLE; }

// HDF5's own stack of errors.
static inline hid_t qds_h5_error_stack(void) { return H5E_DEFAULT; }
