import Kinetics
import Synthesis

/// Turns states of a balance into frames and size distributions.
struct Recorder {
  private(set) var frames: [Frame] = []
  private(set) var everySize: [[Double]] = []
  private var cells: FineCells
  private let keepsEverySize: Bool

  init(_ experiment: Experiment) {
    keepsEverySize = experiment.keepsEverySize
    cells = FineCells(experiment.grid)
  }

  /// Adds the flask at a time.
  ///
  /// - Parameter supplied: units that were put in so far, mol.
  mutating func record<Balance: FlaskBalance>(
    _ state: [Double], at time: Double, supplied: Double, of balance: inout Balance
  ) {
    let (frame, population) = balance.look(at: state, time: time, supplied: supplied)
    frames.append(frame)
    cells.add(population)
    if keepsEverySize { everySize.append(population.numbers) }
  }

  /// The recorded distributions on at most 400 bins.
  func distributions(on ladder: Ladder) -> SizeDistributions {
    cells.rebinned(to: 400, on: ladder)
  }
}
