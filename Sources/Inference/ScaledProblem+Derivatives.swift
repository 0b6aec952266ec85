import Optimizers

extension ScaledProblem {
  /// Free parameters at a bound beyond which the objective falls, each with the value of the bound.
  func pressedAgainstBounds(at values: [Double]) -> [Int: Double] {
    let x = scaled(values)
    let touching = free.indices.filter {
      parameters[free[$0]].isAtLower(x[$0]) || parameters[free[$0]].isAtUpper(x[$0])
    }
    guard !touching.isEmpty, let point = try? linearization(x), let jacobian = point.jacobian else {
      return [:]
    }
    let dataCount = point.residuals.count - priors.count
    let weighted = point.residuals.enumerated().map { row, residual in
      row < dataCount ? loss.slopes(ofSquare: residual * residual).first * residual : residual
    }
    let slopes = jacobian.transposedTimes(weighted)
    var pressed = [Int: Double]()
    for slot in touching {
      let parameter = parameters[free[slot]]
      if parameter.isAtLower(x[slot]), slopes[slot] > 0 { pressed[free[slot]] = parameter.lower }
      if parameter.isAtUpper(x[slot]), slopes[slot] < 0 { pressed[free[slot]] = parameter.upper }
    }
    return pressed
  }

  /// Residuals, priors last, and their derivatives by the scaled parameters.
  ///
  /// - Parameter known: the data residuals at the point, where they are at hand.
  func linearization(
    _ x: [Double], known: [Double]? = nil
  ) throws(ModelFailure) -> Evaluation {
    let values = values(x)
    let data = try dataLinearization(x, values, known: known)
    let priorRows = priors.map { place in
      free.map { other -> Double in
        guard other == place else { return 0 }
        let parameter = parameters[place]
        return parameter.prior.slope(values[place]) * parameter.slope(atValue: values[place])
      }
    }
    guard let jacobian = data.jacobian, !priorRows.isEmpty else { return data }
    return Evaluation(
      residuals: data.residuals + priorResiduals(x),
      jacobian: jacobian.above(DenseMatrix(rows: priorRows)))
  }

  private func dataLinearization(
    _ x: [Double], _ values: [Double], known: [Double]?
  ) throws(ModelFailure) -> Evaluation {
    guard let own = try model.linearization(at: values), let jacobian = own.jacobian else {
      let residuals: [Double]
      if let known { residuals = known } else { residuals = try dataResiduals(x) }
      return Evaluation(residuals: residuals, jacobian: try differences(x, residuals))
    }
    var scaled = jacobian.columns(free)
    for (slot, place) in free.enumerated() {
      let slope = parameters[place].slope(atValue: values[place])
      for row in 0..<scaled.rowCount { scaled[row, slot] *= slope }
    }
    guard scaled.entries.allSatisfy(\.isFinite) else {
      throw ModelFailure("a derivative of the residuals is not a number")
    }
    return Evaluation(residuals: own.residuals, jacobian: scaled)
  }

  private func differences(
    _ x: [Double], _ residuals: [Double]
  ) throws(ModelFailure) -> DenseMatrix {
    let columns = concurrentMap(free.count, jobs: jobs) { slot in
      Result { () throws(ModelFailure) in try difference(x, residuals, slot) }
    }
    var entries = [[Double]]()
    for column in columns { entries.append(try column.get()) }
    return DenseMatrix(columns: entries)
  }

  /// One column: to both sides where there is room and the model answers, else to the other side.
  private func difference(
    _ x: [Double], _ residuals: [Double], _ slot: Int
  ) throws(ModelFailure) -> [Double] {
    let parameter = parameters[free[slot]]
    let step = differences.step(at: x[slot], scale: parameter.scale)
    let above = x[slot] + step <= parameter.scaledUpper ? step : nil
    let below = x[slot] - step >= parameter.scaledLower ? -step : nil
    let centred = differences.order == .central
    let first = above ?? below ?? 0
    let second = centred ? (above == nil ? 2 * first : below ?? 2 * first) : nil
    var failure = ModelFailure(
      "\(parameter.name): its bounds are too close together for a derivative")
    guard first != 0 else { throw failure }
    let near: [Double]?
    do { near = try shifted(x, slot, by: first, residuals.count) } catch {
      near = nil
      failure = error
    }
    var far: [Double]?
    if let second { far = try? shifted(x, slot, by: second, residuals.count) }
    switch (near, far, second) {
    case (let near?, let far?, let second?): return slope(residuals, near, first, far, second)
    case (let near?, nil, _): return zip(near, residuals).map { ($0 - $1) / first }
    case (nil, let far?, let second?): return zip(far, residuals).map { ($0 - $1) / second }
    default: break
    }
    // Forward alone, and it failed: backward, where there is room.
    if second == nil, above != nil, let below,
      let back = try? shifted(x, slot, by: below, residuals.count)
    {
      return zip(back, residuals).map { ($0 - $1) / below }
    }
    throw failure
  }

  private func shifted(
    _ x: [Double], _ slot: Int, by step: Double, _ count: Int
  ) throws(ModelFailure) -> [Double] {
    var point = x
    point[slot] += step
    let residuals = try dataResiduals(point)
    guard residuals.count == count else {
      throw ModelFailure("there are \(residuals.count) residuals, where there were \(count)")
    }
    return residuals
  }

  /// The slope at zero of the parabola through r(0), r(a) and r(b).
  private func slope(
    _ middle: [Double], _ near: [Double], _ a: Double, _ far: [Double], _ b: Double
  ) -> [Double] {
    if a == -b { return zip(near, far).map { ($0 - $1) / (2 * a) } }
    return middle.indices.map { row in
      let (rise, longRise) = ((near[row] - middle[row]) / a, (far[row] - middle[row]) / b)
      return (b * rise - a * longRise) / (b - a)
    }
  }
}
