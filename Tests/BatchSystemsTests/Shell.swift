import BatchSystems
import Foundation

/// Runs a real program and gives what it said.
enum Shell {
  static func run(
    _ program: String, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws -> CommandAnswer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (inside, outside, complaints) = (Pipe(), Pipe(), Pipe())
    process.standardInput = inside
    process.standardOutput = outside
    process.standardError = complaints
    try process.run()
    inside.fileHandleForWriting.write(Data(input.utf8))
    try inside.fileHandleForWriting.close()
    let output = outside.fileHandleForReading.readDataToEndOfFile()
    let complaint = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return CommandAnswer(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      complaint: String(decoding: complaint, as: UTF8.self))
  }
}
