/// Reads columns of q, I and perhaps their errors out of text files as instruments write them.
struct ColumnReader {
  let file: String
  /// What the columns hold where their file does not say it rightly.
  var columns: [ColumnRole]?

  func read(_ text: DecodedText) throws(DataFault) -> RawFile {
    let table = try NumberTable(text, file: file)
    let header = table.header.flatMap { ColumnHeader($0.text, count: table.columnCount) }
      .flatMap { $0.namesCurve ? $0 : nil }
    let roles = try roles(of: table, header: header)
    guard let q = roles.firstIndex(of: .q), let intensity = roles.firstIndex(of: .intensity) else {
      throw DataFault(
        file: file, message: "no column is called q, or none intensity",
        hint: "--columns q,intensity,deviation names them in their order")
    }
    let deviation = roles.firstIndex(of: .deviation)
    let resolution = roles.firstIndex(of: .resolution)
    let curve = RawCurve(
      file: file, name: FileName.stem(of: file), rowWord: "line", rows: table.rows.map(\.line),
      q: table.column(q), intensity: table.column(intensity),
      deviation: deviation.map(table.column), resolution: resolution.map(table.column),
      qUnit: header?.columns[q].unit, intensityUnit: header?.columns[intensity].unit,
      deviationUnit: deviation.flatMap { header?.columns[$0].unit },
      resolutionUnit: resolution.flatMap { header?.columns[$0].unit })
    return RawFile(curves: [curve], notes: notes(table, roles: roles, header: header))
  }

  private func roles(
    of table: NumberTable, header: ColumnHeader?
  ) throws(DataFault) -> [ColumnRole] {
    if let columns {
      guard columns.count <= table.columnCount else {
        throw DataFault(
          file: file, message: "has \(table.columnCount) columns, and \(columns.count) are named",
          hint: "--columns names them in their order")
      }
      let rest = [ColumnRole](repeating: .ignored, count: table.columnCount - columns.count)
      return columns + rest
    }
    guard let header else {
      guard table.columnCount <= 4 else {
        throw DataFault(
          file: file, message: "has \(table.columnCount) columns, of which none is named q",
          hint: "--columns q,intensity,deviation says what the first of them hold")
      }
      return ColumnRole.byPosition(table.columnCount)
    }
    var taken: Set<ColumnRole> = []
    return header.columns.map { ColumnRole(name: $0.name) }.map { role in
      guard let role, taken.insert(role).inserted else { return .ignored }
      return role
    }
  }

  private func notes(
    _ table: NumberTable, roles: [ColumnRole], header: ColumnHeader?
  ) -> [DataNote] {
    var notes: [DataNote] = []
    let named = header == nil ? nil : table.header?.line
    let others = table.otherLines.flatMap { $0 }.filter { $0 != named }
    if !others.isEmpty {
      let lines = NumberTable.words(NumberTable.ranges(others))
      notes.append(DataNote(file: file, place: "line \(lines)", message: "no data there; not read"))
    }
    if header == nil, columns == nil, roles.count > 2 {
      let words = roles.map(\.rawValue).joined(separator: ", ")
      notes.append(DataNote(file: file, message: "columns without names are taken as \(words)"))
    }
    let ignored = roles.indices.filter { roles[$0] == .ignored }.map { "\($0 + 1)" }
    if !ignored.isEmpty {
      notes.append(
        DataNote(
          file: file, place: "column \(ignored.joined(separator: ", "))",
          message: "not read"))
    }
    return notes
  }
}

/// Names of files.
enum FileName {
  /// The name without folders.
  static func last(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The name without folders and without its last extension.
  static func stem(of path: String) -> String {
    let name = last(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
