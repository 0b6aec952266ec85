import ArgumentParser
import Foundation
import LinearAlgebra

/// Simulates how colloidal nanocrystals are made.
struct QDSynth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qdsynth", abstract: "Simulate how colloidal nanocrystals are made.",
    version: Version.text,
    subcommands: [
      RunCommand.self,
      SweepCommand.self,
      FitCommand.self,
      PlotCommand.self,
      ImportCommand.self,
      FramesCommand.self,
      ExportCommand.self,
      CheckCommand.self,
      ShowCommand.self,
      SchemaCommand.self,
      InitCommand.self,
      DescribeCommand.self,
      ValidateCommand.self,
      DoctorCommand.self,
    ])
}

/// Starts the program: parses, runs, and turns faults into exit codes.
@main
enum Program {
  static func main() {
    do {
      OpenBLAS.useOneThread()
      var command = try QDSynth.parseAsRoot()
      try command.run()
    } catch let fault as Fault {
      if !fault.message.isEmpty { Terminal.note(fault.message) }
      exit(fault.status.rawValue)
    } catch {
      QDSynth.exit(withError: error)
    }
  }
}
