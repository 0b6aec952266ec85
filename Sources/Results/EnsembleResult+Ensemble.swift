public import ClusterMonteCarlo
public import Synthesis

extension RunResult {
  /// The result of replicates that have just been drawn.
  public init(
    title: String, ensemble: Ensemble, of experiment: Experiment, process: RunProcess
  ) {
    self.init(
      title: title, trajectory: ensemble.trajectory(of: experiment.network), process: process)
    sizes.numberSD = ensemble.sizeSD
    self.ensemble = EnsembleResult(ensemble, of: experiment)
  }
}

extension EnsembleResult {
  /// Quantities that are kept of every replicate.
  private static let followed: Set = [
    "solute", "supersaturation", "number", "radius_mean", "radius_sd", "dispersion", "yield",
    "nucleation_rate", "conversion", "subcritical",
  ]

  init(_ ensemble: Ensemble, of experiment: Experiment) {
    let outputs = ensemble.times.indices
    let columns = SummaryColumn.all.filter { column in
      outputs.contains { ensemble.spread(of: column, at: $0) != nil }
    }
    let spreads = columns.map { column in
      (column: column, course: outputs.map { ensemble.spread(of: column, at: $0) })
    }
    method = (experiment.monteCarlo?.method ?? .compositionRejection).rawValue
    assumption = (experiment.monteCarlo?.method ?? .compositionRejection).assumption
    randomStream = Ensemble.randomStream
    courses = Self.courses(ensemble, columns.filter { Self.followed.contains($0.name) })
    replicates = Self.replicates(ensemble)
    waiting = Self.waiting(ensemble)
    func table(
      _ name: String, _ what: String, unit: String? = nil, _ value: (Spread) -> Double?
    ) -> Statistic {
      Statistic(
        name: name,
        table: TimeTable(
          times: ensemble.times,
          columns: spreads.map { entry in
            TimeTable.Column(
              name: entry.column.name, unit: unit ?? entry.column.unit,
              longName: "\(what) of: \(entry.column.longName)",
              values: entry.course.map { $0.flatMap(value) })
          }))
    }
    statistics = [
      table("mean", "mean over replicates", \.mean),
      table("sd", "standard deviation between replicates", \.sd),
      table("standard_error", "standard error of the mean over replicates", \.standardError),
      table("count", "replicates that have a value", unit: "1") { Double($0.count) },
    ]
    quantiles = TimePlane(
      times: ensemble.times,
      axis: TimePlane.Axis(
        name: "quantile", unit: "1", longName: "share of the replicates below",
        values: Spread.levels),
      columns: spreads.map { entry in
        TimePlane.Column(
          name: entry.column.name, unit: entry.column.unit,
          longName: "quantiles over replicates of: \(entry.column.longName)",
          rows: entry.course.map { spread in
            spread?.quantiles ?? Spread.levels.map { _ in nil }
          })
      })
    histories = CrystalHistories(ensemble)
    dopants = (ensemble.dopants.first ?? []).indices.map { kind in
      DopantResult(ensemble, kind: kind)
    }
  }

  private static func courses(_ ensemble: Ensemble, _ columns: [SummaryColumn]) -> TimePlane {
    TimePlane(
      times: ensemble.times,
      axis: TimePlane.Axis(
        name: "replicate", unit: "1", longName: "number of the replicate",
        values: ensemble.replicates.map { Double($0.number) }),
      columns: columns.map { column in
        TimePlane.Column(
          name: column.name, unit: column.unit, longName: column.longName,
          rows: ensemble.times.indices.map { time in
            ensemble.replicates.map { replicate in
              guard time < replicate.frames.count else { return nil }
              return column.value(replicate.frames[time]).flatMap { $0.isFinite ? $0 : nil }
            }
          })
      })
  }

  private static func replicates(_ ensemble: Ensemble) -> [TimeTable.Column] {
    func column(
      _ name: String, _ unit: String, _ longName: String,
      _ value: (Ensemble.Replicate) -> Double?
    ) -> TimeTable.Column {
      TimeTable.Column(
        name: name, unit: unit, longName: longName, values: ensemble.replicates.map(value))
    }
    let counts: [(String, String, KeyPath<EventStatistics, Int>)] = [
      ("events", "events in all", \.events), ("attachments", "units that attached", \.attachments),
      ("detachments", "units that detached", \.detachments),
      ("reactions", "events of reactions", \.reactions), ("births", "nuclei born", \.births),
      ("coalescences", "pairs that coalesced", \.coalescences),
      ("flows", "molecules and particles that flowed in or out", \.flows),
      ("passages", "dopants that were taken up, buried, exposed or given back", \.passages),
      ("refusals", "candidates of an event that were refused", \.refusals),
      ("windows", "times that bounds were made anew", \.windows), ("leaps", "leaps", \.leaps),
      ("largest_particle", "units of the largest particle that there was", \.largestParticle),
      ("most_particles", "particles that there were at most", \.mostParticles),
    ]
    return [
      column("first_crystal", "s", "when the first crystal was there; missing where none was") {
        $0.firstCrystal
      },
      column("reached", "s", "simulated time of the last output that was reached") {
        $0.frames.last?.time
      },
    ]
      + counts.map { name, longName, path in
        column(name, "1", longName) { Double($0.statistics[keyPath: path]) }
      } + [column("wall_time", "s", "time that the replicate took") { $0.statistics.wallTime }]
  }

  private static func waiting(_ ensemble: Ensemble) -> TimeTable {
    let shares = ensemble.times.indices.map { ensemble.withoutCrystal(at: $0) }
    let what = "share of the replicates without a crystal so far"
    return TimeTable(
      times: ensemble.times,
      columns: [
        TimeTable.Column(
          name: "without_crystal", unit: "1", longName: what, values: shares.map(\.share)),
        TimeTable.Column(
          name: "lower", unit: "1", longName: "\(what): lower end of Wilson's 95 % interval",
          values: shares.map(\.interval.lowerBound)),
        TimeTable.Column(
          name: "upper", unit: "1", longName: "\(what): upper end of Wilson's 95 % interval",
          values: shares.map(\.interval.upperBound)),
      ])
  }
}

extension CrystalHistories {
  /// - Returns: nil where no replicate kept any.
  fileprivate init?(_ ensemble: Ensemble) {
    let kept = ensemble.replicates.compactMap { replicate in
      replicate.history.map { (number: Double(replicate.number), history: $0) }
    }
    guard let stages = kept.map(\.history.stageRadii.count).max() else { return nil }
    replicates = kept.flatMap { entry in entry.history.radii.map { _ in entry.number } }
    birthTimes = kept.flatMap(\.history.birthTimes)
    radii = kept.flatMap(\.history.radii)
    // A replicate that ended early may lack the last stages.
    stageRadii = (0..<stages).map { stage in
      kept.flatMap { entry in
        stage < entry.history.stageRadii.count
          ? entry.history.stageRadii[stage] : entry.history.radii.map { _ in .nan }
      }
    }
  }
}
