/// How gnuplot is told to draw points of a kind.
enum MarkStyle {
  static func text(_ mark: Curve.Mark, _ color: Palette.Color) -> String {
    switch mark {
    case .line: "lines lw 2 lc rgb '\(color.hex)'"
    case .dashes: "lines lw 1.6 dt (7,5) lc rgb '\(color.hex)'"
    case .points: "points pt 6 ps 1 lw 1.4 lc rgb '\(color.hex)'"
    case .dots: "points pt 7 ps 0.18 lc rgb '\(Palette.light(color).hex)'"
    case .specks: "points pt 7 ps 0.32 lc rgb '\(Palette.light(color).hex)'"
    case .disks: "points pt 7 ps 0.8 lc rgb '\(color.hex)'"
    case .thin: "lines lw 0.5 lc rgb '\(Palette.light(color).hex)'"
    case .band: "filledcurves fs transparent solid 0.3 noborder lc rgb '\(color.hex)'"
    case .bars: "boxes fs solid 0.55 noborder lc rgb '\(color.hex)'"
    case .linePoints: "linespoints lw 1.6 pt 7 ps 0.6 lc rgb '\(color.hex)'"
    }
  }
}
