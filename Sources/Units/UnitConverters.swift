import CUDUnits

/// Conversions to SI, each made once by UDUNITS from a unit's text.
@safe struct UnitConverters: ~Copyable {
  private struct Key: Hashable {
    let unit: String
    let dimension: Dimension
  }

  private let system: OpaquePointer?
  /// Nothing of a unit that measures something else.
  private var made: [Key: LinearConversion?] = [:]
  private static let limit = 10_000
  /// Far from zero the offset of a scale such as that of Celsius takes no digits from its step.
  private static let far = 1_099_511_627_776.0

  init() {
    qds_silence_udunits()
    unsafe system = ut_read_xml(nil)
  }

  deinit { unsafe ut_free_system(system) }

  /// The value in SI of a number with a unit; nothing where the unit measures something else.
  mutating func value(_ number: Double, in unit: String, as dimension: Dimension)
    -> Result<Double?, UnitsError>
  {
    conversion(of: unit, to: dimension).map { $0?.forward(number) }
  }

  /// The number in a unit of a value in SI.
  mutating func number(_ value: Double, as dimension: Dimension, in unit: String)
    -> Result<Double?, UnitsError>
  {
    conversion(of: unit, to: dimension).map { $0?.backward(value) }
  }

  private mutating func conversion(of unit: String, to dimension: Dimension)
    -> Result<LinearConversion?, UnitsError>
  {
    let key = Key(unit: unit, dimension: dimension)
    if let known = made[key] { return .success(known) }
    do throws(UnitsError) {
      let conversion = try make(unit, dimension)
      if made.count >= Self.limit { made.removeAll() }
      made.updateValue(conversion, forKey: key)
      return .success(conversion)
    } catch {
      return .failure(error)
    }
  }

  private func make(_ unit: String, _ dimension: Dimension) throws(UnitsError)
    -> LinearConversion?
  {
    guard unsafe system != nil else { throw .unitDatabaseMissing }
    let from = try unsafe parse(unit, for: dimension)
    defer { unsafe ut_free(from) }
    let to = try unsafe parse(dimension.unit, for: dimension)
    defer { unsafe ut_free(to) }
    guard unsafe ut_are_convertible(from, to) != 0, unsafe !areReciprocal(from, to),
      let converter = unsafe ut_get_converter(from, to)
    else { return nil }
    defer { unsafe cv_free(converter) }
    let offset = unsafe cv_convert_double(converter, 0)
    let scale =
      offset == 0
      ? unsafe cv_convert_double(converter, 1)
      : unsafe (cv_convert_double(converter, Self.far) - offset) / Self.far
    return LinearConversion(offset: offset, scale: scale, root: dimension.power)
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
}
