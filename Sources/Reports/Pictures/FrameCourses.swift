/// What fits of single frames say over time, a panel a quantity, with standard errors.
public struct FrameCourses: Sendable {
  /// One quantity of every frame.
  public struct Course: Sendable {
    let quantity: String
    let unit: String
    let values: [Double?]
    let errors: [Double?]

    /// - Parameters:
    ///   - values: in the order of the times; nil for a frame without particles.
    ///   - errors: standard errors, nil where unknown.
    public init(_ quantity: String, _ unit: String, values: [Double?], errors: [Double?]) {
      self.quantity = quantity
      self.unit = unit
      self.values = values
      self.errors = errors
    }
  }

  private let title: String
  /// s.
  private let times: [Double]
  /// For each frame whether there is something to be said against its values.
  private let doubtful: [Bool]
  private let courses: [Course]

  /// How far above the largest value an error bar is still shown whole.
  private static let headroom = 1.5

  public init(title: String, times: [Double], doubtful: [Bool], courses: [Course]) {
    self.title = title
    self.times = times
    self.doubtful = doubtful
    self.courses = courses
  }

  /// The picture.
  ///
  /// - Throws: where no frame has particles.
  public func plot() throws(ReportError) -> PlotData {
    let panels = courses.compactMap(panel)
    guard !panels.isEmpty else { throw .nothingToDraw(what: "frames with particles") }
    return PlotData(
      title: title, panels: panels, columns: min(2, panels.count),
      legend: doubtful.contains(true) ? legend : [])
  }

  private static let sure = Palette.run(0)
  private static let unsure = Palette.light(Palette.run(1))

  private var legend: [PlotData.LegendEntry] {
    [
      PlotData.LegendEntry(label: "frames", color: Self.sure, mark: .points),
      PlotData.LegendEntry(
        label: "frames with a remark: a value at a bound, tied, or a bad fit", color: Self.unsure,
        mark: .points),
    ]
  }

  private func panel(_ course: Course) -> PlotData.Panel? {
    let seen = course.values.indices.filter { course.values[$0]?.isFinite == true }
    guard !seen.isEmpty else { return nil }
    let clock = Clock(
      start: times.first { $0 > 0 }, end: times.last ?? 1, scale: .automatic, outputs: times)
    let curves = [true, false].compactMap { isDoubtful -> Curve? in
      let drawn = seen.filter { doubtful[$0] == isDoubtful }
      guard !drawn.isEmpty else { return nil }
      return clock.curve(
        Curve(
          label: isDoubtful ? "frames with a remark" : "frames",
          color: isDoubtful ? Self.unsure : Self.sure, mark: .points, x: drawn.map { times[$0] },
          y: drawn.map { course.values[$0] }, error: drawn.map { course.errors[$0] }))
    }
    return PlotData.Panel(
      x: clock.axis,
      y: PlotAxis(course.quantity, course.unit, minimum: 0, maximum: highest(course, seen)),
      curves: curves)
  }

  /// The end of an axis that an error much larger than all values would stretch; nil without such a one.
  private func highest(_ course: Course, _ seen: [Int]) -> Double? {
    let largest = seen.compactMap { course.values[$0] }.max() ?? 0
    let top = seen.map { (course.values[$0] ?? 0) + (course.errors[$0] ?? 0) }.max() ?? 0
    return largest > 0 && top > Self.headroom * largest ? Self.headroom * largest : nil
  }
}
