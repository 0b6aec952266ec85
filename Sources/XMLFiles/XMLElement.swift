/// An element of an XML document with what it holds.
public struct XMLElement: Sendable, Equatable {
  /// Its name without a namespace's prefix.
  public var name: String
  public var attributes: [String: String]
  /// The text right inside it, that of its children left out.
  public var text: String
  public var children: [XMLElement]
  /// The line of its start tag, counted from one.
  public var line: Int

  /// The children of a name.
  public func children(named name: String) -> [XMLElement] {
    children.filter { $0.name == name }
  }

  /// The first child of a name.
  public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// Its text without white space at the ends.
  public var trimmedText: String {
    let isBlank = { (character: Character) in character.isWhitespace }
    let end = text.lastIndex { !isBlank($0) }
    guard let start = text.firstIndex(where: { !isBlank($0) }), let end else { return "" }
    return String(text[start...end])
  }
}

/// Why a document is not XML.
public struct XMLError: Error, Equatable, Sendable, CustomStringConvertible {
  public var line: Int
  public var reason: String

  public init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }

  public var description: String { "line \(line): \(reason)" }
}
