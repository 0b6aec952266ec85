/// A physical dimension, with the SI unit that qdsynth computes in.
public struct Dimension: Sendable, Hashable {
  public let name: String
  public let unit: String

  public init(name: String, unit: String) {
    self.name = name
    self.unit = unit
  }

  public static let dimensionless = Dimension(name: "a pure number", unit: "1")
  public static let length = Dimension(name: "length", unit: "m")
  public static let surfaceEnergy = Dimension(name: "surface energy", unit: "J/m^2")
  public static let diffusivity = Dimension(name: "diffusivity", unit: "m^2/s")
  public static let velocity = Dimension(name: "velocity", unit: "m/s")
  public static let attachmentVolume = Dimension(name: "volume per time", unit: "m^3/s")
  public static let energyPerAmount = Dimension(name: "molar energy", unit: "J/mol")
}
