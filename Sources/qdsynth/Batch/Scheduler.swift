import BatchSystems
import Foundation

/// Types commands to a scheduler, from the folder of a sweep.
struct Scheduler {
  let system: any BatchSystem
  /// Where the commands are typed.
  let folder: String

  /// The answer to a command, whatever it is.
  func ask(_ command: BatchCommand) throws(Fault) -> CommandAnswer {
    let program = try Self.path(of: command.program, for: system)
    do {
      return try Self.answer(of: program, command, in: folder)
    } catch {
      throw Fault(
        .environment,
        "error: \(command.program) could not be started: \(error.localizedDescription)")
    }
  }

  /// The answer of a scheduler that takes its time when it is busy; its refusal is a fault.
  ///
  /// - Parameter stop: ends the waiting.
  func insist(_ command: BatchCommand, stop: StopRequest) throws -> CommandAnswer {
    let answer = try patientAnswer(to: command, stop: stop)
    guard answer.status == 0 else {
      throw Fault(
        .environment,
        "error: \(BatchError.refused(command: command.text, said: answer.summary))")
    }
    return answer
  }

  private func patientAnswer(to command: BatchCommand, stop: StopRequest) throws -> CommandAnswer {
    try Patience().answer(from: system) {
      try ask(command)
    } pause: { seconds, answer in
      Terminal.note(
        String(format: "%@ is busy, again in %.0f s: ", system.engine.title, seconds)
          + answer.summary)
      try Self.wait(seconds, stop: stop)
    }
  }

  /// What it lets an array hold; a thousand where it cannot say.
  func arrayLimit(stop: StopRequest) throws -> Int {
    let usual = 1000
    guard let inquiry = system.limitInquiry, Executable.find(inquiry.program) != nil else {
      return usual
    }
    let answer = try patientAnswer(to: inquiry, stop: stop)
    return answer.status == 0 ? system.arrayLimit(in: answer) ?? usual : usual
  }

  private static func wait(_ seconds: Double, stop: StopRequest) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if stop.signal != nil {
        throw Fault(.interrupted, "interrupted while the scheduler was busy")
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
  }

  static func path(of program: String, for system: any BatchSystem) throws(Fault) -> String {
    if program.hasPrefix("/") { return program }
    guard let path = Executable.find(program) else {
      throw Fault(
        .environment,
        "error: \(program) is not on the search path; \(system.engine.title) is asked from a "
          + "computer that has it, often the one that people log in to")
    }
    return path
  }

  /// Complaints go to a file, so that neither stream fills up while the other is read.
  private static func answer(of program: String, _ command: BatchCommand, in folder: String) throws
    -> CommandAnswer
  {
    let complaints = FileManager.default.temporaryDirectory
      .appendingPathComponent("qdsynth-\(UUID().uuidString)")
    try Data().write(to: complaints)
    defer { try? FileManager.default.removeItem(at: complaints) }
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = command.arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput =
      try command.input.map {
        try FileHandle(
          forReadingFrom: URL(fileURLWithPath: $0.hasPrefix("/") ? $0 : "\(folder)/\($0)"))
      } ?? FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return CommandAnswer(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      complaint: String(decoding: try Data(contentsOf: complaints), as: UTF8.self))
  }
}

extension CommandAnswer {
  /// What it said, in one line.
  var summary: String {
    said.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
