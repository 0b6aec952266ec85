import BatchSystems
import Foundation
import Testing

/// The scripts are compared with ones written by hand after the schedulers' documentation.
@Suite struct `A script` {
  @Test(arguments: BatchEngine.allCases)
  func `is what its scheduler's documentation asks for`(engine: BatchEngine) throws {
    let script = try engine.system.script(of: Samples.array(1000..<1100))
    #expect(script == (try Samples.fixture(engine.rawValue)))
  }

  @Test func `of a merge has neither array nor signal`() throws {
    #expect(try Slurm().script(of: Samples.merge) == (try Samples.fixture("slurm-merge")))
  }

  @Test(arguments: BatchEngine.allCases)
  func `is bash, of an array and of a merge`(engine: BatchEngine) throws {
    for job in [Samples.array(0..<3), Samples.array(7..<8), Samples.merge] {
      let script = try engine.system.script(of: job)
      #expect(try Shell.run("bash", ["-n"], input: script).status == 0)
      #expect(!script.contains("{{"))
      #expect(script.contains(" --index $task") == (job != Samples.merge))
    }
  }

  @Test(arguments: BatchEngine.allCases)
  func `asks for nothing that was not given`(engine: BatchEngine) throws {
    let script = try engine.system.script(of: Samples.array(0..<5, BatchResources()))
    let lines = script.split(separator: "\n").dropFirst()
    for word in ["mem", "time", "rt=", "chem", "short", "qos", "module", "-pe smp", "-W ", "-tc"] {
      #expect(!lines.contains { $0.hasPrefix("#") && $0.contains(word) }, "\(word)")
    }
  }

  @Test func `of a lone PBS task is no array`() throws {
    let script = try PBS(.professional).script(of: Samples.array(7..<8))
    #expect(!script.contains("#PBS -J"))
    #expect(script.contains("task=$((${PBS_ARRAY_INDEX:-0} + 7))"))
    #expect(script.contains("#PBS -o logs/0003.log"))
  }

  /// The number of a task must survive a scheduler's count in a script that bash really runs.
  @Test(arguments: [
    (BatchEngine.slurm, "SLURM_ARRAY_TASK_ID"), (.pbs, "PBS_ARRAY_INDEX"),
    (.torque, "PBS_ARRAYID"), (.lsf, "LSB_JOBINDEX"), (.sge, "SGE_TASK_ID"),
  ])
  func `gives its program the number of the task, and the folder as it is`(
    engine: BatchEngine, variable: String
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("it's \"a\" $HOME \\ folder \(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("logs"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let job = BatchJob(
      name: "words", folder: folder.path, log: "logs/0001",
      command: ["/usr/bin/printf", "%s\\n", folder.path], work: .tasks(40..<60),
      resources: BatchResources())
    let system = engine.system
    let index = system.firstIndex(ofTasksFrom: 40) + 17
    #expect(system.task(atIndex: index, ofTasksFrom: 40) == 57)
    let seen = try Shell.run(
      "bash", ["-s"], input: try system.script(of: job), environment: [variable: "\(index)"])
    #expect(seen.status == 0)
    let log = try String(
      contentsOf: folder.appendingPathComponent("logs/0001-57.log"), encoding: .utf8)
    #expect(log == "\(folder.path)\n--index\n57\n")
  }
}
