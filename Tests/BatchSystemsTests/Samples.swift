import BatchSystems
import Foundation

/// One job for all schedulers, with everything that a job can ask for.
enum Samples {
  static let folder = "/home/ann/my sweeps/it's"
  static let program = "/opt/qd synth/qdsynth"

  static var resources: BatchResources {
    var resources = BatchResources()
    resources.walltime = 5400
    resources.memory = 4 << 30
    resources.cores = 2
    resources.account = "chem"
    resources.partition = "short"
    resources.atMost = 10
    resources.setup = ["module purge", "module load hdf5"]
    resources.options = ["--qos=long", "--mail-type=END"]
    return resources
  }

  static func array(_ tasks: Range<Int>, _ resources: BatchResources = resources) -> BatchJob {
    BatchJob(
      name: "palladium", folder: folder, log: "logs/0003",
      command: [program, "sweep", "worker", folder, "--submission", "3"], work: .tasks(tasks),
      resources: resources)
  }

  static var merge: BatchJob {
    BatchJob(
      name: "palladium", folder: folder, log: "logs/0003",
      command: [program, "sweep", "merge", folder], work: .merge, resources: resources)
  }

  static func fixture(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try String(
      contentsOf: folder.appendingPathComponent("Fixtures/\(name).sh"), encoding: .utf8)
  }

  static func answer(_ output: String, _ complaint: String = "", status: Int32 = 0)
    -> CommandAnswer
  {
    CommandAnswer(status: status, output: output, complaint: complaint)
  }
}
