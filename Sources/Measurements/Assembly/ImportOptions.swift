/// What a person says about data that the files do not say.
public struct ImportOptions: Sendable, Equatable {
  /// Wins over what files state, and that is told.
  public var qUnit: String?
  public var intensityUnit: String?
  /// For times without a unit.
  public var timeUnit: String?
  public var times = TimeSource.files
  /// Points outside are masked, 1/m.
  public var least: Double?
  public var greatest: Double?
  /// Of text files, in their order.
  public var columns: [ColumnRole]?
  /// Of HDF5 files: the group that holds the data; "*" stands for any part of a name.
  public var group: String?
  public var qName: String?
  public var errorName: String?
  public var timeDataset: String?
  public var title: String?

  public init() {}
}
