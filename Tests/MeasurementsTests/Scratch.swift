import Foundation
import HDF5Files

@testable import Measurements

/// A folder for the files of one test, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes bytes and gives back where they lie.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }
}

extension ImportOptions {
  /// Everything that plain columns do not say, for one frame.
  static var plain: ImportOptions {
    var options = ImportOptions()
    (options.qUnit, options.intensityUnit) = ("1/nm", "1/cm")
    options.times = .steps(start: 0, step: nil)
    return options
  }
}

extension SeriesImport {
  /// The series, where scattering was read.
  var series: MeasuredSeries? {
    if case .scattering(let series) = content { series } else { nil }
  }
}

/// What is said about files that cannot be imported; empty where they can.
func refusal(_ paths: [String], _ options: ImportOptions = .init()) -> String {
  do throws(MeasurementsError) {
    _ = try SeriesImport(reading: paths, options: options)
    return ""
  } catch {
    return error.description
  }
}

/// A small series with everything that a series can have.
func exampleSeries(sharesQ: Bool = true) -> MeasuredSeries {
  let frames = (0..<3).map { index -> MeasuredFrame in
    let shift = sharesQ ? 0 : 0.01 * Double(index)
    var frame = MeasuredFrame(
      name: "f\(index)", time: 10 * Double(index), temperature: 300 + 20 * Double(index),
      q: [0.1, 0.2, 0.4, 0.8].map { ($0 + shift) * 1e9 },
      intensity: [400, 300, 200, 100].map { $0 * Double(index + 1) },
      deviation: [4, 3, 2, 1], resolution: [1e7, 1e7, 2e7, 3e7])
    if index == 1 { frame.masks[0] = .outsideRange }
    return frame
  }
  return MeasuredSeries(
    title: "example", intensityUnit: .absolute, frames: frames, history: ["made up"])
}
