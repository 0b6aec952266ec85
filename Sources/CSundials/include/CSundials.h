// CVODES as Debian packages it, without the MPI that its headers would pull in.
#pragma once

#include <sundials/sundials_config.h>
#undef SUNDIALS_MPI_ENABLED
#define SUNDIALS_MPI_ENABLED 0

#include <cvodes/cvodes.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_version.h>
