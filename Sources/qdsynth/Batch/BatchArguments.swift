import ArgumentParser
import BatchSystems
import Foundation
import ScenarioFiles
import Units

/// What is asked of a scheduler; each option wins over its key in `[sweep.batch]`.
struct BatchArguments: ParsableArguments {
  @Option(help: "The scheduler, parallel for GNU parallel, or local for this computer.")
  var engine: EngineChoice?

  @Option(help: "After which a task is ended, as in \"2 h\".")
  var walltime: String?

  @Option(help: "Memory of a task, as in \"2 GB\".")
  var memory: String?

  @Option(help: "Cores of a task, each for one run.")
  var cores: Int?

  @Option(help: "Account or project that pays.")
  var account: String?

  @Option(help: "Partition or queue.")
  var partition: String?

  @Option(help: "Tasks that run at a time.")
  var atMost: Int?

  @Option(help: "How long a task is to last, as in \"20 min\".")
  var taskTime: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "A line of the script before the program starts; may be there several times.")
  var setup: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: "An option of the scheduler, as in --option \"--qos=long\"; several times.")
  var option: [String] = []

  @Option(help: "A script to fill in, as --print-template shows one.", completion: .file())
  var template: String?

  @Option(help: "The most tasks in one array; asked from the scheduler if not given.")
  var arrayLimit: Int?

  @Option(help: "Seconds of a run on one core; timed if not given and not known yet.")
  var secondsPerRun: Double?

  @Flag(help: "Submit no job that merges after the tasks.")
  var noMerge = false

  func validate() throws {
    guard arrayLimit.map({ $0 >= 1 }) != false else {
      throw ValidationError("--array-limit must be at least 1")
    }
    guard secondsPerRun.map({ $0 > 0 && $0.isFinite }) != false else {
      throw ValidationError("--seconds-per-run must be above zero")
    }
  }

  /// What holds: these options, and where they say nothing the scenario.
  func plan(over scenario: BatchPlan) throws -> BatchPlan {
    var plan = scenario
    plan.engine = engine?.scheduler ?? plan.engine
    plan.taskTime = try seconds(taskTime, "--task-time") ?? plan.taskTime
    var resources = plan.resources
    resources.walltime =
      try seconds(walltime, "--walltime").map { Int($0.rounded(.up)) } ?? resources.walltime
    resources.memory = try memory.map(Self.bytes) ?? resources.memory
    resources.cores = cores ?? resources.cores
    resources.account = account ?? resources.account
    resources.partition = partition ?? resources.partition
    resources.atMost = atMost ?? resources.atMost
    if !setup.isEmpty { resources.setup = setup }
    if !option.isEmpty { resources.options = option }
    plan.resources = resources
    do throws(BatchError) {
      try resources.check()
    } catch {
      throw Fault(.usage, "error: \(error)")
    }
    return plan
  }

  /// The user's own script, read.
  func scriptTemplate() throws -> ScriptTemplate? {
    guard let template else { return nil }
    let text = try TextFile.read(template)
    do throws(BatchError) {
      return try ScriptTemplate(text, file: template)
    } catch {
      throw Fault(.badData, "error: \(error)")
    }
  }

  private func seconds(_ text: String?, _ option: String) throws(Fault) -> Double? {
    guard let text else { return nil }
    do throws(UnitsError) {
      let seconds = try Dimension.time.parse(text)
      if seconds > 0 && seconds < 1e9 { return seconds }
    } catch {
      throw Fault(.usage, "error: \(option): \(error); \(error.hint ?? "for example \"1 h\"")")
    }
    throw Fault(.usage, "error: \(option) \"\(text)\" makes no sense; write for example \"1 h\"")
  }

  private static func bytes(_ text: String) throws(Fault) -> Int {
    do throws(UnitsError) {
      return try ByteCount.parse(text)
    } catch {
      throw Fault(.usage, "error: --memory: \(error); \(error.hint ?? "")")
    }
  }
}
