import Units

/// A curve as a file holds it: numbers in the order of the file, with the units that it states.
struct RawCurve {
  var file: String
  /// The name of the frame: that of the file, or of a group in it.
  var name: String
  var title = ""
  /// What a row is called, "line" of a text or "index" in a dataset, and the numbers that rows bear.
  var rowWord = "index"
  var rows: [Int]
  var q: [Double]
  var intensity: [Double]
  var deviation: [Double]?
  var resolution: [Double]?
  /// Points that the file itself masks.
  var masks: [PointMask]?
  var qUnit: String?
  var intensityUnit: String?
  var deviationUnit: String?
  var resolutionUnit: String?
  var time: RawTime?
  /// K.
  var temperature: Double?
}

/// A number that stands for a time in a file, with the unit that is stated there.
struct RawTime: Equatable {
  var value: Double
  var unit: String?

  /// In seconds; nil without a unit or with one that is not of time.
  func seconds(fallback: String?) -> Double? {
    guard let unit = unit.flatMap({ $0.isEmpty ? nil : $0 }) ?? fallback else { return nil }
    return try? Dimension.time.parse("\(value) \(unit)")
  }
}

/// What a reader found in a file, with what a person should know of it.
struct RawFile {
  var curves: [RawCurve]
  var notes: [DataNote] = []
}
