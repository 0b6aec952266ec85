import CTOML

/// TOML, read by toml++ with the place of every key and value.
@safe enum TOMLText {
  /// The table that a text holds.
  static func table(of source: Source) throws(ScenarioError) -> Table {
    let document = unsafe withText(source.text) { unsafe qds_toml_read($0, $1) }
    defer { unsafe qds_toml_free(document) }
    if let message = unsafe qds_toml_error(document) {
      throw .bad([
        ScenarioDiagnostic(
          readable(unsafe String(cString: message)),
          at: place(unsafe qds_toml_error_place(document), in: source))
      ])
    }
    var index = 0
    let root = unsafe node(of: document, at: &index, in: source)
    guard case .table(let table) = root.value else { return Table() }
    return table
  }

  private static func withText<Result>(
    _ text: String, _ body: (UnsafePointer<CChar>?, Int) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe body($0.baseAddress, $0.count) }
    }
  }

  private static func node(of document: OpaquePointer?, at index: inout Int, in source: Source)
    -> Node
  {
    let value = unsafe qds_toml_value_at(document, index)
    let place = unsafe place(value.place, in: source)
    index += 1
    switch unsafe value.kind {
    case QDS_TOML_TABLE:
      var table = Table()
      for _ in 0..<(unsafe value.count) {
        let head = unsafe qds_toml_value_at(document, index)
        let keyPlace = unsafe self.place(head.key_place, in: source)
        let key = unsafe text(head.key, head.key_length)
        table.set(key, at: keyPlace, to: unsafe node(of: document, at: &index, in: source))
      }
      return Node(.table(table), at: place)
    case QDS_TOML_ARRAY:
      let nodes = (0..<(unsafe value.count)).map { _ in
        unsafe node(of: document, at: &index, in: source)
      }
      return Node(.list(nodes), at: place)
    case QDS_TOML_STRING:
      return Node(.string(unsafe text(value.text, value.text_length)), at: place)
    case QDS_TOML_INTEGER: return Node(.integer(Int(unsafe value.integer)), at: place)
    case QDS_TOML_FLOAT: return Node(.number(unsafe value.number), at: place)
    case QDS_TOML_BOOLEAN: return Node(.flag(unsafe value.boolean), at: place)
    default: return Node(.moment(unsafe text(value.text, value.text_length)), at: place)
    }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    unsafe UnsafeBufferPointer(start: start, count: count).withMemoryRebound(to: UInt8.self) {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }

  private static func place(_ place: qds_toml_place, in source: Source) -> Place {
    Place(
      source, line: Int(place.line), column: Int(place.column),
      length: place.end_line == place.line ? Int(place.end_column) - Int(place.column) : 1)
  }
}
