// CVODES as Debian packages it, without the MPI that its headers would pull in, and vectors that grow.
#pragma once

#include <sundials/sundials_config.h>
#undef SUNDIALS_MPI_ENABLED
#define SUNDIALS_MPI_ENABLED 0

#include <cvodes/cvodes.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>
#include <sundials/sundials_nonlinearsolver.h>
#include <sundials/sundials_version.h>

// Serial vectors whose common length can change while an integrator holds them.
//
// CVODE clones its history from one vector. Here all clones of a vector form a family with one length:
// when the family grows, every member gains zeros at the end of each array that it holds, which is the
// exact history of states that were empty so far; so the integration goes on without a restart. SUNDIALS' own serial
// operations work on them, since the first fields of their content are those of a serial vector.
typedef struct QDSFamily QDSFamily;

// A vector of zeros, the founder of a new family; NULL without memory.
N_Vector qds_vector_new(sunindextype length, SUNContext context);
// Gives every vector of the family so many arrays of `count` entries each, one behind the other after
// the first `head` entries; what is new at the end of each is zero. Nonzero without memory.
int qds_vector_resize_family(N_Vector vector, sunindextype head, sunindextype arrays,
                             sunindextype count);
// Sets how many entries an error norm is averaged over: those that hold something.
void qds_vector_set_occupied(N_Vector vector, sunindextype occupied);

// A linear solver and a matrix whose work is done by the caller's functions.
SUNLinearSolver qds_solver_new(SUNContext context, void *content,
                               int (*setup)(SUNLinearSolver, SUNMatrix),
                               int (*solve)(SUNLinearSolver, SUNMatrix, N_Vector, N_Vector, realtype));
SUNMatrix qds_matrix_new(SUNContext context);

// A solver for the staggered corrector of sensitivities: one solve at the state found before, or up to
// so many where the Jacobian is not exact. It owns a vector of a family, and must be freed before the context.
SUNNonlinearSolver qds_slope_solver_new(SUNContext context, int sweeps);

// Makes the processor take denormal numbers as zero in this thread; gives what was set before.
unsigned qds_flush_denormals(void);
void qds_restore_denormals(unsigned before);
