/// A number among the milestones: its name in results, its unit and what it means.
///
/// One table serves result files, summaries and sweeps.
public struct MilestoneField: Sendable {
  public let name: String
  public let unit: String
  public let longName: String
  public let place: any WritableKeyPath<Milestones, Double?> & Sendable

  private init(
    _ name: String, _ unit: String, _ longName: String,
    _ place: any WritableKeyPath<Milestones, Double?> & Sendable
  ) {
    self.name = name
    self.unit = unit
    self.longName = longName
    self.place = place
  }

  public static let all: [MilestoneField] =
    moment(
      "nucleation_10_percent", "10 % of all nuclei had been born", \.nucleation10.time,
      \.nucleation10.conversion)
    + moment(
      "nucleation_90_percent", "90 % of all nuclei had been born", \.nucleation90.time,
      \.nucleation90.conversion)
    + moment(
      "nucleation_peak", "most nuclei were born per second", \.nucleationPeak.time,
      \.nucleationPeak.conversion)
    + [
      MilestoneField(
        "nucleation_overlap", "1",
        "share of the growth of crystals, in units, before 90 % of all nuclei had been born",
        \.nucleationOverlap)
    ]
    + moment(
      "supply_meets_uptake", "growth took up all supply, Q = G n, after the peak of nucleation",
      \.supplyMeetsUptake.time,
      \.supplyMeetsUptake.conversion)
    + [
      MilestoneField(
        "supply_over_uptake", "1", "Q/(G n) when 90 % of all nuclei had been born",
        \.supplyOverUptake)
    ]
    + moment(
      "supersaturation_peak", "supersaturation was highest", \.supersaturationPeak.time,
      \.supersaturationPeak.conversion)
    + [
      MilestoneField(
        "supersaturation_highest", "1", "highest supersaturation", \.highestSupersaturation)
    ]
    + moment(
      "dispersion_minimum", "focusing reached the lowest dispersion",
      \.narrowest.time, \.narrowest.conversion)
    + [
      MilestoneField(
        "dispersion_lowest", "1", "lowest dispersion that focusing reached",
        \.lowestDispersion)
    ]

  private static func moment(
    _ name: String, _ what: String,
    _ time: any WritableKeyPath<Milestones, Double?> & Sendable,
    _ conversion: any WritableKeyPath<Milestones, Double?> & Sendable
  ) -> [MilestoneField] {
    [
      MilestoneField("\(name)_time", "s", "time at which \(what)", time),
      MilestoneField("\(name)_conversion", "1", "conversion at which \(what)", conversion),
    ]
  }
}

/// A list of times, s, among the milestones.
public struct TurnField: Sendable {
  private let name: String
  public let longName: String
  public let place: any WritableKeyPath<Milestones, [Double]> & Sendable

  /// The name of the list.
  public var listName: String { name + "_times" }
  /// The name of its first time alone, as sweeps have it.
  public var firstName: String { name + "_time" }

  public static let all: [TurnField] = [
    TurnField(
      name: "defocusing", longName: "focusing turns into defocusing: dispersion rises from here",
      place: \.dispersionTurns.toDefocusing),
    TurnField(
      name: "focusing", longName: "defocusing turns into focusing: dispersion falls from here",
      place: \.dispersionTurns.toFocusing),
    TurnField(
      name: "sd_defocusing", longName: "standard deviation of the radius rises from here",
      place: \.sdTurns.toDefocusing),
    TurnField(
      name: "sd_focusing", longName: "standard deviation of the radius falls from here",
      place: \.sdTurns.toFocusing),
  ]
}
