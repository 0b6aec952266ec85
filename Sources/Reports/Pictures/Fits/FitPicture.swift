public import FitFiles

/// The pictures of a fit: how well it follows the data, how surely it knows its values, and what it
/// predicts.
public struct FitPicture: Sendable {
  /// One of its pictures.
  public enum Part: String, Sendable, CaseIterable {
    case data
    case residuals
    case bands
    case profiles
    case starts
    case corner
  }

  private let file: FitFile
  private let parts: [Part]
  private let timeScale: TimeCourse.TimeScale

  /// - Parameter part: nil draws all that the file has.
  public init(_ file: FitFile, part: Part? = nil, timeScale: TimeCourse.TimeScale = .automatic) {
    self.file = file
    self.timeScale = timeScale
    parts = part.map { [$0] } ?? Part.allCases
  }

  /// The picture.
  ///
  /// - Throws: where the file has nothing of what was asked for.
  public func plot() throws(ReportError) -> PlotData {
    var panels: [PlotData.Panel] = []
    for part in parts {
      var own = self.panels(of: part)
      if let first = own.indices.first, !joins(part) { own[first].beginsRow = true }
      panels += own
    }
    guard !panels.isEmpty else {
      throw .nothingToDraw(what: parts.map(\.rawValue).joined(separator: ", "))
    }
    let isCorner = parts.contains(.corner) && file.samples != nil
    return PlotData(
      title: file.title, panels: panels,
      columns: max(isCorner ? file.parameters.count : 0, parts == [.corner] ? 1 : 3),
      legend: parts.contains(.bands) ? FitBandPanels(file, timeScale).legend : [])
  }

  /// Residuals stand beside their data, and starts behind the profiles.
  private func joins(_ part: Part) -> Bool {
    parts.count > 1 && part == .starts && !file.profiles.isEmpty
  }

  private func panels(of part: Part) -> [PlotData.Panel] {
    let series = FitSeriesPanels(file, timeScale)
    return switch part {
    case .data: parts.count == 1 ? series.data : series.dataWithResiduals
    case .residuals: parts.count == 1 ? series.residuals : []
    case .bands: FitBandPanels(file, timeScale).panels
    case .profiles: FitSearchPanels(file).profiles
    case .starts: FitSearchPanels(file).starts
    case .corner: FitCornerPanels(file).panels
    }
  }
}
