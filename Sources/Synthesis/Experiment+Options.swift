import Kinetics

/// A choice of physics that a run makes, by a scenario or by default.
public struct PhysicsOption: Sendable, Hashable {
  public let name: String
  public let value: String
}

extension Experiment {
  /// Every choice that decides results by more than round-off, as headers and results state them.
  public var physicsOptions: [PhysicsOption] {
    let irreversible = ladder.isIrreversible
    let pairs: [(String, String)] = [
      ("nucleation", "cluster-ladder"),
      ("attachment", ladder.attachment.lawName),
      ("capture_radius", ladder.captureRadius.rawValue),
      ("energy", ladder.energies.map(\.lawName).joined(separator: " + ")),
      (
        "detachment",
        irreversible ? "none (solubility 0)" : "detailed balance on exact energy differences"
      ),
      ("gibbs_thomson", irreversible ? "none" : ladder.gibbsThomson.rawValue),
      ("grid", "\(grid.kind.rawValue), top \(grid.top.rawValue)"),
      ("growth_noise", grid.hasGrowthNoise && grid.kind != .moving ? "present" : "absent"),
      ("temperature", temperatureControl),
      ("crystal_floor", "\(crystalFloor) units"),
      ("sizes", "radius, number-weighted"),
    ]
    return pairs.map { PhysicsOption(name: $0.0, value: $0.1) }
  }

  private var temperatureControl: String {
    if recipe.heat != nil { return "heat balance" }
    return recipe.program.isConstant ? "held" : "follows its program"
  }
}

extension Law {
  fileprivate var lawName: String { Self.name }
}
