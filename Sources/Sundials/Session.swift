import CSundials

/// Owns what CVODES allocates, and frees it in the order that it asks for.
final class Session {
  private let context: Context
  private let state: Vector
  private let scratch: Vector
  private let memory: Memory
  private let solver: Solver
  private let box: ProblemBox
  /// nil where no sensitivities are asked for.
  private let slopes: SlopeVectors?
  /// Whether the next step must form the Newton matrix anew.
  private var hasGrown = false
  /// The time of the last step, and how many steps in a row have not moved it.
  private var lastTime = 0.0
  private var idleSteps = 0

  /// Steps between two formings of the Newton matrix.
  ///
  /// On the ladder, CVODES' own twenty take up to a third more steps.
  private static let stepsPerMatrix = 5

  /// Steps in a row that move the time by round-off only, after which an integration is given up.
  private static let patience = 20

  init(box: ProblemBox, count: Int) throws(SundialsError) {
    self.box = box
    context = try Context()
    state = try Vector(count: count, in: context)
    scratch = try Vector(cloning: state)
    memory = try Memory(in: context)
    solver = try Solver(box: box, in: context)
    slopes =
      box.directionCount == 0
      ? nil
      : try SlopeVectors(
        count: box.directionCount, isJacobianExact: box.isJacobianExact, cloning: state,
        in: context)
  }

