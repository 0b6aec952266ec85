#include "CSundials.h"
#include <stdlib.h>

// CVODES' staggered corrector as one linear solve: its Newton matrix is formed where the residual is
// linear, at the state just found. Where the Jacobian behind it is only close, solves are repeated.
typedef struct {
  SUNNonlinSolSysFn residual;
  SUNNonlinSolLSetupFn setup;
  SUNNonlinSolLSolveFn solve;
  N_Vector correction;
  int sweeps;
} SlopeSolver;

// The last correction, in the units of tolerances, from which on repeated solves have converged.
static const realtype converged = 0.01;

static SlopeSolver *held(SUNNonlinearSolver solver) { return (SlopeSolver *)solver->content; }

static SUNNonlinearSolver_Type root_find(SUNNonlinearSolver solver) {
  return SUNNONLINEARSOLVER_ROOTFIND;
}

static int set_residual(SUNNonlinearSolver solver, SUNNonlinSolSysFn residual) {
  held(solver)->residual = residual;
  return SUN_NLS_SUCCESS;
}

static int set_setup(SUNNonlinearSolver solver, SUNNonlinSolLSetupFn setup) {
  held(solver)->setup = setup;
  return SUN_NLS_SUCCESS;
}

static int set_solve(SUNNonlinearSolver solver, SUNNonlinSolLSolveFn solve) {
  held(solver)->solve = solve;
  return SUN_NLS_SUCCESS;
}

static int solve_slopes(SUNNonlinearSolver solver, N_Vector predicted, N_Vector sum, N_Vector weights,
                        realtype tolerance, booleantype is_due, void *memory) {
  SlopeSolver *own = held(solver);
  if (!own->correction) own->correction = N_VClone(sum);
  if (!own->correction) return SUN_NLS_MEM_FAIL;
  booleantype is_current = SUNFALSE;
  int flag = own->setup(SUNTRUE, &is_current, memory);
  for (int sweep = 0; sweep < own->sweeps && flag == 0; sweep++) {
    flag = own->residual(sum, own->correction, memory);
    if (flag) return flag;
    N_VScale(-1.0, own->correction, own->correction);
    flag = own->solve(own->correction, memory);
    if (flag) return flag;
    N_VLinearSum(1.0, sum, 1.0, own->correction, sum);
    if (own->sweeps == 1) return SUN_NLS_SUCCESS;
    if (N_VWrmsNorm(own->correction, weights) <= converged * tolerance) return SUN_NLS_SUCCESS;
  }
  return flag ? flag : SUN_NLS_CONV_RECVR;
}

static int free_slopes(SUNNonlinearSolver solver) {
  if (held(solver)->correction) N_VDestroy(held(solver)->correction);
  free(solver->content);
  SUNNonlinSolFreeEmpty(solver);
  return SUN_NLS_SUCCESS;
}

SUNNonlinearSolver qds_slope_solver_new(SUNContext context, int sweeps) {
  SUNNonlinearSolver solver = SUNNonlinSolNewEmpty(context);
  SlopeSolver *own = calloc(1, sizeof *own);
  if (!solver || !own) return NULL;
  own->sweeps = sweeps;
  solver->content = own;
  solver->ops->gettype = root_find;
  solver->ops->solve = solve_slopes;
  solver->ops->setsysfn = set_residual;
  solver->ops->setlsetupfn = set_setup;
  solver->ops->setlsolvefn = set_solve;
  solver->ops->free = free_slopes;
  return solver;
}
