import Campaigns

/// A converter of a few units, enough for designs.
struct MetricPrefixes: QuantityConverter {
  private static let units: [String: (dimension: String, zero: Double, size: Double)] = [
    "1/s": ("rate", 0, 1), "1/min": ("rate", 0, 1.0 / 60), "nm": ("length", 0, 1e-9),
    "um": ("length", 0, 1e-6), "degC": ("temperature", 273.15, 1), "K": ("temperature", 0, 1),
    "mmol/L": ("amount", 0, 1), "mol/L": ("amount", 0, 1000),
  ]

  func siValue(of text: String, comparableTo unit: String) throws(CampaignError) -> Double {
    guard let quantity = QuantityText(text), let known = Self.units[quantity.unit],
      known.dimension == Self.units[unit]?.dimension
    else { throw .badDesign("\(text) cannot be read in \(unit)") }
    return known.zero + quantity.number * known.size
  }
}
