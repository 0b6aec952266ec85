import Measurements

extension FitFault {
  /// Why a series cannot be read, with the keys of `[[fit.data]]` where `import` has options.
  init(_ error: MeasurementsError, of series: String) {
    switch error {
    case .missing(let path):
      self.init(series, "there is no file \(path)", isMissing: true)
    case .faults(let faults):
      self.init(series, faults.map(Self.words).joined(separator: "\n"))
    case .file:
      self.init(series, Self.bare(error.description))
    }
  }

  private static func words(_ fault: DataFault) -> String {
    let told = DataFault(file: fault.file, place: fault.place, message: fault.message)
    return bare(told.description) + (fault.hint.map { "\n  \(advice($0))" } ?? "")
  }

  private static func bare(_ text: String) -> String {
    text.hasPrefix("error: ") ? String(text.dropFirst("error: ".count)) : text
  }

  private static func advice(_ hint: String) -> String {
    if hint.contains("--times ") {
      return
        "\"times\" names a table of frames and their times, \"time_pattern\" finds the time in "
        + "their names"
    }
    let words = hint.replacing("--q-unit", with: "x_unit")
      .replacing("--intensity-unit", with: "y_unit")
    guard words.contains("--") else { return words }
    return "for qdsynth import, whose series a fit takes: \(words)"
  }
}
