/// A picture as numbers: everything that is drawn, and nothing of how.
public struct PlotData: Sendable, Equatable {
  public var title: String
  public var panels: [Panel]
  /// How many panels stand side by side.
  public var columns: Int
  /// What the colours mean: one entry a run or measurement, in the order of their colours.
  public var legend: [LegendEntry]

  public init(title: String, panels: [Panel], columns: Int, legend: [LegendEntry] = []) {
    self.title = title
    self.panels = panels
    self.columns = columns
    self.legend = legend
  }

  /// One coordinate system.
  public struct Panel: Sendable, Equatable {
    public var x: PlotAxis
    public var y: PlotAxis
    /// The axis on the right, where there is one.
    public var right: PlotAxis?
    public var curves: [Curve]
    public var map: HeatMap?
    /// How many columns of the picture it takes.
    public var span: Int
    /// Whether it begins a row, even where the last one has room.
    public var beginsRow: Bool

    public init(
      x: PlotAxis, y: PlotAxis, right: PlotAxis? = nil, curves: [Curve] = [], map: HeatMap? = nil,
      span: Int = 1, beginsRow: Bool = false
    ) {
      self.x = x
      self.y = y
      self.right = right
      self.curves = curves
      self.map = map
      self.span = span
      self.beginsRow = beginsRow
    }
  }

  /// A name beside a sample of its line.
  public struct LegendEntry: Sendable, Equatable {
    public var label: String
    public var color: Palette.Color
    public var mark: Curve.Mark

    public init(label: String, color: Palette.Color, mark: Curve.Mark) {
      self.label = label
      self.color = color
      self.mark = mark
    }
  }
}
