import ClusterMonteCarlo

extension DopantResult {
  /// The dopants of one kind over all replicates.
  init(_ ensemble: Ensemble, kind: Int) {
    let course = ensemble.dopants.map { $0[kind] }
    let times = Array(ensemble.times.prefix(course.count))
    name = ensemble.dopantNames[kind]
    table = TimeTable(times: times, columns: Self.columns(course))
    counts = TimePlane(
      times: times,
      axis: TimePlane.Axis(
        name: "dopants", unit: "1", longName: "dopants in a crystal",
        values: (0..<(course.map(\.crystals.count).max() ?? 0)).map(Double.init)),
      columns: Self.shares(
        course.map(\.counts), of: "crystals", with: "with so many dopants",
        counted: ("crystals", course.map(\.crystals))))
    deep = TimePlane(
      times: times,
      axis: TimePlane.Axis(
        name: "least_depth", unit: "nm", longName: "depth below the surface that counts as deep",
        values: ensemble.depths),
      columns: [
        TimePlane.Column(
          name: "deep_single", unit: "1",
          longName: "share of the crystals whose one dopant lies deeper",
          rows: course.map { now in ensemble.depths.indices.map { now.deepSingle($0)?.mean } }),
        TimePlane.Column(
          name: "deep_single_error", unit: "1", longName: "standard error of deep_single",
          rows: course.map { now in
            ensemble.depths.indices.map { now.deepSingle($0)?.standardError }
          }),
      ])
    let bins = course.map(\.depthCounts.count).max() ?? 0
    depths = TimePlane(
      times: times,
      axis: TimePlane.Axis(
        name: "depth", unit: "nm", longName: "depth below the surface at the middle of the bin",
        values: (0..<bins).map { (Double($0) + 0.5) * DopantStatistics.depthWidth }),
      columns: Self.shares(
        course.map(\.depths), of: "dopants", with: "in the bin",
        counted: ("dopants", course.map(\.depthCounts))))
  }

  private static func columns(_ course: [DopantStatistics]) -> [TimeTable.Column] {
    let estimates: [(String, String, String, (DopantStatistics) -> RatioEstimate?)] = [
      ("per_crystal", "1", "dopants per crystal", { $0.mean }),
      ("single", "1", "share of the crystals with exactly one dopant", { $0.single }),
      ("depth_mean", "nm", "mean depth of a dopant below the surface", { $0.depth }),
      (
        "exchange", "1",
        "mean of sinc²(πρ/R), exchange over that of a dopant at the centre of a spherical well",
        { $0.exchange }
      ),
    ]
    let spread = TimeTable.Column(
      name: "depth_sd", unit: "nm", longName: "standard deviation of the depths of dopants",
      values: course.map(\.depthSD))
    return estimates.flatMap { name, unit, longName, value in
      [
        TimeTable.Column(
          name: name, unit: unit, longName: longName, values: course.map { value($0)?.mean }),
        TimeTable.Column(
          name: "\(name)_error", unit: unit, longName: "standard error of \(name)",
          values: course.map { value($0)?.standardError }),
      ]
    } + [spread]
  }

  /// What was counted, as shares with their intervals.
  private static func shares(
    _ shares: [[Proportion]], of members: String, with what: String,
    counted: (name: String, rows: [[Int]])
  ) -> [TimePlane.Column] {
    let width = counted.rows.map(\.count).max() ?? 0
    func column(
      _ name: String, _ longName: String, _ value: (Proportion) -> Double?
    ) -> TimePlane.Column {
      TimePlane.Column(
        name: name, unit: "1", longName: longName,
        rows: zip(shares, counted.rows).map { row, counts in
          let all = counts.reduce(0, +)
          let rest = [Proportion](repeating: Proportion(0, of: all), count: width - row.count)
          return (row + rest).map(value)
        })
    }
    let text = "share of the \(members) \(what)"
    return [
      column("share", text) { $0.share },
      column("lower", "\(text): lower end of Wilson's 95 % interval") { $0.interval.lowerBound },
      column("upper", "\(text): upper end of Wilson's 95 % interval") { $0.interval.upperBound },
      column(counted.name, "\(members) \(what), of all replicates") { Double($0.count) },
    ]
  }
}
