#include "CCeres.h"

#include <Eigen/Dense>

#include <algorithm>
#include <exception>

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const Matrix> view(const double *matrix, size_t rows, size_t columns) {
  return {matrix, static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns)};
}

}  // namespace

bool qds_eigen_svd(const double *matrix, size_t rows, size_t columns, double *values, double *v) {
  try {
    if (!view(matrix, rows, columns).allFinite()) return false;
    const Eigen::JacobiSVD<Eigen::MatrixXd> factors(view(matrix, rows, columns),
                                                    Eigen::ComputeThinV);
    if (!factors.singularValues().allFinite()) return false;
    const auto count = static_cast<Eigen::Index>(columns);
    Eigen::Map<Eigen::VectorXd>(values, count) = factors.singularValues();
    Eigen::Map<Matrix>(v, count, count) = factors.matrixV();
    return true;
  } catch (const std::exception &) {
    return false;
  }
}

bool qds_eigen_least_squares(const double *matrix, size_t rows, size_t columns, const double *right,
                             double *solution, double *triangle, double *reduced) {
  try {
    const auto count = static_cast<Eigen::Index>(columns);
    const Eigen::HouseholderQR<Eigen::MatrixXd> factors(view(matrix, rows, columns));
    Eigen::VectorXd turned = Eigen::Map<const Eigen::VectorXd>(right, static_cast<Eigen::Index>(rows));
    turned.applyOnTheLeft(factors.householderQ().adjoint());
    const Eigen::MatrixXd upper =
        factors.matrixQR().topRows(count).triangularView<Eigen::Upper>();
    Eigen::Map<Eigen::VectorXd> answer(solution, count);
    answer = upper.triangularView<Eigen::Upper>().solve(turned.head(count));
    if (triangle != nullptr) Eigen::Map<Matrix>(triangle, count, count) = upper;
    if (reduced != nullptr) Eigen::Map<Eigen::VectorXd>(reduced, count) = turned.head(count);
    return answer.allFinite();
  } catch (const std::exception &) {
    return false;
  }
}
