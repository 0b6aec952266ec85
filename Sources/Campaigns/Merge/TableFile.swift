import HDF5Files

/// An HDF5 file in the making whose one group is a table: a dataset a column, filled in blocks.
struct TableFile: ~Copyable {
  let draft: HDF5Draft
  let path: String
  private var columns: [OpenColumn] = []
  private var rows = 0
  var curves = OpenCurves()

  /// Beyond so many cells, all columns together, a file grows on the disk and not in memory.
  private static let cellsInMemory = 40_000

  init(_ path: String, cells: Int) throws(CampaignError) {
    self.path = path
    draft = try Self.saying(path) { () throws(HDF5Error) in
      try HDF5Draft(creating: path, in: cells > Self.cellsInMemory ? .disk : .memory)
    }
  }

  /// Writes what a person or a program needs besides the table.
  func describe(_ body: (borrowing HDF5Group) throws(HDF5Error) -> Void) throws(CampaignError) {
    try Self.saying(path) { () throws(HDF5Error) in
      let root = try draft.root()
      try body(root)
    }
  }

  /// Makes the table; its first column is the axis of all others.
  mutating func makeTable(_ name: String, _ heads: [TableColumn], rows: Int)
    throws(CampaignError)
  {
    let path = path
    columns = try Self.saying(path) { () throws(HDF5Error) in
      let group = try draft.root().makeGroup(name)
      var columns: [OpenColumn] = []
      for head in heads { columns.append(try OpenColumn(head, in: group, shape: [rows])) }
      if let axis = columns.first {
        try axis.dataset.becomeScale(named: axis.name)
        for column in columns.dropFirst() {
          try column.dataset.attach(axis.dataset, toDimension: 0)
        }
      }
      return columns
    }
  }

  /// Appends a block of rows, its cells column by column.
  mutating func append(_ cells: [TableCells]) throws(CampaignError) {
    let range = rows..<(rows + (cells.first?.count ?? 0))
    rows = range.upperBound
    let columns = columns
    try Self.saying(path) { () throws(HDF5Error) in
      for (column, cells) in zip(columns, cells) {
        switch cells {
        case .integers(let values): try column.dataset.write(values, rows: range)
        case .numbers(let values): try column.dataset.write(values, rows: range)
        case .texts(let values): try column.dataset.write(values, rows: range)
        }
      }
    }
  }

  consuming func publish() throws(CampaignError) {
    columns = []
    curves = OpenCurves()
    let path = path
    let draft = draft
    do throws(HDF5Error) {
      try draft.publish()
    } catch {
      throw CampaignError(error, path: path)
    }
  }

  static func saying<Result: ~Copyable>(
    _ path: String, _ body: () throws(HDF5Error) -> Result
  ) throws(CampaignError) -> Result {
    do {
      return try body()
    } catch {
      throw CampaignError(error, path: path)
    }
  }
}

/// What a column of a table holds and is called.
struct TableColumn: Sendable {
  var name: String
  var unit: String
  var longName: String
  var element: HDF5Element
}

/// A block of one column.
enum TableCells {
  case integers([Int64])
  case numbers([Double])
  case texts([String])

  var count: Int {
    switch self {
    case .integers(let values): values.count
    case .numbers(let values): values.count
    case .texts(let values): values.count
    }
  }
}

/// A dataset that stays open while its table is written.
final class OpenColumn {
  let name: String
  let dataset: HDF5Dataset

  /// All columns of a table are open at once, and each holds a chunk in memory.
  private static let rowsPerChunk = 4096

  /// - Parameter shape: rows, or rows and times.
  init(_ head: TableColumn, in group: borrowing HDF5Group, shape: [Int]) throws(HDF5Error) {
    let isNumber = head.element == .double
    let dataset = try group.makeDataset(
      head.name, of: head.element, shape: shape, missing: isNumber ? .nan : nil,
      rowsPerChunk: shape.count == 1 ? Self.rowsPerChunk : nil)
    try dataset.set("units", to: .string(head.unit))
    try dataset.set("long_name", to: .string(head.longName))
    if isNumber { try dataset.set("_FillValue", to: .number(.nan)) }
    name = head.name
    self.dataset = dataset
  }
}

extension CampaignError {
  init(_ error: HDF5Error, path: String) {
    switch error {
    case .cannotCreate(let path, let reason): self = .cannotCreate(path: path, reason: reason)
    case .cannotWrite(let path, let reason): self = .cannotWrite(path: path, reason: reason)
    case .missing, .unreadable, .absent, .mismatch, .library:
      self = .cannotWrite(path: path, reason: "\(error)")
    }
  }
}
