import CSundials

/// The sensitivities of a state, a vector for each direction, with the solver of their corrector.
@safe final class SlopeVectors {
  let pointer: UnsafeMutablePointer<N_Vector?>
  let solver: SUNNonlinearSolver
  private let vectors: [Vector]
  private let context: Context

  /// Solves at most so often in a step where the Jacobian is not exact.
  private static let patience: Int32 = 20

  init(
    count: Int, isJacobianExact: Bool, cloning model: Vector, in context: Context
  ) throws(SundialsError) {
    var vectors = [Vector]()
    for _ in 0..<count { vectors.append(try Vector(cloning: model)) }
    guard
      let solver = unsafe qds_slope_solver_new(
        context.pointer, isJacobianExact ? 1 : Self.patience)
    else {
      throw SundialsError(function: "SUNNonlinSolNewEmpty", code: "CV_MEM_FAIL", message: "")
    }
    unsafe self.solver = solver
    self.vectors = vectors
    self.context = context
    unsafe pointer = .allocate(capacity: count)
    for place in vectors.indices {
      unsafe (pointer + place).initialize(to: vectors[place].pointer)
    }
  }

  deinit {
    unsafe SUNNonlinSolFree(solver)
    unsafe pointer.deallocate()
  }

  var count: Int { vectors.count }

  func fill(with slopes: [[Double]]) {
    for (vector, slope) in zip(vectors, slopes) { vector.fill(with: slope) }
  }

  var values: [[Double]] { vectors.map(\.values) }
}
