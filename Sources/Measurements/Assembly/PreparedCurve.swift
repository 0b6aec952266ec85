/// A curve in the units of a series, in ascending q, with its points masked; its time is still to come.
struct PreparedCurve {
  var q: [Double]
  var intensity: [Double]
  var deviation: [Double]?
  var resolution: [Double]?
  var masks: [PointMask]
  var unit: IntensityUnit
  var notes: [DataNote] = []

  /// Converts, orders and masks; what is wrong with the curve as a whole is thrown.
  init(_ raw: RawCurve, options: ImportOptions) throws(DataFault) {
    try Self.refuseBareNumbers(raw, options)
    let length = try Self.length(raw, options)
    let scale = try Self.intensity(raw, options)
    let deviationFactor = try Self.factor(
      raw.deviationUnit, of: raw, options.intensityUnit, fallback: scale)
    let resolutionFactor =
      options.qUnit == nil
      ? raw.resolutionUnit.flatMap(InverseLength.init)?.factor ?? length.factor : length.factor
    unit = scale.unit
    q = raw.q.map { $0 * length.factor }
    intensity = raw.intensity.map { $0 * scale.factor }
    deviation = raw.deviation.map { $0.map { $0 * deviationFactor } }
    resolution = raw.resolution.map { $0.map { $0 * resolutionFactor } }
    masks = []
    try Self.refuseMissingQ(raw)
    masks = (0..<q.count).map { mask(at: $0, raw: raw, options: options) }
    sort(raw)
    notes += Self.overrides(raw, options)
    if !zip(intensity, masks).contains(where: { $1 == .kept && $0 != 0 }) {
      let all = masks.contains(.kept) ? "every intensity is zero" : "every point is masked"
      notes.append(
        DataNote(file: raw.file, place: raw.name, message: "holds no signal: \(all)"))
    }
  }

  private func mask(at index: Int, raw: RawCurve, options: ImportOptions) -> PointMask {
    if let masked = raw.masks?[index], masked != .kept { return masked }
    guard q[index] > 0 else { return .notPositive }
    guard intensity[index].isFinite else { return .notANumber }
    if let deviation, !(deviation[index] > 0 && deviation[index].isFinite) { return .noDeviation }
    if let least = options.least, q[index] < least { return .outsideRange }
    if let greatest = options.greatest, q[index] > greatest { return .outsideRange }
    return .kept
  }

  // MARK: - Units

  /// Where both units are missing, both options are named at once.
  private static func refuseBareNumbers(
    _ raw: RawCurve, _ options: ImportOptions
  ) throws(DataFault) {
    let units = [options.qUnit ?? raw.qUnit, options.intensityUnit ?? raw.intensityUnit]
    guard units.allSatisfy({ ($0 ?? "").isEmpty }) else { return }
    throw DataFault(
      file: raw.file, place: raw.name, message: "neither q nor the intensity has a unit",
      hint: InverseLength.advice + "; " + IntensityScale.advice)
  }

  private static func length(
    _ raw: RawCurve, _ options: ImportOptions
  ) throws(DataFault) -> InverseLength {
    guard let text = options.qUnit ?? raw.qUnit.flatMap({ $0.isEmpty ? nil : $0 }) else {
      throw DataFault(
        file: raw.file, place: raw.name, message: "q has no unit", hint: InverseLength.advice)
    }
    guard let length = InverseLength(text) else {
      throw DataFault(
        file: raw.file, place: raw.name, message: "\"\(text)\" is not a unit of q",
        hint: InverseLength.advice)
    }
    return length
  }

  private static func intensity(
    _ raw: RawCurve, _ options: ImportOptions
  ) throws(DataFault) -> IntensityScale {
    guard let text = options.intensityUnit ?? raw.intensityUnit.flatMap({ $0.isEmpty ? nil : $0 })
    else {
      throw DataFault(
        file: raw.file, place: raw.name, message: "the intensity has no unit",
        hint: IntensityScale.advice)
    }
    guard let scale = IntensityScale(text) else {
      let isPerMass = text.lowercased().contains("/g")
      throw DataFault(
        file: raw.file, place: raw.name,
        message: isPerMass
          ? "the intensity is per mass (\(text)), not per volume"
          : "\"\(text)\" is not a unit of intensity",
        hint: isPerMass
          ? "--intensity-unit arbitrary takes it as it is" : IntensityScale.advice)
    }
    return scale
  }

  private static func factor(
    _ unit: String?, of raw: RawCurve, _ wished: String?, fallback: IntensityScale
  ) throws(DataFault) -> Double {
    guard wished == nil, let unit, !unit.isEmpty, unit != raw.intensityUnit else {
      return fallback.factor
    }
    guard let scale = IntensityScale(unit), scale.unit == fallback.unit else {
      throw DataFault(
        file: raw.file, place: raw.name,
        message: "the error is in \"\(unit)\", the intensity in \"\(raw.intensityUnit ?? "")\"",
        hint: "\(IntensityScale.advice), for both")
    }
    return scale.factor
  }

  /// Where a person overrules a file, that is told.
  private static func overrides(_ raw: RawCurve, _ options: ImportOptions) -> [DataNote] {
    var notes: [DataNote] = []
    if let wished = options.qUnit, let stated = raw.qUnit, !stated.isEmpty,
      InverseLength(wished) != InverseLength(stated)
    {
      let message = "q is stated in \(stated), and taken in \(wished) as asked"
      notes.append(DataNote(file: raw.file, place: raw.name, message: message))
    }
    if let wished = options.intensityUnit, let stated = raw.intensityUnit, !stated.isEmpty,
      IntensityScale(wished) != IntensityScale(stated)
    {
      let message = "the intensity is stated in \(stated), and taken in \(wished) as asked"
      notes.append(DataNote(file: raw.file, place: raw.name, message: message))
    }
    return notes
  }

  // MARK: - Order

  /// Brings the points into ascending q, and tells of it.
  private mutating func sort(_ raw: RawCurve) {
    let pairs = zip(q, q.dropFirst())
    guard let fall = pairs.enumerated().first(where: { $0.element.1 < $0.element.0 })?.offset
    else { return }
    let descends = pairs.allSatisfy { $0 >= $1 }
    let place = descends ? raw.name : "\(raw.name), \(raw.rowWord) \(raw.rows[fall + 1])"
    let message =
      descends
      ? "q descends; the points were turned round"
      : "q falls below the row before; the points were sorted by q"
    notes.append(DataNote(file: raw.file, place: place, message: message))
    let order = q.indices.sorted { (q[$0], $0) < (q[$1], $1) }
    q = order.map { q[$0] }
    intensity = order.map { intensity[$0] }
    deviation = deviation.map { values in order.map { values[$0] } }
    resolution = resolution.map { values in order.map { values[$0] } }
    masks = order.map { masks[$0] }
  }

  private static func refuseMissingQ(_ raw: RawCurve) throws(DataFault) {
    guard let row = raw.q.firstIndex(where: { !$0.isFinite }) else { return }
    throw DataFault(
      file: raw.file, place: "\(raw.name), \(raw.rowWord) \(raw.rows[row])",
      message: "q is not a number", hint: "a point needs its q; take the row out")
  }
}
