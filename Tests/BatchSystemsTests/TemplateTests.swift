import BatchSystems
import Testing

@Suite struct `A template` {
  private let end = "exec {{worker}} --index $i\nexec {{merge}}\n"

  @Test func `refuses an unknown placeholder with its line and the nearest name`() {
    #expect {
      _ = try ScriptTemplate("#!/bin/sh\n\n#SBATCH --time={{waltime}}\n" + end, file: "my.tmpl")
    } throws: { error in
      "\(error)".hasPrefix(
        "my.tmpl:3: no placeholder is called {{waltime}}; did you mean \"walltime\"?")
    }
  }

  @Test func `refuses a placeholder that is not closed, and one that is missing`() {
    #expect(throws: BatchError.openPlaceholder(file: "a", line: 2)) {
      _ = try ScriptTemplate("x\n{{name\n" + end, file: "a")
    }
    #expect {
      _ = try ScriptTemplate("exec {{worker}} --index 1\n", file: "a")
    } throws: { "\($0)".contains("{{merge}}") }
  }

  @Test func `leaves out lines without a value and remarks, and repeats lines with several`() throws
  {
    let text = "#% for people\n1 {{account}}\n2 {{setup}}\n3 {{walltime}} {{name}}\n" + end
    var resources = BatchResources()
    resources.setup = ["module load a", "module load b"]
    let script = try Slurm().script(
      of: Samples.array(0..<2, resources), template: ScriptTemplate(text, file: "a"))
    #expect(script.hasPrefix("2 module load a\n2 module load b\nexec "))
    #expect(script.split(separator: "\n").count == 3)
  }

  @Test(arguments: BatchEngine.allCases)
  func `that is printed reads back as the same`(engine: BatchEngine) throws {
    let printed = engine.system.explainedTemplate
    let template = try ScriptTemplate(printed, file: "printed")
    #expect(
      try engine.system.script(of: Samples.array(0..<9), template: template)
        == (try engine.system.script(of: Samples.array(0..<9))))
    #expect(printed.hasPrefix("#!/bin/bash\n#% "))
  }

  @Test(arguments: [
    ("account", "a b"), ("account", "x\ny"), ("partition", "it's"), ("setup", "a\nrm"),
    ("options", "--x\n--y"), ("options", ""),
  ])
  func `is not broken by values`(key: String, value: String) {
    var resources = BatchResources()
    switch key {
    case "account": resources.account = value
    case "partition": resources.partition = value
    case "setup": resources.setup = [value]
    default: resources.options = [value]
    }
    #expect {
      _ = try Slurm().script(of: Samples.array(0..<2, resources))
    } throws: { "\($0)".hasPrefix(key) }
  }

  @Test(arguments: [
    ("2024 müller/run.1", "qd-2024-m-ller-"), ("", "qd-"), ("pbs_thiourea", "pbs-thiourea"),
  ])
  func `has a name that every scheduler takes`(name: String, plain: String) {
    let job = BatchJob(
      name: name, folder: "/", log: "l", command: [], work: .merge, resources: BatchResources())
    #expect(job.name == plain)
  }
}
