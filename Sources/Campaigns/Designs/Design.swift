/// Which points a sweep visits.
public struct Design: Sendable, Equatable, Codable {
  public var kind: Kind
  /// Runs of each point, which differ in their seeds only.
  public var replicates: Int
  /// Seed of the whole sweep: of a random design and, with the identity, of every run.
  public var seed: UInt64

  public init(_ kind: Kind, replicates: Int = 1, seed: UInt64 = 1) {
    self.kind = kind
    self.replicates = replicates
    self.seed = seed
  }

  public enum Kind: Sendable, Equatable {
    /// Every combination of levels, the last axis fastest.
    case grid([Axis])
    /// The axes side by side: first levels together, then second ones.
    case zip([Axis])
    /// The rows of a table.
    case list(PointTable)
    case latinHypercube([Axis], samples: Int)
    case sobol([Axis], samples: Int)
    /// Blocks of points for sensitivity indices, from a base sample of so many points.
    case saltelli([Axis], samples: Int, secondOrder: Bool)

    /// The name in scenario files.
    public var name: String {
      switch self {
      case .grid: "grid"
      case .zip: "zip"
      case .list: "list"
      case .latinHypercube: "latin-hypercube"
      case .sobol: "sobol"
      case .saltelli: "saltelli"
      }
    }

    public static let names = ["grid", "latin-hypercube", "list", "saltelli", "sobol", "zip"]

    /// The axes; none of a list.
    public var axes: [Axis] {
      switch self {
      case .grid(let axes), .zip(let axes): axes
      case .latinHypercube(let axes, _), .sobol(let axes, _): axes
      case .saltelli(let axes, _, _): axes
      case .list: []
      }
    }
  }
}
