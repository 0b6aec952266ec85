/// The table of a sweep, `sweep.csv`: a row a point, swept paths and final values as columns.
struct SweptTable {
  struct Row {
    let fields: [String]
    let isDone: Bool
  }

  let heads: [ColumnHead]
  let rows: [Row]

  init(_ text: String, path: String) throws(ReportError) {
    let records = DelimitedText(text).records
    guard let head = records.first else {
      throw .badTable(place: path, reason: "the file holds no table")
    }
    heads = head.fields.map(ColumnHead.init)
    let status = heads.firstIndex { $0.name == "status" }
    var rows: [Row] = []
    for record in records.dropFirst() {
      guard record.fields.count == heads.count else {
        throw .badTable(
          place: "\(path):\(record.line)",
          reason: "\(record.fields.count) fields where the head names \(heads.count)")
      }
      let isDone = status.map { record.fields[$0] == "done" } ?? true
      rows.append(Row(fields: record.fields, isDone: isDone))
    }
    guard rows.contains(where: \.isDone) else {
      throw .badTable(place: path, reason: "no point of the sweep is done")
    }
    self.rows = rows
  }

  /// The columns that are swept paths, such as `reaction[0].rate_constant.value`.
  var swept: [Int] {
    heads.indices.filter { heads[$0].name.contains(".") }
  }
}

extension ColumnHead {
  /// The end of a path that tells it from others: `rate_constant` of
  /// `reaction[0].rate_constant.value`.
  var leaf: String {
    let steps = name.split(separator: ".").filter { $0 != "value" }
    return (steps.last.map(String.init) ?? name).replacing("_", with: " ")
  }
}
