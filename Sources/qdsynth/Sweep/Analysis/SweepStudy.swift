import Campaigns
import Sampling
import SweepAnalysis

/// Everything that is asked of a finished sweep.
struct StudyOrder {
  var objectives: [ObjectiveText] = []
  /// Quantities beside those of the objectives.
  var responses: [String] = []
  /// Whether the design must give sensitivity indices.
  var mustHaveIndices = false
  var resampling = SobolIndices.Resampling()
}

/// A finished sweep with all that was found in it.
struct SweepStudy {
  let sweep: FinishedSweep
  let factors: SweepFactors
  let responses: [AnalyzedResponse]
  let objectives: [Objective]
  /// For each objective, its value at every point and the standard error, where runs were repeated.
  let aims: [PointMeans]
  let ranked: RankedPoints?
  let statuses: [RunStatus]
  /// What a reader has to know of all this.
  let notes: [String]

  var design: Design { sweep.plan.design }

  init(_ sweep: FinishedSweep, _ order: StudyOrder) throws {
    self.sweep = sweep
    let words = ResponseWords(sweep.finals)
    guard !sweep.finals.isEmpty else {
      throw Fault(
        .badData, "error: \(sweep.path): no run has left a number yet; nothing can be analysed")
    }
    let wanted = try order.objectives.map { text in (text, try words.column(text.quantity)) }
    objectives = try wanted.map { try $0.0.objective($0.1) }
    let others = try order.responses.map { try words.column($0) }
    let named = wanted.map(\.1) + others
    let columns = (named.isEmpty ? words.usual : named).reduce(into: [ResponseColumn]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard !columns.isEmpty else {
      throw Fault(
        .usage,
        "error: the sweep has none of \(ResponseWords.usual.joined(separator: ", ")); name what to "
          + "look at with --response; known: \(sweep.finals.map(\.name).joined(separator: ", "))")
    }
    let rows = try sweep.columns(
      numbers: columns.map(\.column) + sweep.swept.filter { $0.unit != nil }.map(\.name),
      texts: sweep.swept.filter { $0.unit == nil }.map(\.name))
    statuses = rows.statuses
    let replicates = sweep.plan.design.replicates
    factors = SweepFactors(
      sweep, numbers: rows.numbers.mapValues { Self.firsts($0, replicates) },
      texts: rows.texts.mapValues { Self.firsts($0, replicates) })
    let means = columns.map { column in
      PointMeans(
        runs: (rows.numbers[column.column] ?? []).map(column.value), replicates: replicates)
    }
    var notes = Notes(sweep, rows.statuses)
    let sample = try Self.sample(of: sweep.plan.design.kind, isWanted: order.mustHaveIndices)
    responses = zip(columns, means).map { [factors] column, means in
      Self.analysed(column, means, factors, sample, order.resampling, sweep, &notes)
    }
    aims = wanted.map { pair in
      columns.firstIndex(of: pair.1).map { means[$0] } ?? PointMeans(runs: [], replicates: 1)
    }
    ranked = objectives.isEmpty ? nil : RankedPoints(aims.map(\.values), objectives)
    self.notes = notes.lines
  }

  /// The value of each point, that of its first run.
  private static func firsts<Value>(_ runs: [Value], _ replicates: Int) -> [Value] {
    replicates == 1 ? runs : stride(from: 0, to: runs.count, by: replicates).map { runs[$0] }
  }

  private static func sample(of kind: Design.Kind, isWanted: Bool) throws(Fault) -> SaltelliSample?
  {
    if case .saltelli(let axes, let samples, let secondOrder) = kind {
      return SaltelliSample(
        dimensions: axes.count, samples: samples, hasSecondOrder: secondOrder)
    }
    guard isWanted else { return nil }
    throw Fault(
      .badData,
      "error: a sweep over a \(kind.name) gives no sensitivity indices; in [sweep], "
        + "design = \"saltelli\" with samples = 64 does")
  }

  private static func analysed(
    _ column: ResponseColumn, _ means: PointMeans, _ factors: SweepFactors,
    _ sample: SaltelliSample?, _ resampling: SobolIndices.Resampling, _ sweep: FinishedSweep,
    _ notes: inout Notes
  ) -> AnalyzedResponse {
    let tally = Tally(means.values.filter(\.isFinite))
    notes.see(column, means.values, tally)
    var indices: SobolIndices?
    if let sample {
      do throws(SweepAnalysisError) {
        indices = try SobolIndices(of: means.values, over: sample, resampling: resampling)
      } catch {
        notes.add("no sensitivity indices of \(column.name): \(error)")
      }
    }
    let isGrid = if case .grid = sweep.plan.design.kind { true } else { false }
    let interactions = isGrid ? Interaction.all(of: means.values, along: factors.factors) : []
    if isGrid, interactions.isEmpty, factors.factors.count > 1, tally.count > 0 {
      notes.add(
        "no interactions for \(column.name): they need every point of the grid, and "
          + "\(means.values.count - tally.count) have no value")
    }
    return AnalyzedResponse(
      column: column, means: means,
      effects: factors.factors.map { MainEffect(of: means.values, along: $0) },
      interactions: interactions, indices: indices, tally: tally)
  }
}

/// What has to be said about a study beside its numbers.
private struct Notes {
  private(set) var lines: [String] = []

  init(_ sweep: FinishedSweep, _ statuses: [RunStatus]) {
    let done = statuses.count { $0 == .done }
    if done < statuses.count {
      let failed = statuses.count { $0 == .failed }
      add(
        "\(statuses.count - done) of \(statuses.count) runs have no result (\(failed) failed, "
          + "\(statuses.count - done - failed) not run yet); this is of the other \(done)")
    }
    let design = sweep.plan.design
    if design.replicates > 1 {
      add(
        "the \(design.replicates) runs of each point are averaged, and their standard errors told")
    }
    if case .zip(let axes) = design.kind, axes.count > 1 {
      add("the axes of a zip move together, so that their effects cannot be told apart")
    }
  }

  mutating func add(_ line: String) { lines.append(line) }

  /// A quantity that never changes, or over decades.
  mutating func see(_ column: ResponseColumn, _ values: [Double], _ tally: Tally) {
    let known = values.filter(\.isFinite)
    guard let least = known.min(), let largest = known.max() else {
      add("no point has a value of \(column.name)")
      return
    }
    if tally.count < values.count {
      add("\(values.count - tally.count) of \(values.count) points have no value of \(column.name)")
    }
    if known.count > 1, least == largest {
      add("\(column.name) is the same at every point")
    } else if least > 0, largest / least > 100 {
      add(
        "\(column.name) spans a factor of \(TableText.number(largest / least)); its largest values "
          + "decide shares of variance, \"log \(column.name)\" would be of its decades")
    }
  }
}
