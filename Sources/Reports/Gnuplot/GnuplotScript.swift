import Foundation

/// What gnuplot is told to draw a picture; the picture goes to its standard output.
public struct GnuplotScript: Sendable {
  public let text: String

  public init(_ plot: PlotData, as format: PictureFormat) {
    if case .terminal(let width) = format {
      text = TerminalScript(plot, width: width).text
    } else {
      text = Self.page(plot, as: format)
    }
  }

  private static func page(_ plot: PlotData, as format: PictureFormat) -> String {
    let canvas = Canvas(plot)
    var lines = [terminal(format, canvas), "set encoding utf8", "set multiplot"]
    lines += style
    if !plot.title.isEmpty {
      lines += [
        "set label 1 \(quoted(plot.title)) at screen \(number(20 / canvas.width)), "
          + "screen \(number(1 - 22 / canvas.height)) left noenhanced font ',15' "
          + "tc rgb '\(Palette.ink.hex)'"
      ]
    }
    for (index, panel) in plot.panels.enumerated() {
      lines += PanelScript(panel, in: canvas, at: index).lines + ["unset label 1"]
    }
    lines += canvas.legend.lines(pageHeight: canvas.height)
    return (lines + ["unset multiplot", ""]).joined(separator: "\n")
  }

  private static func terminal(_ format: PictureFormat, _ canvas: Canvas) -> String {
    let font = "font 'DejaVu Sans"
    let (width, height) = (Int(canvas.width), Int(canvas.height))
    return switch format {
    case .png:
      "set terminal pngcairo size \(2 * width),\(2 * height) enhanced background '#ffffff' "
        + "fontscale 2 linewidth 2 pointscale 1.8 \(font),11'"
    case .pdf:
      "set terminal pdfcairo size \(number(canvas.width / 115))in,"
        + "\(number(canvas.height / 115))in enhanced background '#ffffff' "
        + "linewidth 1.4 pointscale 0.8 \(font),10'"
    case .svg, .terminal:
      "set terminal svg size \(width),\(height) enhanced background '#ffffff' "
        + "linewidth 1 \(font),13'"
    }
  }

  /// What all panels share.
  private static let style = [
    "set border 3 lc rgb '\(Palette.axis.hex)' lw 0.9",
    "set tics nomirror out scale 0.6,0.3 tc rgb '\(Palette.ink.hex)'",
    "set grid xtics ytics back lc rgb '\(Palette.grid.hex)' lw 0.7 lt 1",
    "set style fill solid noborder",
    "set datafile missing '?'",
    "set boxwidth 0.86 relative",
    "set samples 2",
    "unset key",
  ]

  /// Text as gnuplot takes it, with nothing in it that means more than itself.
  static func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "'" + line.replacing("'", with: "''") + "'"
  }

  /// The same of text in several lines.
  static func lines(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.reduce(into: "") { escaped, character in
        // Marks of enhanced text, and what ends a text between double quotes.
        if "\\\"".contains(character) { escaped += "\\" }
        if "_^{}@&~".contains(character) { escaped += "\\\\" }
        escaped.append(character)
      }
    }
    return "\"" + lines.joined(separator: "\\n") + "\""
  }

  /// A number with as many digits as a picture shows.
  static func number(_ value: Double) -> String { String(format: "%.7g", value) }
}
