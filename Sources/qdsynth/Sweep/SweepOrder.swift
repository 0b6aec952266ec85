import Campaigns
import ScenarioFiles

/// What a scenario asks of a campaign, and its points as every worker reads them.
struct SweepOrder {
  var order: CampaignOrder
  let points: ScenarioPoints
  /// How it goes to a scheduler.
  let batch: BatchPlan

  /// - Parameter input: the scenario of the command, which must hold `[sweep]`.
  init(_ input: ScenarioArguments, in directory: CampaignDirectory, isQuiet: Bool) throws {
    let scenario = try input.load()
    guard let plan = scenario.sweep else {
      throw Fault(
        .badData,
        "error: \(input.scenario) has no [sweep]; add one with a design and [[sweep.axis]]")
    }
    if !isQuiet { for warning in scenario.warnings { Terminal.note(warning.description) } }
    batch = plan.batch
    let design = Design(plan)
    do throws(ScenarioError) {
      let kept = try scenario.kept(withFiles: design.sweptFiles)
      points = try ScenarioPoints(kept, in: directory)
      order = CampaignOrder(
        design: design, scenarioText: scenario.files.first?.text ?? "",
        resolvedText: scenario.plannedText, keptText: kept.text, creator: Self.creator)
      order.inputs = kept.files.map { CampaignInput(name: $0.path, text: $0.text) }
    } catch {
      throw Fault(error)
    }
  }

  /// Name and version of the program, which all parts of a sweep must share.
  static let creator = "qdsynth \(Version.text)"
}

extension Campaign {
  /// The points of a planned sweep, read from its folder.
  func scenarioPoints() throws -> ScenarioPoints {
    let (text, inputs) = try keptScenario()
    let files = inputs.map { ScenarioFile(path: $0.name, text: $0.text) }
    do throws(ScenarioError) {
      return try ScenarioPoints(KeptScenario(text: text, files: files), in: directory)
    } catch {
      throw Fault(error)
    }
  }
}

extension Design {
  /// The files that points name, as swept values give them.
  fileprivate var sweptFiles: [String] {
    if case .list(let table) = kind {
      let columns = table.paths.indices.filter { table.paths[$0].hasSuffix(".file") }
      return Set(table.rows.flatMap { row in columns.map { row[$0] } }).sorted()
    }
    return kind.axes.flatMap { axis -> [String] in
      guard axis.path.hasSuffix(".file"), case .values(let values) = axis.levels else { return [] }
      return values
    }
  }
}
