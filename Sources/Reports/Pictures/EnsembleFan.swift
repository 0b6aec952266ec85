import Results

extension RunResult {
  /// Replicates as thin lines, and around their mean the band of two standard errors.
  func fan(
    _ name: String, label: String, color: Palette.Color, side: Curve.Side
  ) -> [Curve] {
    guard let ensemble, side == .left, let course = ensemble.courses[name] else { return [] }
    let times = ensemble.courses.times
    let lines = course.replicates.prefix(EnsembleResult.mostDrawn).map { values in
      Curve(label: "\(label), replicate", color: color, mark: .thin, x: times, y: values)
    }
    guard let mean = summary[name],
      let errors = ensemble.statistic("standard_error", of: name)?.values
    else { return lines }
    let band = zip(mean.values, errors).map { value, error -> ClosedRange<Double>? in
      guard let value, let error else { return nil }
      return (value - 2 * error)...(value + 2 * error)
    }
    let around = Curve(
      label: "\(label), 2 standard errors", color: color, mark: .band, x: summary.times,
      y: zip(mean.values, band).map { $1 == nil ? nil : $0 }, interval: band)
    return lines + [around]
  }
}

extension TimePlane.Column {
  /// The values of each replicate over time.
  fileprivate var replicates: [[Double?]] {
    (rows.first ?? []).indices.map { place in rows.map { $0[place] } }
  }
}

extension EnsembleResult {
  /// Replicates that a picture shows one by one.
  static let mostDrawn = 60

  /// What a legend says of them.
  var drawnReplicates: String {
    count > Self.mostDrawn
      ? "the first \(Self.mostDrawn) of \(count) replicates" : "\(count) replicates"
  }
}

extension Curve {
  func scaled(by factor: Double) -> Curve {
    var scaled = self
    scaled.y = y.map { $0.map { $0 * factor } }
    scaled.error = error?.map { $0.map { $0 * factor } }
    scaled.interval = interval?.map { interval in
      interval.map { ($0.lowerBound * factor)...($0.upperBound * factor) }
    }
    return scaled
  }
}
