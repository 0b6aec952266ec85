import Foundation
import FrameFits
import Measurements
import Units

/// Fits every frame of a measured series and compares what the frames of the reference give.
///
/// Data lie in the case's folder (`data`), or among those that may not be given away (`shared`). Where
/// the latter are not at hand the case is skipped, and says so.
struct FramesCheck {
  /// Beside the checkout.
  static let sharedFolder = "../shared/data"

  let validationCase: ValidationCase

  private var options: CaseOptions { validationCase.options }

  private var base: String {
    options.shared == nil
      ? validationCase.folder : "\(validationCase.folder)/../../../\(Self.sharedFolder)"
  }

  func claims() throws(CaseError) -> [Claim] {
    guard let data = options.shared ?? options.frames else {
      throw .bad("\(validationCase.name): frames need \"frames\" or \"shared\"")
    }
    guard options.shared == nil || FileManager.default.fileExists(atPath: "\(base)/\(data)") else {
      let reason = "\(Self.sharedFolder)/\(data) is not here: these data may not be given away"
      return [Claim(validationCase, skipping: reason)]
    }
    let reference = try ReferenceTable(
      path: options.reference.map { "\(base)/\($0)" } ?? validationCase.referencePath,
      renamed: options.columns)
    let settings = try FramesSettings(options.constants, of: validationCase.name)
    let fit = try fit(data, settings)
    var claims = [Claim]()
    for row in reference.rows {
      claims += try self.claims(row, reference, fit, from: settings.leastTime)
    }
    return claims
  }

  private func fit(_ data: String, _ settings: FramesSettings) throws(CaseError) -> SeriesFit {
    var reading = settings.reading
    if let times = options.times { reading.times = .table(path: "\(base)/\(times)") }
    let read: SeriesImport
    do throws(MeasurementsError) {
      read = try SeriesImport(reading: files("\(base)/\(data)"), options: reading)
    } catch {
      throw .bad("\(validationCase.name): \(error)")
    }
    guard case .scattering(let series) = read.content else {
      throw .bad("\(validationCase.name): \(data) holds no scattering")
    }
    do throws(FrameFitsError) {
      return try SeriesFit(series, options: settings.fitting(series.intensityUnit))
    } catch {
      throw .bad("\(validationCase.name): \(error)")
    }
  }

  /// A file, or all of a folder.
  private func files(_ path: String) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return [path]
    }
    return names.sorted().map { "\(path)/\($0)" }
  }

  private func claims(
    _ row: [String], _ reference: ReferenceTable, _ fit: SeriesFit, from leastTime: Double
  ) throws(CaseError) -> [Claim] {
    let time = try reference.number(row, try reference.place(of: "time"))
    guard time >= leastTime else { return [] }
    guard let frame = fit.frames.first(where: { abs($0.time - time) < 1e-6 * max(1, time) }) else {
      throw .bad("\(reference.path): there is no frame at \(time.shown) s")
    }
    return try validationCase.quantities.map { (name) throws(CaseError) in
      let place = try reference.place(of: name)
      let unit = reference.columns[place].unit ?? "1"
      let label = "\(name) [\(unit)] at \(time.shown) s"
      let expected = try reference.number(row, place)
      guard let found = try FramesQuantity(name, of: validationCase).value(frame, in: unit) else {
        return Claim(
          validationCase, label, of: name, expected: expected.shown,
          found: frame.verdicts.first ?? "nothing", error: nil)
      }
      return Claim(validationCase, label, of: name, expected: expected, found: found)
    }
  }
}
