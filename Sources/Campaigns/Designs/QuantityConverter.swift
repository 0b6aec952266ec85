/// Gives the SI values of quantities: the caller's units, of which this module knows nothing.
public protocol QuantityConverter: Sendable {
  /// The SI value of a quantity that must have the dimension of `unit`.
  func siValue(of text: String, comparableTo unit: String) throws(CampaignError) -> Double
}

extension QuantityConverter {
  /// The line that leads from numbers in a unit to SI: si = zero + number × size.
  func line(of unit: String) throws(CampaignError) -> (zero: Double, size: Double) {
    guard !unit.isEmpty else { return (0, 1) }
    let zero = try siValue(of: "0 \(unit)", comparableTo: unit)
    let one = try siValue(of: "1 \(unit)", comparableTo: unit)
    return (zero, one - zero)
  }

  func siValue(of quantity: QuantityText, comparableTo unit: String) throws(CampaignError)
    -> Double
  {
    guard !(quantity.unit.isEmpty && unit.isEmpty) else { return quantity.number }
    return try siValue(of: quantity.text, comparableTo: unit)
  }
}
