import Checkpoints
import Kinetics
import Synthesis

/// Turns states of a balance into frames and size distributions.
struct Recorder {
  private(set) var frames: [Frame] = []
  private var everySize: [[Double]] = []
  private var cells: FineCells
  /// Finer ones, where classes move.
  private var classes: FineCells?
  /// Whether every size that is resolved is kept.
  var keepsPopulations = false
  /// For each time, every size that is resolved, and how the flask changes with each parameter.
  private var populations: [Population] = []
  private var slopes: [[Slope]] = []
  private let experiment: Experiment
  private let started = ContinuousClock.now
  /// What earlier runs spent, of which this is the rest, s.
  private var spent = 0.0

  init(_ experiment: Experiment) {
    self.experiment = experiment
    cells = FineCells(experiment.grid)
    classes =
      experiment.grid.kind == .moving
      ? FineCells(experiment.grid, tellingClassesApart: true) : nil
  }

  /// Adds a flask at its time.
  mutating func record<Balance: FlaskBalance>(_ flask: FlaskState, of balance: inout Balance) {
    let (frame, population) = balance.look(
      at: flask.amounts, time: flask.time, supplied: flask.supplied)
    frames.append(frame)
    cells.add(population)
    classes?.add(population)
    if experiment.keepsEverySize { everySize.append(population.numbers) }
    guard keepsPopulations else { return }
    populations.append(population)
    slopes.append(balance.slopes(of: flask))
  }

  private var wallTime: Double { spent + (ContinuousClock.now - started) / .seconds(1) }

  /// The next time to record, s; nil where all is recorded.
  var next: Double? {
    frames.count < experiment.outputs.count ? experiment.outputs[frames.count] : nil
  }

  /// The same as streams that flow together: for each mixture its time, and the share of the flow that
  /// has the age of each recorded frame.
  func mixed(_ mixtures: [(time: Double, ages: [(frame: Int, share: Double)])]) -> Recorder {
    let units = experiment.network.species.map(\.units)
    let whole = mixtures.prefix { $0.ages.allSatisfy { $0.frame < frames.count } }
    var mixed = self
    mixed.frames = whole.map { mixture in
      Frame.mixture(
        of: mixture.ages.map { ($0.share, frames[$0.frame]) }, at: mixture.time, units: units)
    }
    mixed.cells = cells.mixed(whole.map(\.ages))
    mixed.classes = classes?.mixed(whole.map(\.ages))
    if experiment.keepsEverySize {
      mixed.everySize = whole.map { everySize.sum($0.ages) }
    }
    return mixed
  }

  /// A trajectory of what was recorded, with its slopes.
  func sensitive(_ trajectory: Trajectory) -> SensitiveTrajectory {
    SensitiveTrajectory(trajectory: trajectory, populations: populations, slopes: slopes)
  }

  /// What was recorded, on at most 400 bins of size, and on all of them.
  ///
  /// - Parameter milestones: found on the frames where nothing finer was followed.
  func trajectory(
    _ statistics: RunStatistics, _ interruption: Interruption?, milestones: Milestones? = nil
  ) -> Trajectory {
    var statistics = statistics
    statistics.wallTime = wallTime
    statistics.matterDefect = frames.reduce(0) { max($0, abs($1.matterDefect)) }
    statistics.dopantDefect = frames.flatMap(\.dopants).reduce(0) { max($0, abs($1.defect)) }
    return Trajectory(
      speciesNames: experiment.network.species.map(\.name),
      dopantNames: experiment.dopants.map(\.name), frames: frames,
      distributions: cells.rebinned(to: 400, on: experiment.ladder),
      sizes: (classes ?? cells).distributions(on: experiment.ladder),
      everySize: experiment.keepsEverySize ? everySize : nil, statistics: statistics,
      milestones: milestones, interruption: interruption)
  }
}

extension [[Double]] {
  /// Σ w_i x_i over some of the rows, which need not be equally long.
  func sum(_ parts: [(frame: Int, share: Double)]) -> [Double] {
    var sum = [Double](
      repeating: 0, count: parts.reduce(0) { Swift.max($0, self[$1.frame].count) })
    for part in parts {
      let row = self[part.frame]
      for place in row.indices { sum[place] += part.share * row[place] }
    }
    return sum
  }
}

// MARK: - Keeping

extension Recorder: Keepable {
  /// Not kept, since no run with sensitivities is: `populations`, `slopes`, `keepsPopulations`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("recorder")
    var wallTime = wallTime
    try tape.pass(&wallTime)
    if tape.isReading { spent = wallTime }
    try tape.pass(&frames)
    try tape.pass(&everySize)
    try tape.pass(&cells)
    if classes != nil { try classes?.pass(&tape) }
  }
}
