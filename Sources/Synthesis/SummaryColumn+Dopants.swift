extension SummaryColumn {
  /// A number that frames have of each dopant.
  public struct OfDopant: Sendable {
    /// Its name where dopants are told apart by another dimension.
    public let name: String
    public let unit: String
    /// What it is, in words that go on with the dopant's name.
    public let longName: String
    let value: @Sendable (DopantMoments) -> Double?

    /// The name of its column for one dopant: "Mn_per_crystal".
    public func columnName(_ dopant: String) -> String { "\(dopant)_\(name)" }
  }

  /// What there is of every dopant.
  public static let ofDopants: [OfDopant] = [
    OfDopant(name: "per_crystal", unit: "1", longName: "mean number in a crystal of") { $0.mean },
    OfDopant(name: "variance", unit: "1", longName: "variance over crystals of the number of") {
      $0.variance
    },
    OfDopant(name: "on_surface", unit: "1", longName: "share on the surface of crystals of") {
      $0.onSurface
    },
    OfDopant(name: "without", unit: "1", longName: "share of the crystals that hold no") {
      $0.without
    },
    OfDopant(name: "in_particles", unit: "mol/m^3", longName: "amount in particles of all sizes of")
    {
      $0.carried
    },
    OfDopant(name: "defect", unit: "1", longName: "error of its balance over all") { $0.defect },
  ]

  /// The columns of dopants, by their names.
  public static func ofDopants(named names: [String]) -> [SummaryColumn] {
    names.enumerated().flatMap { place, name in
      ofDopants.map { quantity in
        SummaryColumn(
          quantity.columnName(name), quantity.unit, "\(quantity.longName) \(name)"
        ) { frame in
          frame.dopants.indices.contains(place) ? quantity.value(frame.dopants[place]) : nil
        }
      }
    }
  }
}

extension Trajectory {
  /// The columns of its summary, dopants included.
  public var summaryColumns: [SummaryColumn] {
    SummaryColumn.all + SummaryColumn.ofDopants(named: dopantNames)
  }
}
