/// Numbers that follow one another in time: named columns with units over common times.
public struct TimeTable: Sendable, Equatable {
  /// One quantity over time.
  public struct Column: Sendable, Equatable {
    public var name: String
    /// As results write it: `1/m^3`, `nm`, and `1` for pure numbers.
    public var unit: String
    public var longName: String
    /// For each time, the value; nil where the quantity does not exist.
    public var values: [Double?]

    public init(name: String, unit: String, longName: String, values: [Double?]) {
      self.name = name
      self.unit = unit
      self.longName = longName
      self.values = values
    }
  }

  /// s.
  public var times: [Double]
  public var columns: [Column]

  public init(times: [Double], columns: [Column]) {
    self.times = times
    self.columns = columns
  }

  /// The column of this name.
  public subscript(name: String) -> Column? { columns.first { $0.name == name } }
}
