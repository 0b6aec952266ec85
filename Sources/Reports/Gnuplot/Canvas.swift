/// The page of a picture, in points: where each panel lies, and what is around it.
struct Canvas {
  /// The inside of a panel, from its left lower corner.
  struct Frame {
    var left: Double
    var right: Double
    var bottom: Double
    var top: Double
  }

  let width: Double
  let height: Double
  let frames: [Frame]
  let legend: Legend

  private static let columnWidth = 400.0
  private static let rowHeight = 300.0
  private static let titleHeight = 44.0
  private static let below = 58.0
  private static let above = 14.0
  private static let leftOf = 76.0
  private static let rightOf = 18.0
  /// Room for the numbers and the label of an axis on the right.
  private static let rightAxis = 66.0
  private static let colorBar = 104.0

  init(_ plot: PlotData) {
    let places = Self.places(plot)
    let rows = (places.last?.row ?? 0) + 1
    let width = Double(plot.columns) * Self.columnWidth
    let legend = Legend(plot.legend, width: width)
    let top = plot.title.isEmpty ? 12 : Self.titleHeight
    let bottom = legend.height + 6
    let height = Double(rows) * Self.rowHeight + top + bottom
    self.width = width
    self.height = height
    self.legend = legend
    frames = zip(plot.panels, places).map { panel, place in
      let right = Double(place.column + panel.span) * Self.columnWidth
      let roof = height - top - Double(place.row) * Self.rowHeight
      let margin = panel.map != nil ? Self.colorBar : panel.right != nil ? Self.rightAxis : 0
      return Frame(
        left: Double(place.column) * Self.columnWidth + Self.leftOf,
        right: right - Self.rightOf - margin, bottom: roof - Self.rowHeight + Self.below,
        top: roof - Self.above)
    }
  }

  /// Panels follow one another like words of a text.
  private static func places(_ plot: PlotData) -> [(row: Int, column: Int)] {
    var (row, column) = (0, 0)
    return plot.panels.map { panel in
      if column + panel.span > plot.columns || (panel.beginsRow && column > 0) {
        (row, column) = (row + 1, 0)
      }
      defer { column += panel.span }
      return (row, column)
    }
  }
}
