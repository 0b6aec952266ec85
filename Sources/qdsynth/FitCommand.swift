import ArgumentParser
import FitFiles
import Fitting
import Foundation
import Inference
import Results
import ScenarioFiles

/// `qdsynth fit`: the values of a scenario that measurements tell, and how surely.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Fit values of a scenario to measured series.")

  @OptionGroup var input: ScenarioArguments

  @Option(
    name: .shortAndLong,
    help: "Where results go, without an ending; named after the scenario if not given.")
  var output: String?

  @Option(help: "Starts at a time; as many as there are cores if not given.")
  var jobs: Int?

  @Flag(help: "Exit with 4 where a parameter ended at a bound.")
  var strict = false

  @Flag(help: "Write the summary as JSON.")
  var json = false

  @Flag(help: "Write no progress and no report.")
  var quiet = false

  func validate() throws {
    guard jobs.map({ $0 >= 1 }) != false else {
      throw ValidationError("--jobs must be at least 1")
    }
  }

  func run() throws {
    let scenario = try input.load()
    guard let plan = scenario.fit else {
      throw Fault(
        .badData,
        "error: \(input.scenario) has no [fit]; add one with [[fit.parameter]] and [[fit.data]]")
    }
    if !quiet { for warning in scenario.warnings { Terminal.note(warning.description) } }
    let rivals: [(name: String, scenario: Scenario)]
    do throws(ScenarioError) { rivals = try scenario.rivals() } catch { throw Fault(error) }
    let contenders = rivals.isEmpty ? [(name: "", scenario: scenario)] : rivals
    // All data are read before the first fit begins.
    let fits = try contenders.map { try prepared($0.scenario, $0.scenario.fit ?? plan) }
    if !quiet, let first = fits.first { FitDataReport(first).lines.forEach(Terminal.note) }
    let stem = try stem()
    var ranking = FitRanking()
    for (contender, fit) in zip(contenders, fits) {
      if !quiet, !contender.name.isEmpty { Terminal.note("fitting \(contender.name)") }
      let own = contender.name.isEmpty ? stem : "\(stem)-\(ResultName.part(contender.name))"
      let log = fit.plan.starts > 1 ? log(of: fit, at: own) : nil
      let result = try fitted(fit, log)
      let document = FitDocument(result, of: fit)
      try write(result, fit, document, to: own)
      log?.remove()
      ranking.add(contender.name, result, document)
      if !quiet && !json { report(result, contender.name, own) }
    }
    try conclude(ranking, stem)
  }

  /// Where results go, without an ending.
  private func stem() throws -> String {
    let given = output ?? "fit-" + ResultName.stem(of: input.scenario)
    let stem = given.hasSuffix(".h5") ? String(given.dropLast(3)) : given
    try ResultName.check("\(stem).json")
    return stem
  }

  private func report(_ result: FitResult, _ name: String, _ stem: String) {
    if !name.isEmpty { Terminal.result("\n\(name)") }
    FitReport(result).lines.forEach(Terminal.result)
    Terminal.result(
      "\n\(stem).h5, .json and .csv hold this, \(stem).toml runs as it is")
  }

  private func conclude(_ ranking: FitRanking, _ stem: String) throws {
    if ranking.isContest {
      try TextFile.write(Data(ranking.csv.utf8), to: "\(stem)-rivals.csv")
      if !quiet && !json { ranking.lines.forEach(Terminal.result) }
    }
    if json { Terminal.result(ranking.json) }
    guard ranking.hasConverged, !(strict && ranking.isAtBound) else {
      throw Fault(.notConverged, "")
    }
  }

  private func prepared(_ scenario: Scenario, _ plan: FitPlan) throws -> GlobalFit {
    do throws(FitFault) { return try GlobalFit(scenario, plan) } catch {
      throw Fault(error.isMissing ? .inputMissing : .badData, "error: \(error)")
    }
  }

  /// Starts that ended before this fit was interrupted, and those that end now.
  private func log(of fit: GlobalFit, at stem: String) -> StartLog {
    let inputs = process(of: fit).inputs.map(\.value).joined()
    let log = StartLog(
      "\(stem)-starts.jsonl",
      identity: SHA256.digits(of: Version.text + fit.scenario.resolvedText() + inputs))
    if !quiet, !log.known.isEmpty {
      Terminal.note("\(log.known.count) of \(fit.plan.starts) starts are known from \(log.path)")
    }
    return log
  }

  private func fitted(_ fit: GlobalFit, _ log: StartLog?) throws -> FitResult {
    let isQuiet = quiet
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    do throws(InferenceError) {
      return try fit.run(jobs: jobs, known: log?.known ?? []) { attempt in
        log?.add(attempt)
        guard !isQuiet else { return }
        let end = attempt.fit.map { "chi-square \($0.chiSquare), \($0.outcome.reason)" }
        Terminal.note("start \(attempt.index + 1): \(end ?? attempt.failure ?? "")")
      }
    } catch {
      throw Fault(.runFailed, "error: \(error)")
    }
  }

  /// How the fit came to be: beside the scenario, the data that it read.
  private func process(of fit: GlobalFit) -> RunProcess {
    var process = RunProcess(of: fit.scenario, overrides: input.overrides)
    process.seed = UInt64(truncatingIfNeeded: fit.plan.seed)
    process.inputs += fit.files.map { file in
      let bytes = FileManager.default.contents(atPath: file) ?? Data()
      return RunProcess.Entry(file, SHA256.digits(of: Array(bytes)))
    }
    return process
  }

  private func write(
    _ result: FitResult, _ fit: GlobalFit, _ document: FitDocument, to stem: String
  ) throws {
    do throws(FitFileError) {
      try FitFile(result, of: fit, process: process(of: fit)).write(to: "\(stem).h5")
    } catch {
      throw Fault(error)
    }
    try TextFile.write(Data((document.text + "\n").utf8), to: "\(stem).json")
    try TextFile.write(Data(FitTable(result).text.utf8), to: "\(stem).csv")
    let overrides = zip(fit.plan.parameters, result.best.values).map {
      ScenarioOverride($0.path, $0.text(of: $1))
    }
    let fitted: Scenario
    do throws(ScenarioError) { fitted = try fit.scenario.with(overrides) } catch {
      throw Fault(error)
    }
    try TextFile.write(Data(fitted.resolvedText().utf8), to: "\(stem).toml")
  }
}

extension Fault {
  /// The file of a fit that cannot be had or made.
  init(_ error: FitFileError) {
    switch error {
    case .file(let cause): self.init(ResultError.file(cause))
    case .notAFit: self.init(.badData, "error: \(error)")
    }
  }
}
