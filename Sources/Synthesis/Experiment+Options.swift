import Kinetics
import Units

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
      ("nucleation", nucleation.map { $0.law.described } ?? "cluster-ladder"),
      ("attachment", ladder.attachment.lawName),
      ("capture_radius", ladder.captureRadius.rawValue),
      ("energy", ladder.energies.map(\.lawName).joined(separator: " + ")),
      (
        "detachment",
        irreversible ? "none (solubility 0)" : "detailed balance on exact energy differences"
      ),
      ("gibbs_thomson", irreversible ? "none" : ladder.gibbsThomson.rawValue),
      ("coalescence", coalescenceInForce),
      ("temperature", temperatureControl),
      ("reactor", vessel),
      ("ligands", ligands.isEmpty ? "none" : ligands.map(\.name).joined(separator: " + ")),
      ("dopants", dopants.isEmpty ? "none" : dopants.map(\.inForce).joined(separator: "; ")),
      ("crystal_floor", "\(crystalFloor) units"),
      ("sizes", "radius, number-weighted"),
    ]
    return (pairs + numerics).map { PhysicsOption(name: $0.0, value: $0.1) }
  }

  /// What the engine adds to the physics.
  private var numerics: [(String, String)] {
    guard engine == .monteCarlo, let monteCarlo else {
      return [
        ("engine", engine.rawValue),
        ("grid", "\(grid.kind.rawValue), top \(grid.top.rawValue)"),
        ("growth_noise", grid.hasGrowthNoise && grid.kind != .moving ? "present" : "absent"),
      ]
    }
    let error = monteCarlo.standardError.map { ", until a relative standard error of \($0)" }
    let leap = monteCarlo.method.isExact ? "" : ", leap error \(monteCarlo.leapError)"
    return [
      ("engine", engine.rawValue),
      ("method", monteCarlo.method.rawValue + leap),
      ("assumption", monteCarlo.method.assumption),
      ("followed_volume", "\(monteCarlo.volume) m^3"),
      ("replicates", "\(monteCarlo.replicates)" + (error ?? "")),
      ("filling", monteCarlo.filling.rawValue),
    ]
  }

  private var coalescenceInForce: String {
    coalescence.map { "\($0.law.described), from \($0.smallest) units on" } ?? "none"
  }

  private var temperatureControl: String {
    if recipe.heat != nil { return "heat balance" }
    return recipe.program.isConstant ? "held" : "follows its program"
  }

  private var vessel: String {
    func text(_ time: Double) -> String {
      Dimension.time.format(time, in: time < 120 ? "s" : "min")
    }
    switch (reactor, recipe.flowThrough?.residenceTime) {
    case (.flask, nil): return "batch"
    case (.flask, let time?): return "continuous stirred tank, residence time \(text(time))"
    case (.plugFlow, _): return "plug flow, residence time \(text(duration))"
    case (.tanks(let count), let time):
      return "\(count) stirred tanks in series, \(text(time ?? 0)) each"
    case (.laminarTube, _): return "laminar tube without diffusion, mean \(text(duration))"
    }
  }
}

extension Dopant {
  fileprivate var inForce: String {
    "\(name) by \(law.described), from \(smallest) units on"
      + (feed == name ? "" : ", of \(feed)")
  }
}

extension Law {
  fileprivate var lawName: String { Self.name }

  /// Its name, and the forms that are chosen of it.
  fileprivate var described: String {
    let forms = chosen.map { "\($0.choice) \($0.option)" }
    return ([lawName] + forms).joined(separator: ", ")
  }
}
