/// The legend at the foot of a page, as wide as the page.
struct Legend {
  private let entries: [PlotData.LegendEntry]
  private let columns: Int

  /// A character and a sample of a line with its distances, in points.
  private static let characterWidth = 9.2
  private static let sampleWidth = 80.0
  private static let lineHeight = 24.0
  private static let margin = 20.0

  init(_ entries: [PlotData.LegendEntry], width: Double) {
    self.entries = entries
    let longest = entries.map(\.label.count).max() ?? 0
    let entryWidth = Double(longest) * Self.characterWidth + Self.sampleWidth
    columns = max(1, min(entries.count, Int((width - 2 * Self.margin) / entryWidth)))
  }

  /// Points.
  var height: Double {
    guard !entries.isEmpty else { return 0 }
    let lines = (entries.count + columns - 1) / columns
    return Double(lines) * Self.lineHeight + 0.5 * Self.margin
  }

  /// The lines that draw it on a page of this height.
  func lines(pageHeight: Double) -> [String] {
    guard !entries.isEmpty else { return [] }
    let samples = entries.map { entry in
      "keyentry with \(MarkStyle.text(entry.mark, entry.color)) "
        + "title \(GnuplotScript.quoted(entry.label))"
    }
    let top = GnuplotScript.number(height / pageHeight)
    return [
      "set lmargin at screen 0.01", "set rmargin at screen 0.99", "set bmargin at screen 0",
      "set tmargin at screen \(top)", "unset border", "unset tics", "unset grid",
      "unset xlabel", "unset ylabel", "unset y2label", "unset logscale", "set xrange [0:1]",
      "set yrange [0:1]",
      "set key at screen 0.5, screen \(top) center top horizontal maxcols \(columns) noenhanced "
        + "Left reverse samplen 2.4 spacing 1.15 tc rgb '\(Palette.ink.hex)'",
      "plot NaN notitle, \\\n  " + samples.joined(separator: ", \\\n  "),
    ]
  }
}
