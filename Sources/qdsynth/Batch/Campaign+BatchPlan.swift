import BatchSystems
import Campaigns
import ScenarioFiles

extension Campaign {
  /// What was asked of a scheduler the last time that it took something, or else what `[sweep.batch]` says.
  func batchPlan() throws -> BatchPlan {
    let (text, inputs) = try keptScenario()
    let files = inputs.map { ScenarioFile(path: $0.name, text: $0.text) }
    var plan: BatchPlan
    do throws(ScenarioError) {
      let scenario = try Scenario(
        KeptScenario(text: text, files: files), name: directory.keptScenario)
      plan = scenario.sweep?.batch ?? BatchPlan()
    } catch {
      throw Fault(error)
    }
    let engines = Set(BatchEngine.allCases.map(\.rawValue))
    let taken = try directory.submissionList().last {
      engines.contains($0.engine) && !$0.jobs.isEmpty
    }
    if let last = taken {
      plan.engine = BatchEngine(rawValue: last.engine)
      plan.resources = BatchResources(told: last.options)
    }
    return plan
  }
}

extension BatchResources {
  /// As a submission keeps them.
  var told: [String: String] {
    var told = ["cores": "\(cores)"]
    told["walltime"] = walltime.map { "\($0) s" }
    told["memory"] = memory.map { "\($0) B" }
    told["account"] = account
    told["partition"] = partition
    told["at_most"] = atMost.map { "\($0)" }
    if !setup.isEmpty { told["setup"] = setup.joined(separator: "\n") }
    if !options.isEmpty { told["options"] = options.joined(separator: "\n") }
    return told
  }

  /// What a submission has kept.
  init(told: [String: String]) {
    self.init()
    func number(_ key: String) -> Int? {
      told[key].flatMap { Int($0.prefix { $0.isNumber }) }
    }
    func lines(_ key: String) -> [String] {
      told[key]?.split(whereSeparator: \.isNewline).map(String.init) ?? []
    }
    (walltime, memory, atMost) = (number("walltime"), number("memory"), number("at_most"))
    cores = number("cores") ?? 1
    (account, partition) = (told["account"], told["partition"])
    (setup, options) = (lines("setup"), lines("options"))
  }
}
