import Measurements

/// What `import` tells of what it read.
struct ImportReport: Encodable {
  struct Masked: Encodable {
    let frame: String
    let reason: String
    /// Counted from one in ascending q.
    let points: [Int]
  }

  let file: String
  let kind: String
  let layout: String
  let frames: Int
  let firstTime: Double
  let lastTime: Double
  let points: Int
  let intensityUnit: String?
  let hasErrors: Bool
  let masked: [Masked]
  let notes: [String]
  private let shortNotes: [String]
  private let range: String

  private enum CodingKeys: String, CodingKey {
    case file, kind, layout, frames, firstTime, lastTime, points, intensityUnit, hasErrors
    case masked, notes
  }

  init(_ series: MeasuredSeries, file: String, layout: SeriesLayout, notes: [DataNote]) {
    self.file = file
    self.layout = layout.rawValue
    kind = "scattering"
    frames = series.frames.count
    firstTime = series.times.first ?? 0
    lastTime = series.times.last ?? 0
    points = series.frames.reduce(0) { $0 + $1.q.count }
    intensityUnit = series.intensityUnit.spelling
    hasErrors = series.hasDeviations
    masked = Self.masked(series)
    let least = series.frames.compactMap(\.q.first).min() ?? 0
    let greatest = series.frames.compactMap(\.q.last).max() ?? 0
    range =
      "q from \(Self.short(least / 1e9)) to \(Self.short(greatest / 1e9)) 1/nm"
      + (layout == .frames ? ", differing between frames" : "")
    self.notes = notes.map(\.description)
    shortNotes = Self.gathered(notes)
  }

  init(_ series: MeasuredSpectra, file: String, notes: [DataNote]) {
    self.file = file
    layout = "series"
    kind = "absorbance"
    frames = series.spectra.count
    firstTime = series.spectra.first?.time ?? 0
    lastTime = series.spectra.last?.time ?? 0
    points = series.spectra.reduce(0) { $0 + $1.wavelengths.count }
    intensityUnit = nil
    hasErrors = false
    masked = series.spectra.compactMap { spectrum in
      let points = spectrum.masks.indices.filter { spectrum.masks[$0] != .kept }.map { $0 + 1 }
      return points.isEmpty
        ? nil : Masked(frame: spectrum.name, reason: "the absorbance is missing", points: points)
    }
    let wavelengths = series.sharedWavelengths ?? []
    range =
      "wavelengths from \(Self.short((wavelengths.first ?? 0) * 1e9)) to "
      + "\(Self.short((wavelengths.last ?? 0) * 1e9)) nm"
    self.notes = notes.map(\.description)
    shortNotes = Self.gathered(notes)
  }

  /// For a person: a summary, what was masked for which reason, and all notes.
  var lines: [String] {
    let times = "\(frames) frames from \(Self.short(firstTime)) s to \(Self.short(lastTime)) s"
    let scale = intensityUnit.map {
      ", intensity in \($0 == "arbitrary" ? "arbitrary units" : $0)\(hasErrors ? "" : ", without errors")"
    }
    return ["\(file): \(times), \(points) points, \(range)\(scale ?? "")"] + maskedLines
      + shortNotes
  }

  /// What is the same for many files is told once, with their number; JSON has them all.
  static func gathered(_ notes: [DataNote]) -> [String] {
    var counts: [String: Int] = [:]
    var first: [DataNote] = []
    for note in notes {
      if counts[note.message] == nil { first.append(note) }
      counts[note.message, default: 0] += 1
    }
    return first.map { note in
      let more = (counts[note.message] ?? 1) - 1
      return more > 0 ? "\(note), and \(more) more like it" : note.description
    }
  }

  private var maskedLines: [String] { Self.lines(masked) }

  static func masked(_ series: MeasuredSeries) -> [Masked] {
    series.maskCounts.map {
      Masked(frame: $0.frame, reason: $0.reason.words, points: $0.points.map { $0 + 1 })
    }
  }

  /// How many points for which reason, a line each.
  static func lines(_ masked: [Masked]) -> [String] {
    let reasons = masked.map(\.reason).reduce(into: [String]()) { known, reason in
      if !known.contains(reason) { known.append(reason) }
    }
    return reasons.map { reason in
      let all = masked.filter { $0.reason == reason }
      let count = all.reduce(0) { $0 + $1.points.count }
      let first = all.first.map { "\($0.frame), points \(Self.list($0.points))" } ?? ""
      let rest = all.count > 1 ? " and in \(all.count - 1) more" : ""
      return "masked: \(count) points: \(reason) (\(first)\(rest))"
    }
  }

  static func list(_ points: [Int]) -> String {
    let shown = points.prefix(6).map(String.init).joined(separator: " ")
    return points.count > 6 ? shown + " ..." : shown
  }

  private static func short(_ value: Double) -> String {
    let text = "\((value * 1e6).rounded() / 1e6)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
