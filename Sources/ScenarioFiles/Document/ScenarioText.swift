import Foundation

/// The text of a file, or why it cannot be read.
enum ScenarioText {
  /// The file that a scenario names at a place: kept with the scenario, or else from its own folder.
  static func source(named name: String, at place: Place) throws(ScenarioError) -> Source {
    if let text = place.source.files[name] { return Source(.file, name: name, text: text) }
    return try source(
      at: ScenarioDocument.path(name, from: place.source.name), neededAt: place)
  }

  /// The file at a path, which is also its name in messages.
  static func source(at path: String, neededAt place: Place? = nil) throws(ScenarioError) -> Source
  {
    let place = place ?? Place(Source(.file, name: path))
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
      throw .missing(ScenarioDiagnostic("there is no file \"\(path)\"", at: place))
    }
    guard attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw .bad([
        ScenarioDiagnostic(
          "\"\(path)\" is a folder",
          hint: "name the file in it, for example \"\(path)/scenario.toml\"", at: place)
      ])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .missing(ScenarioDiagnostic("\"\(path)\" cannot be read", at: place))
    }
    let bytes = [UInt8](data)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .bad([notText(bytes, path)])
    }
    return Source(.file, name: path, text: text)
  }

  /// Where a text stops being UTF-8.
  private static func notText(_ bytes: [UInt8], _ path: String) -> ScenarioDiagnostic {
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return ScenarioDiagnostic(
      "the text is not UTF-8", hint: "save the file with the encoding UTF-8",
      at: Place(Source(.file, name: path), line: line, column: column))
  }
}
