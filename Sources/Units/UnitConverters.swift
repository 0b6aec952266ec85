import CUDUnits
import Glibc

/// Conversions to SI, each made once by UDUNITS from a unit's text.
@safe struct UnitConverters: ~Copyable {
  private struct Key: Hashable {
    let unit: String
    let dimension: Dimension
  }

  /// A conversion that UDUNITS made, and the root to take of what it gives.
  @safe private struct Conversion {
    let forward: OpaquePointer
    let backward: OpaquePointer
    let power: Int
  }

  private let system: OpaquePointer?
  private var made: [Key: Conversion] = [:]
  private static let limit = 10_000

  init() {
    qds_silence_udunits()
    unsafe system = ut_read_xml(nil)
  }

  deinit {
    for conversion in made.values { Self.free(conversion) }
    unsafe ut_free_system(system)
  }

  /// The value in SI of a number with a unit; nothing where the unit measures something else.
  mutating func value(_ number: Double, in unit: String, as dimension: Dimension)
    -> Result<Double?, UnitsError>
  {
    conversion(of: unit, to: dimension).map { conversion in
      guard let conversion else { return nil }
      let power = conversion.power
      guard power > 1 else { return unsafe cv_convert_double(conversion.forward, number) }
      return number * pow(unsafe cv_convert_double(conversion.forward, 1), 1 / Double(power))
    }
  }

  /// The number in a unit of a value in SI.
  mutating func number(_ value: Double, as dimension: Dimension, in unit: String)
    -> Result<Double?, UnitsError>
  {
    conversion(of: unit, to: dimension).map { conversion in
      guard let conversion else { return nil }
      let power = conversion.power
      guard power > 1 else { return unsafe cv_convert_double(conversion.backward, value) }
      return value * pow(unsafe cv_convert_double(conversion.backward, 1), 1 / Double(power))
    }
  }

  private mutating func conversion(of unit: String, to dimension: Dimension)
    -> Result<Conversion?, UnitsError>
  {
    let key = Key(unit: unit, dimension: dimension)
    if let known = made[key] { return .success(known) }
    do throws(UnitsError) {
      guard let conversion = try make(unit, dimension) else { return .success(nil) }
      if made.count >= Self.limit {
        for old in made.values { Self.free(old) }
        made.removeAll()
      }
      made[key] = conversion
      return .success(conversion)
    } catch {
      return .failure(error)
    }
  }

  private func make(_ unit: String, _ dimension: Dimension) throws(UnitsError) -> Conversion? {
    guard unsafe system != nil else { throw .unitDatabaseMissing }
    let from = try unsafe parse(unit, for: dimension)
    defer { unsafe ut_free(from) }
    let to = try unsafe parse(dimension.unit, for: dimension)
    defer { unsafe ut_free(to) }
    guard unsafe ut_are_convertible(from, to) != 0, unsafe !areReciprocal(from, to),
      let forward = unsafe ut_get_converter(from, to),
      let backward = unsafe ut_get_converter(to, from)
    else { return nil }
    return unsafe Conversion(forward: forward, backward: backward, power: dimension.power)
  }

  /// UDUNITS converts "1/s" to "s" by inversion; a quantity never means that.
  private func areReciprocal(_ from: OpaquePointer, _ to: OpaquePointer) -> Bool {
    guard let product = unsafe ut_multiply(from, to) else { return false }
    defer { unsafe ut_free(product) }
    guard let quotient = unsafe ut_divide(from, to) else { return false }
    defer { unsafe ut_free(quotient) }
    return unsafe ut_is_dimensionless(quotient) == 0
  }

  private func parse(_ unit: String, for dimension: Dimension) throws(UnitsError) -> OpaquePointer {
    let expression = try UnitExpression(unit)
    var spelled = try expression.spelled(power: dimension.power)
    if dimension.isTemperaturePoint, expression.isSingle {
      spelled = expression.factors[0].unit
    } else {
      spelled = spelled.replacing("degC", with: "K").replacing("degF", with: "degree_rankine")
    }
    if let parsed = unsafe ut_parse(system, spelled, UT_UTF8) { return unsafe parsed }
    throw unknown(expression, in: unit)
  }

  private func unknown(_ expression: UnitExpression, in unit: String) -> UnitsError {
    let stranger = expression.names.first { name in
      guard let parsed = unsafe ut_parse(system, UnitSpelling.standard(name), UT_UTF8) else {
        return true
      }
      unsafe ut_free(parsed)
      return false
    }
    let part = stranger ?? unit
    return .unknownUnit(
      unit: unit, part: part, suggestion: NearestName.of(part, among: UnitSpelling.common))
  }

  private static func free(_ conversion: Conversion) {
    unsafe cv_free(conversion.forward)
    unsafe cv_free(conversion.backward)
  }
}
