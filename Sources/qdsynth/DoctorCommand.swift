import ArgumentParser
import Foundation
import HDF5Files
import LinearAlgebra
import Sundials

/// `qdsynth doctor`: what this machine has for runs, and what it lacks.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check libraries, writing and locking of results, plots, scheduler and cores.")

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    let findings = Finding.all
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Terminal.result(String(decoding: try encoder.encode(findings), as: UTF8.self))
    } else {
      for finding in findings { Terminal.result(finding.line) }
    }
    if findings.contains(where: { $0.verdict == .missing }) { throw Fault(.environment) }
  }
}

/// One thing that the doctor looked at.
struct Finding: Codable {
  enum Verdict: String, Codable {
    case good
    /// Something can be done without.
    case optional
    case missing
  }

  let subject: String
  let verdict: Verdict
  let detail: String

  var line: String {
    let mark =
      switch verdict {
      case .good: "ok       "
      case .optional: "note     "
      case .missing: "MISSING  "
      }
    return mark + subject.padded(to: 22) + detail
  }

  static var all: [Finding] {
    [sundials, openBLAS, writing, plotting, scheduler, cores]
  }

  private static var sundials: Finding {
    let version = Libraries.sundialsVersion
    let isKnown = version.hasPrefix("6.")
    return Finding(
      subject: "SUNDIALS", verdict: isKnown ? .good : .optional,
      detail: isKnown ? version : "\(version); qdsynth is tested with 6.4")
  }

  private static var openBLAS: Finding {
    Finding(subject: "OpenBLAS", verdict: .good, detail: OpenBLAS.configuration)
  }

  /// Writes a result file where the program stands, as every run does.
  private static var writing: Finding {
    let path = ".qdsynth-doctor-\(ProcessInfo.processInfo.processIdentifier).h5"
    defer { try? FileManager.default.removeItem(atPath: path) }
    do throws(HDF5Error) {
      let draft = try HDF5Draft(creating: path)
      try draft.publish()
      _ = try HDF5File(reading: path)
      return Finding(
        subject: "HDF5 in this folder", verdict: .good, detail: "written, renamed and read back")
    } catch {
      return Finding(subject: "HDF5 in this folder", verdict: .missing, detail: "\(error)")
    }
  }

  private static var plotting: Finding {
    guard let path = Executable.find("gnuplot") else {
      return Finding(
        subject: "gnuplot", verdict: .optional,
        detail: "not found; plots need it (package gnuplot-nox)")
    }
    return Finding(subject: "gnuplot", verdict: .good, detail: path)
  }

  private static var scheduler: Finding {
    let known = ["sbatch": "SLURM", "qsub": "PBS or Grid Engine", "bsub": "LSF"]
    let found = known.keys.sorted().compactMap { Executable.find($0) == nil ? nil : known[$0] }
    return Finding(
      subject: "scheduler", verdict: found.isEmpty ? .optional : .good,
      detail: found.isEmpty ? "none here; sweeps use this machine" : found.joined(separator: ", "))
  }

  private static var cores: Finding {
    let count = ProcessInfo.processInfo.activeProcessorCount
    let asked = ProcessInfo.processInfo.environment["OMP_NUM_THREADS"]
    let threads = asked.map { "; OMP_NUM_THREADS=\($0) is not used, a run takes one core" } ?? ""
    return Finding(
      subject: "cores", verdict: .good, detail: "\(count), each for one run of a sweep" + threads)
  }
}

/// Programs on the search path.
enum Executable {
  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
