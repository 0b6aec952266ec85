import ArgumentParser

/// Simulates how colloidal nanocrystals are made.
@main
struct QDSynth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qdsynth", abstract: "Simulate how colloidal nanocrystals are made.")
}
