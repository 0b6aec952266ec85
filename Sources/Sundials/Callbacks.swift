import CSundials

/// Runs a body on the box behind a C library's user pointer.
private func withBox<Answer>(
  _ user: UnsafeMutableRawPointer?, _ body: (ProblemBox) -> Answer?
) -> Answer? {
  guard let user = unsafe user else { return nil }
  return body(unsafe Unmanaged<ProblemBox>.fromOpaque(user).takeUnretainedValue())
}

/// The entries of a vector to read.
private func entries(_ vector: N_Vector) -> UnsafeBufferPointer<Double> {
  unsafe UnsafeBufferPointer(
    start: N_VGetArrayPointer(vector), count: Int(N_VGetLength(vector)))
}

/// The entries of a vector to write.
private func mutableEntries(_ vector: N_Vector) -> UnsafeMutableBufferPointer<Double> {
  unsafe UnsafeMutableBufferPointer(
    start: N_VGetArrayPointer(vector), count: Int(N_VGetLength(vector)))
}

func evaluateRates(
  time: Double, state: N_Vector?, rates: N_Vector?, user: UnsafeMutableRawPointer?
) -> Int32 {
  guard let state = unsafe state, let rates = unsafe rates else { return -1 }
  let isDone = unsafe withBox(user) { box in
    let source = unsafe entries(state).span
    var target = unsafe mutableEntries(rates).mutableSpan
    box.evaluate(&target, at: time, state: source)
    return true
  }
  return isDone == nil ? -1 : 0
}

func weighErrors(
  state: N_Vector?, weights: N_Vector?, user: UnsafeMutableRawPointer?
) -> Int32 {
  guard let state = unsafe state, let weights = unsafe weights else { return -1 }
  let isDone = unsafe withBox(user) { box in
    let source = unsafe entries(state).span
    var target = unsafe mutableEntries(weights).mutableSpan
    // The library asks for the state's weights first, and always keeps them in one vector.
    let identity = Int(bitPattern: weights)
    if box.weightsOfState == 0 { box.weightsOfState = identity }
    if box.weightsOfState == identity {
      box.weigh(&target, state: source)
    } else {
      box.weigh(&target, slope: source)
    }
    return true
  }
  return isDone == nil ? -1 : 0
}

/// Evaluates the rates of all slopes.
func evaluateSlopes(
  count: Int32, time: Double, state: N_Vector?, rates: N_Vector?,
  slopes: UnsafeMutablePointer<N_Vector?>?, slopeRates: UnsafeMutablePointer<N_Vector?>?,
  user: UnsafeMutableRawPointer?, first: N_Vector?, second: N_Vector?
) -> Int32 {
  guard let state = unsafe state, let slopes = unsafe slopes, let slopeRates = unsafe slopeRates
  else { return -1 }
  let isDone: Bool? = unsafe withBox(user) { box in
    let base = unsafe entries(state).span
    for direction in 0..<Int(count) {
      guard let slope = unsafe slopes[direction], let rates = unsafe slopeRates[direction] else {
        return nil
      }
      let source = unsafe entries(slope).span
      var target = unsafe mutableEntries(rates).mutableSpan
      box.differentiate(&target, along: direction, slope: source, at: time, state: base)
    }
    return true
  }
  return isDone == nil ? -1 : 0
}

/// Forms and factors the Newton matrix; a singular one is a fault that a smaller step may cure.
func formLinearSystem(
  time: Double, state: N_Vector?, rates: N_Vector?, matrix: SUNMatrix?, isCurrent: Int32,
  wasFormed: UnsafeMutablePointer<Int32>?, gamma: Double, user: UnsafeMutableRawPointer?,
  first: N_Vector?, second: N_Vector?, third: N_Vector?
) -> Int32 {
  guard let state = unsafe state else { return -1 }
  let isRegular = unsafe withBox(user) { box in
    let source = unsafe entries(state).span
    return box.prepare(
      gamma: gamma, at: time, state: source, isJacobianCurrent: isCurrent != 0)
  }
  unsafe wasFormed?.pointee = isCurrent == 0 ? 1 : 0
  guard let isRegular else { return -1 }
  return isRegular ? 0 : 1
}

func setUpSolver(_ solver: SUNLinearSolver?, _ matrix: SUNMatrix?) -> Int32 { 0 }

func solveLinearSystem(
  _ solver: SUNLinearSolver?, _ matrix: SUNMatrix?, _ solution: N_Vector?, _ right: N_Vector?,
  _ tolerance: Double
) -> Int32 {
  guard let solver = unsafe solver, let solution = unsafe solution, let right = unsafe right
  else { return -1 }
  if unsafe solution != right { unsafe N_VScale(1, right, solution) }
  let isDone = unsafe withBox(solver.pointee.content) { box in
    var target = unsafe mutableEntries(solution).mutableSpan
    box.solve(&target)
    return true
  }
  return isDone == nil ? -1 : 0
}

/// Keeps the library's message instead of letting it go to stderr.
func keepMessage(
  code: Int32, module: UnsafePointer<CChar>?, function: UnsafePointer<CChar>?,
  message: UnsafeMutablePointer<CChar>?, user: UnsafeMutableRawPointer?
) {
  guard let message = unsafe message else { return }
  let text = unsafe String(cString: message)
  // What follows a repeated warning says nothing by itself.
  guard !text.hasPrefix("The above warning") else { return }
  _ = unsafe withBox(user) { box in
    box.message = text
    return true
  }
}
