import CSundials

/// SUNDIALS' simulation context; freed last.
@safe final class Context {
  let pointer: SUNContext

  init() throws(SundialsError) {
    var made: SUNContext?
    guard unsafe SUNContext_Create(nil, &made) == 0, let made = unsafe made else {
      throw SundialsError(function: "SUNContext_Create", code: "CV_MEM_FAIL", message: "")
    }
    unsafe pointer = made
  }

  deinit {
    var freed: SUNContext? = unsafe pointer
    unsafe SUNContext_Free(&freed)
  }
}

/// A vector of a family that grows together.
@safe final class Vector {
  let pointer: N_Vector
  private let context: Context

  init(count: Int, in context: Context) throws(SundialsError) {
    guard let made = unsafe qds_vector_new(sunindextype(count), context.pointer) else {
      throw SundialsError(function: "N_VNew", code: "CV_MEM_FAIL", message: "")
    }
    unsafe pointer = made
    self.context = context
  }

  init(cloning model: Vector) throws(SundialsError) {
    guard let made = unsafe N_VClone(model.pointer) else {
      throw SundialsError(function: "N_VClone", code: "CV_MEM_FAIL", message: "")
    }
    unsafe pointer = made
    context = model.context
  }

  deinit { unsafe N_VDestroy(pointer) }

  private var entries: UnsafeMutableBufferPointer<Double> {
    unsafe UnsafeMutableBufferPointer(
      start: N_VGetArrayPointer(pointer), count: Int(N_VGetLength(pointer)))
  }

  func fill(with values: [Double]) {
    for index in values.indices { unsafe entries[index] = values[index] }
  }

  var values: [Double] { unsafe Array(entries) }
}

/// CVODES' own memory.
@safe final class Memory {
  let pointer: UnsafeMutableRawPointer
  private let context: Context

  init(in context: Context) throws(SundialsError) {
    guard let made = unsafe CVodeCreate(CV_BDF, context.pointer) else {
      throw SundialsError(function: "CVodeCreate", code: "CV_MEM_FAIL", message: "")
    }
    unsafe pointer = made
    self.context = context
  }

  deinit {
    var freed: UnsafeMutableRawPointer? = unsafe pointer
    unsafe CVodeFree(&freed)
  }
}

/// The linear solver and the matrix through which CVODES calls the box.
@safe final class Solver {
  let pointer: SUNLinearSolver
  let matrix: SUNMatrix
  private let context: Context

  init(box: ProblemBox, in context: Context) throws(SundialsError) {
    let user = unsafe Unmanaged.passUnretained(box).toOpaque()
    guard
      let made = unsafe qds_solver_new(context.pointer, user, setUpSolver, solveLinearSystem)
    else {
      throw SundialsError(function: "SUNLinSolNewEmpty", code: "CV_MEM_FAIL", message: "")
    }
    guard let matrix = unsafe qds_matrix_new(context.pointer) else {
      unsafe SUNLinSolFree(made)
      throw SundialsError(function: "SUNMatNewEmpty", code: "CV_MEM_FAIL", message: "")
    }
    unsafe pointer = made
    unsafe self.matrix = matrix
    self.context = context
  }

  deinit {
    unsafe SUNLinSolFree(pointer)
    unsafe SUNMatDestroy(matrix)
  }
}
