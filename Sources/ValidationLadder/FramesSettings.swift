import FrameFits
import Measurements
import Units

/// How a case's frames are read and fitted: its `constants`, as the options of `qdsynth frames`.
struct FramesSettings {
  private(set) var reading = ImportOptions()
  /// Rows of the reference before it are left out, s.
  private(set) var leastTime = -Double.infinity
  private var options = FrameFitOptions()
  private var errors: (relative: Double, absolute: Double)?

  init(_ constants: [String: String], of name: String) throws(CaseError) {
    for (key, text) in constants.sorted(by: { $0.key < $1.key }) {
      let isKnown: Bool
      do throws(UnitsError) {
        isKnown = try set(key, text)
      } catch {
        throw .bad("\(name): \(key): \(error)")
      }
      guard isKnown else {
        throw .bad("\(name): frames have no constant \"\(key)\", or not \"\(text)\"")
      }
    }
  }

  /// For intensities in a unit: an absolute error is in 1/cm or in theirs.
  func fitting(_ unit: IntensityUnit) -> FrameFitOptions {
    var options = options
    if let errors {
      options.errors = .assumed(
        relative: errors.relative, absolute: errors.absolute * (unit == .absolute ? 100 : 1))
    }
    return options
  }

  private mutating func set(_ key: String, _ text: String) throws(UnitsError) -> Bool {
    switch key {
    case "q_unit": reading.qUnit = text
    case "intensity_unit": reading.intensityUnit = text
    case "time_unit": reading.timeUnit = text
    case "start": reading.times = .steps(start: try Dimension.time.parse(text), step: nil)
    case "q_min":
      reading.least = ScatteringVector.parse(text)
      return reading.least != nil
    case "q_max":
      reading.greatest = ScatteringVector.parse(text)
      return reading.greatest != nil
    case "least_time": leastTime = try Dimension.time.parse(text)
    case "relative_error":
      errors = (try Dimension.dimensionless.parse(text), errors?.absolute ?? 0)
    case "absolute_error":
      errors = (errors?.relative ?? 0, try Dimension.dimensionless.parse(text))
    case "cluster": options.cluster = .fixed(try Dimension.length.parse(text))
    case "contrast": options.contrast = try Dimension.scatteringLengthDensity.parse(text)
    case "background":
      guard let background = FrameFitOptions.Background(rawValue: text) else { return false }
      options.background = background
    default: return false
    }
    return true
  }
}