  private var user: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(box).toOpaque() }

  private func check(_ function: String, _ flag: Int32) throws(SundialsError) {
    guard flag < 0 else { return }
    let message = box.message
    box.message = ""
    throw SundialsError(function: function, flag: flag, message: message)
  }

  func start(
    at time: Double, from values: [Double], slopes initial: [[Double]], highestOrder: Int
  ) throws(SundialsError) {
    state.fill(with: values)
    let cvode = unsafe memory.pointer
    try check("CVodeSetErrHandlerFn", unsafe CVodeSetErrHandlerFn(cvode, keepMessage, user))
    lastTime = time
    try check("CVodeInit", unsafe CVodeInit(cvode, evaluateRates, time, state.pointer))
    try check("CVodeSetUserData", unsafe CVodeSetUserData(cvode, user))
    try check("CVodeWFtolerances", unsafe CVodeWFtolerances(cvode, weighErrors))
    try check(
      "CVodeSetLinearSolver",
      unsafe CVodeSetLinearSolver(cvode, solver.pointer, solver.matrix))
    try check("CVodeSetLinSysFn", unsafe CVodeSetLinSysFn(cvode, formLinearSystem))
    try check("CVodeSetMaxOrd", unsafe CVodeSetMaxOrd(cvode, Int32(highestOrder)))
    // An arrow is cheaper to form anew than the steps that an old one costs.
    try check("CVodeSetJacEvalFrequency", unsafe CVodeSetJacEvalFrequency(cvode, 1))
    // Runs end at their duration, not at a number of steps.
    try check("CVodeSetMaxNumSteps", unsafe CVodeSetMaxNumSteps(cvode, -1))
    try startSlopes(from: initial)
  }

  /// Slopes are found after each step's state has passed its test, and have none of their own: they are linear in
  /// themselves, and the steps that resolve the state resolve what drives them.
  private func startSlopes(from initial: [[Double]]) throws(SundialsError) {
    guard let slopes else { return }
    slopes.fill(with: initial)
    let cvode = unsafe memory.pointer
    try check(
      "CVodeSensInit",
      unsafe CVodeSensInit(
        cvode, Int32(slopes.count), CV_STAGGERED, evaluateSlopes, slopes.pointer))
    try check("CVodeSensEEtolerances", unsafe CVodeSensEEtolerances(cvode))
    try check("CVodeSetSensErrCon", unsafe CVodeSetSensErrCon(cvode, 0))
    try check(
      "CVodeSetNonlinearSolverSensStg",
      unsafe CVodeSetNonlinearSolverSensStg(cvode, slopes.solver))
  }

  func restart(
    at time: Double, from values: [Double], slopes initial: [[Double]]
  ) throws(SundialsError) {
    (lastTime, idleSteps) = (time, 0)
    try resize(to: values.count)
    state.fill(with: values)
    try check("CVodeReInit", unsafe CVodeReInit(memory.pointer, time, state.pointer))
    guard let slopes else { return }
    slopes.fill(with: initial)
    try check(
      "CVodeSensReInit", unsafe CVodeSensReInit(memory.pointer, CV_STAGGERED, slopes.pointer))
  }

  func step(toward stop: Double) throws(SundialsError) -> Double {
    try check("CVodeSetStopTime", unsafe CVodeSetStopTime(memory.pointer, stop))
    try check(
      "CVodeSetLSetupFrequency",
      unsafe CVodeSetLSetupFrequency(memory.pointer, hasGrown ? 1 : Self.stepsPerMatrix))
    hasGrown = false
    var reached = 0.0
    let flag = unsafe CVode(memory.pointer, stop, state.pointer, &reached, CV_ONE_STEP)
    try check("CVode", flag)
    try checkProgress(to: reached)
    return reached
  }

  /// Ends an integration that goes on in ever smaller steps, as before a time at which rates stop
  /// being numbers: CVODES only warns of it, and would never return.
  private func checkProgress(to reached: Double) throws(SundialsError) {
    idleSteps = reached - lastTime <= 4 * abs(reached).ulp ? idleSteps + 1 : 0
    lastTime = reached
    guard idleSteps > Self.patience else { return }
    idleSteps = 0
    let message = box.message
    box.message = ""
    throw SundialsError(function: "CVode", code: "CV_WARNING", message: message)
  }

  func state(at time: Double) throws(SundialsError) -> [Double] {
    try check("CVodeGetDky", unsafe CVodeGetDky(memory.pointer, time, 0, scratch.pointer))
    return scratch.values
  }

  /// The slopes at a time within the last step, direction by direction.
  func slopes(at time: Double) throws(SundialsError) -> [[Double]] {
    guard let slopes else { return [] }
    try check(
      "CVodeGetSensDky", unsafe CVodeGetSensDky(memory.pointer, time, 0, slopes.pointer))
    return slopes.values
  }

  /// The k-th derivatives of the state at the end of the last step over k!, up to the step's order.
  func taylorCoefficients() throws(SundialsError) -> [[Double]] {
    var order = Int32(0)
    try check("CVodeGetLastOrder", unsafe CVodeGetLastOrder(memory.pointer, &order))
    var coefficients = [[Double]]()
    var factorial = 1.0
    for power in 0...order {
      if power > 0 { factorial *= Double(power) }
      try check(
        "CVodeGetDky", unsafe CVodeGetDky(memory.pointer, lastTime, power, scratch.pointer))
      coefficients.append(scratch.values.map { $0 / factorial })
    }
    return coefficients
  }

  /// The length of the next step as the last one suggests it; zero before the first.
  var nextStep: Double {
    var step = 0.0
    unsafe CVodeGetCurrentStep(memory.pointer, &step)
    return step
  }

  func withState<Answer>(_ body: (Span<Double>) -> Answer) -> Answer {
    let entries = unsafe UnsafeBufferPointer(
      start: N_VGetArrayPointer(state.pointer), count: Int(N_VGetLength(state.pointer)))
    return body(unsafe entries.span)
  }

  func resize(to count: Int) throws(SundialsError) {
    hasGrown = true
    let each = (count - box.cornerCount) / box.arrayCount
    guard
      unsafe qds_vector_resize_family(
        state.pointer, sunindextype(box.cornerCount), sunindextype(box.arrayCount),
        sunindextype(each)) == 0
    else {
      throw SundialsError(
        function: "resize", code: "CV_MEM_FAIL", message: "no memory for \(count) states")
    }
  }

  func setOccupied(_ count: Int) {
    unsafe qds_vector_set_occupied(state.pointer, sunindextype(max(1, count)))
  }

  var statistics: IntegrationStatistics {
    var (steps, rates, setups, errors) = (0, 0, 0, 0)
    var (lastOrder, order) = (Int32(0), Int32(0))
    var (first, last, present, time) = (0.0, 0.0, 0.0, 0.0)
    unsafe CVodeGetIntegratorStats(
      memory.pointer, &steps, &rates, &setups, &errors, &lastOrder, &order, &first, &last,
      &present, &time)
    var (iterations, failures) = (0, 0)
    unsafe CVodeGetNonlinSolvStats(memory.pointer, &iterations, &failures)
    return IntegrationStatistics(
      steps: steps, rightHandSides: rates, nonlinearIterations: iterations, linearSetups: setups,
      errorTestFailures: errors, convergenceFailures: failures)
  }
}
