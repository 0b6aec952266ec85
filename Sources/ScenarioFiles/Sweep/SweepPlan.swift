/// What `[sweep]` asks for.
public struct SweepPlan: Sendable {
  public enum Design: String, Sendable, Hashable {
    case grid
    case zip
    case list
    case latinHypercube = "latin-hypercube"
    case sobol
    case saltelli
  }

  /// What is kept of every run.
  public enum Keep: String, Sendable, Hashable {
    case values
    case curves
    case runs
  }

  /// A value of the scenario that changes from point to point.
  public struct Axis: Sendable, Hashable {
    public enum Levels: Sendable, Hashable {
      /// One by one, as text that a scenario could hold.
      case values([String])
      case range(from: String, to: String, count: Int?, isLogarithmic: Bool)
    }

    public let path: String
    public let levels: Levels
  }

  /// The powers of two next to a number of blocks that is none.
  static func powersOfTwo(around samples: Int) -> (below: Int, above: Int) {
    var below = 2
    while below < 1 << 28, 2 * below <= samples { below *= 2 }
    return (below, 2 * below)
  }

  public let design: Design
  public let axes: [Axis]
  /// Points of a Latin hypercube or a Sobol sequence, blocks of a Saltelli design.
  public let samples: Int?
  /// Whether a Saltelli design tells of pairs of axes too.
  public let secondOrder: Bool
  public let replicates: Int
  public let seed: Int
  public let keep: Keep
  /// How it goes to a scheduler; no part of what is simulated.
  public let batch: BatchPlan
  /// The points of a list; read with the sweep, and not again with every point of it.
  public internal(set) var list: PointList?
}
