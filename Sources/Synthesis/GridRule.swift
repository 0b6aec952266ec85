public import Kinetics

/// Which grid a synthesis runs on where a scenario does not say, and what runs on which.
public enum GridRule {
  /// The grid of a synthesis that names none.
  ///
  /// Nuclei of a closure that never dissolve only move up: classes follow them without any spreading.
  /// What dissolves, ripens, coalesces or carries dopants under a closure needs cells that stand still. Where the
  /// ladder itself nucleates, every size counts.
  public static func kind(
    closure: (any NucleationLaw)?, isIrreversible: Bool, coalesces: Bool,
    isDoped: Bool = false, isFedWithParticles: Bool = false
  ) -> SizeGrid.Kind {
    if coalesces { return .hybrid }
    guard closure != nil else { return .exact }
    return isIrreversible && !isFedWithParticles && !isDoped ? .moving : .hybrid
  }

  /// The rule in words.
  public static let words =
    "Without a word in the scenario: hybrid where particles coalesce; moving under a closure whose "
    + "crystals never dissolve (solubility 0), do not flow in and carry no dopants; hybrid under any "
    + "other closure; exact where the ladder nucleates."

  /// What runs on which grid.
  public static let table: [(what: String, exact: Bool, hybrid: Bool, moving: Bool)] = [
    ("nucleation by the cluster ladder", true, true, false),
    ("nucleation by a closure, or none", true, true, true),
    ("growth, dissolution, ripening", true, true, true),
    ("the noise of growth by single units", true, true, false),
    ("growth without noise", true, true, true),
    ("coalescence", true, true, false),
    ("magic sizes", true, true, false),
    ("dopants", true, true, false),
    ("seeds at once", true, true, true),
    ("seeds that flow in over time", true, true, false),
    ("particles that flow from tank to tank", true, true, false),
    ("a closed or open top", true, true, false),
  ]

  /// The largest size of an exact grid on which every pair may coalesce, units.
  public static let mostPairedSizes = 2_000
}

/// Why a synthesis cannot run on its grid, and what would be right.
public struct GridObjection: Error, Sendable, Hashable {
  /// The key of `[grid]` that it is about.
  public let key: String
  public let text: String
  public let hint: String
}

extension Experiment {
  /// Everything that its grid cannot do.
  public var gridObjections: [GridObjection] {
    var objections = [GridObjection]()
    func object(_ key: String, _ text: String, _ hint: String) {
      objections.append(GridObjection(key: key, text: text, hint: hint))
    }
    let isLadder = nucleation == nil
    if grid.kind == .moving {
      if isLadder {
        object(
          "kind", "the moving grid holds no clusters from which the ladder could nucleate",
          "use \"exact\" or \"hybrid\", or a closure under [nucleation]; law = \"none\" for seeds "
            + "alone")
      }
      if coalescence != nil {
        object(
          "kind", "particles do not coalesce on the moving grid", "use \"hybrid\" or \"exact\"")
      }
      if !dopants.isEmpty {
        object(
          "kind", "particles carry no dopants on the moving grid", "use \"hybrid\" or \"exact\"")
      }
      if case .tanks = reactor {
        object(
          "kind", "particles do not flow from tank to tank on the moving grid", "use \"hybrid\"")
      }
      let flows = recipe.flowThrough?.seeds.isEmpty == false
      if flows || recipe.injections.contains(where: { $0.duration > 0 && !$0.seeds.isEmpty }) {
        object(
          "kind", "seeds cannot flow in over time on the moving grid",
          "use \"hybrid\", or inject them at once")
      }
      if grid.top != .growing {
        object("top", "the moving grid has no top", "leave `top` out, or use \"exact\"")
      }
      if !magicSizes.isEmpty {
        object(
          "kind", "magic sizes are single sizes, which moving classes pass over",
          "use \"exact\" or \"hybrid\"")
      }
    }
    if isLadder, !grid.hasGrowthNoise, grid.kind != .moving {
      object(
        "growth_noise", "the cluster ladder is made of single steps, whose noise is real",
        "leave growth_noise out, or use a closure under [nucleation]")
    }
    if grid.kind == .hybrid, let size = magicSizes.first(where: { $0 >= Double(grid.unitCells) }) {
      object(
        "unit_cells", "the magic size \(Int(size)) lies in a cell with other sizes",
        "raise unit_cells above \(Int(magicSizes.max() ?? size) + 1)")
    }
    if grid.kind != .moving, let nucleus = leastNucleus, nucleus > Double(grid.largest) {
      object(
        "largest",
        "a nucleus has \(Int(min(nucleus, 1e15))) units or more, and the grid ends at \(grid.largest)",
        "raise `largest`")
    }
    if let size = magicSizes.first(where: { $0 > Double(grid.largest) }) {
      object(
        "largest", "the magic size \(Int(size)) is larger than the grid, \(grid.largest) units",
        "raise `largest`")
    }
    if grid.kind == .exact, coalescence != nil, grid.largest > GridRule.mostPairedSizes {
      object(
        "kind",
        "on the exact grid every pair of sizes coalesces, up to "
          + "\(GridRule.mostPairedSizes) units",
        "use \"hybrid\", or set largest = \(GridRule.mostPairedSizes) or less")
    }
    return objections
  }

  /// The smallest nucleus that a closure could make: with all units dissolved, units.
  private var leastNucleus: Double? {
    guard let nucleation, nucleation.law.bears else { return nil }
    let all = network.species.reduce(0) { $0 + $1.units * $1.initial }
    let injected = recipe.injections.reduce(0) { sum, injection in
      sum + zip(network.species, injection.contents).reduce(0) { $0 + $1.0.units * $1.1 }
    }
    let medium = Medium(
      temperature: recipe.program.corners.map(\.temperature).min() ?? 298.15,
      solute: all + injected, partner: 1)
    let birth = nucleation.law.bear(on: ladder, in: medium)
    return birth.rate > 0 ? birth.units : nil
  }

  private var magicSizes: [Double] { ladder.energies.flatMap(\.singularSizes) }
}
