/// Numbers over time and one more axis: replicates, quantiles, counts of dopants, depths.
public struct TimePlane: Sendable, Equatable {
  /// The axis beside the time.
  public struct Axis: Sendable, Equatable {
    public var name: String
    public var unit: String
    public var longName: String
    public var values: [Double]

    public init(name: String, unit: String, longName: String, values: [Double]) {
      self.name = name
      self.unit = unit
      self.longName = longName
      self.values = values
    }
  }

  /// One quantity over both axes.
  public struct Column: Sendable, Equatable {
    public var name: String
    public var unit: String
    public var longName: String
    /// For each time a row along the other axis; nil where there is no value.
    public var rows: [[Double?]]

    public init(name: String, unit: String, longName: String, rows: [[Double?]]) {
      self.name = name
      self.unit = unit
      self.longName = longName
      self.rows = rows
    }
  }

  /// s.
  public var times: [Double]
  public var axis: Axis
  public var columns: [Column]

  public init(times: [Double], axis: Axis, columns: [Column]) {
    self.times = times
    self.axis = axis
    self.columns = columns
  }

  /// The column of this name.
  public subscript(name: String) -> Column? { columns.first { $0.name == name } }
}
