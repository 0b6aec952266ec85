/// A number that every frame has: its name in results, its unit and what it means.
///
/// One table serves result files, tables, plots and sweeps.
public struct SummaryColumn: Sendable {
  public let name: String
  /// The unit that the value is in, as results write it.
  public let unit: String
  public let longName: String
  /// The value; nil where it does not exist.
  public let value: @Sendable (Frame) -> Double?

  init(
    _ name: String, _ unit: String, _ longName: String,
    _ value: @escaping @Sendable (Frame) -> Double?
  ) {
    self.name = name
    self.unit = unit
    self.longName = longName
    self.value = value
  }

  public static let time = SummaryColumn("time", "s", "time") { $0.time }

  /// Everything but the time.
  public static let all: [SummaryColumn] = [
    SummaryColumn("temperature", "K", "temperature of the flask") { $0.temperature },
    SummaryColumn("volume", "L", "volume of the liquid") { $0.volume * 1e3 },
    SummaryColumn("solute", "mol/m^3", "concentration of free solute (monomer)") { $0.solute },
    SummaryColumn("supersaturation", "1", "solute over bulk solubility, c/c_inf") {
      $0.supersaturation
    },
    SummaryColumn("number", "1/m^3", "number of crystals per volume") { $0.number },
    SummaryColumn("radius_mean", "nm", "number-weighted mean radius of the crystals") {
      $0.radiusMean
    },
    SummaryColumn("radius_sd", "nm", "standard deviation of the radius of the crystals") {
      $0.radiusSD
    },
    SummaryColumn("dispersion", "1", "standard deviation over mean of the radius") {
      $0.dispersion
    },
    SummaryColumn("yield", "1", "units in crystals over all that can become solute") { $0.yield },
    SummaryColumn(
      "nucleation_rate", "1/(m^3 s)", "net flux of particles through the crystal floor"
    ) { $0.nucleationRate },
    SummaryColumn("critical_radius", "nm", "radius that neither grows nor dissolves") {
      $0.criticalRadius
    },
    SummaryColumn("subcritical", "mol/m^3", "units in clusters below the crystal floor") {
      $0.subcritical
    },
    SummaryColumn("area", "m^2/m^3", "surface of the crystals per volume") { $0.area },
    SummaryColumn("coverage", "1", "share of the sites of the surface that ligands cover") {
      $0.coverage
    },
    SummaryColumn("lost", "mol/m^3", "units lost, less units supplied by held species") {
      $0.lost
    },
    SummaryColumn("matter_defect", "1", "error of the matter balance over all units") {
      $0.matterDefect
    },
  ]
}
