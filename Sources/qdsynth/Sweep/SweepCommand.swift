import ArgumentParser

/// `qdsynth sweep`: many runs of one scenario, on one computer or many.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run the design in [sweep] and write one table.",
    discussion: """
      "qdsynth sweep SCENARIO" does it all on this computer. The other commands do the same in \
      steps, on a folder that any number of computers may work on at once.
      """,
    subcommands: [
      SweepRunCommand.self,
      SweepPlanCommand.self,
      SweepSubmitCommand.self,
      SweepWorkerCommand.self,
      SweepStatusCommand.self,
      SweepRetryCommand.self,
      SweepMergeCommand.self,
      SweepCancelCommand.self,
      SweepAnalyzeCommand.self,
    ],
    defaultSubcommand: SweepRunCommand.self)
}
