#include "CCeres.h"

#include <ceres/cost_function.h>
#include <ceres/evaluation_callback.h>
#include <ceres/loss_function.h>
#include <ceres/problem.h>
#include <ceres/solver.h>
#include <ceres/version.h>
#include <glog/logging.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

static_assert(CERES_VERSION_MAJOR == 2, "written for Ceres 2");

namespace {

// All residuals at one point, of which every block takes its part.
class Point : public ceres::EvaluationCallback {
 public:
  Point(const qds_ceres_problem &problem, qds_ceres_evaluate evaluate, void *context,
        const double *x)
      : evaluate(evaluate), context(context), x(x), residuals(problem.residuals),
        jacobian(problem.residuals * problem.parameters) {}

  void PrepareForEvaluation(bool wants_jacobian, bool is_new) override {
    if (is_new) has_jacobian = false;
    if (!is_new && (!wants_jacobian || has_jacobian)) return;
    is_valid = evaluate(context, x, residuals.data(), wants_jacobian ? jacobian.data() : nullptr);
    has_jacobian = is_valid && wants_jacobian;
  }

  qds_ceres_evaluate evaluate;
  void *context;
  const double *x;
  std::vector<double> residuals, jacobian;
  bool is_valid = false;
  bool has_jacobian = false;
};

class Block : public ceres::CostFunction {
 public:
  Block(const Point &point, size_t start, size_t count, size_t parameters)
      : point(point), start(start), parameters(parameters) {
    set_num_residuals(static_cast<int>(count));
    mutable_parameter_block_sizes()->push_back(static_cast<int>(parameters));
  }

  bool Evaluate(double const *const *, double *residuals, double **jacobians) const override {
    if (!point.is_valid) return false;
    std::copy_n(point.residuals.data() + start, num_residuals(), residuals);
    if (jacobians == nullptr || jacobians[0] == nullptr) return true;
    if (!point.has_jacobian) return false;
    std::copy_n(point.jacobian.data() + start * parameters, num_residuals() * parameters,
                jacobians[0]);
    return true;
  }

 private:
  const Point &point;
  size_t start, parameters;
};

ceres::LossFunction *loss_of(const qds_ceres_problem &problem) {
  switch (problem.loss) {
    case QDS_CERES_HUBER: return new ceres::HuberLoss(problem.loss_scale);
    case QDS_CERES_SOFT_L1: return new ceres::SoftLOneLoss(problem.loss_scale);
    case QDS_CERES_CAUCHY: return new ceres::CauchyLoss(problem.loss_scale);
    default: return nullptr;
  }
}

qds_ceres_ending ending_of(const ceres::Solver::Summary &summary) {
  const auto says = [&](const char *text) {
    return summary.message.find(text) != std::string::npos;
  };
  if (summary.termination_type == ceres::NO_CONVERGENCE) return QDS_CERES_ITERATIONS;
  if (summary.termination_type != ceres::CONVERGENCE) return QDS_CERES_FAILURE;
  if (says("Gradient tolerance")) return QDS_CERES_GRADIENT_TOLERANCE;
  if (says("Parameter tolerance")) return QDS_CERES_PARAMETER_TOLERANCE;
  if (says("Function tolerance")) return QDS_CERES_FUNCTION_TOLERANCE;
  return QDS_CERES_SMALLEST_STEP;
}

ceres::Solver::Summary solve(const qds_ceres_problem &problem, qds_ceres_evaluate evaluate,
                             void *context, double *x) {
  Point point(problem, evaluate, context, x);
  ceres::Problem::Options shape;
  shape.evaluation_callback = &point;
  ceres::Problem squares(shape);
  squares.AddParameterBlock(x, static_cast<int>(problem.parameters));
  for (size_t index = 0; index < problem.parameters; index++) {
    const int place = static_cast<int>(index);
    if (std::isfinite(problem.lower[index])) {
      squares.SetParameterLowerBound(x, place, problem.lower[index]);
    }
    if (std::isfinite(problem.upper[index])) {
      squares.SetParameterUpperBound(x, place, problem.upper[index]);
    }
  }
  const auto add = [&](size_t start, size_t count, ceres::LossFunction *loss) {
    squares.AddResidualBlock(new Block(point, start, count, problem.parameters), loss, x);
  };
  const size_t fitted = problem.residuals - problem.plain;
  if (problem.loss == QDS_CERES_NO_LOSS) {
    add(0, problem.residuals, nullptr);
  } else {
    for (size_t index = 0; index < fitted; index++) add(index, 1, loss_of(problem));
    if (problem.plain > 0) add(fitted, problem.plain, nullptr);
  }
  ceres::Solver::Options options;
  options.linear_solver_type = ceres::DENSE_QR;
  options.logging_type = ceres::SILENT;
  options.num_threads = 1;
  // Steps that bounds cut off are searched along a line, by values alone: derivatives cost more.
  options.line_search_interpolation_type = ceres::QUADRATIC;
  options.max_num_iterations = problem.iterations;
  options.max_num_consecutive_invalid_steps = 20;
  options.function_tolerance = problem.function_tolerance;
  options.gradient_tolerance = problem.gradient_tolerance;
  options.parameter_tolerance = problem.parameter_tolerance;
  ceres::Solver::Summary summary;
  ceres::Solve(options, &squares, &summary);
  return summary;
}

}  // namespace

void qds_ceres_minimise(const qds_ceres_problem *problem, qds_ceres_evaluate evaluate, void *context,
                        double *x, qds_ceres_report *report) {
  // Only what ends the program may reach stderr: qdsynth says what is wrong itself.
  FLAGS_minloglevel = google::GLOG_FATAL;
  *report = {};
  std::string message;
  try {
    const ceres::Solver::Summary summary = solve(*problem, evaluate, context, x);
    report->ending = ending_of(summary);
    report->iterations = static_cast<int>(summary.iterations.size());
    report->cost = summary.final_cost;
    message = summary.message;
  } catch (const std::exception &error) {
    report->ending = QDS_CERES_FAILURE;
    message = error.what();
  }
  std::strncpy(report->message, message.c_str(), sizeof report->message - 1);
}
