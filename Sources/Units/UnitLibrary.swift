import CUDUnits
import Synchronization

/// UDUNITS, which is not thread-safe, behind one lock, with the conversions that it has made.
enum UnitLibrary {
  private static let shared = Mutex(UnitConverters())

  /// The value in SI of a written quantity.
  static func convert(_ written: WrittenQuantity, of text: String, to dimension: Dimension)
    throws(UnitsError) -> Double
  {
    let outcome: Result<Double?, UnitsError> = shared.withLock { converters in
      converters.value(written.number, in: written.unit, as: dimension)
    }
    if let value = try outcome.get() { return value }
    throw .wrongDimension(
      text: text, given: given(written.unit), expected: dimension,
      suggestion: suggestion(for: written.unit, in: text, as: dimension))
  }

  /// The number in another unit of a value in SI.
  static func convert(_ value: Double, from dimension: Dimension, to unit: String)
    throws(UnitsError) -> Double
  {
    let outcome: Result<Double?, UnitsError> = shared.withLock { converters in
      converters.number(value, as: dimension, in: unit)
    }
    if let number = try outcome.get() { return number }
    throw .wrongDimension(text: unit, given: given(unit), expected: dimension, suggestion: nil)
  }

  /// What a unit measures, in words.
  private static func given(_ unit: String) -> String {
    let known = Dimension.named.first { fits(unit, $0) }
    return known.map { $0 == .temperatureDifference ? "a temperature" : $0.withArticle }
      ?? "in units of \(unit)"
  }

  private static func fits(_ unit: String, _ dimension: Dimension) -> Bool {
    let outcome: Result<Double?, UnitsError> = shared.withLock { converters in
      converters.value(1, in: unit, as: dimension)
    }
    return ((try? outcome.get()) ?? nil) != nil
  }

  /// The same text with a unit of another spelling, where that has the wanted dimension.
  private static func suggestion(for unit: String, in text: String, as dimension: Dimension)
    -> String?
  {
    guard let end = text.range(of: unit, backwards: true) else { return nil }
    let variants = [unit.lowercased(), unit.uppercased(), "deg" + unit]
    for variant in variants where variant != unit && fits(variant, dimension) {
      return text[..<end.lowerBound] + variant + text[end.upperBound...]
    }
    return nil
  }
}

extension String {
  fileprivate func range(of part: String, backwards: Bool) -> Range<Index>? {
    ranges(of: part).last
  }
}
