import Foundation
import FrameFits
import Reports
import Results

/// The fits of frames as tables: one to keep, one for a screen, one of histograms.
struct FramesReport {
  private let frames: [FrameFit]
  private let columns: [FramesColumn]
  private let volumeUnit: String
  private let volumeFactor: Double

  init(
    _ fit: SeriesFit, isAbsolute: Bool, method: FrameFitOptions.Method, hasContrast: Bool
  ) {
    frames = fit.frames
    let columns = FramesColumns(fit, isAbsolute: isAbsolute, hasContrast: hasContrast)
    self.columns =
      columns.shared + (method != .histogram ? columns.spheres : [])
      + (method != .schulz ? columns.histogram : [])
    volumeUnit = hasContrast ? "1/nm" : "relative/nm"
    volumeFactor = columns.histogramFactor
  }

  /// All columns, and what there is to say of each frame.
  var table: CSVTable {
    CSVTable(
      header: ["frame"] + columns.map { "\($0.name) [\($0.unit)]" } + ["verdicts"],
      rows: frames.map { frame in
        [frame.name]
          + columns.map { column in column.value(frame).map(CSVTable.field) ?? "" }
          + [frame.verdicts.joined(separator: "; ")]
      })
  }

  /// Radius, dispersion, number and volume over time, those of the spheres where there are any.
  func picture(title: String) -> FrameCourses {
    FrameCourses(
      title: title, times: frames.map(\.time), doubtful: frames.map { !$0.verdicts.isEmpty },
      courses: [
        course("mean radius", ["radius_mean"]),
        course("mean radius by volume", ["histogram_radius_by_volume"]),
        course("dispersion of radius", ["dispersion"], percent: true),
        course("dispersion of radius by volume", ["histogram_dispersion_by_volume"], percent: true),
        course("number of particles", ["number", "histogram_number"]),
        course("number, last = 1", ["number_relative", "histogram_number_relative"]),
        course("volume fraction", ["volume_fraction", "histogram_volume_fraction"]),
        course("volume, last = 1", ["volume_relative", "histogram_volume_relative"]),
      ].compactMap(\.self))
  }

  /// The first of the columns that there is; nil where there is none, or spheres stand for histograms.
  private func course(
    _ quantity: String, _ names: [String], percent: Bool = false
  ) -> FrameCourses.Course? {
    let hasSpheres = columns.contains { $0.name == "radius_mean" }
    let known = names.lazy.compactMap { name in columns.first { $0.name == name } }
    guard let column = known.first, !(hasSpheres && column.name.hasPrefix("histogram")) else {
      return nil
    }
    let factor = percent ? 100.0 : 1
    return FrameCourses.Course(
      quantity, percent ? "%" : column.unit,
      values: frames.map { column.value($0).map { factor * $0 } },
      errors: frames.map { frame in column.error?(frame).map { factor * $0 } })
  }

  /// Volume over radius, a row a bin of each frame.
  var histograms: CSVTable {
    var rows = [[String]]()
    for frame in frames {
      guard let histogram = frame.histogram else { continue }
      for (bin, volume) in histogram.volumes.enumerated() {
        let (lower, upper) = (histogram.edges[bin] * 1e9, histogram.edges[bin + 1] * 1e9)
        let density = volume.times(volumeFactor / (upper - lower))
        rows.append(
          [frame.name]
            + [frame.time, lower, upper, density.value, density.error ?? 0].map(CSVTable.field))
      }
    }
    return CSVTable(
      header: [
        "frame", "time [s]", "radius_from [nm]", "radius_to [nm]",
        "volume_density [\(volumeUnit)]", "volume_density_error [\(volumeUnit)]",
      ], rows: rows)
  }

  /// For a person: the columns that matter, with errors behind a sign, then what there is to say.
  var lines: [String] {
    let shown = columns.filter(\.isShown)
    var rows = [shown.map { $0.unit == "1" ? $0.label : "\($0.label) [\($0.unit)]" }]
    for frame in frames {
      rows.append(
        shown.map { column in
          guard let value = column.value(frame) else { return "-" }
          let error = column.error?(frame).map { String(format: " ±%.2g", $0) } ?? ""
          return String(format: "%.5g", value) + error
        })
    }
    let widths = shown.indices.map { place in rows.map { $0[place].count }.max() ?? 0 }
    let table = rows.map { row in
      row.enumerated().map { place, cell in
        String(repeating: " ", count: 2 + widths[place] - cell.count) + cell
      }.joined()
    }
    return table + remarks
  }

  /// What is the same for many frames is told once.
  private var remarks: [String] {
    var heard = [String]()
    var places = [String: [FrameFit]]()
    for frame in frames {
      for verdict in frame.verdicts {
        let kind = String(verdict.prefix { $0 != ":" && !$0.isNumber })
        if places[kind] == nil { heard.append(kind) }
        places[kind, default: []].append(frame)
      }
    }
    return heard.compactMap { kind in
      guard let told = places[kind], let first = told.first,
        let text = first.verdicts.first(where: { $0.hasPrefix(kind) })
      else { return nil }
      let others = told.count > 1 ? ", and \(told.count - 1) more frames like it" : ""
      return "at \(String(format: "%g", first.time)) s: \(text)\(others)"
    }
  }
}
