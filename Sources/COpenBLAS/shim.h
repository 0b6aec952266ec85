// BLAS and LAPACK from OpenBLAS: the Fortran entry points that qdsynth calls.
#pragma once

// OpenBLAS would start a thread for every core; a run uses one.
void openblas_set_num_threads(int count);
char *openblas_get_config(void);

// Factors a general band matrix, by partial pivoting.
void dgbtrf_(const int *rows, const int *columns, const int *lower, const int *upper, double *band,
             const int *leading, int *pivots, int *info);
// Solves with the factors of dgbtrf.
void dgbtrs_(const char *transposed, const int *order, const int *lower, const int *upper,
             const int *count, const double *band, const int *leading, const int *pivots,
             double *right, const int *leadingRight, int *info);
// Factors a general dense matrix, by partial pivoting.
void dgetrf_(const int *rows, const int *columns, double *matrix, const int *leading, int *pivots,
             int *info);
// Solves with the factors of dgetrf.
void dgetrs_(const char *transposed, const int *order, const int *count, const double *matrix,
             const int *leading, const int *pivots, double *right, const int *leadingRight,
             int *info);
// Singular values (and vectors) of a general matrix.
void dgesvd_(const char *left, const char *right, const int *rows, const int *columns,
             double *matrix, const int *leading, double *values, double *u, const int *leadingU,
             double *vt, const int *leadingVT, double *work, const int *workCount, int *info);
// Adds a multiple of the product of two matrices to a multiple of a third.
void dgemm_(const char *transposedA, const char *transposedB, const int *rows, const int *columns,
            const int *inner, const double *alpha, const double *a, const int *leadingA,
            const double *b, const int *leadingB, const double *beta, double *c,
            const int *leadingC);
