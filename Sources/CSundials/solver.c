#include "CSundials.h"

static SUNLinearSolver_Type direct(SUNLinearSolver solver) { return SUNLINEARSOLVER_DIRECT; }

static SUNLinearSolver_ID custom_solver(SUNLinearSolver solver) { return SUNLINEARSOLVER_CUSTOM; }

static int free_solver(SUNLinearSolver solver) {
  SUNLinSolFreeEmpty(solver);
  return 0;
}

SUNLinearSolver qds_solver_new(SUNContext context, void *content,
                               int (*setup)(SUNLinearSolver, SUNMatrix),
                               int (*solve)(SUNLinearSolver, SUNMatrix, N_Vector, N_Vector, realtype)) {
  SUNLinearSolver solver = SUNLinSolNewEmpty(context);
  if (!solver) return NULL;
  solver->ops->gettype = direct;
  solver->ops->getid = custom_solver;
  solver->ops->setup = setup;
  solver->ops->solve = solve;
  solver->ops->free = free_solver;
  solver->content = content;
  return solver;
}

static SUNMatrix_ID custom_matrix(SUNMatrix matrix) { return SUNMATRIX_CUSTOM; }

static void destroy(SUNMatrix matrix) { SUNMatFreeEmpty(matrix); }

SUNMatrix qds_matrix_new(SUNContext context) {
  SUNMatrix matrix = SUNMatNewEmpty(context);
  if (!matrix) return NULL;
  matrix->ops->getid = custom_matrix;
  matrix->ops->destroy = destroy;
  return matrix;
}
