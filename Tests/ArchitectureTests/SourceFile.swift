import Foundation

/// One Swift file of the package, as text.
struct SourceFile: Sendable {
  /// From the root of the repository: `Sources/Laws/Attachment/MixedControl.swift`.
  let path: String
  let text: String
  /// The text without comments, and with empty string literals.
  let code: String
  /// The text without comments.
  let codeWithStrings: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    let bare = SwiftCode(text)
    code = bare.withoutStrings
    codeWithStrings = bare.withStrings
  }

  /// `Laws` for `Sources/Laws/Attachment/MixedControl.swift`.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// `MixedControl` for `Sources/Laws/Attachment/MixedControl.swift`.
  var stem: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

  /// The modules that it imports.
  var imports: Set<String> {
    let statement =
      #/
      ^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?
      import\s+(?:(?:struct|class|enum|protocol|func|typealias|var|let)\s+)?(?<module>\w+)
      /#.anchorsMatchLineEndings()
    return Set(code.matches(of: statement).map { String($0.output.module) })
  }

  /// Whether the word stands in the code, comments and strings apart.
  func uses(_ word: String) -> Bool {
    code.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      .contains { $0 == word }
  }
}
