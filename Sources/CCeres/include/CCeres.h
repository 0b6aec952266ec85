#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// Bounded non-linear least squares by Ceres, and dense factorisations by the Eigen that it is made of.
// Matrices are row by row.

// Residuals at x and, where `jacobian` is not null, their derivatives; false where there are none.
typedef bool (*qds_ceres_evaluate)(void *context, const double *x, double *residuals,
                                   double *jacobian);

typedef enum {
  QDS_CERES_NO_LOSS,
  QDS_CERES_HUBER,
  QDS_CERES_SOFT_L1,
  QDS_CERES_CAUCHY,
} qds_ceres_loss;

typedef struct {
  size_t parameters;
  size_t residuals;
  // The last so many residuals are squared as they are, whatever the loss.
  size_t plain;
  // Infinite where there is none.
  const double *lower, *upper;
  qds_ceres_loss loss;
  double loss_scale;
  int iterations;
  double function_tolerance, gradient_tolerance, parameter_tolerance;
} qds_ceres_problem;

typedef enum {
  QDS_CERES_FUNCTION_TOLERANCE,
  QDS_CERES_GRADIENT_TOLERANCE,
  QDS_CERES_PARAMETER_TOLERANCE,
  QDS_CERES_SMALLEST_STEP,
  QDS_CERES_ITERATIONS,
  QDS_CERES_FAILURE,
} qds_ceres_ending;

typedef struct {
  qds_ceres_ending ending;
  int iterations;
  // Half the sum of squares, after the loss.
  double cost;
  // In the words of Ceres.
  char message[256];
} qds_ceres_report;

// Goes from x to a minimum near by, within the bounds.
void qds_ceres_minimise(const qds_ceres_problem *problem, qds_ceres_evaluate evaluate, void *context,
                        double *x, qds_ceres_report *report);

// Singular values, largest first, and the columns of V, of a matrix with no fewer rows than columns.
bool qds_eigen_svd(const double *matrix, size_t rows, size_t columns, double *values, double *v);

// The least-squares solution by Householder's reflections, and what they leave of the matrix: its upper
// triangle, columns × columns, and the right-hand side with it.
bool qds_eigen_least_squares(const double *matrix, size_t rows, size_t columns, const double *right,
                             double *solution, double *triangle, double *reduced);

#ifdef __cplusplus
}
#endif
